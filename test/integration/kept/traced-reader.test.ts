import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { basisOf } from '../../../db/queries/basis.ts';
import { select } from '../../../db/read/query.ts';
import { statement } from '../../../db/read/read.ts';
import { Trace } from '../../../db/read/traced-reader.ts';
import { openRecord } from '../../kit/open-record.ts';

const one = statement(select({ one: sql<number>`1` }).from(sql`(select 1)`));

test('a reader of whose answers is noted what they rest on tells all that it tells by itself', async () => {
  await using record = await openRecord();
  const aside = record.db.aside();
  const traced = new Trace(basisOf).over(aside);

  expect(await traced.read(one)).toEqual(await aside.read(one));

  expect(traced.spentMs).toBe(aside.spentMs);
});
