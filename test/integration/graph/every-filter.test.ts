import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorConditions } from '../../../db/queries/actor.ts';
import { actorMergeConditions } from '../../../db/queries/actor-merge.ts';
import { articleConditions } from '../../../db/queries/article.ts';
import { claimConditions } from '../../../db/queries/claim-list.ts';
import { stanceConditions } from '../../../db/queries/stance-filter.ts';
import { schema } from '../../../schema/schema.ts';
import { type Desk, openDesk } from '../mutations/open-desk.ts';
import { everyFilter, everyFilterType, recordFiltered, selectedBy } from './every-filter.ts';

const filters = Object.values(schema.getTypeMap()).flatMap((type) =>
  isInputObjectType(type) && type.name.endsWith('Filter') ? [type] : [],
);
const keys = filters.flatMap((filter) =>
  Object.keys(filter.getFields()).map((key) => `${filter.name}.${key}`),
);

test('every filter is known to be taken by something', () => {
  expect(Object.keys(everyFilterType).sort()).toEqual(filters.map(({ name }) => name).sort());
});

test('every key of a filter has a value in every-filter.ts that it is tried with', () => {
  const untried = keys.filter((path) => !(path in everyFilter));
  const unknown = Object.keys(everyFilter).filter((path) => !keys.includes(path));

  expect(untried, 'They need a value in every-filter.ts').toEqual([]);
  expect(unknown, 'These are keys of no filter').toEqual([]);
});

test.each([
  ['ActorFilter', actorConditions],
  ['ActorMergeFilter', actorMergeConditions],
  ['ArticleFilter', articleConditions],
  ['ClaimFilter', claimConditions],
  ['StanceFilter', stanceConditions],
])('%s has the keys that its query has conditions for', (name, conditions) => {
  const type = schema.getType(name);
  const given = isInputObjectType(type) ? Object.keys(type.getFields()) : [];

  const withoutCondition = given.filter((key) => !Object.hasOwn(conditions, key));
  const withoutInput = Object.keys(conditions).filter((key) => !given.includes(key));

  expect(withoutCondition, 'They need a condition in db/queries').toEqual([]);
  expect(withoutInput, 'They need an input in schema').toEqual([]);
});

describe('by itself', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(recordFiltered);
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  test.each(keys)('%s selects something, and not all that there is', async (path) => {
    const [type = '', key = ''] = path.split('.');
    const { isInstead = false, value } = everyFilter[path] ?? { value: () => undefined };
    const all = await selectedBy(desk, type, {});

    const selected = await selectedBy(desk, type, { [key]: await value(desk) });

    const leftOut = all.filter((one) => !selected.includes(one));
    expect(selected, `${path} selects nothing`).not.toEqual([]);
    expect(leftOut, `${path} leaves nothing out`).not.toEqual([]);
    expect(selected.every((one) => all.includes(one))).toBe(!isInstead);
  });
});
