import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { stanceKinds } from '../../../db/rules/vocabulary.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { createRandom, type Random } from '../../bench/record/random.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { Merger } from '../identity/merging.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type HistoryCounts, historyFaults } from './history-faults.ts';

export interface HistoryOptions {
  readonly seed: number;
  readonly steps: number;
}

/** A random record of which more is said, that is withdrawn and merged at random: what is told of its history otherwise than it is. */
export async function historyAtRandom({ seed, steps }: HistoryOptions): Promise<{
  readonly faults: readonly string[];
  readonly counts: HistoryCounts;
}> {
  await using record = await openRecord();
  await imported(record.db, fileOf(randomRecord(seed)));
  const random = createRandom(seed);
  const merger = new Merger(record, random);
  for (let step = 0; step < steps; step += 1) {
    if (random.chance(0.4)) await merger.step();
    else await sayMore(record, random, step);
  }
  const { faults: unsound } = await verifyRecord(record.db);
  const { counts, faults } = await historyFaults(record);
  return { faults: [...unsound.map(({ what }) => what), ...faults], counts };
}

/** Does one thing; what is refused changes nothing. */
async function sayMore({ db, path }: TestRecord, random: Random, step: number): Promise<void> {
  const one = (table: string) => {
    const slugs = rawRows<{ slug: string }>(path, `select slug from ${table} order by key`);
    return { slug: random.pick(slugs).slug };
  };
  const day = `2024-03-${String(1 + random.below(9)).padStart(2, '0')}`;
  const does = random.pick([
    () =>
      write(db, recordStance, {
        slug: `said-${step}`,
        claim: one('claims'),
        actor: one('actors'),
        kind: random.pick(stanceKinds),
        certainty: 'PLAIN',
        saidOn: day,
        note: 'At the desk.',
      }),
    () => write(db, withdrawStance, { stance: one('stances'), reason: 'Misread.' }),
    () =>
      write(db, recordAffiliation, { actor: one('actors'), of: one('actors'), kind: 'SPEAKS_FOR' }),
    () =>
      write(db, updateClaim, { claim: one('claims'), concerns: [one('actors'), one('actors')] }),
  ]);
  await does().catch((error: unknown) => {
    if (!(error instanceof RecordError)) throw error;
  });
}
