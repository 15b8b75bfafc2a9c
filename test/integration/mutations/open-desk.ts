import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { lastSeq } from '../../../db/queries/event.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import type { HandlerOptions } from '../../../server/yoga.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { openHandler } from '../http/open-handler.ts';

/** What the graph answers. */
export interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** A record, and a desk of editors who ask the graph. */
export interface Desk extends AsyncDisposable {
  readonly db: Database;
  readonly path: string;
  /** Asks with a token of that role; as a stranger without one. */
  ask(query: string, variables?: object, role?: Role): Promise<Told>;
  /** Asks with an Authorization header of your own. */
  askWith(authorization: string, query: string, variables?: object): Promise<Told>;
  /** Sends one mutation, as an ADMIN unless said otherwise, and tells what its field answers. */
  mutate(
    name: string,
    input: object,
    selection?: string,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Subscribes, and hands out each event's answer as it arrives over SSE, until it is returned. */
  follow(query: string, variables?: object, role?: Role): AsyncGenerator<Told, void, undefined>;
  /** The number of the last event. */
  head(): Promise<number>;
}

/** Opens a desk over a record that `fill` fills: the harbour's, unless said otherwise. */
export async function openDesk(
  fill?: (db: Database) => Promise<void>,
  options: Partial<HandlerOptions> = {},
): Promise<Desk> {
  const filled = fill === undefined ? { filled: recordHarbour } : {};
  const handler = await openHandler({ ...filled, ...options });
  const { db } = handler;
  await fill?.(db);
  const tokens = new Map<Role, string>();

  const bearerOf = async (role: Role): Promise<string> => {
    const known = tokens.get(role);
    if (known !== undefined) return known;
    const { token, hash } = newToken();
    await write(db, createToken, { name: `the ${role} desk`, role, hash });
    tokens.set(role, `Bearer ${token}`);
    return `Bearer ${token}`;
  };
  const desk: Desk = {
    db,
    path: handler.path,
    async ask(query, variables = {}, role) {
      const headers = role === undefined ? {} : { authorization: await bearerOf(role) };
      const response = await handler.ask({ query, variables }, headers);
      return response.json();
    },
    async askWith(authorization, query, variables = {}) {
      const response = await handler.ask({ query, variables }, { authorization });
      return response.json();
    },
    async mutate(name, input, selection = '') {
      const { data, errors } = await desk.ask(mutationOf(name, selection), { input }, 'ADMIN');
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return recordOf(data?.[name]);
    },
    async *follow(query, variables = {}, role) {
      const headers = role === undefined ? {} : { authorization: await bearerOf(role) };
      const sse = { ...headers, accept: 'text/event-stream' };
      const response = await handler.ask({ query, variables }, sse);
      yield* answersIn(response);
    },
    async head() {
      const [last] = await db.reader.read(lastSeq);
      return last?.seq ?? 0;
    },
    [Symbol.asyncDispose]: () => handler[Symbol.asyncDispose](),
  };
  return desk;
}

/** The document of one mutation; a refusal tells all that refusals have in common. */
export function mutationOf(name: string, selection = ''): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `mutation($input: ${type}Input!) {
    ${name}(input: $input) {
      __typename
      ... on ${type}Payload { created cursor ${selection} }
      ... on UserError {
        code message path
        ... on QuoteNotInArticle { quote nearest { start end text } }
        ... on QuoteAmbiguous { quote places { start end text } }
        ... on NotOnRecord { noun reference }
        ... on AttributionBroken { attribution }
        ... on TextInvalid { reason }
        ... on Conflict { noun reference keys }
        ... on AlreadyWithdrawn { noun reference }
      }
    }
  }`;
}

/** The answers in a stream of server-sent events; leaving them cancels the stream. */
async function* answersIn({ body }: Response): AsyncGenerator<Told, void, undefined> {
  if (body === null) throw new Error('A stream has a body.');
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const line = lines.find((one) => one.startsWith('data: '));
      if (lines.includes('event: next') && line !== undefined) yield JSON.parse(line.slice(6));
    }
  }
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') throw new Error('A mutation answers an object.');
  return { ...value };
}
