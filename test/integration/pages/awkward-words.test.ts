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

const evil = `</script><!--<script>alert(1)</script><img src=x onerror="alert(2)">'"\u202egnp ]]>&amp;`;

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
  '/articles/evil-story',
  '/actors/evil',
  '/actors/whisper',
  `/?q=${encodeURIComponent(evil)}`,
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
  expect(escaped('<a href="\'x">&\u0000\u001b\u2066\u200f\ttab\n')).toBe(
    '&lt;a href=&quot;&#39;x&quot;&gt;&amp;[U+0000][U+001B][U+2066][U+200F]\ttab\n',
  );
});
