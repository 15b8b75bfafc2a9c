import { expect, test } from 'vitest';
import { personCalled } from '../../../db/rules/persons-called.ts';
import type { ActorCompared } from '../../../db/rules/similar-actors.ts';

const person = (name: string, kind: ActorCompared['kind'] = 'PERSON'): ActorCompared => {
  return { name, aliases: [], kind, wikidataId: null };
};

test.each([
  ['Mr Peskov', 'Dmitry Peskov', 0.6],
  ['Peskov', 'Dmitry Peskov', 0.6],
  ['Dmitri Peskov', 'Dmitry Peskov', 0.8],
  ['Kremlin spokesman Dmitriy Peskov', 'Dmitry Peskov', 0.8],
  ['President Zelenskiy', 'Volodymyr Zelenskyy', 0.6],
  ['Foreign Minister Sergei Lavrov', 'Sergey Lavrov', 0.8],
  ['Aleksandr Novak', 'Alexander Nowak', 0.6],
  ['Muhammad Chaudhry', 'Mohamed Chaudhri', 0.6],
  ['Dan Okafor', 'Daniel Okafor', 0.5],
  ['Sinéad O’Brien', 'Sinead O’Brien', 1],
  ['J. Marchetti', 'Julia Marchetti', 0.7],
  ['Gerhard Schröder', 'Gerhard Schroeder', 0.8],
  // The same last name alone: a paper may have the first one wrong.
  ['Maria Lavrov', 'Sergey Lavrov', 0.1],
  ['Maria Lavrova', 'Sergey Lavrov', null],
  ['Dmitri Peskov', 'Dmitri Medvedev', null],
  ['Martin King', 'Martin Kling', null],
])('%s, %s: %s', (one, other, fit) => {
  expect(personCalled(person(one), person(other))).toBe(fit);
});

test('what is no person is called so only where the names are equal', () => {
  expect(personCalled(person('Lavrov'), person('Lavrov', 'ORGANIZATION'))).toBe(0.5);
  expect(personCalled(person('Sergey Lavrov'), person('Lavrov', 'ORGANIZATION'))).toBeNull();
});
