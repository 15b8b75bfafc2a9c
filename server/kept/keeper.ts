import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Database } from '../../db/client.ts';
import { bytesIn } from '../../db/read/byte-text.ts';
import type { Viewer } from '../../schema/context.ts';
import { whenRead } from '../../schema/reading/edge.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import { encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import { lastSeen } from '../../schema/reading/last-seen.ts';
import { Written } from '../../schema/writing/written.ts';
import { asBytes } from '../encoded.ts';
import type { Extensions } from '../limits/bill.ts';
import { tagOf } from '../public-answer.ts';
import type { RequestFacts } from '../request-facts.ts';
import { canonical } from './canonical.ts';
import type { Keeping, Question } from './keeping.ts';
import { KeptAnswers } from './kept-answers.ts';
import { mayBeKept } from './may-be-kept.ts';
import { traced } from './traced.ts';

/** An answer that is ready. */
export interface ReadyAnswer {
  readonly question: Question;
  /** The bytes up to what it costs; between two pieces stands the cursor of the feed. */
  readonly pieces: readonly Buffer[];
  /** What its texts cost, however often they are told. */
  readonly forTexts: number;
  /** The answer as it was told first, and what it cost then; null where a cursor stands in it. */
  readonly whole: { readonly cost: number; readonly bytes: Buffer } | null;
}

export interface KeptCounts {
  readonly hits: number;
  readonly misses: number;
  readonly answers: number;
  readonly bytes: number;
}

/** To whom an answer is told, and what it costs in all and for its texts. */
interface Told {
  readonly asker: Asker;
  readonly extensions: Extensions;
  readonly forTexts: number;
}

/** Who asks, as far as answers go by it. */
type Asker = Viewer | null;

const roleOf = (asker: Asker): string => asker?.role ?? '';

/**
 * Keeps the answers to queries of a record that this process owns. An answer that is found here is byte for byte the one that
 * would be worked out.
 */
export class Keeper {
  readonly #db: Database;
  readonly #kept: KeptAnswers<ReadyAnswer>;
  readonly #numbers = new WeakMap<DocumentNode, number>();
  /** The end of the feed as each role knows it, since the last change. */
  readonly #cursors = new Map<string, Buffer>();
  readonly #tags = new WeakMap<
    ReadyAnswer,
    { readonly cursor: Buffer | null; readonly tag: string }
  >();
  #numbered = 0;
  #hits = 0;
  #misses = 0;

