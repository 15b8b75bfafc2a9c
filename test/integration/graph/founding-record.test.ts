import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundingRecordMissing, recordFounding } from '../../kit/founding-record.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

const name =
  foundingRecordMissing === false ? 'the founding record' : `not run: ${foundingRecordMissing}`;

describe.skipIf(foundingRecordMissing)(name, () => {
  let graph: OpenGraph;
  beforeAll(async () => {
    graph = await openGraph(recordFounding);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('tells how many claims have which standing', async () => {
    const count = (filter: string) => `claims(first: 0, filter: ${filter}) { totalCount }`;
    const { data } = await graph.ask(`{
      disputed: ${count('{ status: DISPUTED }')}
      asserted: ${count('{ status: ASSERTED }')}
      reported: ${count('{ status: REPORTED }')}
      corroborated: ${count('{ status: CORROBORATED }')}
      unnamed: ${count('{ onlyUnnamedSources: true }')}
      all: ${count('{}')}
    }`);
    expect(data).toEqual({
      disputed: { totalCount: 2 },
      asserted: { totalCount: 34 },
      reported: { totalCount: 2 },
      corroborated: { totalCount: 2 },
      unnamed: { totalCount: 9 },
      all: { totalCount: 40 },
    });
  });

  test('names the corroborated claims', async () => {
    const { data } = await graph.ask(
      '{ claims(filter: { status: CORROBORATED }) { nodes { slug } } }',
    );
    const slugs = data.claims.nodes.map(({ slug }: { slug: string }) => slug).sort();
    expect(slugs).toEqual(['report-anonymous', 'trump-no-specifics']);
  });

  test('has seven claims that are disputed via another', async () => {
    const { data } = await graph.ask(
      '{ claims(first: 100) { nodes { standing { disputedVia { slug } } } } }',
    );
    const via = data.claims.nodes.filter(
      ({ standing }: { standing: { disputedVia: unknown[] } }) => standing.disputedVia.length > 0,
    );
    expect(via).toHaveLength(7);
  });

  test('finds what Putin is for and Zelensky against with one question', async () => {
    const { data } = await graph.ask(`{
      claims(filter: { stances: [
        { actor: { slug: "vladimir-putin" }, polarity: FOR },
        { actor: { slug: "volodymyr-zelensky" }, polarity: AGAINST }
      ] }) { totalCount nodes { slug } }
    }`);
    expect(data.claims).toEqual({ totalCount: 1, nodes: [{ slug: 'withdrawal-precondition' }] });
    expect(graph.statements).toHaveLength(2);
  });

  test('tells the sides of the disputed call', async () => {
    const { data, errors } = await graph.ask(`{
      claim(by: { slug: "call-happened" }) {
        standing {
          status rule summary originCount articleCount onlyUnnamedSources since asOf
          counts { for relayed against }
          sides { polarity split actor { slug } spokenBy { slug } onWordOf { slug } stance { kind claim { slug } } }
          origins { slug }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    const { standing } = data.claim;
    expect(standing).toMatchObject({ status: 'DISPUTED', rule: 1 });
    const side = (slug: string) =>
      standing.sides.find(({ actor }: { actor: { slug: string } }) => actor.slug === slug);
    expect(side('kremlin')).toMatchObject({
      polarity: 'AGAINST',
      spokenBy: [{ slug: 'dmitry-peskov' }],
    });
    expect(side('washington-post')).toMatchObject({ polarity: 'RELAYED' });
    expect(side('wapo-call-sources')).toMatchObject({ polarity: 'FOR' });
    expect(standing.summary).toMatch(/^Denied by the Kremlin .*Dmitry Peskov/);
    expect(standing.origins).toHaveLength(standing.originCount);
  });

  test('shows the chain through which call-land reached us', async () => {
    const { data } = await graph.ask(`{
      claim(by: { slug: "call-land" }) {
        stances { nodes { actor { slug } hearsay evidence { attribution { slug } onWordOf { slug } } } }
      }
    }`);
    const chains = data.claim.stances.nodes.flatMap(
      (stance: { evidence: { attribution: { slug: string }[] }[] }) =>
        stance.evidence.map(({ attribution }) => attribution.map(({ slug }) => slug).join(' > ')),
    );
    expect(chains).toContain('outlet-001 > washington-post > wapo-call-sources');
  });

  test('answers the first thing that anyone will try', async () => {
    const { data, errors } = await graph.ask(`{
      articles { nodes { title } } actors { nodes { name } } claims { nodes { text } } stances { nodes { kind } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.articles.nodes).toHaveLength(2);
    expect(data.actors.nodes).toHaveLength(19);
    expect(data.claims.nodes).toHaveLength(20);
    expect(data.stances.nodes).toHaveLength(20);
  });

  test('gives every connection the same number of statements whatever the page size', async () => {
    const document = (first: number) => `{
      claims(first: ${first}) {
        nodes {
          text standing { status sides { actor { name } spokenBy { name } stance { kind } } origins { name } disputedVia { text } }
          articles { nodes { title outlet { name } } }
          links { nodes { kind from { text } to { text } } }
          stances { nodes { kind actor { name } saidIn { text } evidence { quote article { title } attribution { name } onWordOf { name } } } }
        }
      }
    }`;
    await graph.ask(document(1));
    const few = graph.statements.length;
    await graph.ask(document(40));
    // claims, standing, actor, spokenBy, stance, origins, disputedVia, articles, outlet, links, from, to, stances, actor, saidIn, evidence, article, attribution, onWordOf
    expect(graph.statements.length).toBeLessThanOrEqual(19);
    expect(few).toBeLessThanOrEqual(graph.statements.length);
  });
});
