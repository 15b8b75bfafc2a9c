import type { WebSocket } from 'ws';

/** What may wait to leave before a reader counts as behind. */
const roomBytes = 64 * 1024;

/** What leaves over a WebSocket. Who asks for room first holds no more for a reader than what fits, and one text. */
export class Outbox {
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];
  #fullSince: number | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.once('close', () => this.#wake());
  }

  get hasRoom(): boolean {
    return this.#socket.bufferedAmount <= roomBytes;
  }

  /** How long the reader has been behind without catching up, in milliseconds. */
  get behindMs(): number {
    return this.#fullSince === null ? 0 : performance.now() - this.#fullSince;
  }

  /** Hands over a text; one for a socket that is closed is dropped. */
  send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(text, this.#sent);
    if (!this.hasRoom) this.#fullSince ??= performance.now();
  }

  /** Resolves when there is room, or when nothing leaves any more. */
  untilRoom(): Promise<void> {
    const isOpen = this.#socket.readyState === this.#socket.OPEN;
    if (this.hasRoom || !isOpen) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  readonly #sent = (): void => {
    if (this.hasRoom) this.#wake();
  };

  #wake(): void {
    this.#fullSince = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
