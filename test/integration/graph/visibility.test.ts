import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordPress);
});
afterAll(() => graph[Symbol.asyncDispose]());

const roles = [undefined, 'READER', 'EDITOR', 'REVIEWER', 'ADMIN'] as const;
const strangers = [undefined, 'READER'] as const;
const editors = ['EDITOR', 'REVIEWER', 'ADMIN'] as const;

async function idOf(query: string): Promise<string> {
  const { data } = await graph.ask(`{ found: ${query} { id } }`, {}, 'ADMIN');
  return data.found.id;
}

async function idInList(query: string): Promise<string> {
  const { data } = await graph.ask(`{ found: ${query} { nodes { id } } }`, {}, 'ADMIN');
  return data.found.nodes[0].id;
}

describe('a draft', () => {
  test.each(strangers)('is nothing to %s', async (role) => {
    const claim = await idOf('claim(by: { slug: "draft-claim" })');
    const stance = await idInList('stances(filter: { review: DRAFT })');
    const { data } = await graph.ask(
      `query($claim: ID!, $stance: ID!) {
        bySlug: claim(by: { slug: "draft-claim" }) { text }
        byId: claim(by: { id: $claim }) { text }
        node(id: $claim) { id }
        nodes(ids: [$claim, $stance]) { id }
        claims(filter: { status: UNADDRESSED }) { totalCount nodes { slug } }
        search(query: "crowns") { totalCount nodes { __typename } }
        planned: claim(by: { slug: "toll-planned" }) { links { totalCount nodes { from { slug } } } }
        unions: actor(by: { slug: "unions" }) { claims { nodes { slug } } stances { nodes { slug } } }
      }`,
      { claim, stance },
      role,
    );
    expect(data).toMatchObject({
      bySlug: null,
      byId: null,
      node: null,
      nodes: [null, null],
      claims: { totalCount: 0, nodes: [] },
      search: { totalCount: 0, nodes: [] },
      planned: { links: { totalCount: 1, nodes: [{ from: { slug: 'toll-fair' } }] } },
      unions: {
        claims: { nodes: [{ slug: 'toll-fair' }] },
        stances: { nodes: [{ slug: 'unions-oppose' }] },
      },
    });
  });

  test.each([
    ['claims(filter: { review: DRAFT })'],
    ['stances(filter: { review: REJECTED })'],
    ['claims(filter: { stances: [{ review: DRAFT }] })'],
    ['articles(filter: { hasDrafts: false })'],
  ])('cannot be asked for by strangers: %s', async (list) => {
    expect(await graph.codeOf(`{ ${list} { totalCount } }`)).toBe('UNAUTHENTICATED');
    expect(await graph.codeOf(`{ ${list} { totalCount } }`, {}, 'READER')).toBe('FORBIDDEN');
    expect(await graph.codeOf(`{ ${list} { totalCount } }`, {}, 'EDITOR')).toBeUndefined();
  });

  test.each(editors)('is shown to a holder of an %s token who asks for it', async (role) => {
    const { data, errors } = await graph.ask(
      `{
        claim(by: { slug: "draft-claim" }) {
          review standing { status rule summary since sides { actor { slug } } }
          stances { totalCount }
          drafts: stances(filter: { review: DRAFT }) { totalCount nodes { slug review claim { slug } } }
          links { nodes { to { slug } judgement } }
        }
        claims(filter: { review: DRAFT }) { totalCount nodes { slug } }
        unaddressed: claims(filter: { status: UNADDRESSED }) { totalCount nodes { slug } }
        stances(filter: { review: DRAFT }) { totalCount nodes { slug } }
        all: claims { totalCount }
        planned: claim(by: { slug: "toll-planned" }) { links { totalCount } }
      }`,
      {},
      role,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      claim: {
        review: 'DRAFT',
        standing: { status: 'UNADDRESSED', rule: 8, since: null, sides: [] },
        stances: { totalCount: 0 },
        drafts: {
          totalCount: 1,
          nodes: [{ slug: 'draft-stance', review: 'DRAFT', claim: { slug: 'draft-claim' } }],
        },
        links: { nodes: [{ to: { slug: 'toll-planned' }, judgement: 'SUGGESTED' }] },
      },
      claims: { totalCount: 1, nodes: [{ slug: 'draft-claim' }] },
      unaddressed: { totalCount: 1, nodes: [{ slug: 'draft-claim' }] },
      stances: { totalCount: 1, nodes: [{ slug: 'draft-stance' }] },
      all: { totalCount: 5 },
      planned: { links: { totalCount: 2 } },
    });
  });
});

