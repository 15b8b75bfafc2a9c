import { describe, expect, test } from 'vitest';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { tamper } from '../../kit/tamper.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const first = [
  'Harbour waits for its bridge',
  '“The ferry is safe,” the mayor said on Monday. The ferry carries 120 people.',
  'The council did not approve the plan. Nobody was hurt.',
].join('\n\n');
const second = first
  .replace('120', '210')
  .replace('did not approve', 'did approve')
  .replace('“The ferry is safe,”', '"The ferry is safe,"');

const page = (text: string, more: object = {}) => ({
  title: 'Harbour waits for its bridge',
  language: 'en',
  outlet: { slug: 'gazette' },
  url: 'https://gazette.example/bridge',
  publishedAt: '2026-11-10T08:00:00.000Z',
  text,
  ...more,
});
const changed = page(second, { slug: 'second', modifiedAt: '2026-11-11T08:00:00.000Z' });

/** The words of the mayor, and what the paper says in its own voice, each on a claim of its own. */
const quoted: Readonly<Record<string, string>> = {
  mayor: '“The ferry is safe,” the mayor said',
  gazette: 'The ferry carries 120 people',
};

async function openStory(quotes: Readonly<Record<string, string>> = quoted): Promise<Desk> {
  const desk = await openDesk();
  await desk.mutate('recordArticle', page(first, { slug: 'first' }));
  for (const [actor, quote] of Object.entries(quotes)) {
    await desk.mutate('recordClaim', {
      slug: `claim-of-${actor}`,
      text: `A claim of ${actor}.`,
      kind: 'FACT',
      language: 'en',
      stances: [
        {
          slug: `stance-of-${actor}`,
          actor: { slug: actor },
          kind: 'ASSERTS',
          certainty: 'PLAIN',
          evidence: [{ article: { slug: 'first' }, quote, mode: 'DIRECT' }],
        },
      ],
    });
  }
  return desk;
}

const changesOf = `query($slug: String!) { article(by: { slug: $slug }) {
  text supersedes { slug }
  changes { gone { text start end } goneCount come { text start end } comeCount lost { slug } }
} }`;

async function changes(desk: Desk, slug: string, role?: Role) {
  const { data } = await desk.ask(changesOf, { slug }, role);
  return recordOf(data?.article);
}

describe('Article.changes', () => {
  test('tells the passages that went and came to those who may read the texts, and to all what was lost', async () => {
    await using desk = await openStory();
    await desk.mutate('recordArticle', changed);

    const forEditors = await changes(desk, 'second', 'EDITOR');
    const forStrangers = await changes(desk, 'second');

    const passage = (words: string, text: string) => {
      const start = text.indexOf(words);
      return { text: words, start, end: start + words.length };
    };
    expect(forEditors).toMatchObject({
      supersedes: { slug: 'first' },
      changes: {
        gone: [passage('120', first), passage('not', first)],
        come: [passage('210', second)],
        lost: [{ slug: 'stance-of-gazette' }],
      },
    });
    expect(forStrangers).toEqual({
      text: null,
      supersedes: { slug: 'first' },
      changes: {
        gone: [],
        goneCount: 2,
        come: [],
        comeCount: 1,
        lost: [{ slug: 'stance-of-gazette' }],
      },
    });
  });

  test('tells a stranger the passages of a text that is public, and of no other', async () => {
    await using desk = await openStory();
    await desk.mutate('recordArticle', { ...changed, textIsPublic: true });

    expect(await changes(desk, 'second')).toMatchObject({
      text: second,
      changes: { gone: [], goneCount: 2, come: [{ text: '210' }] },
    });
  });

  test('is null without a version before, or without its text', async () => {
    await using desk = await openStory();
    await desk.mutate('recordArticle', changed);
    const before = await changes(desk, 'first', 'EDITOR');
    await desk.mutate('eraseArticleText', { article: { slug: 'first' }, reason: 'A court.' });

    expect(before.changes).toBeNull();
    expect((await changes(desk, 'second', 'EDITOR')).changes).toBeNull();
  });
});

