import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../../kit/component.ts';
import { freePort, type Program, startProgram } from '../../kit/program.ts';

/** A libSQL server with a database in a folder of its own. */
export interface Sqld extends AsyncDisposable {
  /** host:port, for http and ws alike */
  readonly address: string;
  /** host:port, for its replicas */
  readonly forReplicas: string;
  /** kill -9 */
  stop(): Promise<void>;
  /** Starts it anew, with the same database at the same address. */
  start(): Promise<void>;
}

export interface SqldOptions {
  /** Whose replica it is; it is a primary, unless given. */
  readonly replicaOf?: Sqld;
}

/** Starts a libSQL server, empty unless it is a replica. */
export async function startSqld({ replicaOf }: SqldOptions = {}): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-sqld-'));
  const address = `127.0.0.1:${await freePort()}`;
  const forReplicas = `127.0.0.1:${await freePort()}`;
  const files = ['--db-path', join(folder, 'record'), '--http-listen-addr', address];
  const replication = replicaOf
    ? ['--primary-grpc-url', `http://${replicaOf.forReplicas}`]
    : ['--grpc-listen-addr', forReplicas];
  const start = (): Promise<Program> =>
    startProgram([programOf('sqld'), '--no-welcome', ...files, ...replication], {
      isReady: () => answers(`http://${address}/health`),
    });
  let sqld = await start();
  return {
    address,
    forReplicas,
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
