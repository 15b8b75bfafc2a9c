import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

type Answer = ExecutionResult | Promise<ExecutionResult>;

/** Executes an operation of a document that is known to be valid. */
export type Executor = (args: ExecutionArgs) => Answer;

/** How often a document was executed, and what it was compiled to. */
interface KnownDocument {
  executions: number;
  readonly compiled: Map<string, CompiledQuery['query'] | null>;
}

// Compiling takes as long as some dozens of executions, so a document must have come back before it is.
const executionsBefore = 2;

/**
 * Executes operations of `schema`; a query whose document comes a third time is compiled. It answers the same
 * either way. `inlined` is the same schema with the edges of rows as properties, for a record that answers at once.
 */
export function createExecutor(schema: GraphQLSchema, inlined = schema): Executor {
  const documents = new WeakMap<DocumentNode, KnownDocument>();
  return (args) => {
    const { document } = args;
    const known = documents.get(document) ?? { executions: 0, compiled: new Map() };
    documents.set(document, known);
    known.executions += 1;
    if (known.executions <= executionsBefore || args.schema !== schema) return execute(args);
    const query = compiledQuery(inlined, known, args);
    return query === null ? execute(args) : run(query, args);
  };
}

function compiledQuery(
  schema: GraphQLSchema,
  { compiled }: KnownDocument,
  { document, operationName }: ExecutionArgs,
): CompiledQuery['query'] | null {
  const name = operationName ?? '';
  let query = compiled.get(name);
  if (query === undefined) {
    query = compile(schema, document, operationName);
    compiled.set(name, query);
  }
  return query;
}

/** Null for what is left to graphql-js: mutations, and what it will refuse in its own words. */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery['query'] | null {
  if (getOperationAST(document, operationName)?.operation !== 'query') return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined, {
    // Enums and built-in scalars are checked by the database; its own serialiser fails on custom ones.
    disableLeafSerialization: true,
    customJSONSerializer: false,
  });
  return isCompiledQuery(compiled) ? compiled.query : null;
}

function run(query: CompiledQuery['query'], args: ExecutionArgs): Answer {
  const { contextValue, document, operationName, rootValue, schema, variableValues } = args;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  // graphql-jit reads variables in other words, and knows no @oneOf.
  const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors: 50 });
  if (errors) return { errors };
  return query(rootValue, contextValue, variableValues ?? {});
}
