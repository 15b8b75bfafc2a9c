import { expect, test } from 'vitest';
import { type ActorCompared, actorsAlike } from '../../../db/rules/similar-actors.ts';
import { actorTold, type Pair, pairs, pairsHeldBack } from '../../fixtures/similar-actors.ts';

const person = (name: string, more: Partial<ActorCompared> = {}): ActorCompared => ({
  name,
  aliases: [],
  kind: 'PERSON',
  wikidataId: null,
  ...more,
});

/** How many of those that are offered are nearly one, and how many of those that are nearly one are offered. */
function measured(told: readonly Pair[]) {
  const offered = told.filter(([one, other]) => actorsAlike(actorTold(one), actorTold(other)));
  const right = offered.filter(([, , isNearlyOne]) => isNearlyOne).length;
  const all = told.filter(([, , isNearlyOne]) => isNearlyOne).length;
  return { precision: right / offered.length, recall: right / all };
}

test('of the pairs by which the rule was made it offers those that are nearly one, and no other', () => {
  expect(pairs).toHaveLength(40);
  expect(measured(pairs)).toEqual({ precision: 1, recall: 1 });
});

test('of the pairs that were held back it offers nine in ten that are nearly one, and no other', () => {
  expect(pairsHeldBack).toHaveLength(20);
  expect(measured(pairsHeldBack)).toEqual({ precision: 1, recall: 0.9 });
});

test('two are as alike whichever is asked about', () => {
  for (const [one, other] of [...pairs, ...pairsHeldBack])
    expect(actorsAlike(actorTold(other), actorTold(one))).toEqual(
      actorsAlike(actorTold(one), actorTold(other)),
    );
});

test('it tells by what they are nearly one, what is surer first', () => {
  const one = person('Ada Reyes', { aliases: ['The Harbour Baron'] });

  expect(actorsAlike(one, person('Dr. Ada Reyes'))).toEqual({ by: 'NAME', score: 1 });
  expect(actorsAlike(one, person('harbour baron'))).toEqual({ by: 'ALIAS', score: 0.9 });
  expect(actorsAlike(person('Bo Lindström'), person('Bo Lindstorm'))).toEqual({
    by: 'SPELLING',
    score: 0.8,
  });
  expect(actorsAlike(one, person('A. Reyes'))).toEqual({ by: 'INITIALS', score: 0.7 });
});

test('those of two Wikidata items are two, and of an unlike kind only an equal name is offered', () => {
  const one = person('Ada Reyes', { wikidataId: 'Q1' });
  const town = person('Ada Reyes', { kind: 'GOVERNMENT' });

  expect(actorsAlike(one, person('Ada Reyes', { wikidataId: 'Q2' }))).toBeNull();
  expect(actorsAlike(one, person('Ada Reyes'))).toEqual({ by: 'NAME', score: 1 });
  expect(actorsAlike(one, town)).toEqual({ by: 'NAME', score: 0.5 });
  expect(actorsAlike(person('Bo Lindström'), { ...town, name: 'Bo Lindstorm' })).toBeNull();
  expect(actorsAlike(one, { ...town, kind: 'UNNAMED_SOURCE' })).toBeNull();
});

test('a name without letters is like none', () => {
  expect(actorsAlike(person('…'), person('!!'))).toBeNull();
});
