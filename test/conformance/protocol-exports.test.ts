import { expect, test } from 'vitest';
import { exportLines } from '../../db/interchange/export.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { everyLine } from '../integration/interchange/every-line.ts';
import { exported, exportFile, imported } from '../integration/interchange/files.ts';
import { openDesk } from '../integration/mutations/open-desk.ts';
import { bridgePromised, gazetteReports } from '../kit/harbour.ts';
import { openRecord } from '../kit/open-record.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { exportFaults } from '../soak/exports.ts';

test('58 an export that is imported into an empty database is the same again, and stands the same', async () => {
  expect(await exportFaults(everyLine)).toEqual([]);
});

test('59 a ledger verifies, and holds what was left out when that comes', async () => {
  await using whole = await openRecord();
  await imported(whole.db, sampleRecord);
  const ledger: string[] = [];
  for await (const line of exportLines(whole.db.reader, { withoutQuotes: true })) ledger.push(line);
  await using record = await openRecord();

  await imported(record.db, exportFile(ledger.join('\n')));
  const before = await verifyRecord(record.db);
  const statuses = 'select slug, status from claims order by key';
  const stood = rawRows(record.path, statuses);
  await imported(record.db, exportFile(await exported(whole.db)));

  expect(ledger.join('\n')).not.toContain('"quote":');
  expect(before).toMatchObject({ faultCount: 0, unverifiableCount: 0 });
  expect(stood).toEqual(rawRows(whole.path, statuses));
  expect(await exported(record.db)).toBe(await exported(whole.db));
  expect(await verifyRecord(record.db)).toMatchObject({
    faultCount: 0,
    withoutTextCount: 0,
  });
});

test('60 which of two claims that are the same is shown is decided when they are linked', async () => {
  await using desk = await openDesk();
  const { claim: _claim, ...reports } = gazetteReports;
  await desk.mutate('recordClaim', { ...bridgePromised, slug: 'first' });
  await desk.mutate('recordClaim', {
    ...bridgePromised,
    slug: 'second',
    stances: [reports],
  });
  const sameAs = {
    from: { slug: 'first' },
    to: { slug: 'second' },
    kind: 'SAME_AS',
    judgement: 'CONFIRMED',
  };

  const { link } = await desk.mutate('linkClaims', sameAs, 'link { shown from { slug } }');
  const told = await desk.mutate('linkClaims', { ...sameAs, shown: 'FROM' });
  const other = await desk.mutate('linkClaims', { ...sameAs, kind: 'ABOUT', shown: 'FROM' });

  expect(link).toEqual({ shown: 'TO', from: { slug: 'first' } });
  expect([told.code, told.path]).toEqual(['CONFLICT', ['shown']]);
  expect([other.code, other.path]).toEqual(['INPUT_INVALID', ['shown']]);
});

test('61 what is on record with other content stays, and each such line is told', async () => {
  await using desk = await openDesk();
  const mayor = {
    type: 'actor',
    id: 'mayor',
    name: 'Another mayor',
    kind: 'PERSON',
    aliases: ['M.'],
  };
  const answers = 'kept { line noun reference keys } standings { claim }';
  const importSo = (onConflict: string, dryRun = false) =>
    desk.mutate('importRecord', { lines: [JSON.stringify(mayor)], onConflict, dryRun }, answers);
  const kept = (keys: readonly string[]) => [{ line: 1, noun: 'actor', reference: 'mayor', keys }];

  const failed = await importSo('FAIL');
  const head = await desk.head();
  const dry = await importSo('ADD', true);
  const left = await importSo('KEEP');
  const headAfterwards = await desk.head();
  const added = await importSo('ADD');

  expect(failed.code).toBe('LINES_REFUSED');
  expect(dry).toMatchObject({ kept: kept(['name']), standings: [] });
  expect(left.kept).toEqual(kept(['name', 'aliases']));
  expect(headAfterwards).toBe(head);
  expect(added.kept).toEqual(kept(['name']));
  const { data } = await desk.ask('{ actor(by: { slug: "mayor" }) { name aliases } }');
  expect(data?.actor).toMatchObject({ aliases: expect.arrayContaining(['M.']) });
});
