import type { Ground, GroundRange, RestsOn } from '../rules/grounds.ts';
import type { Args, Reader, Statement } from './read.ts';
import { Row } from './row.ts';

/** What the answer of a statement rests on, besides the rows that its `keys` were taken from. */
export interface Basis {
  /** Of each of the rows whose keys it is given. */
  readonly keys?: Ground;
  /** Of each row that it answers with. */
  readonly rows?: Ground;
  /** Whether it names what it looks for, and rests on all that may come to have the name where nothing has it. */
  readonly isNamed?: boolean;
  /** A page in the order of the record of all rows of this ground. */
  readonly page?: PageBasis;
}

interface PageBasis {
  readonly ground: Ground;
  readonly descending: boolean;
  readonly backward: boolean;
}

/** Tells what a statement of this shape rests on; undefined for the record as a whole. */
export type BasisOf = (
  statement: Statement<unknown>,
  shape: string | undefined,
) => Basis | undefined;

/** Notes what an answer rests on while it is read. */
export class Trace {
  readonly #basisOf: BasisOf;
  readonly #keys = new Map<Ground, Set<number>>();
  readonly #ranges: GroundRange[] = [];
  #isOfRecord = false;
  #names = 0;

  constructor(basisOf: BasisOf) {
    this.#basisOf = basisOf;
  }

  /** What was read so far rests on this. */
  get restsOn(): RestsOn {
    return this.#isOfRecord ? 'record' : { keys: this.#keys, ranges: this.#ranges };
  }

  /** The same reader, of whose answers is noted what they rest on. */
  over<R extends Reader>(reader: R): R {
    const noting: Reader = {
      shape: (name, build) => {
        const statement = reader.shape(name, build);
        shapes.set(statement, name);
        return statement;
      },
      read: <Row>(statement: Statement<Row>, args: Args = {}) => {
        const answer = reader.read(statement, args);
        const note = (rows: readonly Row[]): readonly Row[] => {
          this.#note(statement, args, rows);
          return rows;
        };
        return answer instanceof Promise ? answer.then(note) : note(answer);
      },
    };
    // What else it has is asked of itself: a copy would not have what is private to it.
    return new Proxy(reader, {
      get: (_, name) => Reflect.get(name in noting ? noting : reader, name),
    });
  }

  #note(statement: Statement<unknown>, args: Args, rows: readonly unknown[]): void {
    if (this.#isOfRecord) return;
    const basis = this.#basisOf(statement, shapes.get(statement));
    const isUnknown = basis?.isNamed === true && rows.length === 0;
    if (basis === undefined || isUnknown) {
      this.#isOfRecord = true;
      return;
    }
    if (basis.keys) this.add(basis.keys, JSON.parse(String(args.keys)));
    if (basis.rows) this.add(basis.rows, keysIn(rows));
    if (!basis.page) return;
    const keys = keysIn(rows);
    this.addPage(basis.page, args, keys.length < Number(args.limit) ? null : Number(keys.at(-1)));
  }

  /** It rests on a page that was asked with these bounds; `next` is the key of what comes next, if anything does. */
  addPage(page: PageBasis, args: Args, next: number | null): void {
    this.#ranges.push(rangeOf(page, args, next));
  }

  /** A row was found by its name. */
  noteName(): void {
    this.#names += 1;
  }

  /** It was written by a statement that looked for so many names: one that nothing has yet may be given. */
  noteWritten({ names, restsOnRecord }: { names: number; restsOnRecord: boolean }): void {
    if (restsOnRecord || this.#names < names) this.#isOfRecord = true;
  }

  /** It rests on this ground of the rows with these keys. */
  add(ground: Ground, keys: readonly unknown[]): void {
    const known = this.#keys.get(ground) ?? new Set();
    for (const key of keys) if (typeof key === 'number') known.add(key);
    this.#keys.set(ground, known);
  }
}

const shapes = new WeakMap<Statement<unknown>, string>();

function keysIn(rows: readonly unknown[]): readonly unknown[] {
  const [row] = rows;
  return row instanceof Row ? row.siblings.column('key') : [];
}

/** From where to where a page looked: to its bounds, or as far as it was filled. */
function rangeOf(
  { ground, descending, backward }: PageBasis,
  { 'after.key': after, 'before.key': before }: Args,
  next: number | null,
): GroundRange {
  const [low, high] = descending ? [before, after] : [after, before];
  const goesDown = descending !== backward;
  return {
    ground,
    from: goesDown && next !== null ? next : Number(low),
    to: !goesDown && next !== null ? next : Number(high),
  };
}
