import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportFaults, exports } from '../../soak/exports.ts';
import { exportFile } from './files.ts';

test('random records keep every standing and every order when they are exported and imported', async () => {
  const { figures, faults } = await exports({ records: 3, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.lines).toBeGreaterThan(3 * 60);
}, 600_000);

const cases = new URL('../../../../shared/cases/record/', import.meta.url);

describe.each(['flip', 'retract-tie'])('the record %s', (name) => {
  const file = fileURLToPath(new URL(`${name}.jsonl`, cases));
  const title = 'keeps its standings when it is exported and imported';
  const missing = !existsSync(file);

  test.skipIf(missing)(missing ? `not run: there is no ${file}` : title, async () => {
    expect(await exportFaults(exportFile(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
