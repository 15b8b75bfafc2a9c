import { expect, test } from 'vitest';
import { createRates, type Purse } from '../../../../server/limits/rates.ts';

const perMinute = 600;

const purse = (name: string, more: Partial<Purse> = {}): Purse => ({
  name,
  whose: name,
  perMinute,
  ...more,
});

function ratesAt(start: number) {
  let now = start;
  const rates = createRates(() => now);
  return {
    /** For how many seconds whoever has this name has to wait. */
    take: (name: string, points: number) => rates.take([purse(name)], points)?.seconds ?? 0,
    takeFrom: (purses: readonly Purse[], points: number) => rates.take(purses, points),
    /** In how many seconds whoever has this name owes nothing, having used so much more. */
    owe(name: string, points: number) {
      rates.owe([purse(name)], points);
      return rates.owed([purse(name)])?.seconds ?? 0;
    },
    pass(seconds: number) {
      now += seconds * 1_000;
    },
  };
}

test('what may be spent in a minute may be spent at once, and no more', () => {
  const { take } = ratesAt(0);

  expect([take('a', 400), take('a', 200)]).toEqual([0, 0]);
  expect(take('a', 1)).toBe(1);
});

test('who has to wait is told for how long, and then may', () => {
  const { pass, take } = ratesAt(0);
  take('a', perMinute);

  const seconds = take('a', 155);
  pass(seconds - 1);
  const early = take('a', 155);
  pass(early);

  expect([seconds, early]).toEqual([16, 1]);
  expect(take('a', 155)).toBe(0);
});

test('what is refused costs nothing', () => {
  const { pass, take } = ratesAt(0);
  take('a', perMinute);
  for (let times = 0; times < 100; times += 1) take('a', 10);
  pass(1);

  expect(take('a', 10)).toBe(0);
});

test('what was not spent is not saved up', () => {
  const { pass, take } = ratesAt(0);
  pass(3_600);

  expect([take('a', perMinute), take('a', 10)]).toEqual([0, 1]);
});

test('each spends its own', () => {
  const { take } = ratesAt(0);
  take('a', perMinute);

  expect(take('b', perMinute)).toBe(0);
});

test('what costs more than a minute has may be had for all of it', () => {
  const { pass, take } = ratesAt(0);

  expect(take('a', 5 * perMinute)).toBe(0);
  expect(take('a', 5 * perMinute)).toBe(60);
  pass(60);
  expect(take('a', 5 * perMinute)).toBe(0);
});

test('what is taken from several is taken from all of them, or from none', () => {
  const { takeFrom } = ratesAt(0);
  const all = purse('all');
  takeFrom([purse('a'), all], 500);

  expect(takeFrom([purse('b'), all], 200)).toEqual({ whose: 'all', seconds: 10 });
  expect(takeFrom([purse('b')], perMinute)).toBeNull();
  expect(takeFrom([purse('a')], 200)).toEqual({ whose: 'a', seconds: 10 });
  expect(takeFrom([all], 100)).toBeNull();
});

test('a purse that holds less than a minute’s points is full sooner', () => {
  const { pass, takeFrom } = ratesAt(0);
  const small = purse('small', { most: 100 });

  expect(takeFrom([small], 100)).toBeNull();
  expect(takeFrom([small], 100)).toEqual({ whose: 'small', seconds: 10 });
  pass(60);
  expect(takeFrom([small], 100)).toBeNull();
  expect(takeFrom([small], 10)).toEqual({ whose: 'small', seconds: 1 });
});

test('what was used already is owed, up to a minute’s points', () => {
  const { owe, pass, take } = ratesAt(0);

  expect(owe('a', perMinute)).toBe(0);
  expect(owe('a', 100)).toBe(10);
  expect(owe('a', 100 * perMinute)).toBe(60);
  pass(60);
  expect(take('a', 10)).toBe(1);
  pass(1);
  expect(take('a', 10)).toBe(0);
});

test('who has not asked for longest is forgotten first', () => {
  const { take } = ratesAt(0);
  const spend = (name: string) => take(name, perMinute);
  spend('first');
  spend('second');
  for (let n = 0; n < 49_998; n += 1) take(`other ${n}`, 1);
  take('first', 0);
  take('one more', 1);

  expect(spend('first')).toBeGreaterThan(0);
  expect(spend('second')).toBe(0);
});
