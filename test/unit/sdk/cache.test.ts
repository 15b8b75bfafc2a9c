import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { apolloCacheOptions, graphcacheOptions } from '../../../sdk/src/cache.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);
const roots = ['Query', 'Mutation', 'Subscription'];
const types = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && !roots.includes(name));
const things = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
const values = types.filter((type) => !things.includes(type));
const { typePolicies } = apolloCacheOptions;

const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
};

describe('every type of objects has an id, or no key at all', () => {
  test.each(things.map(({ name }) => name))('%s has an id', (name) => {
    expect(typePolicies[name] ?? {}).not.toHaveProperty('keyFields');
    expect(graphcacheOptions.keys).not.toHaveProperty(name);
    expect(String(fieldsOf(name).id?.type)).toBe('ID!');
  });

  test.each(values.map(({ name }) => name))('%s has none', (name) => {
    expect(typePolicies[name]).toMatchObject({ keyFields: false });
    expect(graphcacheOptions.keys[name]?.()).toBeNull();
  });

  test('and nothing else is told of', () => {
    const known = types.map(({ name }) => name);
    expect(Object.keys(graphcacheOptions.keys).filter((name) => !known.includes(name))).toEqual([]);
    expect(
      Object.keys(typePolicies).filter((name) => name !== 'Query' && !known.includes(name)),
    ).toEqual([]);
  });
});

const fields = [schema.getQueryType(), ...types]
  .filter(isObjectType)
  .filter((type) => !('pageInfo' in type.getFields()))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })));

test('every list of objects has a policy of its own', () => {
  const lists = fields.filter(
    ({ field }) => isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)),
  );

  expect(lists.length).toBeGreaterThan(20);
  expect(
    lists.filter(({ type, field }) => typePolicies[type]?.fields?.[field.name] === undefined),
  ).toEqual([]);
});

test('every list in pages is read as one, by both', () => {
  const lists = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));

  expect(lists.length).toBeGreaterThan(15);
  for (const { type, field } of lists) {
    expect(typePolicies[type]?.fields?.[field.name]).toHaveProperty('read');
    expect(graphcacheOptions.resolvers[type]?.[field.name]).toBeTypeOf('function');
  }
});

test('every interface and every union is told of', () => {
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => 'resolveType' in type && !isObjectType(type),
  );

  expect(Object.keys(apolloCacheOptions.possibleTypes).sort()).toEqual(
    abstract.map(({ name }) => name).sort(),
  );
});