describe('what is withdrawn', () => {
  test.each(roles)('is in no list for %s, and stays readable by name', async (role) => {
    const { data, errors } = await graph.ask(
      `{
        claims(first: 100) { nodes { slug } }
        stances(first: 100) { nodes { slug } }
        articles(first: 100) { nodes { slug } }
        search(query: "bridge new") { nodes { ... on Article { slug } ... on Actor { slug } ... on Claim { slug } } }
        claim(by: { slug: "withdrawn-claim" }) { slug withdrawnAt stances { totalCount } }
        article(by: { slug: "hoax" }) { slug withdrawnAt }
        withdrawn: stances(filter: { withdrawn: true }) { nodes { slug withdrawnAt actor { slug } claim { slug } } }
      }`,
      {},
      role,
    );
    expect(errors).toBeUndefined();
    const slugs = (list: string) => data[list].nodes.map(({ slug }: { slug: string }) => slug);
    expect(slugs('claims')).not.toContain('withdrawn-claim');
    expect(slugs('stances')).not.toContain('agency-slips');
    expect(slugs('stances')).not.toContain('agency-asserts');
    expect(slugs('articles')).not.toContain('hoax');
    for (const slug of ['withdrawn-claim', 'hoax']) expect(slugs('search')).not.toContain(slug);
    expect(data).toMatchObject({
      claim: {
        slug: 'withdrawn-claim',
        withdrawnAt: expect.any(String),
        stances: { totalCount: 0 },
      },
      article: { slug: 'hoax', withdrawnAt: expect.any(String) },
      withdrawn: {
        nodes: [
          {
            slug: 'agency-slips',
            withdrawnAt: expect.any(String),
            actor: { slug: 'agency' },
            claim: { slug: 'bridge-old' },
          },
        ],
      },
    });
    const id = await idInList('stances(filter: { withdrawn: true })');
    const { data: byId } = await graph.ask(
      'query($id: ID!) { node(id: $id) { ... on Stance { slug } } }',
      { id },
      role,
    );
    expect(byId.node).toEqual({ slug: 'agency-slips' });
  });

  test('tells its reason to editors alone', async () => {
    const query = `{
      claim(by: { slug: "withdrawn-claim" }) { withdrawnReason }
      article(by: { slug: "hoax" }) { withdrawnReason }
      stances(filter: { withdrawn: true }) { nodes { withdrawnReason } }
      fair: claim(by: { slug: "toll-fair" }) { links { nodes { reason } } }
    }`;
    const told = (reasons: (string | null)[]) => ({
      claim: { withdrawnReason: reasons[0] },
      article: { withdrawnReason: reasons[1] },
      stances: { nodes: [{ withdrawnReason: reasons[2] }] },
      fair: { links: { nodes: [{ reason: reasons[3] }] } },
    });
    for (const role of strangers) {
      expect((await graph.ask(query, {}, role)).data).toEqual(told([null, null, null, null]));
    }
    for (const role of editors) {
      expect((await graph.ask(query, {}, role)).data).toEqual(
        told(['Misread.', 'A forgery.', 'Misheard.', 'A toll that nobody plans cannot be fair.']),
      );
    }
  });
});

describe('the text of an article', () => {
  const query = `{
    closed: article(by: { slug: "toll-report" }) { title sha256 url textIsPublic text }
    open: article(by: { slug: "toll-denial" }) { textIsPublic text }
  }`;

  test.each(strangers)('is not for %s, unless it is public', async (role) => {
    const { data } = await graph.ask(query, {}, role);
    expect(data.closed).toMatchObject({
      title: 'Bridge toll planned',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      url: 'https://gazette.example/toll?page=1',
      textIsPublic: false,
      text: null,
    });
    expect(data.open).toEqual({ textIsPublic: true, text: expect.stringContaining('no toll') });
  });

  test.each(editors)('is for holders of an %s token', async (role) => {
    const { data } = await graph.ask(query, {}, role);
    expect(data.closed.text).toContain('levy a toll');
  });

  test('is for everyone where the record publishes texts', async () => {
    await using open = await openGraph(recordPress, { publicTexts: true });
    const { data } = await open.ask(query);
    expect(data.closed.text).toContain('levy a toll');
  });
});
