import { describe, expect, test } from 'vitest';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { quoting } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import type { OpenHandler } from '../http/open-handler.ts';
import { openPages } from './open-pages.ts';

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly tags?: readonly string[];
}

interface JsonFeed {
  readonly title: string;
  readonly next_url?: string;
  readonly items: readonly Item[];
}

async function itemsAt({ get }: OpenHandler, path: string): Promise<JsonFeed> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

const claim = { slug: 'bridge-promised' };
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the feed of all claims', () => {
  test('tells what is new and what changed, the newest first, in both forms alike', async () => {
    await using server = await openPages();

    const atom = await server.get('/feed.atom');
    const xml = await atom.text();
    const json = await server.get('/feed.json');
    const { items }: JsonFeed = await json.json();

    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect(items.map(({ title }) => title)).toEqual([
      'Disputed: \u2068The mayor promised a new bridge.\u2069',
      'The mayor promised a new bridge.',
    ]);
    expect(items[0]?.content_html).toContain('I never promised a');
    expect([...xml.matchAll(/<entry>\n<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual(
      items.map(({ id }) => id),
    );
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="https://record.example/feed.atom"/>',
    );
    for (const { id, url } of items) {
      expect(id).toMatch(uuid);
      expect(url).toBe('https://record.example/claims/bridge-promised');
    }
  });

  test('has ids that stay, of the claim for when it was new, which its own feed has as well', async () => {
    await using server = await openPages();
    const { items } = await itemsAt(server, '/feed.json');
    const { data } = await (
      await server.ask({ query: '{ claim(by: { slug: "bridge-promised" }) { id } }' })
    ).json();
    await write(server.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'MISATTRIBUTED',
    });

    const later = await itemsAt(server, '/feed.json');
    const own = await itemsAt(server, '/claims/bridge-promised/feed.json');

    expect(`claim_${items.at(-1)?.id.slice('urn:uuid:'.length)}`).toBe(data.claim.id);
    expect(later.items.slice(1).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(own.items.map(({ id }) => id)).toEqual(later.items.map(({ id }) => id));
    expect(new Set(later.items.map(({ id }) => id)).size).toBe(3);
    // Of a stance that was taken off, no words are told.
    expect(JSON.stringify(later)).not.toContain('I never promised a');
  });

  test('keeps the entry of what was withdrawn, without its words', async () => {
    await using server = await openPages();
    const before = await itemsAt(server, '/feed.json');
    await write(server.db, withdrawClaim, { claim, reason: 'A slip of the desk.' });

    const { items } = await itemsAt(server, '/feed.json');
    const own = await server.get('/claims/bridge-promised/feed.atom');
    const xml = await own.text();

    expect(items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
    for (const text of [JSON.stringify(items), xml]) {
      expect(text).toContain('Taken off the record');
      expect(text).not.toMatch(/promised a|slip|Disputed|Mayor/);
    }
    expect(own.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test('tells nothing of an erased text from then on', async () => {
    await using server = await openPages();
    const paths = ['/feed.atom', '/feed.json', '/claims/bridge-promised/feed.atom'];
    const told = () => Promise.all(paths.map(async (path) => (await server.get(path)).text()));
    for (let times = 0; times < 3; times += 1) await told();
    const before = await told();
    await write(server.db, eraseArticleText, {
      article: { slug: 'bridge-story' },
      reason: 'Ordered.',
    });

    const after = await told();

    for (const text of before) expect(text).toContain('I never promised a');
    for (const text of after) {
      expect(text).not.toMatch(/never promised a|Ordered/);
      expect(text).toContain('erased');
      expect(text).toContain('Disputed');
    }
  });
});

describe('a feed that is asked for by a query string', () => {
  test('goes on before a moment, as its link says', async () => {
    await using server = await openPages();
    const { items } = await itemsAt(server, '/feed.json');

    const moment = items[0]?.date_published ?? '';
    const older = await itemsAt(server, `/feed.json?before=${moment}`);
    const none = await itemsAt(server, '/feed.json?before=2020-01-01');
    const own = await itemsAt(server, `/claims/bridge-promised/feed.json?before=${moment}`);

    expect(older.items).toEqual(items.slice(1));
    expect(own.items).toEqual(items.slice(1));
    expect(none.items).toEqual([]);
  });

  test('tells fifty, and leads to the rest', async () => {
    await using server = await openPages();
    for (let number = 0; number < 51; number += 1) {
      const slug = `claim-${number}`;
      await write(server.db, recordClaim, { slug, text: slug, kind: 'FACT', language: 'en' });
      await write(server.db, recordStance, {
        ...{ slug: `${slug}-says`, claim: { slug }, actor: { slug: 'gazette' }, kind: 'ASSERTS' },
        ...{ certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
      });
    }

    const first = await itemsAt(server, '/feed.json');
    const next = new URL(first.next_url ?? '');
    const second = await itemsAt(server, next.pathname + next.search);

    expect(first.items).toHaveLength(50);
    expect(second.items.map(({ title }) => title)).toEqual([
      'claim-0',
      'Disputed: \u2068The mayor promised a new bridge.\u2069',
      'The mayor promised a new bridge.',
    ]);
    expect(second.next_url).toBeUndefined();
  });

  test.each([
    ['status=DISPUTED', 2],
    ['status=DENIED', 0],
    ['statusIn=DISPUTED,DENIED', 2],
    ['kind=FACT&language=en', 2],
    ['topic=roads', 0],
    ['disputedBy=mayor', 2],
    ['onlyUnnamedSources=true', 2],
    ['outlet=gazette', 2],
    ['stances=[{"actor":{"slug":"mayor"},"kind":"DENIES"}]', 2],
    ['recordedBefore=2020-01-01T00:00:00Z', 0],
  ])('tells what the filter %s selects', async (query, count) => {
    await using server = await openPages();

    const { items } = await itemsAt(server, `/feed.json?${encodeURI(query)}`);

    expect(items).toHaveLength(count);
    expect(server.handler.keeper?.counts.answers).toBe(0);
  });

  test.each([
    ...['status=disputed', 'state=DISPUTED', 'before=yesterday', 'status=DENIED&status=DENIED'],
    ...['onlyUnnamedSources=yes', 'recordedAfter=never', 'toString=x', '__proto__=x'],
    ...['disputedBy=nobody-of-that-name', 'stances=[', 'stances=[{"no":1}]', 'topic='],
    ...['notAsked=true', 'review=VERIFIED'],
  ])('that is none, %s, is answered 400', async (query) => {
    await using server = await openPages();

    for (const path of ['/feed.json', '/feed.atom']) {
      const response = await server.get(`${path}?${query}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('ClaimFilter');
    }
  });
});

test('the feed of a claim that is shown as another leads to that one', async () => {
  await using server = await openPages();
  await write(server.db, recordClaim, {
    ...{ slug: 'pledged', text: 'A bridge was pledged.', kind: 'FACT', language: 'en' },
  });
  await write(server.db, linkClaims, {
    ...{ from: { slug: 'pledged' }, to: claim, kind: 'SAME_AS', judgement: 'CONFIRMED' },
    shown: 'TO',
  });
  await write(server.db, recordStance, {
    ...{ slug: 'pledged-says', claim: { slug: 'pledged' }, actor: { slug: 'gazette' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
  });

  const led = await server.get('/claims/pledged/feed.atom');
  const none = await server.get('/claims/nothing/feed.atom');

  expect([led.status, led.headers.get('location')]).toEqual([
    302,
    '/claims/bridge-promised/feed.atom',
  ]);
  expect(none.status).toBe(404);
});

test('a feed is kept with what it rests on, and told again only where it changed', async () => {
  await using server = await openPages();
  const url = 'http://localhost:4000/feed.atom';

  const first = await server.handler.fetch(url);
  const etag = first.headers.get('etag') ?? '';
  const kept = server.handler.keeper?.counts.answers;
  const known = await server.get('/feed.atom', { 'if-none-match': etag });
  await write(server.db, withdrawClaim, { claim, reason: 'A slip.' });
  const changed = await server.get('/feed.atom', { 'if-none-match': etag });

  expect([first.status, known.status, changed.status]).toEqual([200, 304, 200]);
  expect(kept).toBe(1);
});

test('an empty record has a feed of nothing', async () => {
  await using server = await openPages({ filled: async () => {} });

  const xml = await (await server.get('/feed.atom')).text();

  expect(xml).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  expect((await itemsAt(server, '/feed.json')).items).toEqual([]);
});

test('pages lead to their feeds', async () => {
  await using server = await openPages();

  expect(await (await server.get('/')).text()).toContain(
    '<link rel="alternate" type="application/atom+xml" href="/feed.atom"',
  );
  expect(await (await server.get('/claims/bridge-promised')).text()).toContain(
    '<link rel="alternate" type="application/feed+json" href="/claims/bridge-promised/feed.json"',
  );
});
