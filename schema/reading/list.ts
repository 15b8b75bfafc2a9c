import type { GraphQLResolveInfo } from 'graphql';
import { endAsOf, listAsOf } from '../../db/queries/past-list.ts';
import { entriesOf, entriesOfEach } from '../../db/read/facet.ts';
import {
  newestFirst,
  type Order,
  page,
  pageOfEach,
  type Source,
  totalOf,
  totalOfEach,
} from '../../db/read/page.ts';
import type { Args, Reader, Statement } from '../../db/read/read.ts';
import type { RowShape } from '../../db/read/row.ts';
import type { GraphContext } from '../context.ts';
import type { HowWritten, ListAsked } from '../writing/how.ts';
import { type AsOfArgs, contextAsOf } from './as-of.ts';
import { countBy } from './count-by.ts';
import { pageOf, pagesOfEach } from './cut-pages.ts';
import {
  contextOf,
  follow,
  keyArgs,
  type MaybePromise,
  readRows,
  visibilityArgs,
  whenRead,
} from './edge.ts';
import { lastSeen } from './last-seen.ts';
import { type ConnectionPage, type OrderedList, type PageArgs, windowOf } from './page.ts';
import { type ArgumentReference, keysNamed, referencesIn } from './reference.ts';
import { isSelected } from './selection.ts';
import { inTurn } from './turn.ts';

/** The field leads to a page of a list of the whole record. */
export function list<R extends object, A extends object>(
  shape: RowShape<R>,
  listFor: (args: A, context: GraphContext) => ListAsked,
) {
  return {
    extensions: { written: { is: 'list', shape, of: anyArgs(listFor) } satisfies HowWritten },
    resolve: (
      _root: unknown,
      args: A & PageArgs & AsOfArgs,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) =>
      whenRead(contextAsOf(context, args), (own) =>
        readPage(shape, listFor(args, own), { args, context: own, info }),
      ),
  };
}

/** What arguments hold has the type that the schema says. */
const anyArgs =
  <A extends object, B>(of: (args: A, context: GraphContext) => B) =>
  (args: object, context: GraphContext): B =>
    of(args as A, context);

/** A page of a list. */
function readPage<R extends object>(
  shape: RowShape<R>,
  { source: asked, order }: { readonly source: Source; readonly order: Order },
  { args, context, info }: { args: PageArgs; context: GraphContext; info: GraphQLResolveInfo },
): MaybePromise<ConnectionPage<R>> {
  const references = referencesIn(args, info);
  const source = inTime(asked, context);
  const { past } = context;
  // Past the rows of other moments an index leads as well as it can.
  const reader = past ? context.aside : readerOf(source, context);
  const window = windowOf(nameInTime(source, order, context), args, context.db.seal);
  const { hasAfter, hasBefore, stretch } = window;
  const isOpen = order.descending ? !hasAfter : !hasBefore;
  const end = past && isOpen ? endAsOf(source, order, past.moment) : {};
  const values = { ...source.args, ...window.args, ...end, ...visibilityArgs(context) };
  const found = page(shape, { source, order, stretch });
  const needs = order.column === null ? ['key'] : ['key', order.column];
  const totals = once(() => readTotals(totalOf(reader, source), values, context));
  const counts = countBy(entriesOf({ source, order }), { args: values, totals }, context);
  return inTurn(context, () =>
    whenRead(seqForFeedCursor(context, info), (seq) =>
      whenRead(readRows(found, values, { context, info, needs, reader }), (rows) =>
        whenRead(assertNamesKnown(references, rows, context), () =>
          pageOf(rows, { window, seq, totals, countBy: counts }),
        ),
      ),
    ),
  );
}

/** A list as it is at the moment that is asked about. */
const inTime = (source: Source, { past }: GraphContext): Source =>
  past ? listAsOf(source) : source;

/** What its cursors are bound to: its moment, too. */
function nameInTime(source: Source, order: Order, { past }: GraphContext): OrderedList {
  const name = nameOf(source, order);
  return { name: past ? `${name} as of ${past.asOf}` : name, order };
}

