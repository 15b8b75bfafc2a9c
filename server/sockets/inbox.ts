import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Outbox } from './outbox.ts';

export interface InboxOptions {
  readonly socket: WebSocket;
  readonly outbox: Outbox;
  /** Takes so many units from what the client may send; answers 0, or takes nothing and answers in how many seconds to ask again. */
  readonly charge: (units: number) => number;
  /** Carries out what a message says. It does not throw. */
  readonly take: (text: string) => Promise<void>;
}

/** What may wait to be taken before nothing more is read. */
const most = { messages: 16, bytes: 64 * 1024 } as const;

/** A message counts as one, and one more for as many bytes as this. */
const bytesOfUnit = 16 * 1024;

/**
 * What comes in over a WebSocket, taken one after the other: the next message when the one before is answered, when
 * there is room for an answer, and when the client may send as much. Meanwhile nothing is read for long, so that what
 * is too much stays with whoever sends it.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #closed = new AbortController();
  #waiting: string[] = [];
  #bytes = 0;
  /** What pings and pongs cost that are not paid for yet. */
  #owed = 0;
  /** The last ping that is not answered yet: it stands for those before it. */
  #ping: Buffer | null = null;
  #isBusy = false;
  #isPaying = false;
  #release: () => void = () => {};

  constructor(options: InboxOptions) {
    this.#options = options;
    options.socket.once('close', () => {
      this.#closed.abort();
      this.release();
    });
  }

  /** Whether the socket is read, so that what does not come was not sent. */
  get isReading(): boolean {
    return !this.#options.socket.isPaused;
  }

  add(text: string): void {
    if (!this.#isOpen()) return;
    this.#waiting.push(text);
    this.#bytes += text.length;
    this.#pace();
    void this.#work();
  }

  /** Takes at once what ends an operation that runs: in its turn it would end nothing. It counts like any other. */
  overtake(text: string): void {
    this.addFrame();
    void this.#options.take(text);
  }

  /** Answers a ping, as soon as there is room. */
  addPing(data: Buffer): void {
    this.#ping = data;
    this.addFrame();
  }

  /** Counts what needs no answer. */
  addFrame(): void {
    this.#owed += 1;
    void this.#work();
  }

  /** What was taken last goes on by itself: the next may be taken. */
  release(): void {
    this.#release();
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isOpen() && (this.#waiting.length > 0 || this.#owed > 0)) {
      await this.#takeNext();
      // Whoever sends much takes turns with everybody else.
      await nextTurn();
    }
    this.#isBusy = false;
    this.#pace();
  }

  async #takeNext(): Promise<void> {
    const { outbox, socket, take } = this.#options;
    const text = this.#waiting.shift();
    const length = text?.length ?? 0;
    this.#bytes -= length;
    const units = text === undefined ? 0 : 1 + Math.floor(length / bytesOfUnit);
    await this.#pay(this.#owed + units);
    await outbox.untilRoom();
    if (this.#ping !== null) socket.pong(this.#ping);
    this.#ping = null;
    if (text === undefined || !this.#isOpen()) return;
    const released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    await Promise.race([take(text), released]);
  }

  /** Waits until the client may send as much, and reads nothing meanwhile. */
  async #pay(units: number): Promise<void> {
    this.#owed = 0;
    for (;;) {
      const seconds = this.#options.charge(units);
      this.#isPaying = seconds > 0;
      this.#pace();
      if (seconds === 0 || !this.#isOpen()) return;
      await pause(seconds * 1_000, undefined, { signal: this.#closed.signal }).catch(() => {});
    }
  }

  /** Reads on, or does not. */
  #pace(): void {
    const { socket } = this.#options;
    const isMuch = this.#waiting.length > most.messages || this.#bytes > most.bytes;
    const isTooMuch = isMuch || this.#isPaying;
    if (!this.#isOpen() || isTooMuch === socket.isPaused) return;
    if (isTooMuch) socket.pause();
    else socket.resume();
  }

  #isOpen(): boolean {
    const { socket } = this.#options;
    return socket.readyState === socket.OPEN;
  }
}
