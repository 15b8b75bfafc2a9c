import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../../kit/component.ts';
import { freePort, type Program, startProgram } from '../../kit/program.ts';

/** A libSQL server with an empty database in a folder of its own. */
export interface Sqld extends AsyncDisposable {
  /** host:port, for http and ws alike */
  readonly address: string;
  /** kill -9 */
  stop(): Promise<void>;
  /** Starts it anew, with the same database at the same address. */
  start(): Promise<void>;
}

export async function startSqld(): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-sqld-'));
  const address = `127.0.0.1:${await freePort()}`;
  const files = ['--db-path', join(folder, 'record'), '--http-listen-addr', address];
  const start = (): Promise<Program> =>
    startProgram([programOf('sqld'), '--no-welcome', ...files], {
      isReady: () => answers(`http://${address}/health`),
    });
  let sqld = await start();
  return {
    address,
    stop: () => sqld.end(),
    async start() {
      sqld = await start();
    },
    async [Symbol.asyncDispose]() {
      await sqld.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
