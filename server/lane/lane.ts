import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { type MaybePromise, whenRead } from '../../schema/reading/edge.ts';
import { schema } from '../../schema/schema.ts';
import { assertAcceptedByName, paramsInText, paramsInUrl, textOfBody } from '../json-request.ts';
import type { Keeper, ReadyAnswer } from '../kept/keeper.ts';
import type { KnownDocuments, KnownOperations } from '../known-documents.ts';
import type { Admission } from '../limits/admission.ts';
import type { BodyAllowance } from '../limits/body-allowance.ts';
import type { Hearing } from '../limits/hearing.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { type CountedFacts, noteAnswer } from '../metrics/note-answer.ts';
import type { PublicAnswerOptions } from '../public-answer.ts';
import type { HandedOn } from '../request-facts.ts';
import { logAnswer, nameRequest } from '../request-line.ts';
import { expectReading } from '../sockets/guarded-server.ts';
import type { TrustedDocuments } from '../trusted/trusted-documents.ts';
import { bodyOf } from './body.ts';
import { isForLane, isPlain } from './for-lane.ts';
import { mediaTypeFor } from './media-type.ts';
import { headersFor, type Told, toldBy, toldOf } from './told.ts';

export interface LaneOptions extends PublicAnswerOptions {
  readonly admission: Admission;
  readonly allowance: Pick<BodyAllowance, 'anybody'>;
  readonly ask: KnownOperations;
  readonly documents: KnownDocuments;
  readonly hear: Hearing;
  readonly isDraining: () => boolean;
  /** Keeps answers; null where none are kept. */
  readonly keeper: Keeper | null;
  readonly log: Log;
  readonly metrics: Metrics | undefined;
  /** Told of each use of a token that is in force. */
  readonly noteToken: ((token: number) => void) | undefined;
  readonly production: boolean;
  readonly trusted: Pick<TrustedDocuments, 'named'>;
}

/** A question as it came, with its method, which is looked at when it has to be. */
interface Heard {
  readonly asked: string;
  readonly params: () => GraphQLParams;
  /** What may be asked so. */
  readonly operations: readonly ('query' | 'mutation')[];
}

/** Answers requests for queries and mutations that are known, as Yoga would, and costs a part of what Yoga does. */
export interface Lane {
  /** False for a request that is for Yoga: `facts` hold what was done for it already. */
  answer(request: IncomingMessage, response: ServerResponse, facts: CountedFacts): Promise<boolean>;
}

const byPost = ['query', 'mutation'] as const;
const byGet = ['query'] as const;

export function createLane(options: LaneOptions): Lane {
  const { log, metrics, trusted } = options;

  /** What is asked, for which whoever asks has paid, by its body or by its address. */
  const heard = (
    { headers, url = '' }: IncomingMessage,
    facts: CountedFacts,
    body: Buffer | null,
  ): Heard => {
    if (body !== null) {
      const asked = textOfBody(body, facts, options.admission);
      const params = () => trusted.named(paramsInText(asked));
      return { asked: `POST ${asked}`, params, operations: byPost };
    }
    if (options.production) assertAcceptedByName(headers.accept);
    return {
      asked: `GET ${url}`,
      params: () => trusted.named(paramsInUrl(url)),
      operations: byGet,
    };
  };

  /** The answer; null where it is for Yoga to find one, or to tell what went wrong. */
  const answerTo = async (request: IncomingMessage, facts: CountedFacts): Promise<Told | null> => {
    try {
      const known = options.hear(facts, request.headers.authorization);
      if (known !== null) await known;
      const body = request.method === 'POST' ? await bodyOf(request) : null;
      const { asked, operations, params } = heard(request, facts, body);
      // The owner's questions are few, and of all kinds.
      const keeper = facts.isOwner ? null : options.keeper;
      const ready = keeper?.ready(asked, facts.viewer ?? null);
      if (keeper && ready) return tellReady(options, { facts, keeper, params, ready });
      const asking = { asked, facts, keeper, operations, params: params() };
      const answer = answerParams(options, asking);
      return answer instanceof Promise ? await answer : answer;
    } catch (error) {
      facts.handedOn = {
        params() {
          throw error;
        },
      };
      return null;
    }
  };

  return {
    async answer(request, response, facts) {
      const { headers, method = '', socket, url = '' } = request;
      const mediaType = mediaTypeFor(headers.accept);
      if (mediaType === null || !isForLane(request, options) || options.isDraining()) return false;
      nameRequest(facts, headers['x-request-id']);
      const told = await answerTo(request, facts);
      if (told === null) return false;
      const keeping = headersFor(request, facts, { options, told });
      const status = keeping.isKnown ? 304 : 200;
      if (metrics) noteAnswer(metrics, facts, status);
      logAnswer(log, facts, { method, url, status });
      if (response.destroyed) return true;
      const body = keeping.isKnown ? null : told.bytes();
      response.writeHead(status, [
        ...(body === null
          ? []
          : ['content-type', `${mediaType}; charset=utf-8`, 'content-length', String(body.length)]),
        'x-request-id',
        facts.requestId,
        ...keeping.headers,
      ]);
      response.end(body);
      if (socket.writableLength > 0) expectReading(request);
      return true;
    },
  };
}

interface Asking {
  readonly facts: CountedFacts;
  readonly keeper: Keeper | null;
}

/** An answer that has to be found, or is kept under another form of the question. */
function answerParams(
  options: LaneOptions,
  {
    asked,
    facts,
    keeper,
    operations,
    params,
  }: Asking & Pick<Heard, 'asked' | 'operations'> & { params: GraphQLParams },
): MaybePromise<Told | null> {
  const handedOn: HandedOn = { params: () => params };
  facts.handedOn = handedOn;
  const known = isPlain(params) ? options.documents.known(params, operations) : undefined;
  if (known === undefined) return null;
  const { document, operation } = known;
  if (operation === 'mutation') facts.operation = operation;
  facts.params = params;
  const { operationName, variables } = params;
  const asker = facts.viewer ?? null;
  const { keeping, ready } =
    keeper?.question({ document, operationName, variables }, asked, asker) ?? {};
  if (keeper && ready) return tellReady(options, { facts, keeper, params: () => params, ready });
  if (keeping) facts.keeping = keeping;
  return whenRead(options.ask(facts, document, params), (result) => {
    handedOn.result = result;
    if (result.errors) return null;
    const { bill } = facts;
    if (!keeper || !keeping || !bill) return toldOf(result);
    const answer = keeper.keep(keeping, result.data, bill);
    return toldBy(keeper, answer, { asker, extensions: bill.extensions });
  });
}

/** An answer that is ready, paid for as one that has to be found. */
function tellReady(
  { admission, noteToken }: LaneOptions,
  {
    facts,
    keeper,
    params,
    ready,
  }: Asking & { keeper: Keeper; params: () => GraphQLParams; ready: ReadyAnswer },
): Told | null {
  const { document, operationName, variables: variableValues } = ready.question;
  const asker = facts.viewer ?? null;
  facts.params = { operationName: operationName ?? null };
  if (asker?.token) noteToken?.(asker.token);
  const args = { schema, document, operationName, variableValues, contextValue: facts };
  const judged = admission.judge(args);
  if (judged instanceof GraphQLError) {
    facts.handedOn = { params, result: { errors: [judged] } };
    return null;
  }
  return toldBy(keeper, ready, { asker, extensions: judged.tellAgain(ready.forTexts) });
}
