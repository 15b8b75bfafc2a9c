import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { flatten } from '../../db/read/filter.ts';
import { nameOfPage } from '../../db/read/page.ts';
import type { Query } from '../../db/read/query.ts';
import type { Args } from '../../db/read/read.ts';
import type { GraphContext } from '../context.ts';
import type { AsOfArgs } from '../reading/as-of.ts';
import { visibilityArgs } from '../reading/edge.ts';
import { nameOf } from '../reading/list.ts';
import { type PageArgs, type Window, windowOf } from '../reading/page.ts';
import { referencesIn } from '../reading/reference.ts';
import { argumentsFor, isConstant } from './arguments.ts';
import type { HowWritten, ListAsked } from './how.ts';
import { LeftThisTime, LeftToResolvers } from './left-to-resolvers.ts';

/** What a request brings. */
export interface Request {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

/** What a place asks for at a request. */
export interface Asked {
  /** Holds all that the text of the statement depends on. */
  readonly name: string;
  /** What the statement takes. */
  readonly args: Args;
}

export interface NamedAsked extends Asked {
  readonly query: Query<object>;
}

export interface PageAsked extends Asked, ListAsked {
  readonly window: Window;
  /** Whether an empty page may mean that its filter names what is not on record. */
  readonly hasReferences: boolean;
}

/** A field of a document whose arguments decide what is read. */
export interface Place<A extends Asked = Asked> {
  readonly number: number;
  ask(request: Request): A;
}

interface At {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** What `by` names. */
export function namedPlace(
  number: number,
  { field, nodes, type }: At,
  { query }: HowWritten & { readonly is: 'named' },
): Place<NamedAsked> {
  const node = firstOf(nodes);
  const Left = leaving(node);
  const argumentsIn = argumentsFor(field, node);
  const asked = new Map<string, Query<object>>();
  return {
    number,
    ask({ context, variables }) {
      const given = argumentsIn(variables);
      referencesIn(given, { fieldName: field.name, parentType: type });
      const { asOf = null, by } = given;
      if (asOf !== null) throw new Left(`${field.name} is asked for as of a moment.`);
      if (typeof by !== 'object' || by === null) {
        throw new LeftToResolvers(`${field.name} is asked for without a name.`);
      }
      const { args, shape } = flatten(by, 'by');
      const found = asked.get(shape) ?? query(by);
      asked.set(shape, found);
      return { name: found.name, args: Object.assign(args, visibilityArgs(context)), query: found };
    },
  };
}

/** An edge that is followed as it is: with any argument it leads to what has to be worked out. */
export function unaskedPlace(number: number, { field, nodes }: At): Place {
  const node = firstOf(nodes);
  const Left = leaving(node);
  const argumentsIn = argumentsFor(field, node);
  const ask = ({ variables }: Request): Asked => {
    const given = Object.values(argumentsIn(variables));
    if (given.some((value) => value !== null)) {
      throw new Left(`${field.name} is asked for with arguments.`);
    }
    return { name: '', args: {} };
  };
  return { number, ask: isConstant(node) ? remembered(ask) : ask };
}

/** A page of a list. */
export function pagePlace(
  number: number,
  at: At,
  { of, isNested }: { of: (args: object, context: GraphContext) => ListAsked; isNested: boolean },
): Place<PageAsked> {
  const { field, nodes, type } = at;
  const node = firstOf(nodes);
  const Left = leaving(node);
  const argumentsIn = argumentsFor(field, node);
  const askFor = (args: PageArgs & AsOfArgs, context: GraphContext): ListOf => {
    const { asOf = null } = args;
    if (asOf !== null) throw new Left(`${field.name} is asked for as of a moment.`);
    const { order, source } = of(args, context);
    // What may look at many rows is read aside, while everything else goes on; what counts them first, only where there are.
    const isBounded = source.isIndexed || (isNested && source.looksAt !== undefined);
    if (!isBounded) throw new Left(`${source.name} is read aside.`);
    const references = referencesIn(args, { fieldName: field.name, parentType: type });
    if (references.some(({ isExcluding }) => isExcluding)) {
      throw new Left(`${source.name} is left out of.`);
    }
    // Of many parents some have an empty list, whatever it names.
    if (isNested && references.length > 0) {
      throw new Left(`${source.name} names something.`);
    }
    return { order, source, name: nameOf(source, order), hasReferences: references.length > 0 };
  };
  const listFor = isPagedAlone(node) ? remembered(askFor) : askFor;
  const askAnew = ({ context, variables }: Request): PageAsked => {
    const args: PageArgs = argumentsIn(variables);
    return pageAsked(listFor(args, context), args, context);
  };
  return { number, ask: isConstant(node) ? remembered(askAnew) : askAnew };
}

interface ListOf extends ListAsked, Pick<PageAsked, 'hasReferences'> {
  readonly name: string;
}

function pageAsked(
  { hasReferences, name, order, source }: ListOf,
  args: PageArgs,
  context: GraphContext,
): PageAsked {
  const window = windowOf({ name, order }, args, context.db.seal);
  return {
    name: nameOfPage({ source, order, stretch: window.stretch }),
    args: {
      ...source.args,
      ...window.args,
      limit: window.size,
      hasAfter: window.hasAfter ? 1 : 0,
      hasBefore: window.hasBefore ? 1 : 0,
      ...visibilityArgs(context),
    },
    order,
    source,
    window,
    hasReferences,
  };
}

/** What is always asked so is left to the resolvers for good. */
const leaving = (node: FieldNode) => (isConstant(node) ? LeftToResolvers : LeftThisTime);

/** Where selections are merged, their arguments are the same. */
function firstOf([node]: readonly FieldNode[]): FieldNode {
  if (node === undefined) throw new TypeError('A field stands somewhere.');
  return node;
}

// A program is one for each role, so that nothing else of the context matters.
function remembered<I extends readonly unknown[], A extends object>(
  work: (...input: I) => A,
): (...input: I) => A {
  let done: A | undefined;
  return (...input) => (done ??= work(...input));
}

const pageArguments: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** Whether nothing but the stretch of the list goes by variables. */
const isPagedAlone = ({ arguments: args = [] }: FieldNode): boolean =>
  args.every((arg) => pageArguments.has(arg.name.value) || isConstant(arg.value));
