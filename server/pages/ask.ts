import { type DocumentNode, type ExecutionResult, GraphQLError, parse } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { schema } from '../../schema/schema.ts';
import { Written } from '../../schema/writing/written.ts';
import type { Keeper, ReadyAnswer } from '../kept/keeper.ts';
import type { KnownDocuments, KnownOperations } from '../known-documents.ts';
import type { Admission } from '../limits/admission.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { PageDocument } from './page-document.ts';

export interface PageAskOptions {
  readonly admission: Admission;
  /** Executes what was admitted; its data may come as `Written`. */
  readonly askWritten: KnownOperations;
  readonly documents: KnownDocuments;
  /** Keeps answers; null where none are kept. */
  readonly keeper: Keeper | null;
}

/** What a page is made of. */
interface PageAnswer<Data> {
  data(): Data;
  /** The same for as long as the answer is kept; null where it is not to be. */
  readonly kept: ReadyAnswer | null;
}

interface Question<Data, Variables> {
  readonly document: PageDocument<Data, Variables>;
  readonly variables: Variables & Readonly<Record<string, unknown>>;
  /** Whether its answer may be kept. */
  readonly isKept: boolean;
}

/**
 * Asks the graph what a stranger may know, in this process: for the same points as over HTTP, and where answers are kept,
 * from there. Many who ask the same at once wait for one answer.
 */
export type PageAsk = <Data, Variables>(
  question: Question<Data, Variables>,
  asker: Pick<RequestFacts, 'address' | 'points' | 'requestId' | 'startedAt'>,
) => Promise<PageAnswer<Data> | GraphQLError>;

/** The answer as JSON, or why there is none. */
type Found = { readonly json: () => string; readonly kept: ReadyAnswer | null } | GraphQLError;

export function createPageAsk(options: PageAskOptions): PageAsk {
  const { admission, askWritten, documents, keeper } = options;
  const running = new Map<string, Promise<Found>>();

  const documentOf = ({ text }: { readonly text: string }) => {
    const known = documents.good(text);
    if (known !== undefined) return known;
    // Its generator has validated it.
    const document = parse(text);
    documents.parsed.set(text, document);
    documents.noteGood(document);
    return document;
  };

  const admit = (facts: RequestFacts, params: Params) => {
    const { document, operationName, variables: variableValues } = params;
    return admission.judge({
      schema,
      document,
      operationName,
      variableValues,
      contextValue: facts,
    });
  };

  const find = async (facts: RequestFacts, params: Params, keeping: Keeping): Promise<Found> => {
    const { document, operationName, variables } = params;
    if (keeping !== undefined) facts.keeping = keeping;
    const asked: GraphQLParams = { operationName, variables };
    const result = await askWritten(facts, document, asked);
    const [error] = result.errors ?? [];
    if (error) return error;
    const { bill } = facts;
    if (!keeper || !keeping || !bill) return { json: () => jsonOf(result), kept: null };
    return ready(keeper.keep(keeping, result.data, bill));
  };

  return async (
    { document: page, isKept, variables },
    { address, requestId, startedAt, points },
  ) => {
    const facts: RequestFacts = {
      requestId,
      startedAt,
      isOwner: false,
      viewer: null,
      ...(address !== undefined && { address }),
      ...(points !== undefined && { points }),
    };
    const params: Params = { document: documentOf(page), operationName: page.name, variables };
    const asked = `PAGE ${page.name} ${JSON.stringify(variables)}`;
    const inTheseLetters = isKept ? keeper?.ready(asked, null) : undefined;
    const known = isKept && !inTheseLetters ? keeper?.question(params, asked, null) : null;
    const kept = inTheseLetters ?? known?.ready;
    // What began before a change is no answer to who asks after it.
    const name = keeper ? `${keeper.version} ${asked}` : null;
    const shared = kept ? Promise.resolve(ready(kept)) : name && running.get(name);
    if (shared) {
      const bill = admit(facts, params);
      if (bill instanceof GraphQLError) return bill;
      const found = await shared;
      if (!(found instanceof GraphQLError)) bill.tellAgain(found.kept?.forTexts ?? 0);
      return answerOf(found);
    }
    const finding = find(facts, params, known?.keeping);
    if (name === null) return answerOf(await finding);
    running.set(name, finding);
    return answerOf(await finding.finally(() => running.delete(name)));
  };
}

type Keeping = NonNullable<ReturnType<Keeper['question']>>['keeping'];

interface Params {
  readonly document: DocumentNode;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const ready = (kept: ReadyAnswer): Found => ({
  // Without what it cost, which stands after the data.
  json: () => `${Buffer.concat(kept.pieces).toString()}}`,
  kept,
});

function answerOf<Data>(found: Found): PageAnswer<Data> | GraphQLError {
  if (found instanceof GraphQLError) return found;
  // What it holds goes by its document, whose types were generated with it.
  return { data: (): Data => JSON.parse(found.json()).data, kept: found.kept };
}

function jsonOf({ data }: ExecutionResult): string {
  return `{"data":${data instanceof Written ? data.text : JSON.stringify(data)}}`;
}
