import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openPlaceInProcess } from './in-process.ts';

const format = 'apollo-persisted-query-manifest';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifest = (...operations: unknown[]) => ({ format, version: 1, operations });
const good = '{ __typename }';
const operation = (body: string) => ({ id: hashOf(body), name: 'x', type: 'query', body });

test.each<readonly [string, unknown, string, string]>([
  ['no JSON', '{', '', 'expected is JSON'],
  ['no object', '[]', '', `format "${format}", version 1 and operations`],
  ['another format', { ...manifest(), format: 'relay' }, 'format', `expected is "${format}"`],
  ['another version', { ...manifest(), version: 2 }, 'version', 'expected is 1'],
  ['no list', { format, version: 1, operations: {} }, 'operations', 'expected is a list'],
  ['no operation', manifest(operation(good), 7), 'operations[1]', 'an object with id and body'],
  ['no hash', manifest({ body: good }), 'operations[0].id', 'the SHA-256 of the body'],
  [
    'another hash',
    manifest({ ...operation(good), id: hashOf('x') }),
    'operations[0].id',
    hashOf(good),
  ],
  [
    'capitals',
    manifest({ ...operation(good), id: hashOf(good).toUpperCase() }),
    'operations[0].id',
    hashOf(good),
  ],
  [
    'no body',
    manifest(operation(good), { id: hashOf('') }),
    'operations[1].body',
    'the text of an operation',
  ],
  ['no GraphQL', manifest(operation('{')), 'operations[0].body', 'Syntax Error'],
  [
    'nothing of the schema',
    manifest(operation(good), operation('{ colour }')),
    'operations[1].body',
    'Cannot query field "colour"',
  ],
  [
    'too much',
    manifest(operation(`{ ${'__typename '.repeat(600)} }`)),
    'operations[0].body',
    'may have',
  ],
])(
  'a manifest with %s is refused, with its place',
  async (_name, content, ...[place, expected]) => {
    await using where = await openPlaceInProcess();
    const file = where.file('web.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    await writeFile(where.file('good.json'), JSON.stringify(manifest(operation(good))));

    const { code, err } = await where.run(
      'serve',
      '--documents',
      where.file('good.json'),
      '--documents',
      file,
    );

    expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
    expect(err).toContain(place === '' ? `${file}: ` : `${file}, ${place}: `);
  },
);

test('a manifest that is not there is refused', async () => {
  await using where = await openPlaceInProcess();

  const { code, err } = await where.run('serve', '--documents', where.file('none.json'));

  expect([code, err]).toEqual([2, expect.stringContaining('none.json: it cannot be read')]);
});
