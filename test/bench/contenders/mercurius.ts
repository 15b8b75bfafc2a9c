import fastify from 'fastify';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import mercurius from 'mercurius';
import { claimKinds, stanceKinds } from '../../../db/rules/vocabulary.ts';
import { actor } from '../operations/actor.ts';
import { claim } from '../operations/claim.ts';
import { list } from '../operations/list.ts';
import { page } from '../operations/page.ts';
import { search } from '../operations/search.ts';
import { keepAliveTimeout, openRecord, standBy } from './bare.ts';

/** As much of the graph as the operations ask for. */
const schema = `
  type Query {
    claims(first: Int!, after: String): ClaimConnection!
    claim(by: By!): Claim
    actor(by: By!): Actor
    search(query: String!, first: Int!): HitConnection!
  }
  input By { id: ID! }
  type ClaimConnection { nodes: [Claim!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Claim {
    id: ID!
    text: String!
    kind: ClaimKind!
    stances: StanceConnection!
    articles(first: Int!): ArticleConnection!
  }
  enum ClaimKind { ${claimKinds.join(' ')} }
  type StanceConnection { nodes: [Stance!]! }
  type Stance { kind: StanceKind! actor: Actor! claim: Claim! evidence: [Evidence!]! }
  enum StanceKind { ${stanceKinds.join(' ')} }
  type Evidence { quote: String article: Article! }
  type ArticleConnection { nodes: [Article!]! }
  type Article { title: String! }
  type Actor { name: String! stances(first: Int!): StanceConnection! }
  union Hit = Article | Actor | Claim
  type HitConnection { nodes: [Hit!]! }
`;

const db = openRecord();
const [claimsWithStances, claimsWithArticles] = [list.rows(db), page.rows(db)];
const [claimById, actorById, hits] = [claim.rows(db), actor.rows(db), search.rows(db)];
/** Of each field that was asked for, whether the entries of its list are asked for their stances. */
const known = new WeakMap<FieldNode, boolean>();

/** A field joins by hand whatever is asked for below it; what stands below is there then. */
const resolvers = {
  Query: {
    claims: (_root: object, args: { after: string }, _context: object, info: GraphQLResolveInfo) =>
      (isWithStances(info) ? claimsWithStances : claimsWithArticles)([Number(args.after)]),
    claim: (_root: object, args: { by: { id: string } }) => claimById([args.by.id]),
    actor: (_root: object, args: { by: { id: string } }) => actorById([args.by.id]),
    search: (_root: object, args: { query: string }) => hits([args.query]),
  },
};

const server = fastify({ logger: false, keepAliveTimeout });
await server.register(mercurius, { schema, resolvers, jit: 1, graphiql: false });
await server.listen({ port: 0, host: '127.0.0.1' });
standBy(server.server);

function isWithStances({ fieldNodes: [node] }: GraphQLResolveInfo): boolean {
  if (node === undefined) return false;
  let found = known.get(node);
  if (found === undefined) {
    found = fieldsOf(node)
      .flatMap(fieldsOf)
      .some(({ name }) => name.value === 'stances');
    known.set(node, found);
  }
  return found;
}

function fieldsOf({ selectionSet }: FieldNode): readonly FieldNode[] {
  const selections = selectionSet?.selections ?? [];
  return selections.filter((selection) => selection.kind === 'Field');
}
