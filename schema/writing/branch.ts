import { basisOfQuery } from '../../db/queries/basis.ts';
import { type JsonText, rowMark, textsByKey } from '../../db/read/json-text.ts';
import type { Query } from '../../db/read/query.ts';
import type { Fields } from '../../db/read/row.ts';
import { inputsFrom, ofPlace, type TextStatement } from '../../db/read/text-statement.ts';
import type { Ground } from '../../db/rules/grounds.ts';
import { visibilityArgs } from '../reading/edge.ts';
import { type Filling, fill, type Later, laterFor } from './holes.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import { notedStatement } from './noted-statement.ts';
import type { Writing } from './writing.ts';

/** Rows whose keys are known only when the statement has answered: for all of a text they are read by one more. */
export interface Branch {
  readonly number: number;
  readonly text: TextStatement;
  /** What the rows rest on, by their keys; nothing, unless told. */
  readonly ground: Ground | undefined;
}

/** A branch to the rows of a query. */
export function branchTo(
  writing: Writing,
  query: Query<object>,
  write: (row: Fields) => JsonText,
): Branch {
  const number = writing.places.length;
  writing.ask({
    number,
    ask: ({ context }) => ({ name: query.name, args: visibilityArgs(context) }),
  });
  const basis = basisOfQuery(query.name);
  if (basis === undefined) writing.restsOnRecord = true;
  const text = notedStatement(ofPlace(number, textsByKey(query, write)));
  return { number, text, ground: basis?.keys };
}

/** Tells the text of the row with this key once it is read; empty where there is none. */
export function followed(branch: Branch, key: number, filling: Filling): () => string {
  return laterFor(filling, branch, () => new Rows(branch, filling)).follow(key);
}

class Rows implements Later {
  readonly #branch: Branch;
  readonly #filling: Filling;
  readonly #places = new Map<number, number>();
  #texts: readonly string[] = [];

  constructor(branch: Branch, filling: Filling) {
    this.#branch = branch;
    this.#filling = filling;
  }

  follow(key: number): () => string {
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return () => this.#texts[place] ?? '';
  }

  finish(): void {
    const { ground, number, text } = this.#branch;
    const { asked, context } = this.#filling;
    const args = asked.map((one) => one.args);
    const keys = [...this.#places.keys()];
    if (ground) context.trace?.add(ground, keys);
    args[number] = { ...args[number], keys: JSON.stringify(keys) };
    const read = context.reader.read(text.statement, inputsFrom(text.inputs, args));
    // Whatever answers later is no local file.
    if (read instanceof Promise) throw new LeftToResolvers();
    this.#texts = fill(read[0] ?? '', this.#filling).split(rowMark);
  }
}
