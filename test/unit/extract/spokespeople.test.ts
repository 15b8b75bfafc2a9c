import { expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();

test.each([
  [
    'before the name',
    'Kremlin spokesman Dmitry Peskov said the call was off.',
    'Dmitry Peskov',
    'Kremlin',
  ],
  ['as an owner', 'Holm AG’s spokeswoman Ida Roe said the pier was safe.', 'Ida Roe', 'Holm AG'],
  [
    'in front and named',
    'A spokeswoman for Holm AG, Ida Roe, said the pier was safe.',
    'Ida Roe',
    'Holm AG',
  ],
  [
    'behind the name',
    'Ida Roe, a spokeswoman for Holm AG, said the pier was safe.',
    'Ida Roe',
    'Holm AG',
  ],
])('somebody named speaks for a body: %s', (...[, text, actor, of]) => {
  const { affiliations = [], actors } = rules.extract({ text });
  const names = new Map(actors.map(({ id, name }) => [id, name]));

  expect(affiliations.map((one) => [names.get(one.actor), one.kind, names.get(one.of)])).toEqual([
    [actor, 'SPEAKS_FOR', of],
  ]);
});

test.each([
  ['nobody is named', 'A spokeswoman for Holm AG said the pier was safe.'],
  ['it is not told for whom', 'Spokeswoman Ida Roe said the pier was safe.'],
  ['somebody else speaks', 'Ida Roe said the pier was safe. A spokesman for Holm AG left.'],
])('nobody speaks for a body where %s', (_why, text) => {
  expect(rules.extract({ text }).affiliations).toEqual([]);
});
