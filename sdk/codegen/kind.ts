import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Catalog, capitalised, type Operation } from './catalog.ts';
import { refusalsIn } from './refusals.ts';

/** How an operation is called: the function of sdk/src/operation.ts that makes it, and its type there. */
export interface Kind {
  readonly factory: 'read' | 'list' | 'nestedList' | 'feed' | 'log' | 'mutation';
  readonly type: string;
  /** The type's arguments behind the first, which says what comes before the variables. */
  readonly typeArguments: readonly string[];
  /** Whether it can be watched: as a method it is a `LiveList` or a `LiveRead`. */
  readonly isLive?: boolean;
  /** Of a change whether it takes an idempotency key, which makes it safe to repeat. */
  readonly isKeyed?: boolean;
}

/** The operations that are methods, each with its kind. The pages of a feed are part of the feed's method. */
export function methodsIn(
  schema: GraphQLSchema,
  catalog: Catalog,
): readonly (readonly [Operation, Kind])[] {
  return catalog.operations
    .filter((operation) => !isPagesOfFeed(operation, catalog))
    .map((operation) => [operation, kindOf(schema, operation, catalog)]);
}

/** The query that reads a feed page by page, where there is one: `recordEventsPage` reads `recordEvents`. */
export const pagesOf = ({ name }: Operation, { operations }: Catalog): Operation | undefined =>
  operations.find((operation) => operation.name === `${name}Page`);

/** The lists of one thing, read by operations of their own: `claimStances` reads the `stances` of a `claim`. */
export const listsOf = ({ name }: Operation, { operations }: Catalog): readonly Operation[] =>
  operations.filter(
    (operation) =>
      operation.nested && operation.name === name + capitalised(operation.nested.field),
  );

/** The type of an operation's variables. */
export const variablesOf = ({ name, node }: Operation): string =>
  node.variableDefinitions?.length ? `${capitalised(name)}Variables` : 'unknown';

/** The type of what an operation's one field answers. */
const answerOf = ({ name, field, nested }: Operation): string =>
  nested ? `${nested.page} | null` : `${capitalised(name)}Data['${field}']`;

function kindOf(schema: GraphQLSchema, operation: Operation, catalog: Catalog): Kind {
  const variables = variablesOf(operation);
  const answer = answerOf(operation);
  const { operation: root } = operation.node;
  if (root === 'query') return { ...queryKind(operation), typeArguments: [variables, answer] };
  if (root === 'mutation') {
    return {
      factory: 'mutation',
      type: 'Mutation',
      typeArguments: mutationTypes(schema, operation),
      isKeyed: isKeyed(schema, operation),
    };
  }
  const pages = pagesOf(operation, catalog);
  if (!pages) return { factory: 'feed', type: 'Feed', typeArguments: [variables, answer] };
  return {
    factory: 'log',
    type: 'Log',
    typeArguments: [variables, answer, variablesOf(pages), answerOf(pages)],
  };
}

function queryKind(operation: Operation): Pick<Kind, 'factory' | 'type' | 'isLive'> {
  const { answer, fragments, nested } = operation;
  if (nested) return { factory: 'nestedList', type: 'List' };
  const fields = isObjectType(answer) ? answer.getFields() : {};
  // A list that is only counted is not paged.
  const isPaged = fragments.some(({ name }) => name.value === 'PageInfo');
  if (!('pageInfo' in fields && isPaged))
    return { factory: 'read', type: 'Read', isLive: answer.name === 'Claim' };
  return { factory: 'list', type: 'List', isLive: 'feedCursor' in fields };
}

function mutationTypes(schema: GraphQLSchema, { name, answer, fragments }: Operation): string[] {
  const refusals = refusalsIn(schema, answer);
  const payload =
    isUnionType(answer) &&
    answer.getTypes().find((member) => !refusals.includes(member.name))?.name;
  if (!payload || !fragments.some((fragment) => fragment.name.value === payload))
    throw new Error(`${name} selects its payload in a fragment named like it: ${payload}.`);
  return [`${capitalised(name)}Variables['input']`, payload, `${capitalised(name)}Refusal`];
}

function isKeyed(schema: GraphQLSchema, { field }: Operation): boolean {
  const input = schema.getMutationType()?.getFields()[field]?.args[0];
  const type = input && getNamedType(input.type);
  return isInputObjectType(type) && 'idempotencyKey' in type.getFields();
}

const isPagesOfFeed = (operation: Operation, catalog: Catalog): boolean =>
  catalog.operations.some(
    (feed) => feed.node.operation === 'subscription' && pagesOf(feed, catalog) === operation,
  );
