import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { createExecutor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import { bridgePromised, gazetteReports, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { contextFor } from './context.ts';

const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

test.each([
  ['first: 2', ''],
  ['first: 2', pageInfo],
  ['last: 2', pageInfo],
  ['first: 4', pageInfo],
])(
  'a page of claims that is found by a topic passes over those of the topic that are not listed: %s %s',
  async (part, rest) => {
    await using record = await openRecord();
    const { db } = record;
    await recordHarbour(db);
    const { claim: _claim, slug: _slug, ...reports } = gazetteReports;
    for (const number of [1, 2, 3, 4, 5]) {
      const claim = { slug: `c${number}`, text: `It has ${number} lanes.`, topics: ['bridge'] };
      await write(db, recordClaim, { ...bridgePromised, ...claim, stances: [reports] });
    }
    for (const slug of ['c2', 'c4', 'c5'])
      await write(db, withdrawClaim, { claim: { slug }, reason: 'A slip.' });
    const document = parse(`{ claims(${part}, filter: { topic: "bridge" }) {
      nodes { slug } ${rest} } }`);
    const args = { schema, document, contextValue: contextFor(db) };
    const told = JSON.stringify((await execute(args)).data);

    const run = createExecutor(schema, { written: true });
    let written: unknown;
    for (let time = 0; time < 4; time += 1) written = (await run(args)).data;

    expect(written instanceof Written && written.text).toBe(told);
    expect(told).toContain('"slug":"c1"');
    expect(rawRows(record.path, 'select 1 from claim_topics')).toHaveLength(5);
  },
);
