import { isEnumType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { openRecord } from '../../kit/open-record.ts';
import { type Plan, plansOf } from '../../kit/plans.ts';
import { everyPair, filtersTried, ordersTried } from './every-order.ts';
import { exceptions, type Finding } from './pairs-judged.ts';

test('every pair of filter and order is led to by an index, in its order, but for those that are named', async () => {
  await using record = await openRecord();
  const pairs = everyPair(record.db.reader);
  const plans = plansOf(
    record.path,
    pairs.flatMap(({ statements }) => statements),
  );

  let start = 0;
  const found = pairs.flatMap(({ isAside, name, statements }) => {
    start += statements.length;
    const finding = findingOf(plans.slice(start - statements.length, start), isAside);
    return finding === 'led' ? [] : `${name}: ${finding}`;
  });

  const named = exceptions.flatMap(({ finding, keys, list, orders }) =>
    keys.flatMap((key) =>
      orders.map((order) => `${list}${key && ` ${key}`} by ${order}: ${finding}`),
    ),
  );
  expect(new Set(named).size).toBe(named.length);
  expect(found.toSorted()).toEqual(named.toSorted());
});

/** The worst of what is done for it, in any direction. */
function findingOf(plans: readonly Plan[], isAside: boolean): Finding {
  if (plans.some(({ scans }) => scans.length > 0)) return 'scans';
  const isSorted = plans.some(({ steps }) => steps.some((step) => step.includes('TEMP B-TREE')));
  if (isSorted) return isAside ? 'sorts' : 'sorts at once';
  return isAside ? 'passes over' : 'led';
}

test.each(Object.entries(filtersTried))('each key of %s is tried', (type, filters) => {
  const input = schema.getType(type);
  const keys = isInputObjectType(input) ? Object.keys(input.getFields()) : [];

  const tried = Object.keys(filters).map((name) => name.replace(/[.:].*/, ''));

  expect([...new Set(tried)].sort()).toEqual(keys.sort());
});

test.each(Object.entries(ordersTried))('each field of %s is tried', (type, fields) => {
  const values = schema.getType(`${type}Field`);
  const known = isEnumType(values) ? values.getValues().map(({ name }) => name) : [];

  expect([...fields].sort()).toEqual(known.sort());
});

test('each list that takes a filter or an order is tried', () => {
  const taking = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type) &&
    /^(?!Event|ClaimAdded|StandingChanged).*(Filter|Order)$/.test(type.name)
      ? type.name
      : [],
  );

  expect(taking.sort()).toEqual([...Object.keys(filtersTried), ...Object.keys(ordersTried)].sort());
});
