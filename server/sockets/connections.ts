import type { Socket } from 'node:net';
import { isLoopback, networkOf } from '../address.ts';
import type { Refusal } from './refusal.ts';

/** How many connections there may be at once. */
export interface ConnectionLimits {
  readonly inAll: number;
  /** This machine's own addresses are not counted: behind a proxy beside the server everybody has them. */
  readonly perAddress: number;
}

/** What a connection is used for: a request, or a WebSocket. */
export interface Use {
  /** Whether the next move is its client's, so that nothing of ours is lost when it is closed. */
  isWaiting(): boolean;
  /** Whether it goes on until somebody ends it, and its client can come again and go on. */
  isLasting: boolean;
  /** Whether something of its answer has left. */
  isAnswered(): boolean;
  /** Tells the client, where it can be told, that its place is needed. */
  yieldPlace?(): void;
}

interface Connection {
  readonly socket: Socket;
  readonly uses: Set<Use>;
  /** Who is on the other side, as far as is known. */
  network: string;
  /** When it was last begun, or ended, to be used; by `performance.now()`. */
  usedAt: number;
}

/** How many uses of one connection there may be: nobody sends more requests ahead of their answers. */
const usesAtOnce = 32;

/** One part of all of so many is closed at once to make room, so that it is not looked for each time. */
const partSpared = 32;

/**
 * The connections of a server, from their first moment to their last. Where there is no room for another one, those
 * that wait for their client are closed, the longest unused first, and before others those of an address that has many.
 */
export class Connections {
  readonly #inAll: number;
  readonly #perAddress: number;
  readonly #open = new Map<Socket, Connection>();
  readonly #networks = new Map<string, Set<Connection>>();

  constructor({ inAll, perAddress }: ConnectionLimits) {
    this.#inAll = inAll;
    // No address takes more than half of all there are.
    this.#perAddress = Math.min(perAddress, Math.ceil(inAll / 2));
  }

  get count(): number {
    return this.#open.size;
  }

  /** Whether something that came over it is not done with. */
  isUsed(socket: Socket): boolean {
    return (this.#open.get(socket)?.uses.size ?? 0) > 0;
  }

  /** Takes a connection in, or tells why there is no place for it. */
  admit(socket: Socket, address: string): Refusal | null {
    if (this.#open.size >= this.#inAll && !this.#spare(this.#open.values())) return full;
    const connection: Connection = {
      socket,
      uses: new Set(),
      network: '',
      usedAt: performance.now(),
    };
    this.#open.set(socket, connection);
    socket.once('close', () => this.#forget(connection));
    return this.#move(connection, networkOf(address));
  }

  /** Counts a connection for the address that a proxy tells. Answers why that address has no place for it. */
  identify(socket: Socket, address: string): Refusal | null {
    const connection = this.#open.get(socket);
    return connection ? this.#move(connection, networkOf(address)) : null;
  }

  /** Whether an answer is on its way over it. */
  isAnswering(socket: Socket): boolean {
    return [...(this.#open.get(socket)?.uses ?? [])].some((use) => use.isAnswered());
  }

  /** Notes what a connection is used for, until the function that it answers is called. Null where it is used for too much. */
  begin(socket: Socket, use: Use): (() => void) | null {
    const connection = this.#open.get(socket);
    if (connection === undefined || connection.uses.size >= usesAtOnce) return null;
    connection.uses.add(use);
    connection.usedAt = performance.now();
    return () => {
      connection.uses.delete(use);
      connection.usedAt = performance.now();
    };
  }

  /** Closes them all, whatever they are used for. */
  close(): void {
    for (const socket of [...this.#open.keys()]) socket.destroy();
  }

  #move(connection: Connection, network: string): Refusal | null {
    if (connection.network === network) return null;
    const others = this.#networks.get(network) ?? new Set();
    const isFull = !isLoopback(network) && others.size >= this.#perAddress;
    if (isFull && !this.#spare(others)) {
      this.#forget(connection);
      return tooMany(this.#perAddress);
    }
    this.#leaveNetwork(connection);
    connection.network = network;
    this.#networks.set(network, others.add(connection));
    return null;
  }

  /** Closes some of these connections. False where all are at work. */
  #spare(among: Iterable<Connection>): boolean {
    const all = [...among];
    const waiting = all.filter(isWaiting);
    const spared = waiting.length > 0 ? waiting : all.filter(isLasting);
    const share = ({ network }: Connection) => this.#networks.get(network)?.size ?? 0;
    spared.sort((a, b) => share(b) - share(a) || a.usedAt - b.usedAt);
    const most = waiting.length > 0 ? Math.ceil(all.length / partSpared) : 1;
    for (const connection of spared.slice(0, most)) {
      for (const use of connection.uses) use.yieldPlace?.();
      connection.socket.destroy();
      this.#forget(connection);
    }
    return spared.length > 0;
  }

  #forget(connection: Connection): void {
    this.#open.delete(connection.socket);
    this.#leaveNetwork(connection);
  }

  #leaveNetwork(connection: Connection): void {
    const { network } = connection;
    const others = this.#networks.get(network);
    others?.delete(connection);
    if (others?.size === 0) this.#networks.delete(network);
  }
}

function isWaiting({ uses }: Connection): boolean {
  return [...uses].every((use) => use.isWaiting());
}

function isLasting({ uses }: Connection): boolean {
  return [...uses].every((use) => use.isWaiting() || use.isLasting);
}

const full: Refusal = {
  status: 503,
  code: 'UNAVAILABLE',
  message: 'There is no room for another connection.',
};

function tooMany(most: number): Refusal {
  const message = `No more than ${most} connections at once from this address.`;
  return { status: 429, code: 'RATE_LIMITED', message };
}
