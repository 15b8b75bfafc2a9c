import type { Reader } from '../read/read.ts';
import type { EventRow } from '../tables/event.ts';

/** The number and the moment of an event. */
export type EventPlace = Pick<EventRow, 'seq' | 'at'>;

/** What a batch asks first: it fails where somebody changed the log, and with it what was read, since it ended at this number. */
export const logEndsAt = `
  select case when coalesce((select max(seq) from events), 0) = ? then 1 else json('moved') end`;

/** A change asked for a moment or a number before it had read anything: it has to begin anew once the last event is known. */
export class LogUnread extends Error {}

/** Where a change writes into the log: behind the last event, be that known or read with what the change reads first. */
export class LogPlace {
  /** Resolves when it is known; null where it was from the beginning. */
  readonly known: Promise<void> | null;
  readonly #now: () => number;
  #before: EventPlace = { seq: 0, at: 0 };
  #seq = 0;
  #at = 0;
  #isKnown = false;

  constructor(last: EventPlace | Promise<EventPlace>, now: () => number) {
    this.#now = now;
    this.known = last instanceof Promise ? last.then((place) => this.#begin(place)) : null;
    // Whoever reads is told that it failed.
    this.known?.catch(() => {});
    if (!(last instanceof Promise)) this.#begin(last);
  }

  /** The last event before the change. */
  get before(): EventPlace {
    return this.#before;
  }

  /** The number of the last event by now. @throws LogUnread, as those below do */
  get seq(): number {
    this.#assertKnown();
    return this.#seq;
  }

  /** The last moment that was given. */
  get at(): number {
    this.#assertKnown();
    return this.#at;
  }

  /** The moment of the next event. */
  tick(): number {
    this.#at = Math.max(this.#now(), this.at + 1);
    return this.#at;
  }

  /** The number of the next event, which is taken. */
  take(): number {
    this.#seq = this.seq + 1;
    return this.#seq;
  }

  /** The same reader, behind whose first answer the place is known. */
  knownBehind(reader: Reader): Reader {
    const { known } = this;
    if (known === null) return reader;
    return {
      shape: reader.shape,
      read: async (statement, args) =>
        (await Promise.all([reader.read(statement, args), known]))[0],
    };
  }

  #begin(last: EventPlace): void {
    this.#before = last;
    this.#seq = last.seq;
    this.#at = last.at;
    this.#isKnown = true;
  }

  #assertKnown(): void {
    if (!this.#isKnown) throw new LogUnread();
  }
}
