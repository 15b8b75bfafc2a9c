import { describe, expect, test } from 'vitest';
import { InputInvalid } from '../../../db/rules/errors.ts';
import {
  assertMayBeApart,
  assertMayBeOne,
  Identities,
  wayTo,
  wholeOf,
} from '../../../db/rules/identity.ts';

type Pairs = readonly (readonly [one: string, other: string])[];

function identities(joined: Pairs, rejected: Pairs = []): Identities {
  const known = new Identities();
  for (const [one, other] of joined) known.join({ one, other });
  for (const [one, other] of rejected) known.part({ one, other }, 'REJECTED');
  return known;
}

const pair = (one: string, other: string) => ({ one, other });

describe('a whole', () => {
  const known = identities([
    ['a', 'b'],
    ['c', 'b'],
    ['c', 'd'],
    ['d', 'a'],
    ['x', 'y'],
  ]);

  test('holds all that are one, whichever way they were joined', () => {
    expect([...known.wholeOf('d').keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect([...known.wholeOf('y').keys()]).toEqual(['y', 'x']);
    expect([...known.wholeOf('z').keys()]).toEqual(['z']);
  });

  test('tells the shortest way to a member, and none to a stranger', () => {
    expect(wayTo(known.wholeOf('a'), 'c')).toEqual(['a', 'b', 'c']);
    expect(wayTo(known.wholeOf('a'), 'a')).toEqual(['a']);
    expect(wayTo(known.wholeOf('a'), 'x')).toBeNull();
  });

  test('of keys is told as one of slugs is', () => {
    const next: Readonly<Record<number, readonly number[]>> = { 1: [2], 2: [1, 3], 3: [2] };

    expect(
      wayTo(
        wholeOf(1, (member) => next[member] ?? []),
        3,
      ),
    ).toEqual([1, 2, 3]);
  });
});

describe('two that may not be one', () => {
  const known = identities(
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [['a', 'd']],
  );

  test('do not become one by way of others, whichever two are joined', () => {
    for (const [one, other] of [
      ['a', 'd'],
      ['a', 'c'],
      ['b', 'd'],
      ['b', 'c'],
      ['c', 'b'],
    ] as const) {
      expect(() => assertMayBeOne(pair(one, other), known, ['into'])).toThrow(InputInvalid);
    }
  });

  test('are told with the way', () => {
    expect(() => assertMayBeOne(pair('b', 'c'), known, ['into'])).toThrow(
      'a and d are judged not to be the same: they may not become one by way of a > b > c > d.',
    );
    expect(() => assertMayBeOne(pair('c', 'b'), known, ['into'])).toThrow(
      'd and a are judged not to be the same: they may not become one by way of d > c > b > a.',
    );
  });

  test('hinder nobody else', () => {
    expect(() => assertMayBeOne(pair('b', 'e'), known, ['into'])).not.toThrow();
    expect(() => assertMayBeOne(pair('a', 'b'), known, ['into'])).not.toThrow();
  });
});

test('two that are one are not judged to be apart', () => {
  const known = identities([
    ['a', 'b'],
    ['c', 'b'],
  ]);

  expect(() => assertMayBeApart(pair('a', 'c'), known, ['into'])).toThrow(
    'a and c are one by way of a > b > c: that has to be revoked first.',
  );
  expect(() => assertMayBeApart(pair('a', 'd'), known, ['into'])).not.toThrow();
});

test('random judgements that pass leave no two one that may not be, and none that fails is fit', () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const names = 'abcdefghij'.split('');
  let refused = 0;
  for (let round = 0; round < 100; round += 1) {
    const known = new Identities();
    const apart: (readonly [string, string])[] = [];
    for (let step = 0; step < 25; step += 1) {
      const [one = '', other = ''] = [names[next(10)], names[next(10)]];
      if (one === other) continue;
      const isJoin = next(3) > 0;
      const trial = new Identities();
      trial.take(known);
      if (isJoin) trial.join({ one, other });
      const parted = isJoin ? apart : [...apart, [one, other] as const];
      const fits = parted.every(([left, right]) => !trial.wholeOf(left).has(right));
      const check = isJoin ? assertMayBeOne : assertMayBeApart;
      if (fits) {
        check({ one, other }, known, ['into']);
        if (isJoin) known.join({ one, other });
        else {
          known.part({ one, other }, 'REJECTED');
          apart.push([one, other]);
        }
      } else {
        refused += 1;
        expect(() => check({ one, other }, known, ['into'])).toThrow(InputInvalid);
      }
    }
  }
  expect(refused).toBeGreaterThan(100);
});
