import type { Transaction } from '@libsql/client';
import { desc } from 'drizzle-orm';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { insertRows } from './insert.ts';
import { projectStandings } from './project.ts';
import { lastEventOf } from './queries/last-event.ts';
import { clientReader, type Reader } from './read.ts';
import type { EventType, Noun, Visibility } from './rules/vocabulary.ts';
import { type EventRow, events } from './tables/event.ts';

/** Who changes the record. `token` is null for the owner of the file. */
export interface Author {
  readonly token: number | null;
}

/** An event that is to be appended. */
export interface NewEvent {
  readonly type: EventType;
  readonly noun: Noun;
  /** The key of the row it tells of. */
  readonly subject: number;
  /** A moment that `tick` gave. */
  readonly at: number;
  readonly visibility: Visibility;
  readonly payload: object;
}

/** What every command answers. */
export interface Recorded {
  readonly noun: Noun;
  readonly key: number;
  readonly id: string;
  readonly created: boolean;
  /** Of its event; where nothing changed, of the last event that told of it. */
  readonly seq: number;
}

/** What a command may do inside its transaction. */
export interface WriteTx {
  /** Take the first row of a select: this driver has no `get`. */
  readonly drizzle: SqliteRemoteDatabase;
  /** Reads what the transaction has written so far, too. */
  readonly reader: Reader;
  readonly author: Author;
  /** The moment of the next event. Moments strictly increase, whatever the clock does. */
  tick(): number;
  /** Appends an event and tells its number. */
  append(event: NewEvent): number;
  /** The number of the last event that told of a subject. */
  lastSeqOf(noun: Noun, subject: number): Promise<number>;
  /** Marks a claim whose standing the event appended last may change; it is projected before the commit. */
  touch(claim: number): void;
}

/** The record's side of an open transaction. */
export class RecordTx implements WriteTx {
  readonly drizzle: SqliteRemoteDatabase;
  readonly reader: Reader;
  readonly author: Author;
  readonly #now: () => number;
  readonly #appended: EventRow[] = [];
  readonly #touched = new Map<number, [EventRow, ...EventRow[]]>();
  #seq: number;
  #at: number;

  /** Starts where the record's last event left off. */
  static async begin(opened: Transaction, author: Author, now: () => number): Promise<RecordTx> {
    const db = drizzle(async (sql, args) => {
      const { rows } = await opened.execute({ sql, args });
      return { rows: rows.map((row) => Array.from(row)) };
    });
    const [last] = await db
      .select({ seq: events.seq, at: events.at })
      .from(events)
      .orderBy(desc(events.seq))
      .limit(1);
    return new RecordTx({ drizzle: db, reader: clientReader(opened), author, now }, last);
  }

  private constructor(
    options: Pick<WriteTx, 'drizzle' | 'reader' | 'author'> & { readonly now: () => number },
    last: { readonly seq: number; readonly at: number } | undefined,
  ) {
    this.drizzle = options.drizzle;
    this.reader = options.reader;
    this.author = options.author;
    this.#now = options.now;
    this.#seq = last?.seq ?? 0;
    this.#at = last?.at ?? 0;
  }

  tick(): number {
    this.#at = Math.max(this.#now(), this.#at + 1);
    return this.#at;
  }

  append(event: NewEvent): number {
    this.#seq += 1;
    this.#appended.push({ ...event, seq: this.#seq, by: this.author.token });
    return this.#seq;
  }

  async lastSeqOf(noun: Noun, subject: number): Promise<number> {
    const isOfIt = (event: EventRow) => event.noun === noun && event.subject === subject;
    const appended = this.#appended.findLast(isOfIt);
    if (appended !== undefined) return appended.seq;
    const [last] = await this.reader.read(lastEventOf, { noun, subject });
    return last?.seq ?? 0;
  }

  touch(claim: number): void {
    const cause = this.#appended.at(-1);
    if (cause === undefined) throw new Error(`Nothing has happened to the claim ${claim}.`);
    const causes = this.#touched.get(claim);
    if (causes === undefined) this.#touched.set(claim, [cause]);
    else if (causes.at(-1) !== cause) causes.push(cause);
  }

  /** Projects the standings of touched claims, writes the events, and tells the last one's number; null without any. */
  async complete(): Promise<number | null> {
    await projectStandings(this, this.#touched);
    await insertRows(this.drizzle, events, this.#appended);
    return this.#appended.at(-1)?.seq ?? null;
  }
}
