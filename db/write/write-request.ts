import type { Reader } from '../read/read.ts';
import type { Author, WriteTx } from './transaction.ts';

/** What is asked, by whom. With a key, the same request is carried out once and answered the same ever after. */
export interface WriteRequest {
  readonly author: Author;
  readonly command: string;
  readonly input: unknown;
  readonly idempotencyKey?: string | null | undefined;
}

/** Changes the record inside a transaction. It may run again after a lock was met, so it has no other effects. */
export type Command<T> = (tx: WriteTx) => Promise<T>;

/** Something that is tried and taken back. */
export interface Rehearsal<T> {
  readonly command: Command<unknown>;
  /** Reads what would be on record. */
  readonly look: (reader: Reader) => Promise<T>;
}
