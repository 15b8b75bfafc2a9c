import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { exportFile, imported } from './files.ts';

const folder = new URL('../../../../shared/cases/record/', import.meta.url);
const missing = existsSync(folder) ? '' : ': SKIPPED, ../shared/cases/record is not here';

interface Line {
  readonly type: string;
}

function linesOf(file: string): readonly Line[] {
  const text = readFileSync(new URL(file, folder), 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line));
}

/** The lines with those of one type in the opposite order. */
function turned(lines: readonly Line[], type: string): readonly Line[] {
  const those = lines.filter((line) => line.type === type).reverse();
  return lines.map((line) => (line.type === type ? (those.shift() ?? line) : line));
}

async function statusOf(lines: readonly Line[]): Promise<string | undefined> {
  await using record = await openRecord();
  await imported(record.db, exportFile(lines.map((line) => JSON.stringify(line)).join('\n')));
  const [claim] = rawRows<{ status: string }>(record.path, 'select status from claims');
  return claim?.status;
}

describe.skipIf(missing !== '')(`stances with no time of their own${missing}`, () => {
  test('come in the order of recording, and not in that of their articles', async () => {
    const flip = linesOf('flip.jsonl');

    expect(await statusOf(flip)).toBe('ASSERTED');
    expect(await statusOf(turned(flip, 'article'))).toBe('ASSERTED');
    expect(await statusOf(turned(flip, 'stance'))).toBe('DENIED');
  });

  test('issued at one moment are taken back by the retraction, whichever was recorded first', async () => {
    const tie = linesOf('retract-tie.jsonl');

    expect(await statusOf(tie)).toBe('RETRACTED');
    expect(await statusOf(turned(tie, 'stance'))).toBe('RETRACTED');
  });
});
