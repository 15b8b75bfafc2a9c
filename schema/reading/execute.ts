import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { cancellable } from '../../db/read/cancellable.ts';
import { Cancellation } from '../cancellation.ts';
import type { GraphContext } from '../context.ts';
import { createWriter } from '../writing/writer.ts';
import type { Written } from '../writing/written.ts';
import type { compile, Query } from './compile.ts';
import { inlinedIn } from './inline.ts';
import { mergesConditionally } from './merged-conditions.ts';

type Answer = ExecutionResult | Promise<ExecutionResult>;

/** Executes an operation of a document that is known to be valid. */
export type Executor = (args: ExecutionArgs) => Answer;

interface Compiler {
  readonly compile: typeof compile;
}

/** How often a document was executed, and what its operations were compiled to. */
interface KnownDocument {
  executions: number;
  readonly compiled: Map<string, Query | null>;
}

// Compiling takes as long as some dozens of executions, so a document must have come back before it is.
const executionsBefore = 2;

/** How an executor answers. */
interface ExecutorOptions {
  /** Whether its data may come as `Written`, for whoever can send it. */
  readonly written?: boolean;
}

/** Executes operations, mutations over what was written; what comes a third time, and is no mutation, is compiled. It answers the same either way. */
export function createExecutor(
  schema: GraphQLSchema,
  { written = false }: ExecutorOptions = {},
): Executor {
  const documents = new WeakMap<DocumentNode, KnownDocument>();
  let compiler: Compiler | Promise<Compiler> | null = null;
  const write = written ? createWriter() : () => null;
  return (args) => {
    // It takes a tenth of a second to load, which no start waits for: the first answers do without it.
    compiler ??= import('./compile.ts').then((loaded) => (compiler = loaded));
    const { document } = args;
    const known = documents.get(document) ?? { executions: 0, compiled: new Map() };
    documents.set(document, known);
    known.executions += 1;
    if (getOperationAST(document, args.operationName)?.operation === 'mutation') {
      // The context of every operation is ours.
      return execute({ ...args, contextValue: overWritten(args.contextValue as GraphContext) });
    }
    if (known.executions <= executionsBefore || args.schema !== schema) return execute(args);
    const loading = compiler;
    const resolve = (): Answer =>
      loading instanceof Promise
        ? loading.then((loaded) => executeCompiled(loaded, args, known))
        : executeCompiled(loading, args, known);
    const text = answersAtOnce(args.contextValue) ? write(args) : null;
    if (text instanceof Promise)
      return text.then((told) => (told === null ? resolve() : answer(told)));
    return text === null ? resolve() : answer(text);
  };
}

/** Whoever asks an executor for text looks for it in the place of the data. */
const answer = (text: Written): ExecutionResult => ({ data: text as object as ObjMap });

type ObjMap = NonNullable<ExecutionResult['data']>;

function executeCompiled(compiler: Compiler, args: ExecutionArgs, known: KnownDocument): Answer {
  const query = compiledQuery(compiler, args, known);
  return query === null ? execute(args) : run(query, args, known);
}

function compiledQuery(
  { compile }: Compiler,
  args: ExecutionArgs,
  { compiled }: KnownDocument,
): Query | null {
  const { contextValue, document, operationName, schema } = args;
  const operation = getOperationAST(document, operationName);
  // A name that leads to no operation is not kept: whoever asks makes up as many as they like.
  if (!operation) return null;
  const inlined = answersAtOnce(contextValue) ? inlinedIn(schema) : null;
  const name = `${inlined !== null} ${operationName ?? ''}`;
  const found = compiled.get(name);
  if (found !== undefined) return found;
  // graphql-jit mixes them up: a key stands where it is left out, and what is left out is there.
  const query = mergesConditionally(document, operation)
    ? null
    : compile(inlined ?? schema, document, operationName);
  compiled.set(name, query);
  return query;
}

/**
 * What fails is asked again of graphql-js, whose errors tell more; a query changes nothing. What fails often is mostly
 * asked of it alone.
 */
function run(query: Query, args: ExecutionArgs, known: KnownDocument): Answer {
  const { contextValue, document, operationName, rootValue, schema, variableValues } = args;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  // graphql-jit reads wrong variables otherwise, and knows no @oneOf.
  const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors: 1 });
  if (errors) return execute(args);
  const askAgain = (): Answer => {
    known.executions = 0;
    return execute(args);
  };
  const settled = (result: ExecutionResult) =>
    result.errors && !isCancelled(contextValue) ? askAgain() : result;
  try {
    const result: Answer = query(rootValue, contextValue, variableValues ?? {});
    return result instanceof Promise ? result.then(settled, askAgain) : settled(result);
  } catch {
    return askAgain();
  }
}

/** A context in which what was written is read where it was written, and no copy of it that comes later. */
function overWritten(context: GraphContext): GraphContext {
  const { written } = context.db;
  if (written === context.reader) return context;
  return { ...context, reader: written, aside: cancellable(written) };
}

/** Whether nobody waits for the answer: then it matters to nobody how what failed is told. */
function isCancelled(context: unknown): boolean {
  const cancellation: unknown = Object(context).cancellation;
  return cancellation instanceof Cancellation && cancellation.isRequested;
}

function answersAtOnce(context: unknown): boolean {
  const db: unknown =
    typeof context === 'object' && context !== null && 'db' in context ? context.db : null;
  return typeof db === 'object' && db !== null && 'isLocal' in db && db.isLocal === true;
}
