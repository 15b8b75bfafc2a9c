import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const story = (name: string) => `Of ${name}\n\nMinister ${name} Lind said that the ${name} sank.\n`;

/** Lines without the moment at which somebody is known to have said something: that of the recording. */
const timeless = (lines: string) => lines.replace(/"knownBy":"[^"]*",/g, '');

test('articles come on record in the order of their files, whoever read them first, and standard input at its turn', async () => {
  await using place = await openPlaceInProcess();
  const names = ['ada', 'none', 'ben', '-', 'cid', 'dan', 'eve', 'fay', 'gus'];
  for (const name of names) await writeFile(place.file(name), name === 'none' ? '\n' : story(name));
  const files = names.map((name) => (name === '-' ? name : place.file(name)));

  const ingesting = place.start('ingest', '--json', '--jobs', '3', ...files);
  ingesting.stdin.end(story('stdin'));
  const { code, out } = await ingesting.ended();
  const exported = await place.run('export');

  const lines = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(lines.flatMap(({ type, title }) => (type === 'article' ? title : []))).toEqual(
    ['ada', 'ben', 'stdin', 'cid', 'dan', 'eve', 'fay', 'gus'].map((name) => `Of ${name}`),
  );
  expect(JSON.parse(out)).toMatchObject({ articles: 8, created: 8, noArticle: 1, failed: 0 });
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
