import type { GraphQLResolveInfo } from 'graphql';
import type { Query } from '../../db/read/query.ts';
import type { Args, Reader, Statement } from '../../db/read/read.ts';
import { Row, type Siblings } from '../../db/read/row.ts';
import { type GraphContext, hasRole } from '../context.ts';
import type { HowWritten } from '../writing/how.ts';
import { type Place, type RowSelection, rowTypeBelow, selectionBelow } from './selection.ts';

export type MaybePromise<T> = T | Promise<T>;

/** What is asked, by whom, where in a document; its `reader` is the context's, unless one is given. */
export interface At {
  readonly context: GraphContext;
  readonly info: Place;
  readonly reader?: Reader;
}

/** What a resolver is asked. */
export interface ResolverInput<G> extends At {
  readonly args: G;
  readonly info: GraphQLResolveInfo;
}

/** What rows were read for: kept with them, so that they can follow their edges. */
export interface ReadFor {
  readonly context: GraphContext;
  readonly selection: RowSelection;
}

/** Answers an edge for all siblings, in their order. */
export type Load<A> = (siblings: Siblings, at: At) => MaybePromise<readonly A[]>;

/** A row that an edge leads to: without a key where there is none, or none that the viewer may see. */
export interface Keyed {
  readonly key: number;
}

const none: readonly never[] = [];

/** Continues at once where the record answers at once. */
export function whenRead<A, B>(
  value: MaybePromise<A>,
  next: (value: A) => MaybePromise<B>,
): MaybePromise<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Continues when all is read, at once where the record answers at once. */
export function whenAllRead<A, B>(
  values: readonly MaybePromise<A>[],
  next: (values: readonly A[]) => MaybePromise<B>,
): MaybePromise<B> {
  if (values.some((value) => value instanceof Promise)) return Promise.all(values).then(next);
  // None of them is a promise.
  return next(values as readonly A[]);
}

/**
 * What the parent's edge leads to. The first of its siblings that is asked loads it for all, in their order.
 * One place in a document is one edge, so that aliases with other arguments do not mix.
 */
export function follow<A>(
  parent: object,
  info: GraphQLResolveInfo,
  load: (siblings: Siblings) => MaybePromise<readonly A[]>,
): MaybePromise<A> {
  if (!(parent instanceof Row)) throw new TypeError(`${info.parentType.name} is not a row.`);
  const { index, siblings } = parent;
  const [edge] = info.fieldNodes;
  // What is kept for an edge is what its load answered.
  let answers = siblings.edges.get(edge) as MaybePromise<readonly A[]> | undefined;
  if (answers === undefined) {
    answers = load(siblings);
    siblings.edges.set(edge, answers);
  }
  return whenRead(answers, (all) => entry(all, index));
}

/** What may be reached from a row: below what was asked as of a moment, the record as it was. */
export function contextOf(parent: object, context: GraphContext): GraphContext {
  if (!(parent instanceof Row)) return context;
  // Whoever reads rows tells them what for.
  const purpose = parent.siblings.purpose as ReadFor | null;
  return purpose?.context.past === undefined ? context : purpose.context;
}

/** The field leads to the row whose key stands in this column. */
export function one<R extends Keyed>(query: Query<R>, column: string) {
  // Where it leads nowhere, GraphQL itself refuses the null.
  return edge(
    { is: 'edge', query, column },
    (siblings, at) => loadOne(query, siblings.column(column), at) as MaybePromise<readonly R[]>,
  );
}

/** The field leads to the row whose key stands in this column; to null where none does, or the viewer may not see it. */
export function oneOrNone<R extends Keyed>(query: Query<R>, column: string) {
  return edge({ is: 'edge', query, column }, (siblings, at) =>
    loadOne(query, siblings.column(column), at),
  );
}

/** The field leads to all rows that belong to the parent; there are few by nature. */
export function many<R extends Keyed>(query: Query<R>) {
  return edge({ is: 'edge', query, column: 'key' }, (siblings, at) => {
    const keys = siblings.column('key');
    return whenRead(
      readRows(query, keyArgs(keys, at.context), { ...at, needs: ['place'] }),
      (rows) => byPlace(rows, keys.length),
    );
  });
}

