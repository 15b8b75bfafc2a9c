import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPlaceInProcess } from './in-process.ts';

const folder = join(import.meta.dirname, '../../../examples/articles');
const articles = readdirSync(folder).filter((file) => !file.endsWith('.jsonl'));

test('the sample articles give a newcomer a dispute to review', async () => {
  await using place = await openPlaceInProcess();

  const { code, out, err } = await place.run('ingest', '--json', folder);
  const exported = await place.run('export');

  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ articles: articles.length, created: articles.length });
  const lines = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const names = lines.filter(({ type }) => type === 'actor').map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Agnes Thole', 'Dora Flint', 'Sund Lines', 'The Northern Ledger']),
  );
  const kindsOf = (actor: string) =>
    lines.filter((line) => line.type === 'stance' && line.actor === actor).map(({ kind }) => kind);
  expect(kindsOf('agnes-thole')).toEqual(expect.arrayContaining(['DENIES', 'ASSERTS']));
  expect(kindsOf('conrad-pym')).toEqual(expect.arrayContaining(['DENIES', 'CONFIRMS']));
  expect(kindsOf('dora-flint')).toEqual(expect.arrayContaining(['DENIES', 'ASSERTS']));
});

test('what their list credits to an agency is credited to it, though nobody had heard of it', async () => {
  await using place = await openPlaceInProcess();

  const { code, err } = await place.run('ingest', '--manifest', join(folder, 'list.jsonl'));
  const exported = await place.run('export');

  expect(code, err).toBe(0);
  const lines = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const agency = lines.find(({ name }) => name === 'Coastwire');
  expect(agency).toMatchObject({ type: 'actor', kind: 'OUTLET' });
  const credited = lines.filter(({ creditedTo }) => creditedTo !== undefined);
  expect(credited).toEqual([expect.objectContaining({ creditedTo: agency.id })]);
});

test('their list names each of them once', () => {
  const listed = readFileSync(join(folder, 'list.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).file);

  expect(listed.sort()).toEqual(articles.sort());
});
