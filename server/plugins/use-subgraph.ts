import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  Kind,
  parse,
} from 'graphql';
import { createLRUCache, type GraphQLParams, type Plugin } from 'graphql-yoga';
import { schema } from '../../schema/schema.ts';
import type { ContextOf } from '../graph-context.ts';
import type { Admission } from '../limits/admission.ts';
import type { Limits } from '../limits/limits.ts';
import type { RequestFacts } from '../request-facts.ts';
import { asNodes, idsOf, type NodesQuestion } from '../subgraph/entities.ts';
import { subgraphSdl } from '../subgraph/sdl.ts';
import { excessOfText } from './operation-limits.ts';

export interface SubgraphOptions {
  readonly admission: Pick<Admission, 'judge' | 'refusalToRead'>;
  readonly contextOf: ContextOf;
  readonly limits: Limits;
}

/** What a text asks of a subgraph. */
type Asked = NodesQuestion | { readonly document: DocumentNode } | null;

const keptTexts = 500;

/** What needs as much as `_service` does. */
const introspection = parse('{ __schema { types { fields { name } } } }');

/** Answers what a gateway asks of a subgraph: `_service` by itself, and `_entities` as what `nodes` answers. */
export function useSubgraph(options: SubgraphOptions): Plugin<object, RequestFacts> {
  const texts = createLRUCache<{ readonly asked: Asked }>({ max: keptTexts, ttl: 0 });
  let sdl: string | undefined;

  const askedBy = (text: string): Asked => {
    const found = texts.get(text) ?? { asked: read(text, options.limits) };
    texts.set(text, found);
    return found.asked;
  };

  const service = async (
    facts: RequestFacts,
    document: DocumentNode,
    { query = '', operationName }: GraphQLParams,
  ): Promise<ExecutionResult> => {
    const contextValue = Object.assign(facts, await options.contextOf(facts));
    const refused =
      options.admission.refusalToRead(contextValue, query) ??
      options.admission.judge({ schema, document: introspection, contextValue });
    if (refused instanceof GraphQLError) return { errors: [refused] };
    sdl ??= subgraphSdl(schema);
    return { data: told(document, operationName, sdl) };
  };

  return {
    async onParams({ context, params, setParams, setResult }) {
      if (typeof params.query !== 'string' || !/\b_(entities|service)\b/.test(params.query)) return;
      // Yoga's context is what it was given of the request.
      const facts = context as object as RequestFacts;
      try {
        const asked = askedBy(params.query);
        if (asked === null) return;
        if ('document' in asked) return setResult(await service(facts, asked.document, params));
        const variables = { ...params.variables };
        for (const name of asked.held) variables[name] = idsOf(variables[name]);
        setParams({ ...params, query: asked.query, variables });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResult({ errors: [error] });
      }
    },
  };
}

/** What is too much, and what cannot be read, is for whoever refuses it of everybody. */
function read(text: string, limits: Limits): Asked {
  if (excessOfText(text, limits)) return null;
  const document = parsed(text);
  if (document === null) return null;
  return isService(document) ? { document } : asNodes(document);
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Whether nothing is asked but what the schema is. */
function isService({ definitions }: DocumentNode): boolean {
  const [operation, ...others] = definitions;
  return (
    others.length === 0 &&
    operation?.kind === Kind.OPERATION_DEFINITION &&
    operation.operation === 'query' &&
    operation.selectionSet.selections.every(
      (each) =>
        each.kind === Kind.FIELD &&
        each.name.value === '_service' &&
        each.selectionSet?.selections.every(
          (inside) => inside.kind === Kind.FIELD && inside.name.value === 'sdl',
        ),
    )
  );
}

function told(
  document: DocumentNode,
  operationName: string | null | undefined,
  sdl: string,
): Record<string, unknown> | null {
  const fields = (getOperationAST(document, operationName)?.selectionSet.selections ??
    []) as readonly FieldNode[];
  const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
  return Object.fromEntries(
    fields.map((field) => [
      keyOf(field),
      Object.fromEntries(
        ((field.selectionSet?.selections ?? []) as readonly FieldNode[]).map((inside) => [
          keyOf(inside),
          sdl,
        ]),
      ),
    ]),
  );
}
