import { expect, test } from 'vitest';
import { actorsCalled } from '../../../db/queries/actors-called.ts';
import { openGraph } from '../graph/open-graph.ts';
import { recordApart, recordOne, wordings } from './one-record.ts';

test('a search by any name or wording finds what is shown, once, where its words stand', async () => {
  await using graph = await openGraph(recordOne);
  const found = async (query: string) => {
    const { data } = await graph.ask(
      `query($query: String!) { search(query: $query, in: [ACTOR, CLAIM]) { totalCount
        edges { node { ... on Claim { slug } ... on Actor { slug } } highlights { text } } } }`,
      { query },
    );
    const { edges, totalCount } = data.search;
    return [totalCount, ...edges.map((edge: { node: { slug: string } }) => edge.node.slug)];
  };

  expect(await found('promised')).toEqual([1, 'bridge-promised']);
  expect(await found('viaduct')).toEqual([1, 'bridge-promised']);
  expect(await found('crossing river')).toEqual([1, 'bridge-promised']);
  expect(await found('gazette')).toEqual([1, 'paper']);
  expect(await found('weekly')).toEqual([1, 'paper']);
  const { data } = await graph.ask(
    '{ search(query: "viaduct") { edges { highlights { text } } } similarClaims(text: "A viaduct was pledged.") { claim { slug } } }',
  );
  expect(JSON.stringify(data.search)).toContain('viaduct');
  expect(data.similarClaims).toEqual([{ claim: { slug: 'bridge-promised' } }]);
});

test('lists, filters, counts and topics hold one actor and one claim', async () => {
  await using graph = await openGraph(recordOne);

  const { data } = await graph.ask(`{
    claims { totalCount nodes { slug topics standing { status counts { for relayed against } summary } } }
    byTopic: claims(filter: { topic: "viaduct" }) { totalCount nodes { slug } }
    byStances: claims(filter: { stances: [{ actor: { slug: "mayor" } }, { actor: { slug: "paper" } }] }) { totalCount }
    outlets: actors(filter: { kind: OUTLET }) { nodes { slug aliases } }
    granted: actors(filter: { grantedBy: { slug: "gazette" } }) { nodes { slug grantedBy { slug } } }
    record { counts { actors claims } }
    via: stances(filter: { via: { slug: "gazette" } }) { nodes { slug } }
    actor(by: { slug: "gazette" }) { slug aliases mergedFrom { slug } claims { totalCount } }
    smith: actor(by: { slug: "smith" }) { aliases affiliates { nodes { actor { slug } of { slug } } } }
  }`);

  expect(data.claims).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        slug: 'bridge-promised',
        topics: ['bridge-promised', 'crossing-promised', 'viaduct'],
        standing: { status: 'DISPUTED', counts: { for: 1, relayed: 1, against: 1 } },
      },
    ],
  });
  expect(data.claims.nodes[0].standing.summary).toContain('unnamed sources of The Paper');
  expect(data.byTopic).toEqual({ totalCount: 1, nodes: [{ slug: 'bridge-promised' }] });
  expect(data.byStances.totalCount).toBe(1);
  expect(data.outlets.nodes).toEqual([
    { slug: 'paper', aliases: ['The Weekly', 'Harbour Gazette'] },
    { slug: 'courier', aliases: [] },
  ]);
  expect(data.granted.nodes).toEqual([{ slug: 'insiders', grantedBy: { slug: 'paper' } }]);
  expect(data.record.counts).toEqual({ actors: 6, claims: 1 });
  expect(data.via.nodes).toHaveLength(2);
  expect(data.actor).toEqual({
    slug: 'paper',
    aliases: ['The Weekly', 'Harbour Gazette'],
    mergedFrom: [{ slug: 'gazette' }],
    claims: { totalCount: 1 },
  });
  expect(data.smith).toEqual({
    aliases: ['The mayor'],
    affiliates: { nodes: [{ actor: { slug: 'spokeswoman' }, of: { slug: 'smith' } }] },
  });
});

test('by its id each name answers for itself, with the standing and lists of the whole', async () => {
  await using graph = await openGraph(recordOne);
  const { data: ids } = await graph.ask(`{
    claim(by: { slug: "viaduct" }) { members { id slug } }
    actor(by: { slug: "mayor" }) { mergedFrom { id slug } }
  }`);
  const wording = ids.claim.members.at(-1);
  const [name] = ids.actor.mergedFrom;

  const { data } = await graph.ask(
    `query($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Claim { id slug text standing { status } stances { totalCount nodes { recordedOn { slug } } } }
      ... on Actor { id slug stances { totalCount nodes { recordedUnder { slug } actor { slug } } } } } }`,
    { ids: [wording.id, name.id] },
  );

  expect(data.nodes).toEqual([
    {
      id: wording.id,
      slug: 'viaduct',
      text: wordings.viaduct,
      standing: { status: 'DISPUTED' },
      stances: {
        totalCount: 3,
        nodes: ['viaduct', 'crossing-promised', 'bridge-promised'].map((slug) => ({
          recordedOn: { slug },
        })),
      },
    },
    {
      id: name.id,
      slug: 'mayor',
      stances: {
        totalCount: 1,
        nodes: [{ recordedUnder: { slug: 'mayor' }, actor: { slug: 'smith' } }],
      },
    },
  ]);
});

test('a text that calls somebody by another name means whom the record shows', async () => {
  await using graph = await openGraph(recordOne);

  const called = await graph.db.reader.read(actorsCalled, {
    names: JSON.stringify(['Harbour Gazette', 'Paper']),
  });

  expect(called.map(({ slug, aliases }) => [slug, aliases])).toEqual([
    ['paper', '["The Weekly","Harbour Gazette"]'],
  ]);
});

test.each([
  '{ claims { totalCount nodes { slug standing { status summary sides { actor { slug } } } } } }',
  '{ claim(by: { slug: "bridge-promised" }) { members { slug } stances { nodes { slug actor { name aliases } recordedUnder { slug } evidence { attribution { slug } } } } } }',
  '{ actors { nodes { slug grantedBy { slug } affiliations { nodes { of { slug } } } claims { nodes { slug } } } } }',
  '{ stances(filter: { actor: { slug: "mayor" }, via: { slug: "gazette" } }) { nodes { slug } } }',
  '{ search(query: "promised") { totalCount nodes { ... on Claim { slug } } } }',
  '{ recordEvents(first: 50, filter: { type: [CLAIM_ADDED, ACTOR_ADDED] }) { nodes { type subject { id } } } }',
])('%s takes as many statements with merges as without', async (query) => {
  await using apart = await openGraph(recordApart);
  await using one = await openGraph(recordOne);

  const before = await apart.ask(query);
  const count = apart.statements.length;
  const after = await one.ask(query);

  expect([before.errors, after.errors]).toEqual([undefined, undefined]);
  expect(one.statements.length).toBeLessThanOrEqual(count);
});
