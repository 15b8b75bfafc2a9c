import { readdir, readFile } from 'node:fs/promises';
import {
  buildSchema,
  type GraphQLObjectType,
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
/** `Type.field(argument)` of everything that can be given. */
const given = new Set<string>();
const types = new TypeInfo(schema);
visit(
  parse(files.join('\n')),
  visitWithTypeInfo(types, {
    Field({ name, arguments: args = [] }) {
      const field = `${types.getParentType()?.name}.${name.value}`;
      asked.add(field);
      for (const arg of args) given.add(`${field}(${arg.name.value})`);
    },
  }),
);
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
};

/** What no fragment asks for, and why. Pages are read by their `nodes`, so what belongs to edges is not listed. */
const leftOut: Readonly<Record<string, string>> = {
  'Actor.merges': '`actorMerges` lists them by its filter, with those of all others.',
  'Affiliation.endedAt':
    'Readers want its last day, `until`; the log tells when the record learned of it.',
  'Article.withdrawnReason': 'It is null to all but editors; the event that withdrew it tells it.',
  'Claim.withdrawnReason': 'It is null to all but editors; the event that withdrew it tells it.',
  'ClaimLink.revokedAt': 'Lists hold the links in force alone.',
  'EventConnection.totalCount': 'A log is read to its end, and nobody pages through its numbers.',
  'EventConnection.totalCountIsExact': 'It goes with `totalCount`.',
  'Evidence.recordedAt':
    'Readers want when the stance was taken; the log tells when its words were added.',
  'RecordEvent.claims':
    'What is live asks for it by itself; whoever follows the log is told the subject.',
  'Stance.recordedOn':
    'Most claims have one wording; whoever looks after the record asks for the words by themselves.',
  'Stance.recordedUnder':
    'Most actors have one name; whoever looks after the record asks for the name by itself.',
  'SearchConnection.nodes': 'Hits are read by their edges, with excerpts and scores.',
};

test.each(['Query', 'Mutation', 'Subscription'])('every field of %s has an operation', (root) => {
  expect(fieldsOf(root).filter((field) => !asked.has(field))).toEqual([]);
});

test.each(['Query', 'Mutation', 'Subscription'])(
  'every argument of every field of %s can be given',
  (root) => {
    const type = schema.getType(root);
    const args = Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) =>
      field.args.map(({ name }) => `${root}.${field.name}(${name})`),
    );

    expect(args.length).toBeGreaterThan(8);
    expect(args.filter((arg) => !given.has(arg))).toEqual([]);
  },
);

test('every field of an object is in a fragment, or left out for a reason', () => {
  const missing = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') && !isEdge(type)
      ? fieldsOf(type.name).filter((field) => !isAsked(type, field) && !(field in leftOut))
      : [],
  );

  expect(missing, 'Add it to a fragment in sdk/operations, or to `leftOut` with a reason').toEqual(
    [],
  );
});

test('what is left out of the fragments is there, and in none of them', () => {
  const fields = Object.values(schema.getTypeMap()).flatMap(({ name }) => fieldsOf(name));

  const known = Object.keys(leftOut).filter((field) => fields.includes(field) && !asked.has(field));

  expect(known).toEqual(Object.keys(leftOut));
});

const isEdge = ({ name }: GraphQLObjectType): boolean => name.endsWith('Edge');

/** Whether a field is asked for of the type, or of an interface that it has. Pages have `nodes` in place of `edges`. */
function isAsked(type: GraphQLObjectType, field: string): boolean {
  const [, name = ''] = field.split('.');
  if (name === 'edges') return true;
  return [type, ...type.getInterfaces()].some((each) => asked.has(`${each.name}.${name}`));
}

test('every connection of the schema can be read page by page, those of one thing as well', () => {
  const connections = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type.name !== 'Query'
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .filter((field) => !(`${type.name}.${field.name}` in leftOut))
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