describe('ARTICLE_EDITED', () => {
  const edits = `{ recordEvents(first: 100, filter: { type: [ARTICLE_EDITED] }) { nodes { type subject { ... on Article { slug } } } } }`;

  test('tells everyone of a text with other words, and of a page that returned', async () => {
    await using desk = await openStory();
    const seenAgain = page(first, { modifiedAt: '2026-11-12T08:00:00.000Z' });
    await desk.mutate('recordArticle', changed);
    const again = await desk.mutate('recordArticle', seenAgain, 'article { slug }');

    const { data } = await desk.ask(edits);

    expect(again).toMatchObject({ created: false, article: { slug: 'first' } });
    expect(recordOf(data?.recordEvents).nodes).toEqual([
      { type: 'ARTICLE_EDITED', subject: { slug: 'second' } },
      { type: 'ARTICLE_EDITED', subject: { slug: 'first' } },
    ]);
  });

  test('is silent about another typography', async () => {
    await using desk = await openStory();
    const retyped = `${first.replace(/[“”]/g, '"').replace(/ /g, '  ')}\n\nRead more: Ferries\n`;
    await desk.mutate('recordArticle', { ...changed, text: retyped });

    const { data } = await desk.ask(edits);

    expect(recordOf(data?.recordEvents).nodes).toEqual([]);
    expect((await changes(desk, 'second', 'EDITOR')).changes).toMatchObject({
      gone: [],
      come: [],
      lost: [],
    });
  });
});

describe('ingestArticle with carryEvidence', () => {
  const shown = (path: string) =>
    rawRows<{ stance: string; article: string; quote: string }>(
      path,
      `select s.slug as stance, a.slug as article, e.quote from evidence e
       join stances s on s.key = e.stance join articles a on a.key = e.article
       where e.extractor is null order by e.key`,
    );

  test('shows stances by the new text, in its own letters, where their words still stand', async () => {
    await using desk = await openStory();

    const done = await desk.mutate(
      'ingestArticle',
      { ...changed, carryEvidence: true },
      'carried article { supersedes { slug } modifiedAt }',
    );
    const again = await desk.mutate(
      'ingestArticle',
      { ...changed, carryEvidence: true },
      'carried',
    );

    expect(done).toMatchObject({
      created: true,
      carried: 1,
      article: { supersedes: { slug: 'first' }, modifiedAt: '2026-11-11T08:00:00.000Z' },
    });
    expect(again).toMatchObject({ created: false, carried: 0 });
    expect(shown(desk.path)).toEqual([
      { stance: 'stance-of-mayor', article: 'first', quote: quoted.mayor },
      { stance: 'stance-of-gazette', article: 'first', quote: quoted.gazette },
      {
        stance: 'stance-of-mayor',
        article: 'second',
        quote: '"The ferry is safe," the mayor said',
      },
    ]);
    expect((await changes(desk, 'second')).changes).toMatchObject({
      lost: [{ slug: 'stance-of-gazette' }],
    });
  });

  test('takes of several places the one around which all is as it was, and none where nothing decides', async () => {
    await using desk = await openStory({ mayor: 'Nobody was hurt', gazette: 'The ferry' });
    const text = `${first.replace('The ferry carries', 'The ferry, the ferry, the ferry carries')} Nobody was hurt.`;

    await desk.mutate('ingestArticle', { ...changed, text, carryEvidence: true }, 'carried');

    const places = rawRows<{ start: number }>(
      desk.path,
      `select e.start from evidence e join articles a on a.key = e.article
       join stances s on s.key = e.stance where a.slug = 'second' and s.slug = 'stance-of-mayor'`,
    );
    expect(places).toEqual([{ start: text.indexOf('Nobody was hurt') }]);
  });

  test.each([
    ['withdrawn evidence', `update evidence set withdrawn_at = 1, withdrawn_reason = 'x'`],
    ['a withdrawn stance', `update stances set withdrawn_at = 1, withdrawn_reason = 'x'`],
    ['a draft', `update stances set review = 'DRAFT'`],
    ['a withdrawn version', `update articles set withdrawn_at = 1, withdrawn_reason = 'x'`],
  ])('carries nothing of %s', async (_what, statement) => {
    await using desk = await openStory();
    await desk.mutate('recordArticle', changed);
    tamper(
      desk.path,
      statement.startsWith('update articles') ? `${statement} where slug = 'first'` : statement,
    );

    const done = await desk.mutate('ingestArticle', { ...changed, carryEvidence: true }, 'carried');

    expect(done).toMatchObject({ carried: 0 });
  });

  test('carries nothing unless it is asked to', async () => {
    await using desk = await openStory();

    const done = await desk.mutate('ingestArticle', changed, 'carried');

    expect(done).toMatchObject({ carried: 0 });
    expect(shown(desk.path)).toHaveLength(2);
  });
});

