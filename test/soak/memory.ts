import { readFile } from 'node:fs/promises';

/** Watches how much of the machine's memory a process holds, beyond what it held at first. */
export interface MemoryWatch {
  /** At its highest so far, in MB. */
  grownMb(): number;
  end(): Promise<void>;
}

const everyMs = 100;

export async function watchMemory(pid: number): Promise<MemoryWatch> {
  const first = await residentMb(pid);
  let highest = first;
  let reading: Promise<void> | undefined;
  const timer = setInterval(() => {
    reading = residentMb(pid).then((now) => {
      highest = Math.max(highest, now);
    });
  }, everyMs);
  return {
    grownMb: () => highest - first,
    async end() {
      clearInterval(timer);
      await reading;
    },
  };
}

/** What a process holds of the machine's memory now. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
