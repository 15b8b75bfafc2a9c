import type { InValue } from '@libsql/client';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Args, Reader, Statement } from '../read/read.ts';
import type { EventType, Noun, Visibility } from '../rules/vocabulary.ts';
import type { Rows } from './connection.ts';
import type { Causes, Projected } from './projecting.ts';
import type { RowsTold } from './rows-written.ts';

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
  /** The claims that it tells of, where it is another thing that it happened to: a stance, evidence or a link. */
  readonly claims?: readonly number[];
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
  /**
   * Carries out a statement and answers with its rows: of a file at once, and prepared once for all that ask with this text, which
   * holds no values for that. What it changes is noted as that of drizzle's, where `told` does not tell it.
   */
  run(text: string, args: readonly InValue[], told?: RowsTold): Rows | Promise<Rows>;
  /** Whether it is that of a file, which is not waited for. */
  readonly isFile: boolean;
  /**
   * Tells that this will be read before anything is written: a server is asked it with whatever it is asked next, and not once
   * more. A file answers no sooner for it.
   */
  readAhead(statement: Statement<unknown>, args: Args): void;
  /**
   * Reads what will be on record in the commit itself, and is answered behind it: for the answer to a change. Undefined where
   * nobody waits for a read, as of a file.
   */
  readWithCommit<Row>(statement: Statement<Row>, args: Args): Promise<readonly Row[]> | undefined;
  /** Reads what the transaction has written so far, too. */
  readonly reader: Reader;
  readonly author: Author;
  /** The moment of the next event. Moments strictly increase, whatever the clock does. */
  tick(): number;
  /** Appends an event and tells its number. */
  append(event: NewEvent): number;
  /** The number of the last event that told of a subject. */
  lastSeqOf(noun: Noun, subject: number): Promise<number>;
  /**
   * Marks a claim whose standing the event appended last may change; it is projected before the commit. Before any event
   * the claim itself is told as what changed it.
   */
  touch(claim: number): void;
  /** What touched a claim so far, in order. */
  causesOf(claim: number): Causes;
  /**
   * Tells what a claim comes to that this transaction put on record, as its rows were inserted: it is not read again before the
   * commit, unless something else touches it from now on.
   */
  know(claim: Projected): void;
  /** Lets no later change share its transaction: it is committed, and answered, before anything else is done. */
  endGroup(): void;
}
