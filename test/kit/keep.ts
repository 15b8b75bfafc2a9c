import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

let keeper: Writable | undefined;

/** Sees to it that a process, which leads a group, and all in its group end with this process, however that ends. */
export function endWithUs(pid: number, ended: Promise<unknown>): void {
  tell(`+${pid}`);
  const forget = (): void => tell(`-${pid}`);
  ended.then(forget, forget);
}

/** Sees to it that a folder is gone when this process is, however that ends. */
export function removeWithUs(folder: string): void {
  tell(folder);
}

function tell(line: string): void {
  keeper ??= startKeeper();
  keeper.write(`${line}\n`);
}

/** It holds this process up for nothing, and is in no group that a terminal interrupts. */
function startKeeper(): Writable {
  const program = fileURLToPath(new URL('keeper.mjs', import.meta.url));
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.unref();
  const { stdin } = child;
  stdin.on('error', () => undefined);
  if (stdin instanceof Socket) stdin.unref();
  return stdin;
}
