import type { GraphQLField } from 'graphql';
import type { Order, Source } from '../../db/read/page.ts';
import type { Query } from '../../db/read/query.ts';
import type { RowShape } from '../../db/read/row.ts';
import type { GraphContext } from '../context.ts';

/** A list as its arguments ask for it. */
export interface ListAsked {
  readonly source: Source;
  readonly order: Order;
}

/** What a field of a connection, of its edges or of its page information tells. */
export type PagePart =
  | 'nodes'
  | 'edges'
  | 'node'
  | 'cursor'
  | 'pageInfo'
  | 'hasNextPage'
  | 'hasPreviousPage'
  | 'startCursor'
  | 'endCursor'
  | 'feedCursor';

/** How a field is written into the text of an answer: its extension `written` says so. What says nothing is left to resolvers. */
export type HowWritten =
  /** The column of the row. */
  | { readonly is: 'column'; readonly column: string }
  /** The row itself, as another type. */
  | { readonly is: 'same' }
  /** The row, or rows, that the column leads to. */
  | { readonly is: 'edge'; readonly query: Query<object>; readonly column: string }
  /** The row that the argument `by` names. */
  | { readonly is: 'named'; readonly query: (by: object) => Query<object> }
  /** A page of a list: of the parent's, where it stands in a row. */
  | {
      readonly is: 'list';
      readonly shape: Pick<RowShape<unknown>, 'fields'>;
      readonly of: (args: object, context: GraphContext) => ListAsked;
    }
  | { readonly is: 'page'; readonly part: PagePart }
  /** What is worked out from these columns. */
  | { readonly is: 'worked'; readonly columns: readonly string[]; readonly of: Working<unknown> }
  /** What is worked out from these columns for all rows of an answer at once. */
  | {
      readonly is: 'batched';
      readonly columns: readonly string[];
      readonly of: (
        rows: readonly object[],
        context: GraphContext,
      ) => readonly unknown[] | Promise<readonly unknown[]>;
    }
  /** The row, or rows, whose keys are worked out from these columns; rows that are not there are left out. */
  | {
      readonly is: 'keys';
      readonly query: Query<object>;
      readonly columns: readonly string[];
      readonly of: Working<readonly number[]>;
    };

/** Works something out from the columns of a row and the arguments of the field. */
export type Working<A> = (row: object, args: object) => A;

/** How the schema says that a field is written; null where it does not. */
export function howWritten({ extensions }: GraphQLField<unknown, unknown>): HowWritten | null {
  const { pothosExposedField, written } = extensions;
  if (isHow(written)) return written;
  return typeof pothosExposedField === 'string'
    ? { is: 'column', column: pothosExposedField }
    : null;
}

/** The extensions of a field that is a column of its row, by itself. */
export const columnTold = (column: string) => ({
  columns: [column],
  written: { is: 'column', column } satisfies HowWritten,
});

function isHow(value: unknown): value is HowWritten {
  return typeof value === 'object' && value !== null && 'is' in value;
}
