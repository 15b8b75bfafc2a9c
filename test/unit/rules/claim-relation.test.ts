import { describe, expect, test } from 'vitest';
import { claimRelations, relationTo } from '../../../db/rules/claim-relation.ts';
import { relatedPairs } from '../../fixtures/claim-relations/claim-relations.ts';

const relationOf = (one: string, other: string) => relationTo(one)([other]);
const shown = relatedPairs('shown');
const kept = relatedPairs('kept');

/** How often each relation is told of the pairs of each, in the order of the relations. */
function confusion(pairs: typeof shown) {
  return Object.fromEntries(
    claimRelations.map((relation) => {
      const told = pairs
        .filter((pair) => pair.relation === relation)
        .map(({ one, other }) => relationOf(one, other));
      return [
        relation,
        claimRelations.map((answer) => told.filter((one) => one === answer).length),
      ];
    }),
  );
}

describe('how a claim relates to a text', () => {
  test('is never SAME for a claim and its negation, of 200 pairs', () => {
    const negations = [...shown, ...kept].filter(({ relation }) => relation === 'NEGATION');

    expect(negations).toHaveLength(200);
    expect(negations.filter(({ one, other }) => relationOf(one, other) === 'SAME')).toEqual([]);
    expect(negations.filter(({ one, other }) => relationOf(other, one) === 'SAME')).toEqual([]);
  });

  test('is SAME for nothing but what says the same', () => {
    const others = [...shown, ...kept].filter(({ relation }) => relation !== 'SAME');
    expect(others.filter(({ one, other }) => relationOf(one, other) === 'SAME')).toEqual([]);
  });

  test('is the same whichever of two is asked about', () => {
    for (const { one, other } of [...shown, ...kept])
      expect([one, other, relationOf(other, one)]).toEqual([one, other, relationOf(one, other)]);
  });

  test('is told of the pairs by which the rule was made', () => {
    expect(confusion(shown)).toEqual({
      SAME: [37, 0, 0, 0, 0],
      NEGATION: [0, 93, 0, 0, 6],
      OTHER_NUMBER: [0, 0, 15, 0, 0],
      NARROWER: [0, 0, 0, 20, 0],
      SIMILAR: [0, 0, 0, 0, 48],
    });
  });

  test('is told of the pairs that were held back', () => {
    expect(confusion(kept)).toEqual({
      SAME: [29, 0, 0, 0, 0],
      NEGATION: [0, 96, 0, 0, 5],
      OTHER_NUMBER: [0, 0, 14, 0, 0],
      NARROWER: [0, 0, 0, 13, 0],
      SIMILAR: [0, 0, 0, 0, 51],
    });
  });

  test.each([
    ['He voted for the bill.', 'He voted against the bill.'],
    ['Only Trump called Putin.', 'Trump called Putin.'],
    ['Ukraine lost more soldiers than Russia.', 'Russia lost more soldiers than Ukraine.'],
    [
      'The minister in Berlin said the bridge in Paris closed.',
      'The minister in Paris said the bridge in Berlin closed.',
    ],
    ['他没有去。', '他去。'],
    ['Has the ferry sunk?', 'The ferry has sunk.'],
    ['', ''],
    ['The ferry sank. '.repeat(200), 'The ferry sank. '.repeat(200)],
  ])('is SIMILAR where it is not sure: %j and %j', (one, other) => {
    expect(relationOf(one, other)).toBe('SIMILAR');
  });

  test('is that to the nearest of several wordings, and SIMILAR to none', () => {
    const rule = relationTo('The ferry sank in the harbour.');

    expect(rule(['The barge burned.', 'The ferry did not sink in the harbour.'])).toBe('NEGATION');
    expect(rule(['The ferry did not sink in the harbour.', 'In the harbour the ferry sank.'])).toBe(
      'SAME',
    );
    expect(rule([])).toBe('SIMILAR');
  });
});