  /** `mostBytes` is above 0, and the record a local file's. */
  constructor(db: Database, mostBytes: number) {
    this.#db = db;
    this.#kept = new KeptAnswers(mostBytes);
    db.beforeCommit((touched) => {
      this.#kept.touch(touched);
      this.#cursors.clear();
    });
    // They may tell what a damaged page said.
    db.onDamage(() => this.#kept.touch('everything'));
  }

  /** Another after each change: what is read under one of them is as new as all that is. */
  get version(): number {
    return this.#kept.version;
  }

  /** The answer to what was asked in these very letters, if it is kept. */
  ready(asked: string, asker: Asker): ReadyAnswer | undefined {
    const found = this.#kept.findAsked(`${roleOf(asker)} ${asked}`);
    if (found) this.#hits += 1;
    return found;
  }

  /** The answer to the same question, however it was asked; else what is to be noted while it is found, if it may be kept. */
  question(
    question: Question,
    asked: string,
    asker: Asker,
  ): { readonly ready?: ReadyAnswer; readonly keeping?: Keeping } | null {
    const { document, operationName, variables } = question;
    if (!mayBeKept(document, operationName)) return null;
    const role = roleOf(asker);
    const name = `${role} ${this.#numberOf(document)} ${canonical([operationName, variables])}`;
    const letters = `${role} ${asked}`;
    const ready = this.#kept.find(name, letters);
    if (ready) this.#hits += 1;
    else this.#misses += 1;
    if (ready) return { ready };
    const { version } = this.#kept;
    return { keeping: { question, name, asked: letters, version, traced: null } };
  }

  /** Executes a query as `execute` does and, for one that is to be kept, notes what its answer rests on. */
  executing(execute: Executor): Executor {
    return (args) => {
      // The context of every operation is ours.
      const { keeping } = args.contextValue as RequestFacts;
      if (keeping === undefined) return execute(args);
      return whenRead(
        traced(execute, args, () => this.#kept.version),
        (found) => {
          keeping.traced = found;
          return found.result;
        },
      );
    };
  }

  /** An answer that was found, ready to be told; it is kept if it may be. */
  keep(
    { traced: found, ...keeping }: Keeping,
    data: ExecutionResult['data'],
    told: Pick<Told, 'extensions' | 'forTexts'>,
  ): ReadyAnswer {
    const bytes = data instanceof Written ? data.bytes : bytesIn(JSON.stringify(data));
    const text = `{"data":${bytes}`;
    const cursor = found?.cursor ?? null;
    const answer = {
      question: keeping.question,
      forTexts: told.forTexts,
      ...(cursor === null ? wholeAnswer(text, told.extensions) : answerAround(text, cursor)),
    };
    const restsOn = found?.restsOn ?? null;
    const length = answer.pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (restsOn !== null) this.#kept.keep({ ...keeping, answer, bytes: length, restsOn });
    return answer;
  }

  /** The bytes of an answer that is ready. */
  bytesOf({ pieces, whole }: ReadyAnswer, { asker, extensions }: Omit<Told, 'forTexts'>): Buffer {
    // What else is told goes by the question, as the answer does.
    if (whole?.cost === extensions.cost) return whole.bytes;
    return Buffer.concat([...this.#piecesOf(pieces, asker), asBytes(tailOf(extensions))]);
  }

  /** What stands in for an answer that is ready, worked out once for each end of the feed that it tells. */
  tagOf(answer: ReadyAnswer, asker: Asker): string {
    const cursor = answer.pieces.length > 1 ? this.#cursorOf(asker) : null;
    const known = this.#tags.get(answer);
    if (known && known.cursor === cursor) return known.tag;
    const tag = tagOf(...this.#piecesOf(answer.pieces, asker));
    this.#tags.set(answer, { cursor, tag });
    return tag;
  }

  /** Counts so many bytes that are kept beside an answer, for as long as it is kept; false where they are not to be. */
  keepBeside(answer: ReadyAnswer, bytes: number): boolean {
    return this.#kept.keepBeside(answer, bytes);
  }

  /** How often an answer was there, and how often one that may be kept was not; how many there are, and what they take. */
  get counts(): KeptCounts {
    const { bytes, size } = this.#kept;
    return { hits: this.#hits, misses: this.#misses, answers: size, bytes };
  }

  /** All answers that are kept. */
  answers(): Iterable<ReadyAnswer> {
    return this.#kept.answers();
  }

  #piecesOf([first, ...more]: readonly Buffer[], asker: Asker): Buffer[] {
    const cursor = more.length > 0 ? [this.#cursorOf(asker)] : [];
    return [...(first ? [first] : []), ...more.flatMap((piece) => [...cursor, piece])];
  }

  #cursorOf(asker: Asker): Buffer {
    const role = roleOf(asker);
    const known = this.#cursors.get(role);
    if (known !== undefined) return known;
    const seen = lastSeen({ reader: this.#db.reader, viewer: asker });
    if (seen instanceof Promise) throw new TypeError('Answers of a local file alone are kept.');
    const cursor = Buffer.from(encodeFeedCursor(this.#db, seen.seq));
    this.#cursors.set(role, cursor);
    return cursor;
  }

  #numberOf(document: DocumentNode): number {
    const known = this.#numbers.get(document) ?? this.#numbered++;
    this.#numbers.set(document, known);
    return known;
  }
}

/** As it is told a letter a byte. */
export const tailOf = (extensions: unknown): string =>
  bytesIn(`,"extensions":${JSON.stringify(extensions)}}`);

function wholeAnswer(text: string, extensions: Extensions): Pick<ReadyAnswer, 'pieces' | 'whole'> {
  const tail = tailOf(extensions);
  const bytes = asBytes(text + tail);
  return {
    pieces: [bytes.subarray(0, bytes.length - tail.length)],
    whole: { cost: extensions.cost, bytes },
  };
}

function answerAround(text: string, cursor: string): Pick<ReadyAnswer, 'pieces' | 'whole'> {
  return { pieces: text.split(cursor).map(asBytes), whole: null };
}
