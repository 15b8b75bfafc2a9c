import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { escaped } from '../../../server/pages/render/html.ts';
import { linkAway } from '../../../server/pages/render/named.ts';
import { write } from '../../kit/owner.ts';
import { openPages, withoutItsScript } from './open-pages.ts';

const evil = `</script><!--<script>alert(1)</script><img src=x onerror="alert(2)">'"\u202egnp ]]>&amp;\u0001\ufffe`;

/** A record whose every text would be run, if it were let. */
async function recordEvil(db: Database): Promise<void> {
  await write(db, recordActor, {
    slug: 'evil',
    name: evil,
    kind: 'OUTLET',
    aliases: [`${evil} as well`],
    description: evil,
  });
  await write(db, recordActor, {
    slug: 'whisper',
    name: evil,
    kind: 'UNNAMED_SOURCE',
    grantedBy: { slug: 'evil' },
  });
  await write(db, recordArticle, {
    slug: 'evil-story',
    title: evil,
    byline: evil,
    language: 'en',
    url: 'https://news.example/?a="><script>alert(3)</script>',
    outlet: { slug: 'evil' },
    text: `${evil} it says. ${evil} it goes on.`,
    textIsPublic: true,
  });
  await write(db, recordClaim, {
    slug: 'evil-claim',
    text: evil,
    kind: 'FACT',
    language: 'en',
    topics: [evil],
    concerns: [{ slug: 'evil' }],
  });
  await write(db, recordStance, {
    slug: 'evil-stance',
    claim: { slug: 'evil-claim' },
    actor: { slug: 'whisper' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    saidPhrase: evil,
    note: evil,
    evidence: [
      {
        article: { slug: 'evil-story' },
        quote: `${evil} it says`,
        mode: 'DIRECT',
        attribution: [{ slug: 'evil' }, { slug: 'whisper' }],
      },
    ],
  });
}

const paths = [
  '/',
  '/claims/evil-claim',
  '/claims/evil-claim/embed',
  '/articles/evil-story',
  '/actors/evil',
  '/actors/whisper',
  `/?q=${encodeURIComponent(evil)}`,
  `/?topic=${encodeURIComponent(evil)}`,
];

test.each(paths)('no word on record is markup on %s', async (path) => {
  await using server = await openPages({ filled: recordEvil });

  const response = await server.get(path, { accept: 'text/html' });
  const page = await response.text();

  expect(response.status).toBe(200);
  expect(page).toContain('&lt;/script&gt;&lt;!--&lt;script&gt;alert(1)');
  expect(withoutItsScript(page)).not.toMatch(/<script|<img|<!--|javascript:/i);
  expect(page).not.toContain('\u202e');
  expect(page).toContain('[U+202E]');
  // Every attribute of ours is one that cannot run anything.
  const names = [...page.matchAll(/<\w+((?:\s+[\w-]+="[^"]*")*)\s*>/g)].flatMap(([, all = '']) =>
    [...all.matchAll(/([\w-]+)="/g)].map(([, name]) => name),
  );
  expect(names.filter((name) => name?.startsWith('on') || name === 'style')).toEqual([]);
});

test('a word on record ends no script where its JSON-LD is put into a page, and is told letter for letter', async () => {
  await using server = await openPages({ filled: recordEvil });

  const text = await (await server.get('/claims/evil-claim.jsonld')).text();
  const { '@graph': graph } = JSON.parse(text);

  expect(text).not.toMatch(/[<>&]/);
  expect(graph[0]).toMatchObject({ '@type': 'Claim', text: evil });
  expect(graph[1]).toMatchObject({ '@type': 'Quotation', text: `${evil} it says` });
});

test.each(['/feed.atom', '/claims/evil-claim/feed.atom'])(
  'no word on record is markup in %s, which is XML whatever it tells',
  async (path) => {
    await using server = await openPages({ filled: recordEvil });

    const xml = await (await server.get(path)).text();

    // Tags of ours, text in which nothing is one, and no letter that XML cannot hold.
    expect(
      xml.replaceAll(/<\/?[a-z]+(?: [a-z:]+="[^"<>]*")*\/?>|<\?xml [^<>]*\?>/g, ''),
    ).not.toMatch(/[<>]/);
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
    expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]|[\u202a-\u202e]/u);
    expect(xml).toContain('[U+202E]gnp ]]&gt;&amp;amp;[U+0001][U+FFFE]');
    const [, content = ''] = /<content type="html">(.*?)<\/content>/s.exec(xml) ?? [];
    expect(content.replaceAll('&lt;', '<')).not.toMatch(/<(script|img|!--)/);
  },
);

test('no word on record is markup in the frame that oEmbed tells of', async () => {
  await using server = await openPages({
    filled: recordEvil,
    pages: {
      ...{ publicUrl: 'https://record.example', contactUrl: undefined, indexing: false },
      embedOrigins: ['*'],
    },
  });

  const url = encodeURIComponent('https://record.example/claims/evil-claim');
  const text = await (await server.get(`/oembed?url=${url}`)).text();
  const { html, title } = JSON.parse(text);

  expect(text).not.toMatch(/[<>&\u202e]/);
  expect(title).toContain('[U+202E]gnp');
  expect(html).toMatch(/^<iframe (?:[a-z]+="[^"<>]*" ?)+><\/iframe>$/);
});

test('no word on record is markup in a feed of JSON, or ends a script around it', async () => {
  await using server = await openPages({ filled: recordEvil });

  const text = await (await server.get('/feed.json')).text();
  const { items } = JSON.parse(text);

  expect(text).not.toMatch(/[<>&\u202e]/);
  expect(items).toHaveLength(1);
  expect(items[0].title).toContain('[U+202E]gnp');
  expect(items[0].content_html).toContain('&lt;/script&gt;&lt;!--');
  expect(items[0].content_html).not.toMatch(/<(script|img|!--)/);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  ' javascript:alert(1)',
  'vbscript:x',
])('%s is no link', (url) => {
  expect(linkAway(url, 'there')).toBeNull();
});

test('a text is escaped wherever it stands, and no control in it is obeyed', () => {
  expect(escaped('<a href="\'x">&\u0000\u001b\u2066\u200f\ud800\ttab\n\u{1f30d}')).toBe(
    '&lt;a href=&quot;&#39;x&quot;&gt;&amp;[U+0000][U+001B][U+2066][U+200F][U+D800]\ttab\n\u{1f30d}',
  );
});
