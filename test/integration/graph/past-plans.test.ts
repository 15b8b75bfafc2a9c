import { expect, test } from 'vitest';
import { statementAsOf } from '../../../db/read/past/past-reader.ts';
import { openRecord } from '../../kit/open-record.ts';
import { type Plan, plansOf } from '../../kit/plans.ts';
import { everyPair } from './every-order.ts';

// Drafts are not asked for as of a moment.
const isOfDrafts = /, for editors| (\w+\.)?review by|hasDrafts/;

const isSorted = ({ steps }: Plan) => steps.some((step) => step.includes('TEMP B-TREE'));
const isMadeFirst = ({ steps }: Plan) =>
  steps.some((step) => /MATERIALIZE|AUTOMATIC|BLOOM/.test(step));

test('as of a moment every pair of filter and order is led to by indexes of the history, and sorted only where it is today', async () => {
  await using record = await openRecord();
  const pairs = everyPair(record.db.reader).filter(({ name }) => !isOfDrafts.test(name));
  const statements = pairs.flatMap((pair) =>
    pair.statements.map((statement) => ({ name: pair.name, statement })),
  );
  const today = plansOf(
    record.path,
    statements.map(({ statement }) => statement),
  );

  const past = plansOf(
    record.path,
    statements.map(({ statement }) => statementAsOf(statement)),
  );

  const otherwise = statements.flatMap(({ name }, index) => {
    const [then, now] = [past[index], today[index]];
    if (then === undefined || now === undefined) return name;
    const isWorse =
      then.scans.length > 0 || isMadeFirst(then) || (isSorted(then) && !isSorted(now));
    return isWorse ? name : [];
  });
  expect(pairs.length).toBeGreaterThan(300);
  const ofHistories = statements.filter(
    (_, index) => past[index]?.steps.some((step) => / past USING /.test(step)) === true,
  );
  expect(new Set(ofHistories.map(({ name }) => name)).size).toBeGreaterThan(300);
  expect([...new Set(otherwise)]).toEqual([]);
});
