import {
  type DirectiveNode,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { GraphContext } from '../context.ts';
import type { MaybePromise } from '../reading/edge.ts';
import { fragmentsOf } from '../reading/fragments.ts';
import { LeftThisTime, LeftToResolvers } from './left-to-resolvers.ts';
import type { Request } from './place.ts';
import { Program } from './program.ts';
import { variablesOf } from './variables.ts';
import type { Written } from './written.ts';

/** Writes the data of an operation of a document that is known to be valid; null where the resolvers are to be asked. */
export type Writer = (args: ExecutionArgs) => MaybePromise<Written | null>;

/** What the operations of a document were compiled to, by what their programs depend on. Null is left to the resolvers. */
interface KnownDocument {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that decide which of its fields are asked for. */
  readonly deciding: readonly string[];
  readonly programs: Map<string, Program | null>;
  /** How often it was compiled in vain. */
  failures: number;
}

// Of one document there is one for each role, and each choice of what it includes.
const keptPrograms = 32;

// What errs again and again is left to the resolvers for good.
const mostInVain = 50;

/** Writes what it can tell by one statement. What errs, or is refused, is to be asked anew: it tells no errors. */
export function createWriter(): Writer {
  const documents = new WeakMap<DocumentNode, KnownDocument>();
  return (args) => {
    const { contextValue, document, operationName, schema, variableValues } = args;
    const definition = getOperationAST(document, operationName);
    if (definition?.operation !== 'query') return null;
    const known = documents.get(document) ?? knownDocument(document);
    documents.set(document, known);
    const variables = variablesOf(schema, definition, variableValues ?? {});
    if (variables === undefined) return null;
    // The context of every operation is ours.
    const request = { context: contextValue as GraphContext, variables };
    const program = programFor(known, { args, definition, request });
    return program === null ? null : written(program, request);
  };
}

function written(program: Program, request: Request): MaybePromise<Written | null> {
  if (program.misses >= mostInVain) return null;
  const missed = (error: unknown): null => {
    if (!(error instanceof LeftThisTime)) program.misses += 1;
    return null;
  };
  const answered = (text: Written): Written => {
    program.misses = 0;
    return text;
  };
  try {
    const text = program.write(request);
    return text instanceof Promise ? text.then(answered, missed) : answered(text);
  } catch (error) {
    return missed(error);
  }
}

function programFor(
  known: KnownDocument,
  {
    args: { operationName, schema },
    definition,
    request,
  }: { args: ExecutionArgs; definition: OperationDefinitionNode; request: Request },
): Program | null {
  const { deciding, fragments, programs } = known;
  const { context, variables } = request;
  let name = `${context.viewer?.role} ${context.trace !== undefined} ${operationName ?? ''}`;
  for (const variable of deciding) name += variables[variable] === true ? ' 1' : ' 0';
  const found = programs.get(name);
  if (found !== undefined) return found;
  if (programs.size >= keptPrograms || known.failures >= mostInVain) return null;
  try {
    const program = new Program({ schema, definition, fragments }, request);
    programs.set(name, program);
    return program;
  } catch (error) {
    // What one request wants, or has wrong, says nothing of the next.
    if (error instanceof LeftThisTime) return null;
    if (error instanceof LeftToResolvers) programs.set(name, null);
    known.failures += 1;
    return null;
  }
}

function knownDocument(document: DocumentNode): KnownDocument {
  const fragments = Object.fromEntries(fragmentsOf(document));
  const deciding = new Set<string>();
  visit(document, {
    Directive({ arguments: args = [], name }: DirectiveNode) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args)
        if (value.kind === Kind.VARIABLE) deciding.add(value.name.value);
    },
  });
  return { fragments, deciding: [...deciding], programs: new Map(), failures: 0 };
}
