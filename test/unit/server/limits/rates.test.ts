import { expect, test } from 'vitest';
import { createRates } from '../../../../server/limits/rates.ts';

const perMinute = 600;

function ratesAt(start: number) {
  let now = start;
  return {
    rates: createRates(perMinute, () => now),
    pass(seconds: number) {
      now += seconds * 1_000;
    },
  };
}

test('what may be spent in a minute may be spent at once, and no more', () => {
  const { rates } = ratesAt(0);

  expect([rates.take('a', 400), rates.take('a', 200)]).toEqual([0, 0]);
  expect(rates.take('a', 1)).toBe(1);
});

test('who has to wait is told for how long, and then may', () => {
  const { pass, rates } = ratesAt(0);
  rates.take('a', perMinute);

  const seconds = rates.take('a', 155);
  pass(seconds - 1);
  const early = rates.take('a', 155);
  pass(early);

  expect([seconds, early]).toEqual([16, 1]);
  expect(rates.take('a', 155)).toBe(0);
});

test('what is refused costs nothing', () => {
  const { pass, rates } = ratesAt(0);
  rates.take('a', perMinute);
  for (let times = 0; times < 100; times += 1) rates.take('a', 10);
  pass(1);

  expect(rates.take('a', 10)).toBe(0);
});

test('what was not spent is not saved up', () => {
  const { pass, rates } = ratesAt(0);
  pass(3_600);

  expect([rates.take('a', perMinute), rates.take('a', 10)]).toEqual([0, 1]);
});

test('each spends its own', () => {
  const { rates } = ratesAt(0);
  rates.take('a', perMinute);

  expect(rates.take('b', perMinute)).toBe(0);
});

test('what costs more than a minute has may be had for all of it', () => {
  const { pass, rates } = ratesAt(0);

  expect(rates.take('a', 5 * perMinute)).toBe(0);
  expect(rates.take('a', 5 * perMinute)).toBe(60);
  pass(60);
  expect(rates.take('a', 5 * perMinute)).toBe(0);
});

test('who has not asked for longest is forgotten first', () => {
  const { rates } = ratesAt(0);
  const spend = (key: string) => rates.take(key, perMinute);
  spend('first');
  spend('second');
  for (let n = 0; n < 49_998; n += 1) rates.take(`other ${n}`, 1);
  rates.take('first', 0);
  rates.take('one more', 1);

  expect(spend('first')).toBeGreaterThan(0);
  expect(spend('second')).toBe(0);
});
