import type { UpgradeProgress } from '../../db/open/upgrade.ts';
import type { Output } from './shell.ts';

/** Tells a person at a terminal how far something is; silent where nobody watches. */
export interface Progress {
  update(text: string): void;
  /** Tells at once what will stand there for a while; as a line, where no terminal shows it. */
  tell(text: string): void;
  /** Removes what was told. */
  clear(): void;
}

const paceMs = 100;

/** Progress on a stream: only what is waited for, where that is no terminal. */
export function terminalProgress(stream: Output): Progress {
  if (!stream.isTTY) {
    const tell = (text: string) => stream.write(`${text}\n`);
    return { update: () => {}, tell, clear: () => {} };
  }
  let told = Number.NEGATIVE_INFINITY;
  const tell = (text: string) => stream.write(`\r\x1b[2K${text}`);
  return {
    update(text) {
      const now = performance.now();
      if (now - told < paceMs) return;
      told = now;
      tell(text);
    },
    tell,
    clear() {
      stream.write('\r\x1b[2K');
    },
  };
}

/** Tells how far a database is with becoming one of this version; where no terminal shows it, a line when each step begins. */
export function tellUpgrade(progress: Progress): (upgrade: UpgradeProgress) => void {
  let told: string | null = null;
  return ({ step, done, of }) => {
    const text = `${step}: ${done} of ${of}`;
    if (step === told) progress.update(text);
    else progress.tell(text);
    told = step;
  };
}
