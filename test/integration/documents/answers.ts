import { type DocumentNode, type ExecutionResult, execute } from 'graphql';
import type { GraphContext } from '../../../schema/context.ts';
import type { Executor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import type { Variables } from './random-values.ts';

/** Who asks, by the name that a report tells, and what resolvers may reach then; each time anew. */
export interface Asker {
  readonly name: string;
  /** Whether some of what is read comes later than the rest, in no order. */
  readonly readsAside: boolean;
  context(): GraphContext;
}

/** One operation of a document with variables, as somebody asks it. */
export interface Question {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Variables;
  readonly asker: Asker;
}

/** How an answer came to be: written by a compiled document, as objects by one, or by graphql-js. */
export type Way = 'text' | 'jit' | 'neither';

export interface Answer {
  /** Its data as JSON; null where the question was refused as a whole. */
  readonly data: string | null;
  readonly errors: readonly string[];
  readonly way: Way;
}

/** What graphql-js answers, which everything else has to. */
export const definition: Executor = (args) => execute(args);

/** What an executor answers. */
export async function answerTo(
  { asker, document, operationName, variables }: Question,
  executor: Executor,
): Promise<Answer> {
  const { data, errors } = await executor({
    schema,
    document,
    ...(operationName !== undefined && { operationName }),
    variableValues: variables,
    contextValue: asker.context(),
  });
  return { data: textOf(data), errors: errorsTold(errors), way: wayOf(data) };
}

/**
 * What is compared of an answer. Where several fields of an object err, it is the first that is told: where what is read comes in
 * no order, that may be any of them.
 */
export function toldBy({ data, errors }: Answer, { readsAside }: Asker): string {
  const told = readsAside ? errors.slice(0, 1).map(() => 'errors') : errors;
  return [data ?? 'no data', ...told].join('\n');
}

function textOf(data: unknown): string | null {
  return data instanceof Written ? data.text : (JSON.stringify(data) ?? null);
}

/** What clients are told of the errors; fields that are resolved side by side err in no order. */
function errorsTold(errors: ExecutionResult['errors'] = []): readonly string[] {
  return errors
    .map(({ extensions, message, path = [] }) => JSON.stringify({ path, message, extensions }))
    .sort();
}

function wayOf(data: unknown): Way {
  if (data instanceof Written) return 'text';
  if (typeof data !== 'object' || data === null) return 'neither';
  // graphql-js answers with objects that inherit nothing.
  return Object.getPrototypeOf(data) === null ? 'neither' : 'jit';
}
