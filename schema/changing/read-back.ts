import type { GraphQLResolveInfo } from 'graphql';
import type { Query } from '../../db/read/query.ts';
import type { Reader, Statement } from '../../db/read/read.ts';
import type { WriteTx } from '../../db/write/write.ts';
import type { GraphContext } from '../context.ts';
import { type At, byKey, keyArgs, type MaybePromise, statementAt } from '../reading/edge.ts';
import { rowTypeBelow, selectionBelow } from '../reading/selection.ts';

interface Keyed {
  readonly key: number;
}

/** What a mutation answers with, and what of that was read in the commit itself. */
export interface ReadAlong {
  readonly statement: Statement<Keyed>;
  readonly keys: string;
  readonly rows: Promise<readonly Keyed[]>;
}

/** Reads what was changed: without asking again where it was read in the commit. */
export function readBackRow(
  query: Query<Keyed>,
  { key, along }: Keyed & { readonly along?: ReadAlong | undefined },
  { context, info }: At,
): MaybePromise<Keyed | null> {
  const reader = along === undefined ? context.reader : readingAlong(context.reader, along);
  return byKey(query, key, { context, info, reader });
}

/** Has the commit of a change read what `field` of its payload, a `type`, is asked for at this place. */
export function readAlong(
  tx: WriteTx,
  key: number,
  { field, query, type, ...at }: AnswerPlace,
): ReadAlong | undefined {
  const { context, info } = at;
  // A file answers at once.
  if (context.db.isLocal) return undefined;
  const place = selectionBelow(info, type).below(field);
  if (place.fieldNodes.length === 0) return undefined;
  const statement = statementAt(query, {
    context,
    info: place,
    type: rowTypeBelow(place),
    needs: ['key'],
  });
  const args = keyArgs([key], context);
  const rows = tx.readWithCommit(statement, args);
  return rows && { statement, keys: args.keys, rows };
}

/** Where the answer to a change stands in a document. */
interface AnswerPlace {
  readonly context: GraphContext;
  readonly info: GraphQLResolveInfo;
  readonly type: string;
  readonly field: string;
  readonly query: Query<Keyed>;
}

function readingAlong(reader: Reader, { keys, rows, statement }: ReadAlong): Reader {
  return {
    shape: reader.shape,
    read: (asked, args) =>
      // The same statement answers with rows of the same kind.
      asked.text === statement.text && args?.keys === keys
        ? rows.then((found) => found as readonly never[])
        : reader.read(asked, args),
  };
}