/** The field is worked out for all siblings at once from these columns. */
export function batch<P, A, G extends object = object>(
  columns: readonly string[],
  load: (parents: readonly P[], at: ResolverInput<G>) => MaybePromise<readonly A[]>,
) {
  return {
    extensions: { columns },
    resolve: (parent: P & object, args: G, context: GraphContext, info: GraphQLResolveInfo) =>
      follow(parent, info, ({ rows }) => {
        // Siblings are of one shape.
        const parents = rows as readonly unknown[] as readonly P[];
        return load(parents, { args, context: contextOf(parent, context), info });
      }),
  };
}

/** The row with this key, as far as it is asked for; null where there is none that the viewer may see. */
export function byKey<R extends Keyed>(
  query: Query<R>,
  key: number | string | null,
  at: At,
): MaybePromise<R | null> {
  return whenRead(loadOne(query, [key], at), ([row]) => row ?? null);
}

/** The rows with these keys in their order, null for what is not there. */
export function loadOne<R extends Keyed>(
  query: Query<R>,
  keys: readonly unknown[],
  at: At,
  type = rowTypeBelow(at.info),
): MaybePromise<readonly (R | null)[]> {
  const places = new Map<unknown, number>();
  for (const key of keys) if (key !== null && !places.has(key)) places.set(key, places.size);
  if (places.size === 0) return keys.map(() => null);
  const args = keyArgs([...places.keys()], at.context);
  return whenRead(readRows(query, args, { ...at, type, needs: ['key'] }), (rows) => {
    const found = rows.map((row) => (row.key === null ? null : row));
    return keys.map((key) => found[places.get(key) ?? -1] ?? null);
  });
}

type RowsAt = At & { readonly type?: string; readonly needs: readonly string[] };

/** The rows that a query answers with, as far as they are asked for at this place and with what else is needed. */
export function readRows<R>(query: Query<R>, args: Args, at: RowsAt): MaybePromise<readonly R[]> {
  const { reader = at.context.reader, type = rowTypeBelow(at.info) } = at;
  const rows = reader.read(statementAt(query, { ...at, reader, type }), args);
  return whenRead(rows, (found) => readFor(found, at, type));
}

/** The statement with which `byKey` and `readRows` read at this place. */
export function statementAt<R>(query: Query<R>, at: RowsAt): Statement<R> {
  const { needs, reader = at.context.reader, type = rowTypeBelow(at.info) } = at;
  const { columns } = selectionBelow(at.info, type);
  return query.choose(reader, [...columns, ...needs.filter((name) => !columns.includes(name))]);
}

/** Tells the rows what they were read for. */
export function readFor<R>(
  rows: readonly R[],
  { context, info }: At,
  type = rowTypeBelow(info),
): readonly R[] {
  const [row] = rows;
  const read: ReadFor = { context, selection: selectionBelow(info, type) };
  if (row instanceof Row) row.siblings.purpose = read;
  return rows;
}

/** What every statement over keys may take. */
export function keyArgs(keys: readonly unknown[], context: GraphContext) {
  return { keys: JSON.stringify(keys), ...visibilityArgs(context) };
}

/** What the viewer may see. */
export function visibilityArgs({ viewer }: Pick<GraphContext, 'viewer'>) {
  return {
    seesDrafts: hasRole(viewer, 'EDITOR') ? 1 : 0,
    seesTokens: hasRole(viewer, 'ADMIN') ? 1 : 0,
  };
}

/** The rows of each place; they are siblings, and stand place by place. */
export function byPlace<R>(rows: readonly R[], length: number): readonly (readonly R[])[] {
  const [first] = rows;
  const places = first instanceof Row ? first.siblings.column('place') : [];
  const groups: (readonly R[])[] = new Array(length).fill(none);
  let start = 0;
  for (let end = 1; end <= places.length; end += 1) {
    if (end < places.length && places[end] === places[start]) continue;
    groups[Number(places[start])] = rows.slice(start, end);
    start = end;
  }
  return groups;
}

/** An edge without arguments leads to the same wherever it is asked for: schema/reading/inline.ts can make it a property. */
function edge<A>(written: HowWritten & { readonly is: 'edge' }, load: Load<A>) {
  return {
    extensions: { columns: [written.column], edge: load, written },
    resolve: (parent: object, _args: object, context: GraphContext, info: GraphQLResolveInfo) =>
      follow(parent, info, (siblings) =>
        load(siblings, { context: contextOf(parent, context), info }),
      ),
  };
}

function entry<A>(answers: readonly A[], index: number): A {
  if (index >= answers.length) throw new RangeError('An edge has an answer for each sibling.');
  // The check above covers what the type cannot know.
  return answers[index] as A;
}
