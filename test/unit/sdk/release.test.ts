import { readdir, readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import {
  breaksBetween,
  bumpFor,
  declaredIn,
  releasedSchema,
} from '../../../sdk/codegen/release.ts';

const root = new URL('../../../', import.meta.url);
const text = (path: string) => readFile(new URL(path, root), 'utf8');

test('a schema that breaks what the last release may ask needs a major changeset', async () => {
  const released = buildSchema(await text('sdk/released.graphql'));
  const current = buildSchema(await text('schema/schema.graphql'));
  const names = (await readdir(new URL('.changeset/', root))).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  const changesets = await Promise.all(names.map((name) => text(`.changeset/${name}`)));

  const breaks = breaksBetween(released, current);
  const needed = bumpFor(released, current) === 'major' ? 'major' : expect.anything();

  expect({ declared: declaredIn(changesets) ?? 'none', breaks }).toEqual({
    declared: needed,
    breaks,
  });
});

test('the last release is that of the version before, or of this one', async () => {
  const [, released] =
    /^# The schema as of @onrecord\/sdk (\S+)\. /.exec(await text('sdk/released.graphql')) ?? [];

  expect(released).toBe(JSON.parse(await text('sdk/package.json')).version);
});

test('what a release keeps is the schema, under a line with its version', async () => {
  const schema = await text('schema/schema.graphql');
  const { version } = JSON.parse(await text('sdk/package.json'));

  const [line, ...rest] = releasedSchema(schema, version).split('\n');

  expect(line).toBe((await text('sdk/released.graphql')).split('\n')[0]);
  expect(rest.join('\n')).toBe(schema);
});

const before = buildSchema('type Query { a(b: Int): String, e: E } enum E { X Y }');

test.each([
  ['the same', 'type Query { a(b: Int): String, e: E } enum E { X Y }', 'patch'],
  ['a field more', 'type Query { a(b: Int): String, e: E, c: Int } enum E { X Y }', 'minor'],
  ['a value more of an enum', 'type Query { a(b: Int): String, e: E } enum E { X Y Z }', 'minor'],
  ['a field less', 'type Query { a(b: Int): String } enum E { X Y }', 'major'],
  ['another type', 'type Query { a(b: Int): Int, e: E } enum E { X Y }', 'major'],
  ['a value less', 'type Query { a(b: Int): String, e: E } enum E { X }', 'major'],
  [
    'an argument that must be given',
    'type Query { a(b: Int!): String, e: E } enum E { X Y }',
    'major',
  ],
])('%s', (_what, after, bump) => {
  expect(bumpFor(before, buildSchema(after))).toBe(bump);
});

test('the furthest changeset counts, and only those of the SDK', () => {
  const changeset = (name: string, bump: string) => `---\n'${name}': ${bump}\n---\n\nA change.\n`;

  expect(declaredIn([])).toBeUndefined();
  expect(declaredIn([changeset('onrecord', 'major')])).toBeUndefined();
  expect(
    declaredIn([changeset('@onrecord/sdk', 'patch'), changeset('@onrecord/sdk', 'major')]),
  ).toBe('major');
});
