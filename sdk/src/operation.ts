import { nameOf, rootOf } from './answer.ts';
import type { CallOptions, Connection } from './connect.ts';
import { RefusedError } from './errors.ts';
import type { FeedOptions } from './feed-options.ts';
import type { Refusal } from './generated/refusals.ts';
import { everyNode, type Nodes, type Page } from './list.ts';
import { ask } from './request.ts';
import { follow, type Heard, type StreamedEvent } from './subscribe.ts';
import { told } from './told.ts';
import { uniqueName } from './unique-name.ts';

/** An operation, and the fragments that it spreads. */
type Document = readonly string[];

// Each operation is a function of a connection and its variables. `Via` is what comes first: the connection, or, for
// a client's method, nothing.
export type ViaConnection = [connection: Connection];

/** The variables of a call, and its options; left out where all of them may be. */
export type Given<Variables, Options> =
  Record<never, never> extends Variables
    ? [variables?: Variables & Options]
    : [variables: Variables & Options];

/**
 * A question with one answer.
 * @example const claim = await record.claim({ by: { slug: 'call-happened' } });
 */
export type Read<Via extends readonly unknown[], Variables, Answer> = (
  ...call: [...via: Via, ...given: Given<Variables, CallOptions>]
) => Promise<Answer>;

/**
 * A list, page by page or whole. Of a thing that is not on record a page is null, and there is nothing in all of it.
 * @example const page = await record.claim.stances({ by: { slug: 'call-happened' }, first: 10 });
 */
export interface List<
  Via extends readonly unknown[],
  Variables,
  OfPage extends Page<unknown> | null,
> {
  /** One page: 20 nodes from the start, or what `first`, `after`, `last` and `before` say. */
  (...call: [...via: Via, ...given: Given<Variables, CallOptions>]): Promise<OfPage>;
  /** The same, by name. */
  page(...call: [...via: Via, ...given: Given<Variables, CallOptions>]): Promise<OfPage>;
  /**
   * Every node from `after` to the end, read page by page as the loop gets there; `first` is the size of a page.
   * @example for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) show(stance);
   */
  all(
    ...call: [...via: Via, ...given: Given<Omit<Variables, 'last' | 'before'>, CallOptions>]
  ): Nodes<NonNullable<OfPage>['nodes'][number]>;
}

/**
 * What a change answered: the payload, or why it was refused.
 * @example
 * const answer = await record.withdrawStance.safe({ stance: { id }, reason: 'It was said of another call.' });
 * show(answer.ok ? answer.stance.withdrawnAt : answer.refusal.message);
 */
export type Outcome<Payload, Refused> =
  | ({ readonly ok: true } & Payload)
  | { readonly ok: false; readonly refusal: Refused };

/**
 * A change of the record. Without an `idempotencyKey` of yours it is sent with one of its own, so that a lost answer
 * can be asked for again.
 * @example const { claim, created } = await record.recordClaim(input);
 */
export interface Mutation<Via extends readonly unknown[], Input, Payload, Refused extends Refusal> {
  /** @throws RefusedError where the record refuses the change. */
  (...call: [...via: Via, input: Input, options?: CallOptions]): Promise<Payload>;
  /**
   * The same, with a refusal as a value.
   * @example
   * const answer = await record.recordStance.safe(input);
   * if (!answer.ok && answer.refusal.code === 'QUOTE_AMBIGUOUS') choose(answer.refusal.places);
   */
  safe(
    ...call: [...via: Via, input: Input, options?: CallOptions]
  ): Promise<Outcome<Payload, Refused>>;
}

/**
 * Events as they happen, from `after` on. It outlives restarts of the server and broken lines; an event counts as
 * heard when the loop's body is done with it. It ends when `signal` falls.
 * @throws FeedError where going on is in vain.
 * @example for await (const { claim, cursor } of record.claimAdded({ after: saved, signal })) show(claim, cursor);
 */
export type Feed<Via extends readonly unknown[], Variables, Event extends StreamedEvent> = (
  ...call: [...via: Via, options?: Omit<Variables, 'after' | 'checkpoints'> & FeedOptions]
) => AsyncGenerator<Heard<Event>, void, undefined>;

/**
 * A feed that can be read page by page, too, by those who poll.
 * @example const { nodes, pageInfo } = await record.recordEvents.page({ after: saved });
 */
export interface Log<
  Via extends readonly unknown[],
  Variables,
  Event extends StreamedEvent,
  PageVariables,
  OfPage extends Page<unknown>,
