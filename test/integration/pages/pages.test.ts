import { describe, expect, test } from 'vitest';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { bridgeStory, quoting } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { openPages, wordsOf } from './open-pages.ts';

const claimPath = '/claims/bridge-promised';
const claim = { slug: 'bridge-promised' };

async function pageAt({ get }: Awaited<ReturnType<typeof openPages>>, path: string) {
  const response = await get(path, { accept: 'text/html' });
  const page = await response.text();
  return { response, page, words: wordsOf(page), status: response.status };
}

describe('the page of a claim', () => {
  test('tells who takes which side, in whose words and through whom', async () => {
    await using server = await openPages();

    const { page, status, words } = await pageAt(server, claimPath);

    expect(status).toBe(200);
    expect(words).toContain('Disputed since');
    const groups = [...page.matchAll(/<h3 id="group-(\w+)">/g)].map(([, group]) => group);
    expect(groups).toEqual(['FOR', 'RELAYED', 'AGAINST']);
    expect(page).toContain(
      '<blockquote lang="en" dir="auto">plans were drawn up in March</blockquote>',
    );
    const [, chain = ''] = /<ol class="chain"[^>]*>(.*?)<\/ol>/s.exec(page) ?? [];
    expect(wordsOf(chain).trim().replaceAll('  ', ' ')).toBe(
      'Harbour Gazette people close to the council',
    );
    expect(page).toContain(
      '<link rel="canonical" href="https://record.example/claims/bridge-promised">',
    );
    expect(page).toContain('mailto:desk@record.example');
  });

  test('tells apart what was said before and what later', async () => {
    await using server = await openPages();
    await write(server.db, recordStance, {
      slug: 'mayor-turns',
      claim,
      actor: { slug: 'mayor' },
      kind: 'CONFIRMS',
      certainty: 'PLAIN',
      saidOn: '2030-01-02',
      evidence: [quoting('The bridge has one lane', ['gazette', 'mayor'])],
    });

    const { page } = await pageAt(server, claimPath);

    const [, sides = '', later = ''] = page.split(/<h2 id="(?:sides|otherwise)">/);
    expect(sides).not.toContain('I never promised a bridge');
    expect(sides).toContain('<time datetime="2030-01-02">2 January 2030</time>');
    expect(later).toMatch(/Before.*I never promised a bridge.*Later.*The bridge has one lane/s);
  });

  test('tells who gave no reply, and nothing of whom nobody asked', async () => {
    await using server = await openPages();
    await write(server.db, recordClaim, {
      slug: 'bridge-costs',
      text: 'The bridge costs nine millions.',
      kind: 'FACT',
      language: 'en',
      concerns: [{ slug: 'town-hall' }],
    });
    for (const [actor, kind] of [
      ['mayor', 'NO_REPLY'],
      ['gazette', 'ASSERTS'],
    ] as const)
      await write(server.db, recordStance, {
        slug: `${actor}-costs`,
        claim: { slug: 'bridge-costs' },
        actor: { slug: actor },
        kind,
        certainty: 'PLAIN',
        evidence: [quoting('The bridge is old')],
      });

    const { page, words } = await pageAt(server, '/claims/bridge-costs');

    expect(page.split('id="asked"')[1]).toContain('/actors/mayor');
    expect(page.split('id="asked"')[1]).not.toContain('/actors/town-hall');
    expect(words).not.toMatch(/not asked/i);
  });

  test('keeps to be seen how it was worded before it was corrected, and until when', async () => {
    await using server = await openPages();
    await write(server.db, updateClaim, { claim, text: 'The mayor promised a bridge.' });

    const { page, words } = await pageAt(server, claimPath);

    expect(page).toContain('<h1 lang="en" dir="auto">The mayor promised a bridge.</h1>');
    const [, corrected = ''] = page.split('id="corrected"');
    expect(corrected).toMatch(
      /until <time datetime="[^"]+">[^<]+<\/time>: <bdi lang="en" dir="auto">The mayor promised a new bridge\.<\/bdi>/,
    );
    expect(words).toContain('The record had worded it otherwise.');
  });

  test('keeps to be seen what was taken off, with the day and without the reason', async () => {
    await using server = await openPages();
    await write(server.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'A slip of ours.',
    });

    const stance = await pageAt(server, claimPath);
    await write(server.db, withdrawClaim, { claim, reason: 'A slip of theirs.' });
    const whole = await pageAt(server, claimPath);

    expect(stance.page.split('id="taken-off"')[1]).toContain('I never promised a bridge');
    expect(whole.status).toBe(200);
    expect(whole.page.split('<main')[1]?.replace(/^[^>]*>\s*/, '')).toMatch(/^<p class="notice"/);
    expect(whole.response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(stance.page + whole.page).not.toContain('A slip');
  });

  test('of one that is shown as another leads there', async () => {
    await using server = await openPages();
    await write(server.db, recordClaim, {
      slug: 'bridge-pledged',
      text: 'A bridge was pledged by the mayor.',
      kind: 'FACT',
      language: 'en',
    });
    await write(server.db, linkClaims, {
      from: { slug: 'bridge-pledged' },
      to: claim,
      kind: 'SAME_AS',
      judgement: 'CONFIRMED',
      shown: 'TO',
    });
    await write(server.db, recordActor, { slug: 'the-mayor', name: 'Mayor', kind: 'PERSON' });
    await write(server.db, mergeActors, {
      from: { slug: 'the-mayor' },
      into: { slug: 'mayor' },
      judgement: 'CONFIRMED',
      reason: 'One man.',
    });

    const answers = await Promise.all(
      ['/claims/bridge-pledged', '/actors/the-mayor'].map((path) => server.get(path)),
    );

    expect(
      answers.map(({ headers, status }) => [status, headers.get('location'), headers.get('link')]),
    ).toEqual(
      ['/claims/bridge-promised', '/actors/mayor'].map((path) => [
        302,
        path,
        `<https://record.example${path}>; rel="canonical"`,
      ]),
    );
  });
});

