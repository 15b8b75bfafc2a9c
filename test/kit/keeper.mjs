// Outlives the process that started it only to clear away what that one leaves: processes, their groups with them, and folders.
// It is told over standard input, a line each: `+PID` when one begins, `-PID` when it has ended, and folders by their paths.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** @type {Set<string>} */
const running = new Set();
/** @type {string[]} */
const folders = [];
const told = createInterface({ input: process.stdin });
told.on('line', (line) => {
  if (line.startsWith('+')) running.add(line.slice(1));
  else if (line.startsWith('-')) running.delete(line.slice(1));
  else folders.push(line);
});
told.on('close', () => {
  for (const pid of running) {
    try {
      process.kill(-Number(pid), 'SIGKILL');
    } catch {
      // It has ended, and could not tell any more.
    }
  }
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
