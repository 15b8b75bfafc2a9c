import { expect, test } from 'vitest';
import { eraseArticleText } from '../../db/commands/erase-article-text.ts';
import { mergeActors } from '../../db/commands/merge-actors.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { withdrawClaim } from '../../db/commands/withdraw-claim.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { boardPageDocument } from '../../server/pages/generated/documents.ts';
import { embedDocuments } from '../../server/pages/page-documents.ts';
import { hashOf } from '../../server/trusted/manifest.ts';
import { answerOf, bearer, type OpenHandler } from '../integration/http/open-handler.ts';
import { openPages, withoutItsScript } from '../integration/pages/open-pages.ts';
import { bridgePromised, gazetteReports, quoting } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';

const embeddable = {
  publicUrl: 'https://record.example',
  contactUrl: undefined,
  indexing: false,
  embedOrigins: ['*'],
};
const foreign = { origin: 'https://news.example' };

const paths = [
  '/',
  '/claims/bridge-promised',
  '/claims/bridge-promised.jsonld',
  '/articles/bridge-story',
  '/actors/mayor',
];

const told = ({ get }: OpenHandler, headers = {}): Promise<string[]> =>
  Promise.all(paths.map(async (path) => (await get(path, headers)).text()));

test('140 a page shows everybody what strangers may know', async () => {
  await using server = await openPages();
  const authorization = await bearer(server.db, { role: 'ADMIN' });
  await write(server.db, recordClaim, {
    ...bridgePromised,
    slug: 'hidden',
    text: 'Hidden, a draft.',
  });
  await using closed = await openPages({ requireToken: true });

  const pages = await told(server);
  const forAdmin = await told(server, { authorization, cookie: 'role=ADMIN' });
  const hidden = await server.get('/claims/hidden', { authorization });

  expect(forAdmin).toEqual(pages);
  expect(pages.join()).not.toContain('Hidden, a draft');
  expect(hidden.status).toBe(404);
  for (const path of paths) expect((await closed.get(path)).status).toBe(401);
});

test('141 what was erased or changed is seen on no page any more', async () => {
  await using server = await openPages();
  for (let times = 0; times < 3; times += 1) await told(server);

  await write(server.db, recordStance, {
    slug: 'town-hall-denies',
    claim: { slug: 'bridge-promised' },
    actor: { slug: 'town-hall' },
    kind: 'DENIES',
    certainty: 'PLAIN',
    evidence: [quoting('The bridge is needed', ['gazette', 'town-hall'])],
  });
  const changed = await told(server);
  await write(server.db, eraseArticleText, {
    article: { slug: 'bridge-story' },
    reason: 'Ordered by a court.',
  });
  const erased = await told(server);

  expect(changed[1]).toContain('The bridge is needed');
  expect(erased.join()).not.toMatch(/The bridge is needed|never promised a|drawn up in March/);
});

test('142 a page costs what its question costs, and a query string fills nothing', async () => {
  await using free = await openPages();
  const asked = { query: boardPageDocument.text };
  await free.ask(asked);
  const { extensions } = await answerOf(free.ask(asked));
  const cost = extensions?.cost ?? 0;
  await using server = await openPages({
    limits: { ...defaultLimits, costPerMinute: Math.round(cost * 2.5) },
  });
  const statusAt = async (address: string) =>
    (await server.handler.fetch('http://localhost:4000/', {}, { address })).status;

  const statuses = [await statusAt('192.0.2.1'), await statusAt('192.0.2.1')];
  const third = await statusAt('192.0.2.1');
  const { answers } = server.handler.keeper?.counts ?? {};
  await server.get('/claims/bridge-promised?any=thing');

  expect([...statuses, third]).toEqual([200, 200, 429]);
  expect(await statusAt('192.0.2.2')).toBe(200);
  expect(server.handler.keeper?.counts.answers).toBe(answers);
});

