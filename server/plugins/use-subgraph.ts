import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { createLRUCache, type Plugin } from 'graphql-yoga';
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
    // What is too much is for whoever refuses it of everybody.
    if (excessOfText(text, options.limits)) return null;
    const found = texts.get(text) ?? { asked: read(text) };
    texts.set(text, found);
    return found.asked;
  };

  const service = async (
    facts: RequestFacts,
    asked: OperationDefinitionNode,
    query: string,
  ): Promise<ExecutionResult> => {
    const contextValue = Object.assign(facts, await options.contextOf(facts));
    const refused =
      options.admission.refusalToRead(contextValue, query) ??
      options.admission.judge({ schema, document: introspection, contextValue });
    if (refused instanceof GraphQLError) return { errors: [refused] };
    sdl ??= subgraphSdl(schema);
    return { data: told(asked, sdl) };
  };

  return {
    async onParams({ context, params, setParams, setResult }) {
      const { operationName, query, variables } = params;
      if (typeof query !== 'string' || !/\b_(entities|service)\b/.test(query)) return;
      // What has another form is refused as everybody's is.
      if (variables && typeof variables !== 'object') return;
      // Yoga's context is what it was given of the request.
      const facts = context as object as RequestFacts;
      try {
        const asked = askedBy(query);
        if (asked === null) return;
        if ('document' in asked) {
          const operation = getOperationAST(asked.document, operationName);
          if (operation) setResult(await service(facts, operation, query));
          return;
        }
        const held = asked.held.map((name) => [name, idsOf(variables?.[name])] as const);
        setParams({
          ...params,
          query: asked.query,
          variables: { ...variables, ...Object.fromEntries(held) },
        });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResult({ errors: [error] });
      }
    },
  };
}

/** So is what cannot be read. */
function read(text: string): Asked {
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

function told(asked: OperationDefinitionNode, sdl: string): Record<string, object> {
  const services = fieldsOf(asked).map((service) => {
    const texts = fieldsOf(service).map((field) => [keyOf(field), sdl]);
    return [keyOf(service), Object.fromEntries(texts)];
  });
  return Object.fromEntries(services);
}

const fieldsOf = ({ selectionSet }: OperationDefinitionNode | FieldNode): readonly FieldNode[] =>
  (selectionSet?.selections ?? []).filter((each) => each.kind === Kind.FIELD);

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
