import { expect, test } from 'vitest';
import { importFiles } from '../../../db/interchange/import.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner } from '../../kit/owner.ts';
import { exported, fileOf, imported } from './files.ts';

const actors = Array.from({ length: 400 }, (_, index) => ({
  type: 'actor',
  id: `actor-${index}`,
  name: `Actor ${index}`,
  kind: 'PERSON',
}));

test('an import that is interrupted keeps what it wrote, and goes on from there', async () => {
  await using record = await openRecord();
  const file = fileOf(actors);
  const interrupt = new AbortController();

  const importing = importFiles(record.db, [file], {
    author: owner,
    signal: interrupt.signal,
    onProgress: ({ doing, lines }) => {
      if (doing === 'writing' && lines > 100) interrupt.abort();
    },
  });
  await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
  const { counts } = await imported(record.db, file);
  const again = await imported(record.db, file);

  expect(counts.actor.unchanged).toBeGreaterThanOrEqual(100);
  expect(counts.actor.created).toBe(400 - counts.actor.unchanged);
  expect(again.counts.actor).toEqual({ created: 0, unchanged: 400 });
  expect(await verifyRecord(record.db)).toMatchObject({
    faultCount: 0,
    checked: { actors: 400 },
  });
});

test('others write while a file is imported', async () => {
  await using record = await openRecord();
  const importing = imported(record.db, fileOf(actors));
  const meanwhile = imported(
    record.db,
    fileOf([{ type: 'actor', id: 'someone-else', name: 'Someone else', kind: 'PERSON' }]),
  );

  const first = await Promise.race([importing.then(() => 'file'), meanwhile.then(() => 'someone')]);

  expect(first).toBe('someone');
  await Promise.all([importing, meanwhile]);
  expect(await exported(record.db)).toContain('someone-else');
});

test('progress tells how many lines were checked, then how many of them were written', async () => {
  await using record = await openRecord();
  const told: string[] = [];

  await importFiles(record.db, [fileOf(actors)], {
    author: owner,
    onProgress: ({ doing, lines, of }) => told.push(`${doing} ${lines} of ${of}`),
  });

  expect(told[0]).toBe('checking 200 of null');
  expect(told.at(-1)).toBe('writing 401 of 401');
});
