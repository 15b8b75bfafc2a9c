import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { eraseArticleText } from '../../db/commands/erase-article-text.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { updateClaim } from '../../db/commands/update-claim.ts';
import { withdrawClaim } from '../../db/commands/withdraw-claim.ts';
import { embedClaimDocument } from '../../server/pages/generated/documents.ts';
import { answerOf, handlerOver, type OpenHandler } from '../integration/http/open-handler.ts';
import { openPages } from '../integration/pages/open-pages.ts';
import { quoting } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';

const claim = { slug: 'bridge-promised' };
const page = 'https://record.example/claims/bridge-promised';
const oembed = `/oembed?url=${encodeURIComponent(page)}`;
const pages = {
  publicUrl: 'https://record.example',
  contactUrl: undefined,
  indexing: false,
  embedOrigins: ['https://news.example'],
};

const textAt = async ({ get }: Pick<OpenHandler, 'get'>, path: string): Promise<string> =>
  (await get(path)).text();

async function idsIn(server: Pick<OpenHandler, 'get'>): Promise<readonly string[]> {
  const { items } = JSON.parse(await textAt(server, '/feed.json'));
  return items.map(({ id }: { id: string }) => id);
}

test('148 changes of all standings are one list, the latest first', async () => {
  await using server = await openPages();
  await write(server.db, recordClaim, {
    ...{ slug: 'one-lane', text: 'It has one lane.', kind: 'FACT', language: 'en' },
    topics: ['roads'],
  });
  await write(server.db, recordStance, {
    ...{ slug: 'says-one-lane', claim: { slug: 'one-lane' }, actor: { slug: 'gazette' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
  });
  const told = 'nodes { toldAt isFirst to claim { slug } }';
  const asked = `query ($before: DateTime) {
    all: standingChanges { ${told} }
    rest: standingChanges(toldBefore: $before) { ${told} }
    roads: standingChanges(filter: { topic: "roads" }) { ${told} }
    claim(by: { slug: "bridge-promised" }) { timeline { nodes { toldAt isFirst to } } }
  }`;
  const first = await answerOf(server.ask({ query: asked }));
  // The test knows what it asks.
  const { nodes } = (first.data as { all: { nodes: { toldAt: string }[] } }).all;
  const { data } = await answerOf(
    server.ask({ query: asked, variables: { before: nodes[0]?.toldAt } }),
  );

  expect(nodes.map(({ toldAt }) => toldAt)).toEqual(
    [...new Set(nodes.map(({ toldAt }) => toldAt))].sort().reverse(),
  );
  expect(data).toMatchObject({
    all: { nodes: [{ claim: { slug: 'one-lane' }, isFirst: true }, {}, { isFirst: true }] },
    rest: { nodes: nodes.slice(1) },
    roads: { nodes: nodes.slice(0, 1) },
    claim: {
      timeline: {
        nodes: nodes
          .slice(1)
          .reverse()
          .map(({ toldAt }) => ({ toldAt })),
      },
    },
  });
});

test('149 how a claim was worded before it was corrected stays to be seen', async () => {
  await using server = await openPages();
  await write(server.db, updateClaim, { claim, text: 'A bridge was promised.' });
  const query =
    '{ claim(by: { slug: "bridge-promised" }) { corrections { nodes { text language } } } }';

  const { data } = await answerOf(server.ask({ query }));
  const shown = await textAt(server, '/claims/bridge-promised');

  expect(data).toEqual({
    claim: {
      corrections: { nodes: [{ text: 'The mayor promised a new bridge.', language: 'en' }] },
    },
  });
  expect(shown.split('id="corrected"')[1]).toContain('The mayor promised a new bridge.');
});

test('150 a feed tells the newest changes by ids that stay', async () => {
  await using server = await openPages();
  const atom = await textAt(server, '/feed.atom');
  const ids = await idsIn(server);
  const own = await textAt(server, '/claims/bridge-promised/feed.atom');
  const elsewhere = { ...pages, publicUrl: 'https://other.example' };
  await using moved = handlerOver(server.db, { pages: elsewhere });

  const idsElsewhere = await idsIn({ get: moved.get });
  const told = [atom, own].map((xml) =>
    [...xml.matchAll(/<entry>\n<id>(.*?)<\/id>/g)].map(([, id]) => id),
  );

  expect(ids).toHaveLength(2);
  expect(told).toEqual([ids, ids]);
  expect(idsElsewhere).toEqual(ids);
  expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
  expect(ids[1]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('151 what was withdrawn keeps its entry, and what was erased is in none', async () => {
  await using server = await openPages({ pages });
  const paths = [
    ...['/feed.atom', '/feed.json', '/claims/bridge-promised/feed.json'],
    ...['/claims/bridge-promised/embed', oembed],
  ];
  const told = () => Promise.all(paths.map((path) => textAt(server, path)));
  for (let times = 0; times < 3; times += 1) await told();
  const ids = await idsIn(server);
  const before = await told();

  await write(server.db, eraseArticleText, {
    article: { slug: 'bridge-story' },
    reason: 'Ordered.',
  });
  const erased = await told();
  await write(server.db, withdrawClaim, { claim, reason: 'A slip.' });
  const withdrawn = await told();

  expect(before[0]).toContain('I never promised');
  expect(erased.join()).not.toMatch(/I never promised|Ordered/);
  expect(erased.join()).toContain('The mayor promised a new bridge.');
  expect(withdrawn.join()).not.toMatch(/promised a new bridge|A slip|Disputed/);
  expect(await idsIn(server)).toEqual(ids);
});

test('152 the pages of EMBED_ORIGINS read what embeds show, and nothing else', async () => {
  await using server = await openPages({ pages, production: true });
  const documentId = `sha256:${createHash('sha256').update(embedClaimDocument.text).digest('hex')}`;
  const variables = JSON.stringify(claim);
  const asked = `/graphql?${new URLSearchParams({ documentId, variables })}`;
  const inOtherWords = `/graphql?query=${encodeURIComponent('{ claims { nodes { slug } } }')}`;
  const readBy = async (path: string, origin: string) =>
    (await server.get(path, { accept: 'application/json', origin })).headers.get(
      'access-control-allow-origin',
    );

  for (const path of [asked, '/feed.atom', '/claims/bridge-promised.jsonld']) {
    expect(await readBy(path, 'https://news.example')).toBe('https://news.example');
    expect(await readBy(path, 'https://other.example')).toBeNull();
  }
  for (const path of [inOtherWords, '/claims/bridge-promised', oembed])
    expect(await readBy(path, 'https://news.example')).toBeNull();
});

test('153 a claim is framed by the pages of EMBED_ORIGINS, as oEmbed says', async () => {
  await using server = await openPages({ pages });

  const frame = await server.get('/claims/bridge-promised/embed');
  const { html } = JSON.parse(await textAt(server, oembed));
  const other = await server.get('/claims/bridge-promised');

  expect(frame.headers.get('content-security-policy')).toContain(
    'frame-ancestors https://news.example;',
  );
  expect(await frame.text()).not.toMatch(/<script|<style|\son\w+=/);
  expect(html).toContain(`src="${page}/embed"`);
  expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(other.headers.get('x-frame-options')).toBe('DENY');
});

test('154 sitemaps lead to all that strangers see, where search engines may list it', async () => {
  await using open = await openPages({ pages: { ...pages, indexing: true } });
  await write(open.db, recordClaim, {
    ...{ slug: 'hidden', text: 'A draft.', kind: 'FACT', language: 'en' },
  });
  await using closed = await openPages();

  const index = await textAt(open, '/sitemap.xml');
  const maps = [...index.matchAll(/<loc>https:\/\/record\.example([^<]*)<\/loc>/g)];
  const named = await Promise.all(maps.map(([, path = '']) => textAt(open, path)));
  const { data } = await answerOf(open.ask({ query: '{ pageStarts(of: CLAIMS) }' }));

  expect(named.join()).toContain(`<loc>${page}</loc>`);
  expect(named.join()).toContain('<loc>https://record.example/actors/mayor</loc>');
  expect(named.join()).not.toContain('hidden');
  expect(data).toEqual({ pageStarts: [] });
  expect(await textAt(open, '/robots.txt')).toContain('Disallow: /*?\n');
  expect(await textAt(closed, '/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  expect((await closed.get('/sitemap.xml')).status).toBe(404);
});
