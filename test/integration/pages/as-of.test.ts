import { expect, test } from 'vitest';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { write } from '../../kit/owner.ts';
import { openPages, wordsOf } from './open-pages.ts';

const path = '/claims/bridge-promised';

test('the timeline of a claim leads to its page as it was, which says so', async () => {
  await using server = await openPages();
  const denied = { stance: { slug: 'mayor-denies' }, reason: 'MISATTRIBUTED' as const };
  await write(server.db, withdrawStance, denied);
  const today = await (await server.get(path)).text();
  const links = [...today.matchAll(/href="(\?asOf=[^"]*)"/g)].flatMap(([, link]) => link ?? []);
  const pages = [];
  for (const link of links) {
    const response = await server.get(`${path}${link}`);
    pages.push({ response, words: wordsOf(await response.text()) });
  }

  expect(links[0]).toMatch(/^\?asOf=\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  expect(wordsOf(today)).not.toMatch(/As the record stood on|Disputed since/);
  expect(pages.filter(({ words }) => /Disputed since/.test(words))).not.toEqual([]);
  for (const { response, words } of pages) {
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(words).toMatch(/As the record stood on .* This is not how it stands today/);
  }
});

test('a day is asked for as its end, today as far as it has come; before the claim was on record there is no page', async () => {
  await using server = await openPages();
  const day = new Date().toISOString().slice(0, 10);

  const statuses = [];
  for (const asked of [day, '', '2020-01-01']) {
    const { status } = await server.get(`${path}?asOf=${asked}`);
    statuses.push(status);
  }

  expect(statuses).toEqual([200, 200, 404]);
});

test.each(['2999-01-01', '2999-01-01T00:00:00Z'])(
  'of a moment that has not come, %s, nothing is told',
  async (asked) => {
    await using server = await openPages();

    const response = await server.get(`${path}?asOf=${asked}`);
    const page = await response.text();

    expect(response.status).toBe(400);
    expect(page).toContain('none that is still to come');
    expect(page).not.toMatch(/As the record stood|2999/);
  },
);

test.each(['yesterday', '2024-02-30', '2024-11-12T09:30:00', '12/11/2024', '%00', '2024-11'])(
  'what is no moment, %s, is told to be none',
  async (asked) => {
    await using server = await openPages();

    const response = await server.get(`${path}?asOf=${asked}`);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('2024-11-12T09:30:00Z');
  },
);
