import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
/** What is known of a field, if anything. */
type Fact = (field: Field) => unknown;

/**
 * Writes what a normalizing cache has to know of each type: whether its objects have ids, which of its fields are lists,
 * and what tells their entries apart. All of it is worked out, so that a type that is added is known by itself.
 */
export const cache: CodegenPlugin = {
  plugin(schema) {
    const all = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__') && !isRoot(schema, type),
    );
    const isThing = thingsOf(schema);
    const values = all.filter((type) => !isThing(type));
    const query = schema.getQueryType();
    const holders = [query, ...all].filter(isObjectType).filter((type) => !isConnection(type));
    return [
      table('values', 'The types whose objects have no id: they are kept where they stand.', [
        ...values.map(({ name }) => name),
      ]),
      table(
        'connections',
        'The fields that are lists in pages, by type: which arguments say which list it is.',
        byType(
          holders,
          (field) =>
            isConnection(getNamedType(field.type)) &&
            argsOf(field).filter((name) => name !== 'after'),
        ),
      ),
      table(
        'thingLists',
        'The fields that are whole lists of things with ids, by type.',
        byType(holders, (field) => isList(field) && isThing(getNamedType(field.type))),
      ),
      table(
        'valueLists',
        'The fields that are whole lists of values, by type: their arguments, and the thing that tells one value from others.',
        byType(
          holders,
          (field) =>
            isList(field) &&
            values.includes(getNamedType(field.type)) && {
              keyArgs: argsOf(field),
              by: identityIn(getNamedType(field.type), isThing),
            },
        ),
      ),
      table(
        'lookups',
        'The questions for one thing by its name.',
        Object.values(query?.getFields() ?? {})
          .filter((field) => !isList(field) && isThing(getNamedType(field.type)))
          .map(({ name }) => name),
      ),
      table(
        'fieldsOf',
        'The fields of every type of objects.',
        Object.fromEntries(
          Object.values(schema.getTypeMap())
            .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
            .map((type) => [
              type.name,
              Object.keys(isObjectType(type) ? type.getFields() : {}).join(' '),
            ]),
        ),
      ),
      possibleTypesIn(schema),
    ].join('\n');
  },
};

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.some((root) => root === type);
}

/** Whether the objects of a type have ids. */
function thingsOf(schema: GraphQLSchema): (type: GraphQLNamedType) => boolean {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no interface Node.');
  const isThing = (type: GraphQLNamedType): boolean =>
    type === node ||
    (isObjectType(type) && type.getInterfaces().includes(node)) ||
    (isUnionType(type) && type.getTypes().every(isThing));
  return isThing;
}

const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && 'pageInfo' in type.getFields();

const isList = ({ type }: Field): boolean =>
  isListType(getNullableType(type)) && !isLeafType(getNamedType(type));

const argsOf = ({ args }: Field): string[] => args.map(({ name }) => name);

/** The first field that always leads to one thing: the actor of a side, the claim of a match. */
function identityIn(
  type: GraphQLNamedType,
  isThing: (type: GraphQLNamedType) => boolean,
): string | undefined {
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.find(
    (field) => isNonNullType(field.type) && !isList(field) && isThing(getNamedType(field.type)),
  )?.name;
}

/** By type, and by field, what is known of the fields of which anything is. */
function byType(types: readonly GraphQLObjectType[], fact: Fact): object {
  const known = types.map((type) => {
    const facts = Object.values(type.getFields()).map((field) => [field.name, fact(field)]);
    return [type.name, Object.fromEntries(facts.filter(([, value]) => value))] as const;
  });
  return Object.fromEntries(known.filter(([, fields]) => Object.keys(fields).length > 0));
}

function table(name: string, manual: string, content: object): string {
  return `/** ${manual} */\nexport const ${name} = ${JSON.stringify(content)} as const;\n`;
}

function possibleTypesIn(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isInterfaceType(type) || isUnionType(type))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]);
  return `/**
 * Which types each interface and each union stands for. A cache loses what a fragment on one of them selects unless it is told.
 * @example const cache = new InMemoryCache({ possibleTypes });
 */
export const possibleTypes = ${JSON.stringify(Object.fromEntries(types))};\n`;
}
