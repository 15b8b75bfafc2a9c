import type { Client, InValue, Transaction } from '@libsql/client';
import { askPrimary, rowsOf, type ServerStatement } from '../read/levels.ts';
import { hasCode, StorageUnsynced } from '../read/storage-error.ts';
import type { Connection, Rows } from './connection.ts';
import { commitsAre, type Durability, durabilityIn } from './durability.ts';
import { logEndsAt } from './log-place.ts';
import { LogMoved } from './storage-failure.ts';

/** What is asked of it, in the order of asking: what waits for its rows, and what only writes. */
interface Asked extends ServerStatement {
  readonly waiting: {
    readonly resolve: (rows: Rows) => void;
    readonly reject: (error: unknown) => void;
  } | null;
  /** Whether it changes something, and tells what. */
  readonly isLocking: boolean;
}

const none: Rows = [];
const writes = /\b(?:insert|update|delete|replace)\b/i;
const tells = /\breturning\b/i;

// A change whose log was moved so often by others holds the lock from its beginning.
const mostMoves = 2;

/**
 * The connection to a libSQL server. What a change reads before it writes is read without a lock, all that is asked in one turn in
 * one round trip; what it writes waits, and is committed in one batch, if the log still ends where the change began. What reads
 * what it has written itself, or waits for what a write tells, takes the lock from there on.
 */
export class ServerConnection implements Connection {
  readonly isFile = false;
  readonly #client: Client;
  readonly #durability: Durability;
  #asked: Asked[] = [];
  readonly #last: Asked[] = [];
  /** What was asked before anybody waits for it, by its text and arguments; forgotten once something is written. */
  readonly #ahead = new Map<string, Promise<Rows>>();
  #locked: Transaction | null = null;
  #isBegun = false;
  #head: number | null = null;
  #levels = 0;
  #moves = 0;

  constructor(client: Client, durability: Durability) {
    this.#client = client;
    this.#durability = durability;
  }

  get isOpen(): boolean {
    return this.#isBegun && this.#locked?.closed !== true;
  }

  begin(): void {
    this.#isBegun = true;
    this.#head = null;
    this.#levels = 0;
    this.#forget();
  }

  expectLast(seq: number): void {
    this.#head = seq;
  }

  execute(text: string, args: readonly InValue[]): Rows | Promise<Rows> {
    const isWrite = writes.test(text);
    const statement = { sql: text, args: [...args] };
    if (!isWrite || tells.test(text)) return this.#answered({ ...statement, isLocking: isWrite });
    this.#ahead.clear();
    this.#asked.push({ ...statement, waiting: null, isLocking: true });
    return none;
  }

  first(text: string, args: readonly InValue[]): Promise<unknown> {
    const ahead = this.#ahead.get(nameOf(text, args));
    const rows = ahead ?? this.#answered({ sql: text, args: [...args], isLocking: false });
    return rows.then(([row]) => row);
  }

  readAhead(text: string, args: readonly InValue[]): void {
    const rows = this.#answered({ sql: text, args: [...args], isLocking: false });
    // Whoever waits for it is told that it failed.
    rows.catch(() => {});
    this.#ahead.set(nameOf(text, args), rows);
  }

