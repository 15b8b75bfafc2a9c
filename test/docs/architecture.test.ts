import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageText, sectionOf } from './page.ts';

const page = pageText('docs/architecture.md');
const root = new URL('../../', import.meta.url);

test('every file and folder that the architecture names is there', () => {
  const named = [...page.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);
  const missing = named.filter((path) => !places(path).some((place) => existsSync(place)));

  expect(named.length).toBeGreaterThan(80);
  expect(missing).toEqual([]);
});

test('the architecture names every room', () => {
  const rooms = ['db', 'schema', 'server', 'extract'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !unnamed.has(entry.name))
      .map((entry) => entry.name),
  );

  expect(rooms.filter((room) => !page.includes(`${room}/\``))).toEqual([]);
});

test.each([
  'A query',
  'A page',
  'A change, until a subscriber hears of it',
  'An imported line',
  'An article that is read',
  'A call of the SDK',
])('the trip of "%s" fits on a screen', (heading) => {
  const lines = sectionOf(page, heading).trim().split('\n');

  expect(lines.length).toBeGreaterThan(5);
  expect(lines.length).toBeLessThan(25);
});

/** Folders of what is generated or shipped. */
const unnamed = new Set(['migrations', 'sample']);

/** Rooms are named by themselves where their house is named beside them. */
function places(path: string): URL[] {
  const inside = ['', 'db/', 'schema/', 'server/', 'extract/'];
  return inside.map((folder) => new URL(folder + path, root));
}