/** Who reads the pages of a list. */
function readerOf({ isIndexed }: Source, { aside, reader }: GraphContext): Reader {
  return isIndexed ? reader : aside;
}

/** Counts lists: whatever leads to their pages, all of their rows are looked at. */
function readTotals(
  statement: Statement<{ readonly total: number }>,
  values: Args,
  { aside }: GraphContext,
): MaybePromise<readonly number[]> {
  return whenRead(aside.read(statement, values), (rows) => rows.map(({ total }) => total));
}

/** What is worked out when it is first asked for, and not again. */
export function once<A extends object>(work: () => A): () => A {
  let done: A | undefined;
  return () => (done ??= work());
}

/** The field leads to a page of the list that belongs to the parent, newest first unless another order is given. */
export function pages<R extends object, A extends object>(
  shape: RowShape<R>,
  sourceFor: (args: A, context: GraphContext) => Source,
  order: Order = newestFirst,
) {
  const of = (args: A, context: GraphContext): ListAsked => ({
    source: sourceFor(args, context),
    order,
  });
  return {
    extensions: {
      columns: ['key'],
      written: { is: 'list', shape, of: anyArgs(of) } satisfies HowWritten,
    },
    resolve: (
      parent: object,
      args: A & PageArgs,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) =>
      follow(parent, info, (siblings) => {
        const own = contextOf(parent, context);
        const keys = siblings.column('key');
        return readPages(shape, of(args, own), { keys, args, context: own, info });
      }),
  };
}

/** The field leads to a page of the list that belongs to the parent and has no filter, newest first unless another order is given. */
export function allPages<R extends object>(shape: RowShape<R>, source: Source, order?: Order) {
  return pages(shape, () => source, order);
}

function readPages<R extends object>(
  shape: RowShape<R>,
  { order, source: asked }: ListAsked,
  {
    keys,
    args,
    context,
    info,
  }: {
    keys: readonly unknown[];
    args: PageArgs;
    context: GraphContext;
    info: GraphQLResolveInfo;
  },
): MaybePromise<readonly ConnectionPage<R>[]> {
  const references = referencesIn(args, info);
  const source = inTime(asked, context);
  const reader = readerOf(source, context);
  const window = windowOf(nameInTime(source, order, context), args, context.db.seal);
  const { stretch } = window;
  const values = { ...source.args, ...window.args, ...keyArgs(keys, context) };
  const found = pageOfEach(shape, { source, order, stretch });
  const needs = ['key', 'place', ...(order.column === null ? [] : [order.column])];
  const totals = once(() => readTotals(totalOfEach(reader, source), values, context));
  const counts = countBy(entriesOfEach({ source, order }), { args: values, totals }, context);
  return inTurn(context, () =>
    whenRead(seqForFeedCursor(context, info), (seq) =>
      whenRead(readRows(found, values, { context, info, needs, reader }), (rows) =>
        whenRead(assertNamesKnown(references, rows, context), () =>
          pagesOfEach(rows, { window, seq, totals, countBy: counts }, keys.length),
        ),
      ),
    ),
  );
}

/**
 * Passes when the filter of a page names what is on record. Where rows were found, it does but for what it leaves out.
 * @throws BAD_USER_INPUT
 */
function assertNamesKnown(
  references: readonly ArgumentReference[],
  rows: readonly object[],
  context: GraphContext,
): MaybePromise<unknown> {
  const open = rows.length === 0 ? references : references.filter((one) => one.isExcluding);
  return open.length === 0 ? null : keysNamed(open, context);
}

/** The number of the last event that the viewer may know of, where the field below asks for the place in the feed. */
export function seqForFeedCursor(
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<number | null> {
  if (!isSelected(info, 'feedCursor')) return null;
  // Before the page, so that what is written in between is in the feed, if not in the list.
  return whenRead(lastSeen(context), ({ seq }) => seq);
}

/** What the cursors of a list in an order are bound to. */
export function nameOf({ name, args = {} }: Source, order: Order): string {
  return JSON.stringify([name, args, order.column, order.descending]);
}
