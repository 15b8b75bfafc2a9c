import { beforeAll, describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { type Finding, findings, founding, hasFounding } from '../../eval/founding.ts';

const suite = `the founding articles${hasFounding ? '' : ' (skipped: ../shared/seeds/record.jsonl is not there)'}`;

describe.skipIf(!hasFounding)(suite, () => {
  let found: Finding[] = [];
  let pieces: ReturnType<typeof founding>['pieces'] = [];

  beforeAll(() => {
    const record = founding();
    pieces = record.pieces;
    found = findings(record, createRules());
  });

  test('have 60 pieces of evidence with a cue, of which at least 49 are found', () => {
    expect(pieces.length).toBe(60);
    expect(new Set(found.flatMap(({ piece }) => piece ?? [])).size).toBeGreaterThanOrEqual(49);
  });

  test('have at most 14 drafts that nobody asked for', () => {
    expect(found.filter(({ piece }) => piece === undefined).length).toBeLessThanOrEqual(14);
  });

  test('have actor and kind right in four of five', () => {
    const hits = found.filter(({ piece }) => piece !== undefined);

    expect(hits.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(hits.length * 0.8);
  });

  test('have every denial', () => {
    const denials = pieces.filter(({ kind }) => kind === 'DENIES');
    const missed = denials.filter(
      (denial) => !found.some(({ piece, isRight }) => piece === denial && isRight),
    );

    expect(denials.length).toBe(11);
    expect(missed).toEqual([]);
  });

  test('let Musk say nothing of the call with Putin, and nobody be called after a heading', () => {
    const musk = found.filter(({ actor }) => actor?.name.endsWith('Musk'));

    expect(musk.filter(({ draft }) => draft.evidence.quote.includes('Putin'))).toEqual([]);
    expect(found.filter(({ actor }) => actor?.name.includes('Featuring'))).toEqual([]);
  });
});
