import type { GraphQLResolveInfo } from 'graphql';
import { flatten } from '../../db/read/filter.ts';
import type { Query } from '../../db/read/query.ts';
import type { GraphContext } from '../context.ts';
import type { HowWritten } from '../writing/how.ts';
import { type AsOfArgs, contextAsOf } from './as-of.ts';
import { type MaybePromise, readRows, visibilityArgs, whenRead } from './edge.ts';
import { referencesIn } from './reference.ts';

/** The field leads to the row that its argument `by` names; to null where there is none that the viewer may see. */
export function named<By extends object, R extends object>(queryFor: (by: By) => Query<R>) {
  // What an argument holds has the type that the schema says.
  const query = (by: object): Query<R> => queryFor(by as By);
  return {
    extensions: { written: { is: 'named', query } satisfies HowWritten },
    resolve: (
      _root: unknown,
      { by, asOf }: { by: By } & AsOfArgs,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) =>
      whenRead(contextAsOf(context, { asOf }), (own) =>
        readNamed(queryFor(by), by, { context: own, info }),
      ),
  };
}

/** The row that a reference names; null where there is none that the viewer may see. */
function readNamed<R>(
  query: Query<R>,
  by: object,
  { context, info }: { context: GraphContext; info: GraphQLResolveInfo },
): MaybePromise<R | null> {
  referencesIn({ by }, info);
  const values = { ...flatten(by, 'by').args, ...visibilityArgs(context) };
  return whenRead(
    readRows(query, values, { context, info, needs: ['key'] }),
    ([row]) => row ?? null,
  );
}
