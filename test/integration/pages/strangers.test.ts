import { expect, test } from 'vitest';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { quoting } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { bearer, type OpenHandler } from '../http/open-handler.ts';
import { openPages, withoutItsScript } from './open-pages.ts';

const paths = [
  '/',
  '/?q=bridge',
  '/claims/bridge-promised',
  '/claims/bridge-promised.jsonld',
  '/articles/bridge-story',
  '/actors/mayor',
  '/actors/gazette',
  '/actors/council-sources',
  '/?status=DISPUTED',
  '/claims/bridge-promised/embed',
  '/claims/bridge-promised/feed.atom',
  '/feed.atom',
  '/feed.json',
];

const all = async ({ get }: OpenHandler, headers = {}): Promise<string[]> =>
  Promise.all(paths.map(async (path) => (await get(path, headers)).text()));

test('no draft, reason, note or text that is not public stands on any page, whoever asks', async () => {
  await using server = await openPages();
  await write(server.db, recordClaim, {
    slug: 'drafted',
    text: 'A zeppelin was drafted.',
    kind: 'FACT',
    language: 'en',
    review: 'DRAFT',
  });
  await write(server.db, recordStance, {
    slug: 'drafted-stance',
    claim: { slug: 'bridge-promised' },
    actor: { slug: 'mayor' },
    kind: 'QUALIFIES',
    certainty: 'PLAIN',
    review: 'DRAFT',
    evidence: [quoting('The bridge has one lane', ['gazette', 'mayor'])],
  });
  await write(server.db, withdrawStance, {
    stance: { slug: 'gazette-reports' },
    reason: 'A reason of the desk.',
  });
  const authorization = await bearer(server.db, { role: 'ADMIN' });

  const pages = await all(server);
  const forAdmin = await all(server, { authorization, cookie: 'a=b' });
  const drafted = await server.get('/claims/drafted', { authorization });

  expect(pages.join()).not.toMatch(
    /zeppelin|one lane|reason of the desk|note of the desk|accept part/i,
  );
  expect(forAdmin).toEqual(pages);
  expect(drafted.status).toBe(404);
});

test('from an erasure on no word of the article stands on any page, also where it was kept', async () => {
  await using server = await openPages();
  await write(server.db, updateArticle, { article: { slug: 'bridge-story' }, textIsPublic: true });
  // Three times, so that documents are compiled and pages are kept.
  for (let times = 0; times < 3; times += 1) await all(server);
  const before = await all(server);

  await write(server.db, eraseArticleText, {
    article: { slug: 'bridge-story' },
    reason: 'Ordered by a court.',
  });
  const after = await all(server);

  const words = /never promised|drawn up in March|one lane|narrow/;
  expect(before.filter((page) => words.test(page)).length).toBeGreaterThan(4);
  expect(after.filter((page) => words.test(page))).toEqual([]);
  expect(after.join()).toContain('erased on legal request');
});

test('who has a page is told that it has not changed, until it has', async () => {
  await using server = await openPages();
  const headers = { 'accept-encoding': 'gzip' };
  for (let times = 0; times < 3; times += 1) await server.get('/claims/bridge-promised', headers);
  const etag = (await server.get('/claims/bridge-promised', headers)).headers.get('etag') ?? '';

  const again = await server.get('/claims/bridge-promised', { ...headers, 'if-none-match': etag });
  await write(server.db, withdrawStance, { stance: { slug: 'mayor-denies' }, reason: 'A slip.' });
  const changed = await server.get('/claims/bridge-promised', {
    ...headers,
    'if-none-match': etag,
  });

  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect([changed.status, changed.headers.get('content-encoding')]).toEqual([200, 'gzip']);
});

test('where a token is needed there are no pages, not even for who shows one', async () => {
  await using server = await openPages({ requireToken: true });
  const authorization = await bearer(server.db, { role: 'ADMIN' });

  const answers = await Promise.all(
    paths.map((path) => server.get(path, path.endsWith('y') ? { authorization } : {})),
  );

  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 401));
  expect(answers[0]?.headers.get('www-authenticate')).toBe('Bearer');
  expect((await Promise.all(answers.map((answer) => answer.text()))).join()).not.toContain(
    'bridge ',
  );
});

test('pages are there also where nothing may be asked but what is known', async () => {
  await using server = await openPages({ onlyKnown: true, production: true });

  expect((await server.get('/claims/bridge-promised')).status).toBe(200);
});

test('pages that nobody is told of are not there', async () => {
  await using server = await openPages({ pages: undefined });

  const there = [...paths.filter((path) => !path.startsWith('/?')), '/oembed', '/sitemap.xml'];
  for (const path of there.filter((each) => each !== '/'))
    expect([path, (await server.get(path)).status]).toEqual([path, 404]);
});

test('a page runs nothing but its script, loads one style sheet, and is framed by nobody', async () => {
  await using server = await openPages();

  const response = await server.get('/claims/bridge-promised');
  const page = await response.text();
  const [, style = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(page) ?? [];
  const sheet = await server.get(style);

  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'",
  );
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(withoutItsScript(page)).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect([sheet.status, sheet.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});

test('search engines list nothing, unless that is set, and never what somebody searched for', async () => {
  await using closed = await openPages();
  await using open = await openPages({
    pages: { publicUrl: 'https://record.example', contactUrl: undefined, indexing: true },
  });
  const robotsOf = async ({ get }: OpenHandler, path: string) =>
    (await get(path)).headers.get('x-robots-tag');

  expect(await (await closed.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
  expect(await (await open.get('/robots.txt')).text()).toContain('Disallow: /*?');
  expect(await robotsOf(closed, '/')).toBe('noindex, nofollow');
  expect(await robotsOf(open, '/claims/bridge-promised')).toBeNull();
  expect(await robotsOf(open, '/claims/bridge-promised?utm=1')).toBe('noindex, nofollow');
  expect(await robotsOf(open, '/?q=bridge')).toBe('noindex, nofollow');
});

test('a HEAD is answered as its GET, without the page', async () => {
  await using server = await openPages();
  const url = 'http://localhost:4000/claims/bridge-promised';

  const head = await server.handler.fetch(url, { method: 'HEAD' });
  const got = await server.handler.fetch(url);

  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
    200,
    '',
    got.headers.get('etag'),
  ]);
});

test('whoever wants JSON-LD is led to it', async () => {
  await using server = await openPages();

  const led = await server.get('/claims/bridge-promised', { accept: 'application/ld+json' });
  const told = await server.get(led.headers.get('location') ?? '');
  const { '@context': context, '@graph': graph } = await told.json();

  expect([led.status, led.headers.get('location')]).toEqual([
    303,
    '/claims/bridge-promised.jsonld',
  ]);
  expect(told.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  expect(context).toBe('https://schema.org');
  expect(graph.map((each: { '@type': string }) => each['@type'])).toEqual(['Claim', 'Quotation']);
  expect(graph[1]).toMatchObject({
    text: 'plans were drawn up in March',
    spokenByCharacter: { name: 'people close to the council' },
    isPartOf: { '@type': 'NewsArticle', headline: 'Mayor denies promise' },
  });
  expect(JSON.stringify(graph)).not.toMatch(/dateCreated|ClaimReview|Rating|"author"/);
});
