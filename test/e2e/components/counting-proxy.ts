import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';

/** A way to a libSQL server that counts how often somebody waited for it. */
export interface CountingProxy extends AsyncDisposable {
  /** host:port, for ws. */
  readonly address: string;
  /** How many round trips there were so far: what is asked before an answer has come is one. */
  readonly roundTrips: number;
  /** The statements that were asked so far, a list a round trip. */
  readonly asked: readonly (readonly string[])[];
}

export interface CountingProxyOptions {
  /** How long everything takes each way; nothing is added, unless given. */
  readonly delayMs?: number;
  /** What stands in the Host header there: a server with namespaces finds the database by it. */
  readonly host?: string;
}

/** Starts one in front of the server at `address`, which is host:port. */
export async function startCountingProxy(
  address: string,
  { delayMs = 0, host = address }: CountingProxyOptions = {},
): Promise<CountingProxy> {
  const asked: string[][] = [];
  const http = createServer();
  // What the client speaks, in JSON.
  const proxy = new WebSocketServer({ server: http, handleProtocols: () => 'hrana2' });
  proxy.on('connection', (near) => {
    const tally = new Tally(asked);
    const far = new WebSocket(`ws://${address}`, 'hrana2', { headers: { host } });
    const opened = new Promise<void>((resolve) => far.once('open', resolve));
    // What is sent one behind the other arrives so.
    let sent: Promise<unknown> = opened;
    let told: Promise<unknown> = Promise.resolve();
    near.on('message', (message) => {
      const text = String(message);
      tally.noteRequest(text);
      const wait = delayMs > 0 ? pause(delayMs) : null;
      sent = sent.then(() => wait).then(() => far.send(text));
    });
    far.on('message', (message) => {
      const text = String(message);
      const wait = delayMs > 0 ? pause(delayMs) : null;
      told = told
        .then(() => wait)
        .then(() => {
          tally.noteAnswer(text);
          near.send(text);
        });
    });
    near.on('close', () => far.terminate());
    far.on('close', () => near.terminate());
    for (const socket of [near, far]) socket.on('error', () => socket.terminate());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    get roundTrips() {
      return asked.length;
    },
    asked,
    async [Symbol.asyncDispose]() {
      for (const near of proxy.clients) near.terminate();
      proxy.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The requests of one connection that somebody waits for. */
class Tally {
  readonly #asked: string[][];
  readonly #waiting = new Set<number>();
  readonly #texts = new Map<number, string>();

  constructor(asked: string[][]) {
    this.#asked = asked;
  }

  noteRequest(message: string): void {
    const { type, request_id: id, request } = JSON.parse(message);
    if (type !== 'request') return;
    if (request.type === 'store_sql') this.#texts.set(request.sql_id, request.sql);
    const statements = this.#statementsOf(request);
    // Nobody waits for a stream to be opened or closed, or for a text to be kept.
    if (statements.length === 0) return;
    if (this.#waiting.size === 0) this.#asked.push([]);
    this.#waiting.add(id);
    this.#asked.at(-1)?.push(...statements);
  }

  noteAnswer(message: string): void {
    this.#waiting.delete(JSON.parse(message).request_id);
  }

  #statementsOf({ batch, sql, stmt, type }: Asking): readonly string[] {
    if (type === 'batch') return (batch?.steps ?? []).map((step) => this.#textOf(step.stmt));
    if (type === 'execute' && stmt) return [this.#textOf(stmt)];
    return type === 'sequence' ? [sql ?? ''] : [];
  }

  #textOf({ sql, sql_id: id }: Stmt): string {
    return sql ?? this.#texts.get(id ?? -1) ?? '';
  }
}

interface Stmt {
  readonly sql?: string;
  readonly sql_id?: number;
}

/** A request of https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_2_SPEC.md that holds statements. */
interface Asking {
  readonly type: string;
  readonly sql?: string;
  readonly stmt?: Stmt;
  readonly batch?: { readonly steps: readonly { readonly stmt: Stmt }[] };
}
