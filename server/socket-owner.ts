import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';

/**
 * Listens on a unix socket that only the user who runs this process can open. What is left there of an owner that was
 * killed is replaced: whoever holds the database's lock is the only one to listen beside it.
 */
export async function listenAsOwner(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  // The mode is set by the mask and not afterwards, so that there is no moment at which others could connect.
  const mask = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(mask);
  }
  await once(server, 'listening');
}
