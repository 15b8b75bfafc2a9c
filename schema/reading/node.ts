import type { GraphQLResolveInfo } from 'graphql';
import { actorsById } from '../../db/queries/actor.ts';
import { actorMergesById } from '../../db/queries/actor-merge.ts';
import { affiliationsById } from '../../db/queries/affiliation.ts';
import { articlesById } from '../../db/queries/article.ts';
import { claimsById } from '../../db/queries/claim.ts';
import { claimLinksById } from '../../db/queries/claim-link.ts';
import { evidenceById } from '../../db/queries/evidence.ts';
import { stancesById } from '../../db/queries/stance.ts';
import { tokensById } from '../../db/queries/token.ts';
import type { Query } from '../../db/read/query.ts';
import { Row } from '../../db/read/row.ts';
import type { Noun } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { loadOne, type MaybePromise, visibilityArgs, whenAllRead, whenRead } from './edge.ts';
import { maximalPageSize } from './page.ts';
import { assertPublicId, nounOf } from './public-id.ts';

/** What can be asked for by its public id: how, and the name of its type. */
const nodes: Readonly<Record<Noun, { readonly type: string; readonly byId: Query<NodeRow> }>> = {
  article: { type: 'Article', byId: articlesById },
  actor: { type: 'Actor', byId: actorsById },
  claim: { type: 'Claim', byId: claimsById },
  stance: { type: 'Stance', byId: stancesById },
  evidence: { type: 'Evidence', byId: evidenceById },
  link: { type: 'ClaimLink', byId: claimLinksById },
  affiliation: { type: 'Affiliation', byId: affiliationsById },
  merge: { type: 'ActorMerge', byId: actorMergesById },
  token: { type: 'Token', byId: tokensById },
};

/** A row that has an id of its own. */
export interface NodeRow {
  readonly key: number;
  readonly id: string;
}

/** A row of the record by its key, as events name it. */
export interface RowNamed {
  readonly noun: Noun;
  readonly key: number;
}

/** Whatever has a public id. */
export const Node = builder.interfaceRef<{ readonly id: string }>('Node').implement({
  description: 'Whatever on record has an id of its own.',
  resolveType: typeOfRow,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque, and the same for ever.' }),
  }),
});

/** The name of the type of a row, for interfaces and unions. */
export function typeOfRow(row: object): string {
  const noun = row instanceof Row ? row.siblings.shape.noun : null;
  const type = noun === null ? undefined : nodes[noun].type;
  if (type === undefined) throw new TypeError('This is not a row of the record.');
  return type;
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Whatever has this id; null where nothing has it that you may see.',
    args: { id: t.arg.id({ required: true, description: 'The id.' }) },
    resolve: (_root, { id }, context, info) => {
      assertPublicId(id);
      return whenRead(nodesById([id], context, info), ([found]) => found ?? null);
    },
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `What has these ids, in their order, at most ${maximalPageSize} at once.`,
    args: { ids: t.arg.idList({ required: true, description: 'The ids.' }) },
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > maximalPageSize) {
        throw codedError('BAD_USER_INPUT', `At most ${maximalPageSize} ids, not ${ids.length}.`);
      }
      for (const id of ids) assertPublicId(id);
      return nodesById(ids, context, info);
    },
  }),
}));

/** What has these ids, in their order, as far as the viewer may see it: one statement for each type of thing. */
export function nodesById(
  ids: readonly string[],
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<readonly (NodeRow | null)[]> {
  const reads = Object.entries(nodes).map(([noun, { byId, type }]) => {
    const own = ids.map((id) => (nounOf(id) === noun ? id : null));
    return loadOne(byId, own, { context, info }, type);
  });
  return whenAllRead(reads, (found) => ids.map((_, index) => firstOf(found, index)));
}

/** The row that has this id; null where nothing has it that the viewer may see. */
export function rowNamed(
  id: string,
  context: Pick<GraphContext, 'reader' | 'viewer'>,
): MaybePromise<RowNamed | null> {
  const noun = nounOf(id);
  if (noun === undefined) return null;
  const args = { keys: JSON.stringify([id]), ...visibilityArgs(context) };
  const statement = nodes[noun].byId.choose(context.reader, ['key']);
  return whenRead(context.reader.read(statement, args), ([row]) =>
    row === undefined || row.key === null ? null : { noun, key: row.key },
  );
}

function firstOf(found: readonly (readonly (NodeRow | null)[])[], index: number): NodeRow | null {
  for (const rows of found) if (rows[index]) return rows[index];
  return null;
}
