import { expect, test } from 'vitest';
import { foundingTargets, isMet, speedTarget, targetsReport } from './targets.ts';

const speed = (times: number) => speedTarget({ splitting: 1, reading: times, drafting: times });

test('a target is met at its limit, and missed beyond it', () => {
  expect([14.9, 15, 15.1].map((times) => isMet(speed(times)))).toEqual([true, true, false]);
});

test('who finds nothing misses what was to be found', () => {
  const targets = foundingTargets([], []);

  expect(targets.filter(isMet).map(({ name }) => name)).toEqual([
    'founding articles: extra drafts',
    'founding articles: denials',
  ]);
});

test('the report tells met from missed', () => {
  const lines = targetsReport([speed(12), speed(20)]).split('\n');

  expect(lines.slice(2).map((line) => line.trim().split(/\s+/))).toEqual([
    ['met', 'rules:', 'times', 'sentence', 'splitting', '12.0', 'at', 'most', '15'],
    ['MISSED', 'rules:', 'times', 'sentence', 'splitting', '20.0', 'at', 'most', '15'],
  ]);
});