test('143 a page holds no script, and may load nothing but one style sheet and one script', async () => {
  await using server = await openPages();

  for (const path of paths.filter((each) => !each.endsWith('.jsonld'))) {
    const response = await server.get(path);
    const page = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';

    expect(withoutItsScript(page)).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect([...page.matchAll(/<link rel="stylesheet"/g)]).toHaveLength(1);
    expect(policy).toContain("default-src 'none'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(policy.includes("script-src 'self'")).toBe(page !== withoutItsScript(page));
  }
});

test('158 the desk is the same for everybody, and its script may ask this server alone', async () => {
  await using server = await openPages();
  await using closed = await openPages({ requireToken: true });
  const authorization = await bearer(server.db, { name: 'ida', role: 'ADMIN' });

  const answers = [
    await server.get('/desk'),
    await server.get('/desk', { authorization }),
    await closed.get('/desk'),
  ];

  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(pages).size).toBe(1);
  expect(withoutItsScript(pages[0] ?? '')).not.toMatch(/<script|<style|bridge/);
  for (const { headers, status } of answers) {
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'; connect-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});

test('144 a text on record is text', async () => {
  const evil = '</script><!--<img src=x onerror="alert(1)">\u202e';
  await using server = await openPages();
  await write(server.db, recordActor, {
    slug: 'evil',
    name: evil,
    kind: 'PERSON',
    aliases: [`${evil}2`],
  });

  const page = await (await server.get('/actors/evil')).text();

  expect(page).toContain(
    '&lt;/script&gt;&lt;!--&lt;img src=x onerror=&quot;alert(1)&quot;&gt;[U+202E]',
  );
  expect(page).not.toMatch(/<img|<!--|\u202e/);
});

test('145 what is shown as another leads there, what is not there is a page, and what was withdrawn says so', async () => {
  await using server = await openPages();
  await write(server.db, recordActor, { slug: 'the-mayor', name: 'Mayor', kind: 'PERSON' });
  await write(server.db, mergeActors, {
    from: { slug: 'the-mayor' },
    into: { slug: 'mayor' },
    judgement: 'CONFIRMED',
    reason: 'One man.',
  });
  await write(server.db, withdrawClaim, { claim: { slug: 'bridge-promised' }, reason: 'A slip.' });

  const merged = await server.get('/actors/the-mayor');
  const unknown = await server.get('/articles/unknown');
  const withdrawn = await server.get('/claims/bridge-promised');
  const page = await withdrawn.text();

  expect([merged.status, merged.headers.get('location')]).toEqual([302, '/actors/mayor']);
  expect(unknown.status).toBe(404);
  expect([withdrawn.status, withdrawn.headers.get('x-robots-tag')]).toEqual([
    200,
    'noindex, nofollow',
  ]);
  expect(page).toMatch(/<main[^>]*>\s*<p class="notice"[^>]*><strong>This claim was taken off/);
  expect(page).not.toContain('A slip');
});

test('146 JSON-LD tells the claim and its quotations, and rates nothing', async () => {
  await using server = await openPages();
  await write(server.db, recordStance, {
    ...gazetteReports,
    slug: 'mayor-said',
    actor: { slug: 'mayor' },
    kind: 'DENIES',
    saidOn: '2024-11-12',
    evidence: [{ ...quoting('I never promised', ['gazette', 'mayor']), mode: 'DIRECT' }],
  });

  const text = await (await server.get('/claims/bridge-promised.jsonld')).text();
  const { '@graph': graph } = JSON.parse(text);
  const [claim, ...quotations] = graph;

  expect(claim).toMatchObject({ '@type': 'Claim', text: bridgePromised.text });
  expect(claim.appearance[0]).toMatchObject({ '@type': 'NewsArticle' });
  expect(quotations.map((each: Record<string, string>) => [each.text, each.dateCreated])).toEqual(
    expect.arrayContaining([
      ['plans were drawn up in March', undefined],
      ['I never promised', '2024-11-12'],
    ]),
  );
  expect(text).not.toMatch(/ClaimReview|[rR]ating|"author"/);
});

test('147 the page of a claim as of a moment says by which clock, and is in no index', async () => {
  await using server = await openPages();

  const today = await (await server.get('/claims/bridge-promised')).text();
  const [, link] = /href="(\?asOf=[^"]*)"/.exec(today) ?? [];

  const then = await server.get(`/claims/bridge-promised${link}`);
  const page = await then.text();
  const none = await server.get('/claims/bridge-promised?asOf=2024-02-30');
  const notYet = await server.get('/claims/bridge-promised?asOf=2999-01-01');

  expect([then.status, then.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow']);
  expect(page).toMatch(/<p class="notice"[^>]*><strong>As the record stood on/);
  expect(page).toContain('This is not how it stands today');
  expect([none.status, notYet.status]).toEqual([400, 400]);
  expect(await notYet.text()).not.toMatch(/As the record stood|Disputed/);
});

test('155 the script of embeds is for the pages that may embed, under a name for now and one for good', async () => {
  await using server = await openPages({ production: true, pages: embeddable });

  const now = await server.get('/embed.js', foreign);
  const forGood = await server.get(now.headers.get('content-location') ?? '', foreign);

  expect(await forGood.text()).toBe(await now.text());
  expect(forGood.headers.get('cache-control')).toContain('immutable');
  expect(now.headers.get('cache-control')).not.toContain('immutable');
  for (const { headers } of [now, forGood]) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  }
});

test('156 the changes that embeds hear are told to the pages that may embed, and no others', async () => {
  await using server = await openPages({ production: true, pages: embeddable });
  await using closed = await openPages({ production: true });
  const [, changes = ''] = embedDocuments();
  const path = `/graphql?documentId=sha256:${hashOf(changes)}&variables={}`;
  const asked = { ...foreign, accept: 'text/event-stream' };

  const told = await server.get(path, asked);
  const reader = told.body?.getReader();
  await reader?.read();
  const notTold = await closed.get(path, asked);
  await Promise.all([reader?.cancel(), notTold.body?.cancel()]);

  expect(told.headers.get('content-type')).toBe('text/event-stream');
  expect(told.headers.get('access-control-allow-origin')).toBe('*');
  expect(notTold.headers.get('access-control-allow-origin')).toBeNull();
});
