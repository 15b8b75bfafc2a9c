import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { articlesAhead, filesAhead } from '../../../server/cli/ingest/articles-ahead.ts';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const story = (name: string) => `Of ${name}\n\nMinister ${name} Lind said that the ${name} sank.\n`;

/** Lines without the moment at which somebody is known to have said something: that of the recording. */
const timeless = (lines: string) => lines.replace(/"knownBy":"[^"]*",/g, '');

test('articles come in the order of their files, and what is wrong with one is thrown at its turn', async () => {
  await using place = await openPlaceInProcess();
  const names = ['ada', 'none', 'ben', '-', 'cid', 'dan', 'eve', 'fay', 'gus'];
  for (const name of names) await writeFile(place.file(name), name === 'none' ? '\n' : story(name));
  const files = names.map((name) => (name === '-' ? name : place.file(name)));
  const stdin = new PassThrough();
  stdin.end(story('stdin'));
  const told: string[] = [];

  const articles = articlesAhead(files, stdin, async ({ title }) => {
    told.push(title);
    throw new Error('Nobody hears of it.');
  });
  const seen: string[] = [];
  for (const { file, article } of articles) {
    if (file === '-') expect(told).toEqual(['Of ben']);
    seen.push(await article.then(({ title }) => title, String));
  }

  expect(seen.map((title) => title.replace(/.*Of /, ''))).toEqual([
    'ada',
    expect.stringContaining('holds no words'),
    ...['ben', 'stdin', 'cid', 'dan', 'eve', 'fay', 'gus'],
  ]);
  expect(told.toSorted()).toEqual(
    ['ben', 'cid', 'dan', 'eve', 'fay', 'gus'].map((name) => `Of ${name}`),
  );
  expect(filesAhead).toBeGreaterThan(1);
});

test('an ingest that is broken off leaves whole what it recorded, and goes on from there', async () => {
  await using place = await openPlaceInProcess();
  await using elsewhere = await openPlaceInProcess();
  const names = ['ada', 'ben', 'cid', 'dan'];
  for (const name of names) await writeFile(place.file(name), story(name));
  const [first = '', second = '', ...rest] = names.map(place.file);

  const broken = place.start('ingest', first, second, '-', ...rest);
  // Read no sooner than at its turn: the two before it are on record then.
  broken.stdin.write(`${'Nobody said a word. '.repeat(10_000)}\n`);
  await once(broken.stdin, 'drain');
  broken.interrupt();
  broken.stdin.end();
  const { code } = await broken.ended();
  const again = await place.run('ingest', '--json', first, second, ...rest);
  const exported = await place.run('export');
  await elsewhere.run('ingest', first, second, ...rest);
  const whole = await elsewhere.run('export');

  expect(code).toBe(130);
  expect(JSON.parse(again.out)).toMatchObject({ articles: 4, created: 2, drafted: 2, faults: [] });
  expect(timeless(exported.out)).toBe(timeless(whole.out));
});
