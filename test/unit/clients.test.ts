import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clients } from '../clients/clients.ts';
import { readOptions } from '../clients/options.ts';

const folder = new URL('../clients/', import.meta.url);
const programs = readdirSync(new URL('programs/', folder), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('each program is run, and each package whose version is told is installed', () => {
  const words = clients.flatMap(({ first = [], run = [] }) => [...first, run]).flat();
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

  expect(programs.filter((name) => !words.some((word) => word.split('/').includes(name)))).toEqual(
    [],
  );
  const told = clients.flatMap(({ packages }) => packages);
  expect(told.filter((name) => !(name in dependencies) && name !== '@onrecord/sdk')).toEqual([]);
});

test('all are tried where none is named, those that are named where any is, and no other name is taken', () => {
  expect(readOptions([]).chosen).toEqual(clients);
  expect(readOptions(['next', 'apollo']).chosen.map(({ name }) => name)).toEqual([
    'apollo',
    'next',
  ]);
  expect(() => readOptions(['apolo'])).toThrow('There is no client apolo: apollo, ');
});