describe('the page of an article', () => {
  test('marks the stances in a public text in their places, also where they overlap', async () => {
    await using server = await openPages();
    await write(server.db, recordStance, {
      slug: 'mayor-narrow',
      claim,
      actor: { slug: 'mayor' },
      kind: 'DENIES',
      certainty: 'PLAIN',
      evidence: [
        quoting('never promised a bridge,” the mayor told the Courier', ['gazette', 'mayor']),
        quoting('old 🌉 and narrow', ['gazette', 'mayor']),
      ],
    });
    await write(server.db, updateArticle, {
      article: { slug: 'bridge-story' },
      textIsPublic: true,
    });

    const { page } = await pageAt(server, '/articles/bridge-story');

    const [, text = ''] = /<div class="text"[^>]*>(.*?)<\/div>/s.exec(page) ?? [];
    const read = text.replaceAll(/<sup>.*?<\/sup>/gs, '').replaceAll(/<[^>]*>/g, '');
    expect(read).toBe(bridgeStory);
    expect(text).toMatch(
      /<mark class="once"[^>]*>I <\/mark><mark class="overlapping"[^>]*>never promised a bridge<\/mark>/,
    );
    expect(text).toContain('>old 🌉 and narrow</mark>');
  });

  test('holds the quotes alone where its text is not public', async () => {
    await using server = await openPages();

    const { words } = await pageAt(server, '/articles/bridge-story');

    expect(words).toContain('I never promised a bridge');
    expect(words).not.toContain('one lane');
  });

  test('says first that it was withdrawn', async () => {
    await using server = await openPages();
    await write(server.db, withdrawArticle, {
      article: { slug: 'bridge-story' },
      reason: 'An impostor.',
    });

    const { page, response, status } = await pageAt(server, '/articles/bridge-story');

    expect([status, response.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow']);
    expect(page).toContain('This article was taken off the record on');
    expect(page).not.toContain('An impostor');
  });
});

test('the page of an actor tells what it says, and of whose anonymity', async () => {
  await using server = await openPages();

  const mayor = await pageAt(server, '/actors/mayor');
  const sources = await pageAt(server, '/actors/council-sources');

  expect(mayor.words).toContain('The mayor denies it: The mayor promised a new bridge.');
  expect(sources.words).toContain('Granted anonymity by Harbour Gazette');
});

describe('the board', () => {
  test('tells what is disputed and what changed, with origins beside articles', async () => {
    await using server = await openPages();

    const { words } = await pageAt(server, '/');

    expect(words).toMatch(
      /Disputed now The mayor promised a new bridge\. Disputed since .* 1 article, 1 origin/,
    );
    expect(words).toContain('Newest articles on record Mayor denies promise Harbour Gazette');
    expect(words).toContain('GraphiQL');
  });

  test('of an empty record tells how something is put in', async () => {
    await using server = await openPages({ filled: async () => {} });

    expect((await pageAt(server, '/')).words).toContain('onrecord import RECORD.jsonl');
  });

  test('finds by a form what holds the words', async () => {
    await using server = await openPages();

    const found = await pageAt(server, '/?q=promised+bridge');
    const nothing = await pageAt(server, `/?q=${'zeppelin'.repeat(400)}`);

    expect(found.page).toContain('<a href="/claims/bridge-promised">');
    expect(found.page).toContain('value="promised bridge"');
    expect(found.response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect([
      nothing.status,
      nothing.words.includes('Nothing on record holds all of these words.'),
    ]).toEqual([200, true]);
  });
});

test.each([
  '/claims/nothing',
  '/claims/',
  '/claims/A%00b',
  '/articles/nothing',
  '/articles/bridge-story.jsonld',
  '/actors/nothing',
  '/claims/nothing.jsonld',
  '/claims/nothing/embed',
  '/claims/nothing/feed.json',
  '/claims/bridge-promised/feed.rss',
  '/claims/bridge-promised/',
  '/pages/style.css',
])('%s is a page that says that nothing is there', async (path) => {
  await using server = await openPages();

  const { page, response, status } = await pageAt(server, path);

  expect([status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(page).toContain('There is nothing here');
});

test('an article without a text of its own has a page', async () => {
  await using server = await openPages();
  await write(server.db, recordArticle, {
    slug: 'bare',
    title: 'Bare',
    language: 'en',
    sha256: 'a'.repeat(64),
  });

  const { words } = await pageAt(server, '/articles/bare');

  expect(words).toContain('Nothing that stands on record is quoted from it.');
});
