import { describe, expect, test } from 'vitest';
import { turnBetween } from '../../../db/rules/further-evidence.ts';
import { recordHeld } from '../../../db/rules/standing-held.ts';
import type { StanceKind } from '../../../db/rules/vocabulary.ts';
import { caseOf, said, type ToldStance } from './told-case.ts';

const draft = [{ review: 'DRAFT', recordedAt: 1 }] as const;

/** What turned the actor between a stance of the time 100 and words of the time 200, among others told. */
function turn(
  kind: StanceKind,
  others: readonly (readonly [StanceKind, number, Partial<ToldStance>?])[],
  [known, words] = [100, 200],
): StanceKind | null {
  const { facts } = caseOf({
    stances: [
      said('a', kind, { saidAt: known }),
      ...others.map(([other, saidAt, more]) => said('a', other, { saidAt, ...more })),
      said('a', kind, { saidAt: words, reviews: draft }),
    ],
  });
  const [claim = 0] = facts.claims.keys();
  const stances = recordHeld(facts, null).stancesOn(claim);
  const numbered = (number: number) => stances.find((held) => held.facts.stance === number);
  const [first, last] = [numbered(1), numbered(stances.length)];
  if (first === undefined || last === undefined) throw new Error('The case has no stances.');
  return turnBetween(first, last, stances)?.facts.kind ?? null;
}

describe('words show a stance, too, unless its actor turned in between', () => {
  test.each<readonly [StanceKind, StanceKind]>([
    ['ASSERTS', 'DENIES'],
    ['ASSERTS', 'QUESTIONS'],
    ['ASSERTS', 'RETRACTS'],
    ['DENIES', 'CONFIRMS'],
    ['REPORTS', 'ASSERTS'],
    ['REPORTS', 'DECLINES'],
    ['DECLINES', 'DENIES'],
  ])('%s, then %s', (kind, between) => {
    expect(turn(kind, [[between, 150]])).toBe(between);
    expect(turn(kind, [[between, 150]], [200, 100])).toBe(between);
  });

  test.each<readonly [StanceKind, StanceKind]>([
    ['ASSERTS', 'CONFIRMS'],
    ['ASSERTS', 'REPORTS'],
    ['DENIES', 'DECLINES'],
    ['DENIES', 'NO_REPLY'],
    ['RETRACTS', 'RETRACTS'],
  ])('%s, and %s is no turn', (kind, between) => {
    expect(turn(kind, [[between, 150]])).toBeNull();
  });

  test('not before, not after, and not by what counts for nothing', () => {
    expect(
      turn('ASSERTS', [
        ['DENIES', 99],
        ['RETRACTS', 201],
      ]),
    ).toBeNull();
    expect(turn('ASSERTS', [['DENIES', 150, { reviews: draft }]])).toBeNull();
    expect(turn('ASSERTS', [['DENIES', 150, { withdrawnAt: 1 }]])).toBeNull();
    expect(turn('ASSERTS', [['DENIES', 150, { evidence: [] }]])).toBeNull();
  });

  test('at one and the same moment a retraction comes last, and then the order of recording decides', () => {
    expect(turn('ASSERTS', [['DENIES', 100]])).toBe('DENIES');
    expect(turn('ASSERTS', [['DENIES', 200]])).toBe('DENIES');
    expect(turn('ASSERTS', [['RETRACTS', 100]])).toBe('RETRACTS');
    expect(turn('ASSERTS', [['RETRACTS', 200]])).toBeNull();
  });

  test('the first of several turns is told', () => {
    expect(
      turn('ASSERTS', [
        ['RETRACTS', 180],
        ['DENIES', 120],
      ]),
    ).toBe('DENIES');
  });
});
