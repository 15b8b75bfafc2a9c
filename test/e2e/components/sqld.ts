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
  /** Has it sync what it acknowledges; forgotten at its next start, unless it has namespaces. */
  sync(): Promise<void>;
  /** kill -9 */
  stop(): Promise<void>;
  /** Starts it anew, with the same database at the same address. */
  start(): Promise<void>;
}

export interface SqldOptions {
  /** Whose replica it is; it is a primary, unless given. */
  readonly replicaOf?: Sqld;
  /** Whether it is to sync what it acknowledges, at each start; it is, unless it is to be as installed, or keeps that itself. */
  readonly isSynced?: boolean;
  /** Whether a database in it is found by the host that is asked: `default.NAME`. */
  readonly hasNamespaces?: boolean;
}

/** What is documented for its admin API. */
const strong = {
  block_reads: false,
  block_writes: false,
  durability_mode: 'strong',
  txn_timeout_s: 5,
};

/** Starts a libSQL server, empty unless it is a replica. */
export async function startSqld({
  hasNamespaces = false,
  isSynced = true,
  replicaOf,
}: SqldOptions = {}): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-sqld-'));
  const address = `127.0.0.1:${await freePort()}`;
  const forReplicas = `127.0.0.1:${await freePort()}`;
  const admin = `127.0.0.1:${await freePort()}`;
  const files = ['--db-path', join(folder, 'record'), '--http-listen-addr', address];
  const replication = replicaOf
    ? ['--primary-grpc-url', `http://${replicaOf.forReplicas}`]
    : ['--grpc-listen-addr', forReplicas];
  const named = hasNamespaces ? ['--enable-namespaces'] : [];
  const options = [...files, ...replication, '--admin-listen-addr', admin, ...named];
  const sync = async (): Promise<void> => {
    const { ok, status } = await fetch(`http://${admin}/v1/namespaces/default/config`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(strong),
    });
    if (!ok) throw new Error(`sqld refused its setting: ${status}.`);
  };
  const start = async (): Promise<Program> => {
    const started = await startProgram([programOf('sqld'), '--no-welcome', ...options], {
      isReady: () => answers(`http://${address}/health`),
    });
    // A replica writes nothing of its own.
    if (isSynced && replicaOf === undefined) await sync();
    return started;
  };
  let sqld = await start();
  return {
    address,
    forReplicas,
    sync,
    stop: () => sqld.end(),
    async start() {
      sqld = await start();
    },
    async [Symbol.asyncDispose]() {
      await sqld.end();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
