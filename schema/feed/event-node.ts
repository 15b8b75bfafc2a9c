import type { GraphQLResolveInfo } from 'graphql';
import { shownIds } from '../../db/queries/public-id.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';
import { type NodeRow, nodesById, type RowNamed } from '../reading/node.ts';

/** The rows named, or what is shown for them, in their order; null for what is not named or what the viewer may not see. */
export function nodesAt(
  named: readonly (RowNamed | null)[],
  { context, info }: { readonly context: GraphContext; readonly info: GraphQLResolveInfo },
): MaybePromise<readonly (NodeRow | null)[]> {
  const rows = named.filter((row) => row !== null);
  if (rows.length === 0) return named.map(() => null);
  const args = { rows: JSON.stringify(rows.map(({ noun, key }) => [noun, key])) };
  return whenRead(context.reader.read(shownIds, args), (found) => {
    const ids = found.map(({ id }) => id ?? '');
    return whenRead(nodesById(ids, context, info), (nodes) => {
      let place = 0;
      return named.map((row) => (row === null ? null : (nodes[place++] ?? null)));
    });
  });
}
