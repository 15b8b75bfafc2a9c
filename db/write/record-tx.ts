import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Client, InStatement, Transaction } from '@libsql/client';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { belongingsOfStances } from '../queries/belonging.ts';
import { lastEvent, lastEventOf } from '../queries/last-event.ts';
import { namesBeside } from '../queries/public-id.ts';
import { clientReader, type Reader } from '../read/read.ts';
import { type Touched, touchedBy } from '../rules/grounds.ts';
import type { Noun } from '../rules/vocabulary.ts';
import { type EventRow, events } from '../tables/event.ts';
import { searchPending } from '../tables/search.ts';
import { insertRows } from './insert.ts';
import { projectStandings } from './project.ts';
import type { Cause } from './projecting.ts';
import { RowsWritten } from './rows-written.ts';
import type { Author, NewEvent, WriteTx } from './transaction.ts';

/** The record's side of an open transaction. */
export class RecordTx implements WriteTx {
  readonly drizzle: SqliteRemoteDatabase;
  readonly reader: Reader;
  readonly author: Author;
  readonly #now: () => number;
  readonly #written: RowsWritten;
  readonly #appended: EventRow[] = [];
  readonly #touched = new Map<number, [Cause, ...Cause[]]>();
  #seq: number;
  #at: number;

  /** Starts where the record's last event left off. */
  static async begin(opened: Transaction, author: Author, now: () => number): Promise<RecordTx> {
    const asked = inTurns(opened);
    const written = new RowsWritten();
    const db = drizzle(async (sql, args) => {
      const { rows } = await asked.execute({ sql, args });
      written.note(sql, rows);
      return { rows: rows.map((row) => Array.from(row)) };
    });
    const reader = clientReader(asked);
    const [last] = await reader.read(lastEvent);
    return new RecordTx({ drizzle: db, reader, author, now, written }, last);
  }

  private constructor(
    options: Pick<WriteTx, 'drizzle' | 'reader' | 'author'> & {
      readonly now: () => number;
      readonly written: RowsWritten;
    },
    last: { readonly seq: number; readonly at: number } | undefined,
  ) {
    this.drizzle = options.drizzle;
    this.reader = options.reader;
    this.author = options.author;
    this.#now = options.now;
    this.#written = options.written;
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
    const cause = this.#appended.at(-1) ?? { noun: 'claim', subject: claim, at: this.#at };
    const causes = this.#touched.get(claim);
    if (causes === undefined) this.#touched.set(claim, [cause]);
    else if (causes.at(-1) !== cause) causes.push(cause);
  }

  /** The appended events: one of an actor or a claim keeps the keys of all that are one with it. */
  async #withNames(): Promise<readonly EventRow[]> {
    const named = this.#appended.filter(isNamed);
    if (named.length === 0) return this.#appended;
    const rows = JSON.stringify(named.map(({ noun, subject }) => [noun, subject]));
    const found = await this.reader.read(namesBeside, { rows });
    const names = new Map(named.map(({ seq }, index) => [seq, found[index]?.keys ?? '[]']));
    return this.#appended.map((event) => {
      const keys: readonly number[] = JSON.parse(names.get(event.seq) ?? '[]');
      return keys.length === 0
        ? event
        : { ...event, payload: { ...Object(event.payload), names: keys } };
    });
  }

  /** Projects the standings of touched claims, writes the events, and tells the last one's number; null without any. */
  async complete(): Promise<number | null> {
    await projectStandings(this, this.#touched);
    await insertRows(this.drizzle, events, await this.#withNames());
    // Events put them in; what tells of nothing, such as projecting anew, may have changed what an article is found by, too.
    if (this.#appended.length === 0) await this.drizzle.delete(searchPending);
    return this.#appended.at(-1)?.seq ?? null;
  }

  /** What answers rest on that this transaction may have changed, once it is complete; null where it changed none. */
  async touched(): Promise<Touched | null> {
    const { changed } = this.#written;
    if (changed === null || changed === 'everything') return changed;
    const keys = {
      stances: JSON.stringify([...changed.stances]),
      evidence: JSON.stringify([...changed.evidence]),
    };
    const found = await this.reader.read(belongingsOfStances, keys);
    return touchedBy(
      changed,
      found.map(({ stance, claim, shownClaim, actor, shownActor, articles }) => {
        return { stance, claim, shownClaim, actor, shownActor, articles: JSON.parse(articles) };
      }),
    );
  }
}

/** What events tell of that may have several names. */
const isNamed = ({ noun }: EventRow): boolean => noun === 'actor' || noun === 'claim';

const turnMs = 10;

/** A local database answers without leaving the turn: without this, a long transaction would hold up whoever reads. */
function inTurns(opened: Transaction): Pick<Client, 'execute'> {
  let since = performance.now();
  return {
    async execute(statement: InStatement) {
      if (performance.now() - since > turnMs) {
        await nextTurn();
        since = performance.now();
      }
      return opened.execute(statement);
    },
  };
}
