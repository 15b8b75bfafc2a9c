import { expect, test } from 'vitest';
import { standingsOfClaims } from '../../../db/queries/standing.ts';
import { statementAsOf } from '../../../db/read/past/past-reader.ts';
import { openRecord } from '../../kit/open-record.ts';
import { type Plan, plansOf } from '../../kit/plans.ts';
import { everyPair } from './every-order.ts';

// One more index of all stances would cost each commit a page: what the actor had stances on is sorted.
const sortedInstead = [
  'Actor.claims by RECORDED_AT',
  'claims stances.actor and polarity by RECORDED_AT',
  'claims stances.actor by RECORDED_AT',
];

// Drafts are not asked for as of a moment.
const isOfDrafts = /, for editors| (\w+\.)?review by|hasDrafts/;

const isSorted = ({ steps }: Plan) => steps.some((step) => step.includes('TEMP B-TREE'));
const isMadeFirst = (step: string) => /MATERIALIZE|AUTOMATIC|BLOOM/.test(step);

test('as of a moment every pair of filter and order is led to by indexes of the history, and sorted where it is today, or as is named', async () => {
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

  const sorted = statements.flatMap(({ name }, index) => {
    const [then, now] = [past[index], today[index]];
    if (then === undefined || now === undefined) return name;
    expect([...then.scans, ...then.steps.filter(isMadeFirst)], name).toEqual([]);
    return isSorted(then) && !isSorted(now) ? name : [];
  });
  expect(pairs.length).toBeGreaterThan(300);
  const ofHistories = statements.filter(
    (_, index) => past[index]?.steps.some((step) => / past USING /.test(step)) === true,
  );
  expect(new Set(ofHistories.map(({ name }) => name)).size).toBeGreaterThan(300);
  expect([...new Set(sorted)].sort()).toEqual(sortedInstead);
});

test('as of a moment the standings of a page are looked up, each by its claim', async () => {
  await using record = await openRecord();
  const standings = standingsOfClaims.choose(record.db.reader, ['key', 'standing']);

  const [plan] = plansOf(record.path, [statementAsOf(standings)]);

  expect(plan?.scans).toEqual([]);
  expect(plan?.steps.filter(isMadeFirst)).toEqual([]);
});
