import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { writeRecord } from '../../bench/record/file.ts';
import { kept } from '../../soak/kept.ts';
import { kindsOfChange, openCompared } from './kept-at-random.ts';
import { idle } from './random-changes.ts';

const longMs = 600_000;

test('there is a change of every kind to be made', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

  expect([...kindsOfChange, ...idle].sort()).toEqual(mutations.sort());
});

test(
  'after a change of any kind, whatever is kept is what is worked out',
  async () => {
    await using compared = await openCompared(1);

    const refused: (readonly [string, string | null])[] = [];
    for (const kind of kindsOfChange) refused.push([kind, await compared.make(kind)]);

    expect(refused.filter(([, why]) => why !== null)).toEqual([]);
    expect(compared.faults).toEqual([]);
  },
  longMs,
);

test(
  'after changes at random, too, and most is kept',
  async () => {
    await using compared = await openCompared(4);

    for (let step = 0; step < 6; step += 1) await compared.step();

    expect(compared.faults).toEqual([]);
    const { found, kept } = compared.asking.counts;
    expect(kept).toBeGreaterThan(found / 4);
  },
  longMs,
);

test.each(['claim', 'ofClaim', 'stance', 'ofActor', 'ofArticle', 'article', 'actor'] as const)(
  'it is noticed where %s is forgotten',
  async (forgotten) => {
    await using compared = await openCompared(5, forgotten);

    for (let step = 0; step < 40 && compared.faults.length === 0; step += 1) await compared.step();

    expect(compared.faults).not.toEqual([]);
  },
  longMs,
);

test(
  'kept answers are fresh while stances are recorded on what is asked for most',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-kept-'));
    const file = join(folder, 'record.db');
    await writeRecord(file, 200);

    const { faults, figures } = await kept({ answers: 1_000, claims: 200, file, tell: () => {} });

    rmSync(folder, { recursive: true });
    expect(faults).toEqual([]);
    expect(figures.recorded).toBeGreaterThan(4);
    expect(figures.hitPercent).toBeGreaterThan(50);
  },
  longMs,
);