  readWithCommit(text: string, args: readonly InValue[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting = { resolve: ([row]: Rows) => resolve(row), reject };
      this.#last.push({ sql: text, args: [...args], waiting, isLocking: false });
    });
  }

  async commit(): Promise<void> {
    const last = this.#last.splice(0);
    const statements = [...this.#asked.splice(0), ...last];
    try {
      const answers = await this.#commitAll(statements);
      this.#moves = 0;
      const told = answers.slice(answers.length - last.length);
      for (const [place, { waiting }] of last.entries()) waiting?.resolve(told[place] ?? none);
    } finally {
      this.#end();
    }
  }

  async rollback(): Promise<void> {
    const locked = this.#locked;
    this.#end();
    if (locked?.closed === false) await locked.rollback();
  }

  close(): void {
    this.#locked?.close();
    this.#end();
    this.#client.close();
  }

  #end(): void {
    this.#locked = null;
    this.#isBegun = false;
    this.#forget();
  }

  #forget(): void {
    const over = new Error('This change is over.');
    for (const { waiting } of this.#asked) waiting?.reject(over);
    this.#asked = [];
    this.#last.length = 0;
    this.#ahead.clear();
  }

  #answered(statement: Omit<Asked, 'waiting'>): Promise<Rows> {
    if (!this.#isBegun) throw new Error('No transaction was begun.');
    return new Promise((resolve, reject) => {
      // By then all has been asked that waits for no answer.
      if (!this.#asked.some(({ waiting }) => waiting !== null))
        setImmediate(() => this.#askLevel());
      this.#asked.push({ ...statement, waiting: { resolve, reject } });
    });
  }

  /** Asks all that waits for an answer, behind what is to be written before it. */
  async #askLevel(): Promise<void> {
    const level = this.#asked.splice(
      0,
      this.#asked.findLastIndex(({ waiting }) => waiting !== null) + 1,
    );
    if (level.length === 0) return;
    this.#levels += 1;
    try {
      const answers = await this.#askTogether(level);
      for (const [place, { waiting }] of level.entries()) waiting?.resolve(answers[place] ?? none);
    } catch (error) {
      for (const { waiting } of level) waiting?.reject(error);
    }
  }

  #askTogether(level: readonly Asked[]): Promise<readonly Rows[]> {
    const needsLock = this.#moves >= mostMoves || level.some(({ isLocking }) => isLocking);
    if (this.#locked === null && !needsLock) return askPrimary(this.#client)(level.map(plain));
    return this.#askLocked(level);
  }

  async #askLocked(level: readonly Asked[]): Promise<readonly Rows[]> {
    const isNew = this.#locked === null;
    this.#locked ??= await this.#client.transaction('write');
    const locked = this.#locked;
    const guards = isNew ? this.#guards() : [];
    const answers = await this.#batch(guards, () => locked.batch([...guards, ...level].map(plain)));
    return answers.slice(guards.length).map(rowsOf);
  }

  /** Commits, and tells the rows of these statements. */
  async #commitAll(statements: readonly ServerStatement[]): Promise<readonly Rows[]> {
    if (this.#locked !== null) return this.#commitLocked(this.#locked, statements);
    // What wrote nothing, and read all of it as of one moment, has nothing to commit.
    return statements.length > 0 || this.#levels > 1 ? this.#commitAtOnce(statements) : [];
  }

  async #commitAtOnce(statements: readonly ServerStatement[]): Promise<readonly Rows[]> {
    const guards = this.#guards();
    const asked = [...guards, ...this.#syncChecks(), ...statements];
    const answers = await this.#batch(guards, () => this.#client.batch(asked.map(plain), 'write'));
    this.#noteDurability(answers[guards.length]);
    return answers.slice(answers.length - statements.length).map(rowsOf);
  }

  async #commitLocked(
    locked: Transaction,
    statements: readonly ServerStatement[],
  ): Promise<readonly Rows[]> {
    const end = { sql: 'commit', args: [] };
    try {
      const asked = [...this.#syncChecks(), ...statements, end];
      const answers = await this.#batch([], () => locked.batch(asked.map(plain)));
      this.#noteDurability(answers[0]);
      return answers.slice(asked.length - 1 - statements.length, -1).map(rowsOf);
    } finally {
      locked.close();
    }
  }

  #guards(): readonly ServerStatement[] {
    return this.#head === null ? [] : [{ sql: logEndsAt, args: [this.#head] }];
  }

  /** What each batch that commits tells of how that is done; a server that cannot tell is not asked again. */
  #syncChecks(): readonly ServerStatement[] {
    return this.#durability.state === 'unknown'
      ? []
      : [{ sql: commitsAre, args: [this.#durability.isRequired ? 2 : 0] }];
  }

  #noteDurability(answer: { readonly rows: readonly ArrayLike<unknown>[] } | undefined): void {
    const [row] = answer?.rows ?? [];
    if (this.#durability.state !== 'unknown') this.#durability.note(durabilityIn(row?.[0]));
  }

  async #batch<Answer>(
    guards: readonly ServerStatement[],
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      // What has no event, such as the answer to a key, may have come between as well; with the lock it tells of a fault.
      if (hasCode(error, 'SQLITE_CONSTRAINT') && this.#moves < mostMoves) this.#throwMoved(error);
      const place = Object(error).statementIndex;
      if (typeof place !== 'number' || !/malformed JSON/.test(String(error))) throw error;
      if (place < guards.length) this.#throwMoved(error);
      if (place > guards.length || !this.#durability.isRequired) throw error;
      this.#durability.note('unsynced');
      throw new StorageUnsynced();
    }
  }

  #throwMoved(error: unknown): never {
    this.#moves += 1;
    throw new LogMoved(error);
  }
}

function nameOf(text: string, args: readonly InValue[]): string {
  return JSON.stringify([text, args]);
}

function plain({ sql, args }: ServerStatement): ServerStatement {
  return { sql, args };
}
