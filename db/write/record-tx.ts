import type { InValue } from '@libsql/client';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { lastEventOf } from '../queries/last-event.ts';
import { namesBeside } from '../queries/public-id.ts';
import type { Args, Reader, Statement } from '../read/read.ts';
import type { Noun } from '../rules/vocabulary.ts';
import { type EventRow, events } from '../tables/event.ts';
import { searchPending } from '../tables/search.ts';
import type { Rows } from './connection.ts';
import { insertRows } from './insert.ts';
import { type EventPlace, LogPlace } from './log-place.ts';
import type { Opened } from './opened.ts';
import { type ProjectingTx, projectStandings } from './project.ts';
import type { Cause, Causes, Projected, StandingBefore } from './projecting.ts';
import { type RowsTold, RowsWritten } from './rows-written.ts';
import type { Author, NewEvent } from './transaction.ts';

type Appended = Omit<EventRow, 'change'>;

/** An actor or a claim, of which others may be names. */
interface Named {
  readonly noun: 'actor' | 'claim';
  readonly key: number;
}

/** The record's side of an open transaction. */
export class RecordTx implements ProjectingTx {
  readonly reader: Reader;
  readonly author: Author;
  readonly #opened: Opened;
  readonly #place: LogPlace;
  readonly #written = new RowsWritten();
  readonly #appended: Appended[] = [];
  /** By the number of an event the claims that it tells of. */
  readonly #claimsTold = new Map<number, readonly number[]>();
  readonly #namesOfClaims = new Map<number, readonly number[]>();
  readonly #touched = new Map<number, [Cause, ...Cause[]]>();
  readonly #newClaims = new Map<number, Projected>();
  readonly #standingsBefore = new Map<number, StandingBefore>();
  #drizzle: SqliteRemoteDatabase | null = null;
  #isOver = false;
  #endsGroup = false;

  /** Starts where the last event left off; where that is read with what the change reads first, it is known behind that. */
  constructor(
    opened: Opened,
    {
      author,
      now,
      last,
    }: {
      readonly author: Author;
      readonly now: () => number;
      readonly last: EventPlace | Promise<EventPlace>;
    },
  ) {
    this.#opened = opened;
    this.author = author;
    this.#place = new LogPlace(last, now);
    this.reader = this.#place.knownBehind(opened.reader);
  }

  get drizzle(): SqliteRemoteDatabase {
    this.#drizzle ??= drizzle(async (sql, args) => ({ rows: [...(await this.run(sql, args))] }));
    return this.#drizzle;
  }

  run(text: string, args: readonly InValue[], told?: RowsTold): Rows | Promise<Rows> {
    // What a command left running would change what comes after it.
    if (this.#isOver) throw new Error('This change is over.');
    const noted = (rows: Rows): Rows => {
      if (told === undefined) this.#written.note(text, rows);
      else this.#written.noteTold(told);
      return rows;
    };
    const rows = this.#opened.execute(text, args);
    if (!(rows instanceof Promise)) return noted(rows);
    return Promise.all([rows, this.#place.known]).then(([told]) => noted(told));
  }

  get isFile(): boolean {
    return this.#opened.connection.isFile;
  }

  readAhead(statement: Statement<unknown>, args: Args): void {
    this.#opened.readAhead(statement, args);
  }

  readWithCommit<Row>(statement: Statement<Row>, args: Args): Promise<readonly Row[]> | undefined {
    return this.#opened.readWithCommit(statement, args);
  }

  tick(): number {
    return this.#place.tick();
  }

  append({ type, noun, subject, claims = [], at, visibility, payload }: NewEvent): number {
    const seq = this.#place.take();
    this.#claimsTold.set(seq, noun === 'claim' ? [subject] : claims);
    const [claim = null] = noun === 'link' ? [] : claims;
    const by = this.author.token;
    this.#appended.push({ seq, type, noun, subject, claim, at, by, visibility, payload });
    return seq;
  }

  async lastSeqOf(noun: Noun, subject: number): Promise<number> {
    const isOfIt = (event: Appended) => event.noun === noun && event.subject === subject;
    const appended = this.#appended.findLast(isOfIt);
    if (appended !== undefined) return appended.seq;
    const [last] = await this.reader.read(lastEventOf, { noun, subject });
    return last?.seq ?? 0;
  }

  touch(claim: number): void {
    const cause = this.#appended.at(-1) ?? { noun: 'claim', subject: claim, at: this.#place.at };
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
    this.#standingsBefore.set(claim.claim.key, claim.before);
  }

  newClaim(claim: number): Projected | undefined {
    return this.#newClaims.get(claim);
  }

  standingBefore(claim: number): StandingBefore | undefined {
    return this.#standingsBefore.get(claim);
  }

  knowNames(claim: number, names: readonly number[]): void {
    this.#namesOfClaims.set(claim, names);
  }

  /** The actor, or the claims, that an event tells of. */
  #toldBy({ noun, seq, subject }: Appended): readonly Named[] {
    if (noun === 'actor') return [{ noun, key: subject }];
    return (this.#claimsTold.get(seq) ?? []).map((key) => ({ noun: 'claim', key }));
  }

  /** The appended events: one of an actor, of a claim or of what is on a claim keeps the keys of all that are one with it. */
  async #withNames(): Promise<readonly Appended[]> {
    const namesOf = await this.#names(this.#appended.flatMap((event) => this.#toldBy(event)));
    return this.#appended.map((event) => {
      const names = this.#toldBy(event).flatMap((named) => [named.key, ...namesOf(named)]);
      return withNames(event, new Set(names));
    });
  }

