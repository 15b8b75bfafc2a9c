import { expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';

/** A claim that is public, since somebody says so. */
const said = (slug: string, text: string, review = 'VERIFIED') => ({
  ...{ slug, text, kind: 'FACT', language: 'en', review },
  stances: [{ actor: { slug: 'mayor' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'So he says.' }],
});

const similar = 'query($text: String!) { similarClaims(text: $text) { relation claim { slug } } }';

test('136 a claim like a text tells how it relates to it, by any wording that may be seen', async () => {
  await using desk = await openDesk();
  const relationsTo = async (text: string, role?: 'EDITOR') => {
    const { data } = await desk.ask(similar, { text }, role);
    const told = [data?.similarClaims].flat().map(recordOf);
    return Object.fromEntries(
      told.map(({ claim, relation }) => [String(recordOf(claim).slug), relation]),
    );
  };
  const texts = {
    sank: 'The ferry sank in the harbour.',
    'sank-not': 'The ferry didn’t sink in the harbour.',
    'two-sank': 'Two ferries sank in the harbour.',
    'sank-monday': 'The ferry sank in the harbour on Monday.',
    'barge-sank': 'The barge sank in the harbour.',
  };
  for (const [slug, text] of Object.entries(texts))
    await desk.mutate('recordClaim', said(slug, text));

  expect(await relationsTo('In the harbour the ferry sank.')).toEqual({
    sank: 'SAME',
    'sank-not': 'NEGATION',
    'two-sank': 'NARROWER',
    'sank-monday': 'NARROWER',
    'barge-sank': 'SIMILAR',
  });
  expect(await relationsTo('Three ferries sank in the harbour.')).toMatchObject({
    'two-sank': 'OTHER_NUMBER',
    'sank-not': 'NEGATION',
  });

  await desk.mutate('recordClaim', said('lost', 'The harbour lost a vessel.'));
  await desk.mutate('recordClaim', said('drafted', 'The bay swallowed a barge.', 'DRAFT'));
  for (const from of ['lost', 'drafted'])
    await desk.mutate('linkClaims', {
      ...{ from: { slug: from }, to: { slug: 'barge-sank' } },
      ...{ kind: 'SAME_AS', judgement: 'CONFIRMED', shown: 'TO' },
    });
  expect(await relationsTo('The harbour has lost a vessel.')).toMatchObject({
    'barge-sank': 'SAME',
  });
  expect(await relationsTo('A barge was swallowed by the bay.')).toMatchObject({
    'barge-sank': 'SIMILAR',
  });
  expect(await relationsTo('A barge was swallowed by the bay.', 'EDITOR')).toMatchObject({
    'barge-sank': 'SAME',
  });
});

const search = `query($query: String!, $after: String) { search(query: $query, first: 2, after: $after) {
  matched
  pageInfo { hasNextPage endCursor }
  edges {
    node { ... on Article { slug } ... on Actor { slug } ... on Claim { slug } }
    highlights { text matches { start end } }
  }
} }`;

/** What a page of a search tells, with the words that it marks. */
async function pageOf(desk: Desk, query: string, after: string | null = null) {
  const { data, errors } = await desk.ask(search, { query, after });
  expect(errors, query).toBeUndefined();
  const { edges, matched, pageInfo } = recordOf(data?.search);
  const found = [edges].flat().map(recordOf);
  return {
    matched,
    pageInfo: recordOf(pageInfo),
    slugs: found.map(({ node }) => String(recordOf(node).slug)),
    marked: found.flatMap(({ highlights }) =>
      [highlights].flat().flatMap((one) => {
        const { matches, text } = recordOf(one);
        return [matches].flat().map((match) => {
          const { end, start } = recordOf(match);
          return String(text).slice(Number(start), Number(end));
        });
      }),
    ),
  };
}

async function openNames(): Promise<Desk> {
  const desk = await openDesk();
  const names = {
    rourke: 'Seán O’Rourke',
    mueller: 'Jürgen Müller',
    zolw: 'Łukasz Żółw',
    ports: '국립항만공사',
  };
  for (const [slug, name] of Object.entries(names))
    await desk.mutate('recordActor', { slug, name, kind: 'PERSON' });
  const claims = {
    inspected: '🌉 All bridges were inspected.',
    'zh-bridge': '市政府承诺重建跨海大桥。',
  };
  for (const [slug, text] of Object.entries(claims))
    await desk.mutate('recordClaim', said(slug, text));
  return desk;
}

test('137 what holds all words is found, by stems, beginnings, parts of runs and plain letters', async () => {
  await using desk = await openNames();

  const right = [
    ['inspection bridge', 'inspected'],
    ['bridges insp', 'inspected'],
    ['大桥', 'zh-bridge'],
    ['항만', 'ports'],
    ["sean o'rourke", 'rourke'],
    ['ORourke', 'rourke'],
    ['Mueller', 'mueller'],
    ['muller', 'mueller'],
    ['Lukasz Zolw', 'zolw'],
  ] as const;
  for (const [query, slug] of right) {
    const { matched, slugs } = await pageOf(desk, query);
    expect([query, slugs, matched]).toEqual([query, [slug], 'ALL_WORDS']);
  }
  for (const query of ['insp bridges ', '桥大', 'NEAR(', '"', 'title:', '\u0000'])
    expect([query, (await pageOf(desk, query)).slugs]).toEqual([
      query,
      query.includes('bridges') ? ['inspected'] : [],
    ]);
});

test('138 where nothing holds all words, what holds any is found, on every page', async () => {
  await using desk = await openNames();
  for (let n = 1; n <= 4; n += 1)
    await desk.mutate('recordClaim', said(`ferry-${n}`, `The ferry ran aground ${n} times.`));

  const first = await pageOf(desk, 'ferry xylophone');
  const second = await pageOf(desk, 'ferry xylophone', String(first.pageInfo.endCursor));

  expect([first.matched, second.matched]).toEqual(['ANY_WORD', 'ANY_WORD']);
  expect([...first.slugs, ...second.slugs].sort()).toEqual([
    'ferry-1',
    'ferry-2',
    'ferry-3',
    'ferry-4',
  ]);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect((await pageOf(desk, 'ferry aground')).matched).toBe('ALL_WORDS');
});

test('139 what a highlight marks stands where it says', async () => {
  await using desk = await openNames();

  expect((await pageOf(desk, 'bridge')).marked).toEqual(['bridges']);
  expect((await pageOf(desk, '大桥')).marked).toEqual(['大桥']);
  expect((await pageOf(desk, '항만')).marked).toEqual(['항만']);
});