> extends Feed<Via, Variables, Event>,
    Pick<List<Via, PageVariables, OfPage>, 'page' | 'all'> {}

/** Makes the function of a question. */
export function read<Variables, Value>(document: Document): Read<ViaConnection, Variables, Value> {
  return (connection, ...[given]) => answerTo(document, connection, given);
}

/** Makes the function of a list. */
export function list<Variables, OfPage extends Page<unknown>>(
  document: Document,
): List<ViaConnection, Variables, OfPage> {
  return listBy((...call) => answerTo<OfPage>(document, ...call));
}

/** Makes the function of the list of one thing: the document asks for the thing, and of it for the list alone. */
export function nestedList<Variables, OfPage extends Page<unknown> | null>(
  document: Document,
): List<ViaConnection, Variables, OfPage | null> {
  return listBy(async (...call) => {
    const thing = await answerTo<Readonly<Record<string, OfPage>> | null>(document, ...call);
    return thing && rootOf(thing);
  });
}

/** Makes the function of a change. With a key the server carries it out once, however often it is sent. */
export function mutation<Input extends object, Payload extends object, Refused extends Refusal>(
  document: Document,
  { isKeyed } = { isKeyed: true },
): Mutation<ViaConnection, Input, Payload, Refused> {
  const change = async (connection: Connection, input: Input, options: CallOptions = {}) => {
    const question = {
      text: document.join(''),
      variables: { input: isKeyed ? keyed(input) : input },
      isOurs: true,
      isRepeatable: isKeyed,
    };
    const { data, requestId } = await ask<Readonly<Record<string, Payload | Refused>>>(
      connection,
      question,
      options,
    );
    return { question, outcome: rootOf(data), requestId };
  };
  const orThrow = async (...call: Parameters<typeof change>): Promise<Payload> => {
    const { question, outcome, requestId } = await change(...call);
    if (isRefusal<Payload, Refused>(outcome))
      throw new RefusedError(nameOf(question), outcome, {
        requestId,
        message: told(outcome.message, question),
      });
    return outcome;
  };
  const safe = async (...call: Parameters<typeof change>): Promise<Outcome<Payload, Refused>> => {
    const { outcome } = await change(...call);
    return isRefusal<Payload, Refused>(outcome)
      ? { ok: false, refusal: outcome }
      : { ok: true, ...outcome };
  };
  return Object.assign(orThrow, { safe });
}

/** Makes the function of a feed. */
export function feed<Variables, Event extends StreamedEvent>(
  document: Document,
): Feed<ViaConnection, Variables, Event> {
  return (connection, options) => {
    const { after: _, signal, persist, onState, ...variables }: FeedOptions = options ?? {};
    const question = { text: document.join(''), variables, isOurs: true };
    return follow(connection, question, options ?? {});
  };
}

/** Makes the function of a feed that can be read page by page. */
export function log<
  Variables,
  Event extends StreamedEvent,
  PageVariables,
  OfPage extends Page<unknown>,
>(
  document: Document,
  pages: Document,
): Log<ViaConnection, Variables, Event, PageVariables, OfPage> {
  const { page, all } = list<PageVariables, OfPage>(pages);
  return Object.assign(feed<Variables, Event>(document), { page, all });
}

function listBy<Variables, OfPage extends Page<unknown> | null>(
  answer: (connection: Connection, given?: CallOptions) => Promise<OfPage>,
): List<ViaConnection, Variables, OfPage> {
  type OfList = List<ViaConnection, Variables, OfPage>;
  const page =
    (): OfList['page'] =>
    (connection, ...[given]) =>
      answer(connection, given);
  const all: OfList['all'] = (connection, ...[given]) =>
    everyNode((variables) => answer(connection, variables), given ?? {});
  return Object.assign(page(), { page: page(), all });
}

async function answerTo<Value>(
  document: Document,
  connection: Connection,
  { signal, timeoutMs, retries, ...variables }: CallOptions = {},
): Promise<Value> {
  const question = { text: document.join(''), variables, isOurs: true, isRepeatable: true };
  const options = { signal, timeoutMs, retries };
  return rootOf((await ask<Readonly<Record<string, Value>>>(connection, question, options)).data);
}

const keyed = <Input extends { idempotencyKey?: string | null | undefined }>(input: Input) => ({
  ...input,
  idempotencyKey: input.idempotencyKey ?? uniqueName(),
});

/** A refusal has a code; no payload has. */
function isRefusal<Payload extends object, Refused extends Refusal>(
  outcome: Payload | Refused,
): outcome is Refused {
  return 'code' in outcome;
}
