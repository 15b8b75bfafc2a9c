import { expect, test } from 'vitest';
import { checkLines } from '../../../db/interchange/check.ts';
import type { LineSource } from '../../../db/interchange/source.ts';
import { openRecord } from '../../kit/open-record.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { everyLine } from './every-line.ts';
import { fileOf, imported } from './files.ts';

/** Random records, each once more with a line that is missing and with lines that are told twice, one of them otherwise. */
function files(): LineSource[] {
  const drawn = [1, 2, 3].flatMap((seed) => {
    const lines = randomRecord(seed);
    const claims = lines.filter(({ type }) => type === 'claim');
    const without = lines.filter((_, index) => index % 17 !== 5);
    const other = { ...claims[0], text: 'Told otherwise.' };
    return [lines, without, [...lines, ...lines.toReversed()], [...lines, ...claims, other]];
  });
  return [everyLine, ...drawn.map((lines) => fileOf(lines))];
}

test('lines are judged the same, however little of earlier lines is in memory', async () => {
  await using empty = await openRecord();
  await using filled = await openRecord();
  await imported(filled.db, everyLine, fileOf(randomRecord(1)));
  let faults = 0;
  for (const { db } of [empty, filled]) {
    for (const file of files()) {
      const told = await Promise.all(
        [undefined, 1, 5].map(async (mostAtHand) => {
          const checked = await checkLines(db.written, [file], { missing: 'refuse', mostAtHand });
          const { unchanged, skipped, ...rest } = checked;
          const lines = Array.from({ length: checked.lines }, (_, ordinal) => ordinal);
          return { ...rest, unchanged: lines.filter((ordinal) => unchanged.has(ordinal)) };
        }),
      );

      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
      faults += told[0]?.faults.length ?? 0;
    }
  }
  expect(faults).toBeGreaterThan(20);
});