test('articles are ordered and filtered by their day where that alone is known', async () => {
  await using desk = await openDesk();
  const days: readonly (readonly [string, object])[] = [
    ['a', { publishedOn: '2026-11-09' }],
    ['b', { publishedAt: '2026-11-09T12:00:00.000Z' }],
    ['c', { publishedOn: '2026-11-10' }],
    ['d', {}],
  ];
  for (const [slug, date] of days) {
    const { publishedAt, url, ...rest } = page(`The text of ${slug}.`, { slug });
    await desk.mutate('recordArticle', { ...rest, ...date });
  }

  const { data } = await desk.ask(`{
    all: articles(orderBy: { field: PUBLISHED_AT, direction: ASC }, filter: { language: "en" }) { nodes { slug publishedOn } }
    some: articles(filter: { publishedAfter: "2026-11-09T06:00:00Z", publishedBefore: "2026-11-10T06:00:00Z" }) { nodes { slug } }
  }`);

  expect(recordOf(data?.all).nodes).toMatchObject([
    { slug: 'a', publishedOn: '2026-11-09' },
    { slug: 'b', publishedOn: null },
    { slug: 'c' },
    { slug: expect.any(String) },
    { slug: expect.any(String) },
  ]);
  expect(recordOf(data?.some).nodes).toEqual([{ slug: 'c' }, { slug: 'b' }]);
});

test('the versions of a page are listed in their order, page by page', async () => {
  await using desk = await openDesk();
  const hours = { a: 10, d: 13, c: 12, b: 11 };
  for (const [slug, hour] of Object.entries(hours)) {
    await desk.mutate(
      'recordArticle',
      page(`The text of ${slug}.`, { slug, modifiedAt: `2026-11-10T${hour}:00:00.000Z` }),
    );
  }
  const asked = `query($after: String, $first: Int, $last: Int) { article(by: { slug: "c" }) {
    versions(first: $first, after: $after, last: $last) {
      totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  } }`;
  const ask = async (variables: object) => {
    const { data, errors } = await desk.ask(asked, variables);
    expect(errors).toBeUndefined();
    return recordOf(recordOf(data?.article).versions);
  };

  const first = await ask({ first: 3 });
  const { endCursor } = Object(first.pageInfo);
  const rest = await ask({ first: 3, after: endCursor });
  const last = await ask({ last: 1 });
  const foreign = await desk.ask(
    '{ article(by: { slug: "bridge-story" }) { versions { nodes { slug } } } }',
  );

  expect(first).toMatchObject({
    totalCount: 4,
    nodes: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  expect(rest).toMatchObject({ nodes: [{ slug: 'd' }], pageInfo: { hasNextPage: false } });
  expect(last).toMatchObject({ nodes: [{ slug: 'd' }], pageInfo: { hasPreviousPage: true } });
  expect(recordOf(foreign.data?.article).versions).toEqual({ nodes: [{ slug: 'bridge-story' }] });
});