  /** The names of these beside their own, as they stand by now: read for those of which they are not known. */
  async #names(named: readonly Named[]): Promise<(named: Named) => readonly number[]> {
    const found = new Map<string, readonly number[]>();
    const unknown = new Map<string, Named>();
    for (const each of named) {
      const { noun, key } = each;
      // What came on record alone, and was touched by nothing else, has no other name.
      const own = this.#newClaims.has(key) ? [] : this.#namesOfClaims.get(key);
      if (noun === 'claim' && own !== undefined) found.set(nameOf(each), own);
      else unknown.set(nameOf(each), each);
    }
    if (unknown.size > 0) {
      const rows = JSON.stringify([...unknown.values()].map(({ noun, key }) => [noun, key]));
      const read = await this.reader.read(namesBeside, { rows });
      for (const [index, name] of [...unknown.keys()].entries())
        found.set(name, JSON.parse(read[index]?.keys ?? '[]'));
    }
    return (each) => found.get(nameOf(each)) ?? [];
  }

  /** Projects the standings of touched claims, writes the events, and tells the last one's number; null without any. */
  async complete(): Promise<number | null> {
    await this.#place.known;
    await projectStandings(this, this.#touched);
    const written = await this.#withNames();
    const change = this.#place.seq;
    await insertRows(
      this,
      events,
      written.map((event) => ({ ...event, change })),
    );
    // Events put them in; what tells of nothing, such as projecting anew, may have changed what an article is found by, too.
    if (this.#appended.length === 0) await this.drizzle.delete(searchPending);
    return this.#appended.at(-1)?.seq ?? null;
  }

  endGroup(): void {
    this.#endsGroup = true;
  }

  get endsGroup(): boolean {
    return this.#endsGroup;
  }

  /** Lets nothing be changed by it any more. */
  end(): void {
    this.#isOver = true;
  }

  get hasAppended(): boolean {
    return this.#appended.length > 0;
  }

  /** Whether it has changed anything in the database. */
  get hasWritten(): boolean {
    return this.#written.hasAny;
  }

  /** Where the next change starts. */
  get last(): EventPlace {
    return this.#appended.at(-1) ?? this.#place.before;
  }

  get changed(): RowsWritten['changed'] {
    return this.#written.changed;
  }
}

const nameOf = ({ noun, key }: Named): string => `${noun} ${key}`;

/** An event of an actor or a claim holds its other names; one of what is on a claim, all of the claim's where there are several. */
function withNames(event: Appended, names: ReadonlySet<number>): Appended {
  if (names.size < 2) return event;
  const { noun, payload, subject } = event;
  const others = [...names].filter((key) => key !== subject);
  const isNamed = noun === 'actor' || noun === 'claim';
  const known = isNamed ? { names: others } : { claims: [...names] };
  return { ...event, payload: { ...Object(payload), ...known } };
}
