import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  actorKinds,
  affiliationKinds,
  certainties,
  claimKinds,
  claimLinkKinds,
  eventTypes,
  evidenceModes,
  judgements,
  polarities,
  polarityOf,
  reviews,
  roles,
  stanceKinds,
  standingStatuses,
  timeBases,
} from '../../db/rules/vocabulary.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/domain.md');
const refusalCodes = enumIn('RefusalCode');

describe('the domain page tells every value of', () => {
  test.each<readonly [name: string, values: readonly string[]]>([
    ['kinds of actors', actorKinds],
    ['affiliations', affiliationKinds],
    ['certainties', certainties],
    ['kinds of claims', claimKinds],
    ['links between claims', claimLinkKinds],
    ['modes of evidence', evidenceModes],
    ['events', eventTypes],
    ['judgements', judgements],
    ['refusals', refusalCodes],
    ['polarities', polarities],
    ['reviews', reviews],
    ['roles', roles],
    ['kinds of stances', stanceKinds],
    ['statuses', standingStatuses],
    ['what the time of a stance is known from', timeBases],
  ])('%s', (_name, values) => {
    expect(values.filter((value) => !page.includes(`\`${value}\``))).toEqual([]);
  });
});

test('the domain page gives each kind of stance its polarity', () => {
  const told = rowsIn(sectionOf(page, 'Kinds of stances')).map(([kind, polarity]) => [
    plain(kind),
    plain(polarity),
  ]);

  expect(told).toEqual(stanceKinds.map((kind) => [kind, polarityOf[kind]]));
});

test('the domain page gives each rule of a standing its number, with an example', () => {
  const rows = rowsIn(sectionOf(page, 'Where a claim stands'));

  expect(rows.map(([number, status]) => [number, plain(status)])).toEqual(
    standingStatuses.map((status, index) => [String(index + 1), status]),
  );
  expect(rows.every(([, , , example]) => /\w{3,} .*\./.test(example ?? ''))).toBe(true);
});

/** The values of an enum of the graph. */
function enumIn(name: string): readonly string[] {
  const type = buildSchema(pageText('schema/schema.graphql')).getType(name);
  if (!isEnumType(type)) throw new Error(`There is no enum ${name}.`);
  return type.getValues().map((value) => value.name);
}
