import { expect, test } from 'vitest';
import {
  affiliatedOn,
  affiliationsAsOf,
  assertAffiliation,
} from '../../../db/rules/affiliation.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';
import type { AffiliationFacts } from '../../../db/rules/standing.ts';

const affiliation = (more: Partial<AffiliationFacts> = {}): AffiliationFacts => ({
  actor: 1,
  of: 2,
  kind: 'SPEAKS_FOR',
  from: null,
  until: null,
  recordedAt: 0,
  endedAt: null,
  ...more,
});

test('an affiliation is between two actors and does not end before it begins', () => {
  const period = { from: '2024-01-01', until: '2024-01-01' };

  expect(() => assertAffiliation({ actor: 'a', of: 'b', ...period }, [])).not.toThrow();
  expect(() => assertAffiliation({ actor: 'a', of: 'a', ...period }, [])).toThrow(InputInvalid);
  expect(() =>
    assertAffiliation({ actor: 'a', of: 'b', ...period, until: '2023-12-31' }, []),
  ).toThrow(expect.objectContaining({ path: ['until'] }));
});

test('each actor is told once, and only of the kinds asked for', () => {
  const known = affiliationsAsOf(
    [
      affiliation(),
      affiliation({ from: '2020-01-01' }),
      affiliation({ of: 3, kind: 'PART_OF' }),
      affiliation({ of: 4, kind: 'OWNED_BY' }),
      affiliation({ of: 1, kind: 'PART_OF' }),
    ],
    null,
  );

  const on = { day: '2024-11-11' };
  expect(affiliatedOn(known, 1, { ...on, kinds: ['SPEAKS_FOR'] })).toEqual([2]);
  expect(affiliatedOn(known, 1, { ...on, kinds: ['PART_OF', 'OWNED_BY'] })).toEqual([3, 4]);
  expect(affiliatedOn(known, 2, { ...on, kinds: ['SPEAKS_FOR'] })).toEqual([]);
});
