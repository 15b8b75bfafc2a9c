import type { Query } from '../../db/read/query.ts';
import type { RowShape } from '../../db/read/row.ts';
import type { GraphContext } from '../context.ts';
import type { HowWritten, Working } from '../writing/how.ts';
import { batch, type Keyed, loadOne, type MaybePromise, readFor, whenRead } from './edge.ts';

/** The field leads to the rows whose keys each parent holds, those left out that the viewer may not see. */
export function several<P, R extends Keyed, G extends object = object>(
  query: Query<R>,
  columns: readonly string[],
  keysIn: (parent: P, args: G) => readonly number[],
) {
  const field = batch<P, readonly R[], G>(columns, (parents, { args, ...at }) => {
    const held = parents.map((parent) => keysIn(parent, args));
    return whenRead(loadOne(query, held.flat(), at), (rows) =>
      dealtOut(rows, held).map((own) => own.filter((row) => row !== null)),
    );
  });
  const of = working(keysIn);
  return sayingHow(field, { is: 'keys', query, columns, of });
}

/** The field leads to the row whose key is worked out from these columns; there always is one. */
export function oneOf<P, R extends Keyed>(
  query: Query<R>,
  columns: readonly string[],
  keyIn: (parent: P) => number | undefined,
) {
  const field = batch<P, R>(columns, (parents, at) => {
    const keys = parents.map((parent) => keyIn(parent) ?? null);
    // Where it leads nowhere, GraphQL itself refuses the null.
    return loadOne(query, keys, at) as MaybePromise<readonly R[]>;
  });
  const of = working((parent: P) => [keyIn(parent)].filter((key) => key !== undefined));
  return sayingHow(field, { is: 'keys', query, columns, of });
}

/** The field leads to what each parent holds in itself, as rows that have edges of their own. */
export function embedded<P, R extends object, G extends object = object>(
  shape: RowShape<R>,
  columns: readonly string[],
  heldIn: (parent: P, args: G) => readonly R[],
) {
  const field = batch<P, readonly R[], G>(columns, (parents, { args, ...at }) => {
    const held = parents.map((parent) => heldIn(parent, args));
    const all = held.flat();
    const cells = shape.names.map((name) => all.map((one): unknown => Reflect.get(one, name)));
    return dealtOut(readFor(shape.view(cells, all.length), at), held);
  });
  return sayingHow(field, { is: 'worked', columns, of: working(heldIn) });
}

/** The field is worked out from these columns of its row. */
export function worked<P extends object, A>(columns: readonly string[], of: (parent: P) => A) {
  return {
    extensions: {
      columns,
      written: { is: 'worked', columns, of: working(of) } satisfies HowWritten,
    },
    resolve: (parent: P): A => of(parent),
  };
}

/** A row has what its type says, and arguments what their field says. */
const working =
  <P, G, A>(of: (parent: P, args: G) => A): Working<A> =>
  (row, args) =>
    of(row as P, args as G);

/** The field, and how it is written where it is part of a text. */
export const sayingHow = <F extends { readonly extensions: object }>(
  field: F,
  written: HowWritten,
) => ({ ...field, extensions: { ...field.extensions, written } });

/** The field is worked out from these columns of all rows of an answer at once. */
export function workedTogether<P extends object, A>(
  columns: readonly string[],
  of: (parents: readonly P[], context: GraphContext) => MaybePromise<readonly A[]>,
) {
  const field = batch<P, A>(columns, (parents, { context }) => of(parents, context));
  return sayingHow(field, {
    is: 'batched',
    columns,
    of: (rows, context) => of(rows as readonly P[], context),
  });
}

/** The rows again as they were held, one after the other. */
function dealtOut<R>(
  rows: readonly R[],
  held: readonly { readonly length: number }[],
): readonly (readonly R[])[] {
  let start = 0;
  return held.map(({ length }) => {
    start += length;
    return rows.slice(start - length, start);
  });
}
