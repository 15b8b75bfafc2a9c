import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** What a stand-in for an OpenAI-compatible server answers to one request. */
export type Reply =
  | {
      readonly says: string;
      readonly finish?: string;
      readonly refusal?: string;
      readonly usage?: object;
    }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly breaks: 'at once' | 'in the midst' | 'never'; readonly sends?: string }
  /** Nothing, or a space now and then. */
  | { readonly waits: 'in silence' | 'with spaces' };

const asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
});

export interface ModelAsked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: z.output<typeof asked>;
  /** The last message, which holds the passage. */
  readonly passage: string;
}

export interface ModelServer {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly asked: readonly ModelAsked[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A server of the protocol `/v1/chat/completions` on this machine, which gives one reply after the other, and the last one again. */
export async function openModelServer(
  replies: readonly Reply[] | ((request: ModelAsked) => Reply),
): Promise<ModelServer> {
  const all: ModelAsked[] = [];
  let [underWay, mostAtOnce] = [0, 0];
  const server = createServer(async (request, response) => {
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    const one = await askedBy(request);
    all.push(one);
    const reply = typeof replies === 'function' ? replies(one) : replies[all.length - 1];
    answer(response, one, reply ?? (replies as readonly Reply[]).at(-1) ?? { status: 500 });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Object(server.address());
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked: all,
    get mostAtOnce() {
      return mostAtOnce;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function askedBy(request: IncomingMessage): Promise<ModelAsked> {
  const body = asked.parse(JSON.parse(await text(request)));
  const { method, url: path, headers } = request;
  const passage = body.messages.at(-1)?.content ?? '';
  return { method, path, authorization: headers.authorization, body, passage };
}

function answer(response: ServerResponse, { body }: ModelAsked, reply: Reply): void {
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body ?? JSON.stringify({ error: { message: `It is ${reply.status}.` } }));
  } else if ('breaks' in reply) breakOff(response, reply);
  else if ('waits' in reply) wait(response, reply.waits);
  else response.end(JSON.stringify(completion(body.model, reply)));
}

function breakOff(
  response: ServerResponse,
  { breaks, sends = ' ' }: Extract<Reply, { breaks: string }>,
): void {
  if (breaks === 'at once') {
    response.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if (breaks === 'in the midst') response.write(sends, () => response.destroy());
  else {
    const goOn = (): void => {
      while (!response.destroyed && response.write(sends));
      if (!response.destroyed) response.once('drain', goOn);
    };
    goOn();
  }
}

function wait(response: ServerResponse, how: 'in silence' | 'with spaces'): void {
  if (how === 'in silence') return;
  const drip = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(drip));
}

function completion(model: string, reply: Extract<Reply, { says: string }>): object {
  const {
    says,
    finish = 'stop',
    refusal,
    usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1_000 },
  } = reply;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: says, ...(refusal && { refusal }) },
        finish_reason: finish,
      },
    ],
    usage,
  };
}
