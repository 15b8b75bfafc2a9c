import { readdir, readFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import { operations } from '../../../sdk/src/generated/methods.ts';

const folder = new URL('../../../sdk/operations/', import.meta.url);
const schema = buildSchema(
  await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);
const files = await Promise.all(
  (await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')),
);

/** `Type.field` of everything that the operations ask for. */
const asked = new Set<string>();
const types = new TypeInfo(schema);
visit(
  parse(files.join('\n')),
  visitWithTypeInfo(types, {
    Field({ name }) {
      asked.add(`${types.getParentType()?.name}.${name.value}`);
    },
  }),
);
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
};

test.each(['Query', 'Mutation', 'Subscription'])('every field of %s has an operation', (root) => {
  expect(fieldsOf(root).filter((field) => !asked.has(field))).toEqual([]);
});

test('every connection of the schema can be read page by page, those of one thing as well', () => {
  const connections = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type.name !== 'Query'
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .map((field) => [type.name.toLowerCase(), field.name])
      : [],
  );

  const lists = connections.map(([thing, list]) => {
    const methods: object = operations;
    const lists: object = Reflect.get(methods, thing ?? '') ?? {};
    return { list: `${thing}.${list}`, all: typeof Reflect.get(lists, list ?? '')?.all };
  });

  expect(lists.length).toBeGreaterThan(8);
  expect(lists.filter(({ all }) => all !== 'function')).toEqual([]);
});
