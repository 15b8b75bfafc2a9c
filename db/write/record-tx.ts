import type { InValue } from '@libsql/client';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { belongingsOfStances } from '../queries/belonging.ts';
import { lastEvent, lastEventOf } from '../queries/last-event.ts';
import { namesBeside } from '../queries/public-id.ts';
import type { Reader } from '../read/read.ts';
import {
  type RowsChanged,
  type StanceBelonging,
  type Touched,
  touchedBy,
} from '../rules/grounds.ts';
import type { Noun } from '../rules/vocabulary.ts';
import { type EventRow, events } from '../tables/event.ts';
import { searchPending } from '../tables/search.ts';
import type { Rows } from './connection.ts';
import { insertRows } from './insert.ts';
import type { Opened } from './opened.ts';
import { type ProjectingTx, projectStandings } from './project.ts';
import type { Cause, Causes, Projected, StandingBefore } from './projecting.ts';
import { RowsWritten } from './rows-written.ts';
import type { Author, NewEvent } from './transaction.ts';

/** The number and the moment of an event. */
export type EventPlace = Pick<EventRow, 'seq' | 'at'>;

/** The record's side of an open transaction. */
export class RecordTx implements ProjectingTx {
  readonly reader: Reader;
  readonly author: Author;
  readonly #opened: Opened;
  readonly #now: () => number;
  readonly #written = new RowsWritten();
  readonly #appended: EventRow[] = [];
  readonly #touched = new Map<number, [Cause, ...Cause[]]>();
  readonly #newClaims = new Map<number, Projected>();
  readonly #before = new Map<number, StandingBefore>();
  #drizzle: SqliteRemoteDatabase | null = null;
  #seq: number;
  #at: number;

  /** Starts where the record's last event left off. */
  static async begin(opened: Opened, author: Author, now: () => number): Promise<RecordTx> {
    const [last = { seq: 0, at: 0 }] = await opened.reader.read(lastEvent);
    return new RecordTx(opened, { author, now, last });
  }

  private constructor(
    opened: Opened,
    {
      author,
      now,
      last,
    }: { readonly author: Author; readonly now: () => number; readonly last: EventPlace },
  ) {
    this.#opened = opened;
    this.reader = opened.reader;
    this.author = author;
    this.#now = now;
    this.#seq = last.seq;
    this.#at = last.at;
  }

  get drizzle(): SqliteRemoteDatabase {
    this.#drizzle ??= drizzle(async (sql, args) => ({ rows: [...(await this.run(sql, args))] }));
    return this.#drizzle;
  }

  run(text: string, args: readonly InValue[]): Rows | Promise<Rows> {
    const noted = (rows: Rows): Rows => {
      this.#written.note(text, rows);
      return rows;
    };
    const rows = this.#opened.execute(text, args);
    return rows instanceof Promise ? rows.then(noted) : noted(rows);
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
    this.#newClaims.delete(claim);
  }

  causesOf(claim: number): Causes {
    const causes = this.#touched.get(claim);
    if (causes === undefined) throw new Error(`Nothing touched the claim ${claim}.`);
    return causes;
  }

  know(claim: Projected): void {
    this.#newClaims.set(claim.claim.key, claim);
    this.#before.set(claim.claim.key, claim.before);
  }

  newClaim(claim: number): Projected | undefined {
    return this.#newClaims.get(claim);
  }

  standingBefore(claim: number): StandingBefore | undefined {
    return this.#before.get(claim);
  }

  /** The appended events: one of an actor or a claim keeps the keys of all that are one with it. */
  async #withNames(): Promise<readonly EventRow[]> {
    const named = this.#appended.filter((event) => this.#mayHaveNames(event));
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

  /** Of an actor or a claim; but what came on record alone and was touched by nothing else has no other name. */
  #mayHaveNames({ noun, subject }: EventRow): boolean {
    return noun === 'actor' || (noun === 'claim' && !this.#newClaims.has(subject));
  }

  /** Projects the standings of touched claims, writes the events, and tells the last one's number; null without any. */
  async complete(): Promise<number | null> {
    await projectStandings(this, this.#touched);
    await insertRows(this, events, await this.#withNames());
    // Events put them in; what tells of nothing, such as projecting anew, may have changed what an article is found by, too.
    if (this.#appended.length === 0) await this.drizzle.delete(searchPending);
    return this.#appended.at(-1)?.seq ?? null;
  }

  /** What answers rest on that this transaction may have changed, once it is complete; null where it changed none. */
  async touched(): Promise<Touched | null> {
    const { changed } = this.#written;
    if (changed === null || changed === 'everything') return changed;
    const known = [...this.#newClaims.values()].flatMap(belongingsIn);
    return touchedBy(changed, [...known, ...(await this.#belongingsRead(changed, known))]);
  }

  async #belongingsRead(
    { stances, evidence }: RowsChanged,
    known: readonly (StanceBelonging & { readonly evidence: readonly number[] })[],
  ): Promise<readonly StanceBelonging[]> {
    const knownStances = new Set(known.map(({ stance }) => stance));
    const knownEvidence = new Set(known.flatMap((one) => one.evidence));
    const others = [...stances].filter((key) => !knownStances.has(key));
    const pieces = [...evidence].filter((key) => !knownEvidence.has(key));
    if (others.length + pieces.length === 0) return [];
    const keys = { stances: JSON.stringify(others), evidence: JSON.stringify(pieces) };
    const found = await this.reader.read(belongingsOfStances, keys);
    return found.map(({ stance, claim, shownClaim, actor, shownActor, articles }) => {
      return { stance, claim, shownClaim, actor, shownActor, articles: JSON.parse(articles) };
    });
  }
}

/** What the stances of a new claim belong to. */
function belongingsIn({ claim, facts, stances }: Projected) {
  const told = new Map(facts.claims.get(claim.key)?.stances.map((one) => [one.stance, one]));
  return stances.map(({ key, actor, shownActor, shownClaim }) => {
    const evidence = told.get(key)?.evidence ?? [];
    return {
      stance: key,
      claim: claim.key,
      shownClaim,
      actor,
      shownActor,
      articles: evidence.map(({ article }) => article),
      evidence: evidence.map((piece) => piece.evidence),
    };
  });
}
