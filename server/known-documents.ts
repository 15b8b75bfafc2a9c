import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  type OperationTypeNode,
} from 'graphql';
import { createLRUCache, type GraphQLParams } from 'graphql-yoga';
import type { GraphContext } from '../schema/context.ts';
import type { Executor } from '../schema/reading/execute.ts';
import { schema } from '../schema/schema.ts';
import type { Asked, ContextOf } from './graph-context.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

const keptDocuments = 500;

/** The documents that were asked last, and all trusted ones that were ever asked. */
export class KnownDocuments {
  /** What was parsed, by its text: whoever parses writes it there. */
  readonly parsed = {
    get: (text: string) => this.#trusted.get(text) ?? this.#last.get(text),
    set: (text: string, document: DocumentNode) => this.#note(text, document),
  };
  readonly #trust: Pick<TrustedDocuments, 'has'>;
  readonly #trusted = new Map<string, DocumentNode>();
  readonly #areTrusted = new WeakSet<DocumentNode>();
  readonly #last = createLRUCache<DocumentNode>({ max: keptDocuments, ttl: 0 });
  // Those that were found good: the others are looked at whenever they are asked.
  readonly #good = new WeakSet<DocumentNode>();
  readonly #textsForEmbeds: ReadonlySet<string>;
  readonly #areForEmbeds = new WeakSet<DocumentNode>();

  /** Of the texts that are trusted, some are those that embeds ask. */
  constructor(trust: Pick<TrustedDocuments, 'has'>, forEmbeds: readonly string[] = []) {
    this.#trust = trust;
    this.#textsForEmbeds = new Set(forEmbeds);
  }

  /** Whether this is one of the trusted documents. */
  isTrusted(document: DocumentNode): boolean {
    return this.#areTrusted.has(document);
  }

  /** Whether this is one of those that embeds ask. */
  isForEmbeds(document: DocumentNode): boolean {
    return this.#areForEmbeds.has(document);
  }

  /** Whether it has to be read: nobody trusts this text, and it was not found good before. */
  isNew(text: string): boolean {
    return this.good(text) === undefined && !this.#trust.has(text);
  }

  noteGood(document: DocumentNode): void {
    this.#good.add(document);
  }

  /** The document of this text, where it was found good before. */
  good(text: string): DocumentNode | undefined {
    const document = this.parsed.get(text);
    return document && this.#good.has(document) ? document : undefined;
  }

  /** What is asked for, where its document was found good before and the operation is one of these. */
  known(
    params: GraphQLParams | null,
    operations: readonly `${OperationTypeNode}`[],
  ): KnownOperation | undefined {
    const document = typeof params?.query === 'string' ? this.good(params.query) : undefined;
    if (!document) return undefined;
    const operation = getOperationAST(document, params?.operationName)?.operation;
    return operation && operations.includes(operation) ? { document, operation } : undefined;
  }

  #note(text: string, document: DocumentNode): void {
    if (!this.#trust.has(text)) {
      this.#last.set(text, document);
      return;
    }
    this.#trusted.set(text, document);
    this.#areTrusted.add(document);
    if (this.#textsForEmbeds.has(text)) this.#areForEmbeds.add(document);
  }
}

interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: `${OperationTypeNode}`;
}

/** Executes a query, or a mutation, whose document was found good before. */
export type KnownOperations = (
  facts: Asked,
  document: DocumentNode,
  params: GraphQLParams,
) => ExecutionResult | Promise<ExecutionResult>;

export function createKnownOperations(contextOf: ContextOf, execute: Executor): KnownOperations {
  return (facts, document, { operationName, variables }) => {
    const run = (graphContext: GraphContext) =>
      execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: Object.assign(facts, graphContext),
      });
    const graphContext = contextOf(facts);
    return graphContext instanceof Promise ? graphContext.then(run) : run(graphContext);
  };
}
