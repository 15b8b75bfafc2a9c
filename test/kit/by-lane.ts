import type { OpenHandler } from '../integration/http/open-handler.ts';
import { openEntrance } from './open-entrance.ts';

/** A handler that is asked over a socket, each time for a document that it knows: what the lane takes, it takes. */
export async function byLane<Opened extends OpenHandler>(opened: Opened): Promise<Opened> {
  const { handler } = opened;
  const entrance = await openEntrance({
    handler,
    addressOf: ({ headers }) => String(headers['x-from'] ?? '127.0.0.1'),
  });
  return {
    ...opened,
    async ask(body, headers = {}, { address, isOwner } = {}) {
      if (isOwner) return opened.ask(body, headers, { isOwner });
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      makeKnown(opened, text);
      return fetch(entrance.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(address !== undefined && { 'x-from': address }),
          ...headers,
        },
        body: text,
      });
    },
    async get(path, headers = {}) {
      return fetch(new URL(path, entrance.url), { headers, redirect: 'manual' });
    },
    async [Symbol.asyncDispose]() {
      await entrance[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
    },
  };
}

/** Has the document looked at by the owner, who pays nothing for it. */
function makeKnown({ handler }: OpenHandler, body: string): void {
  try {
    const { query } = JSON.parse(body);
    const { parse, schema, validate } = handler.getEnveloped({ isOwner: true });
    validate(schema, parse(query));
  } catch {
    // Whoever asks is told of it.
  }
}
