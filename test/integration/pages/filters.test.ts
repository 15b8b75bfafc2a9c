import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { quoting } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { openPages, recordDispute, wordsOf } from './open-pages.ts';

/** Beside the dispute, as many claims that one asserts, all of one topic. */
const recordMore =
  (count: number) =>
  async (db: Database): Promise<void> => {
    await recordDispute(db);
    for (let number = 0; number < count; number += 1) {
      const slug = `lane-${number}`;
      await write(db, recordClaim, {
        ...{ slug, text: `Lane ${number} is open.`, kind: 'FACT', language: 'en' },
        topics: ['roads & <b>'],
      });
      await write(db, recordStance, {
        ...{ slug: `${slug}-says`, claim: { slug }, actor: { slug: 'gazette' }, kind: 'ASSERTS' },
        ...{ certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
      });
    }
  };

test('the board is filtered by a form, and by how many claims there are of what', async () => {
  await using server = await openPages({ filled: recordMore(2) });

  const board = await (await server.get('/')).text();
  const response = await server.get('/?status=&topic=');
  const page = await response.text();

  expect(board).toMatch(/<form class="filter" method="get" action="\/">/);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(wordsOf(page)).toMatch(
    /By how they stand .*Asserted 2 Disputed 1 .*By topic .*roads &amp; &lt;b&gt; 2/,
  );
  expect(page).toContain('href="/?topic=roads+%26+%3Cb%3E"');
  expect(page).not.toMatch(/<b>\s*2|<script/);
});

test.each([
  ['status=DISPUTED', ['bridge-promised']],
  ['topic=roads+%26+%3Cb%3E', ['lane-1', 'lane-0']],
  ['status=ASSERTED&kind=FACT', ['lane-1', 'lane-0']],
  ['status=DENIED&utm_source=x', []],
  ['disputedBy=mayor', ['bridge-promised']],
])('with %s it lists %j', async (query, slugs) => {
  await using server = await openPages({ filled: recordMore(2) });

  const page = await (await server.get(`/?${query}`)).text();

  const [, list = ''] = page.split('<h2 id="claims">');
  expect([...list.matchAll(/href="\/claims\/([^"]*)"/g)].map(([, slug]) => slug)).toEqual(slugs);
  expect(page).toContain('type="application/atom+xml" href="/feed.atom?');
  expect(server.handler.keeper?.counts.answers).toBe(0);
});

test('a list that is longer than a page leads on', async () => {
  await using server = await openPages({ filled: recordMore(31) });

  const first = await (await server.get('/?status=ASSERTED')).text();
  const [, next = ''] = /href="(\/\?[^"]*after=[^"]*)"/.exec(first) ?? [];
  const second = await (await server.get(next.replaceAll('&amp;', '&'))).text();

  expect(first.match(/class="claim"/g)).toHaveLength(30);
  expect(second.match(/class="claim"/g)).toHaveLength(1);
  expect(second).not.toContain('after=');
});

test.each(['status=disputed', 'disputedBy=nobody', 'notAsked=true', 'happenedAfter=soon'])(
  'what is no filter, %s, is told to be none',
  async (query) => {
    await using server = await openPages();

    expect((await server.get(`/?${query}`)).status).toBe(400);
  },
);

test('what is searched for is searched for, and what is asked for by no name of a filter changes nothing', async () => {
  await using server = await openPages();

  const found = await (await server.get('/?q=bridge&status=DENIED')).text();
  const board = await (await server.get('/?utm_source=x')).text();

  expect(wordsOf(found)).toContain('Found for');
  expect(wordsOf(board)).toContain('Disputed now');
});
