import { request as httpRequest, type IncomingMessage } from 'node:http';
import { arrayBuffer } from 'node:stream/consumers';

/** A `fetch` whose requests go to the server that listens on a unix socket, whatever host their address names. */
export function socketFetch(socketPath: string): typeof fetch {
  return async (input, init) => {
    const asked = new Request(input, init);
    const { pathname, search } = new URL(asked.url);
    const options = {
      socketPath,
      path: `${pathname}${search}`,
      method: asked.method,
      headers: Object.fromEntries(asked.headers),
      // Not that of the request, which may be forgotten while the answer is waited for.
      ...(init?.signal && { signal: init.signal }),
    };
    const body = Buffer.from(await asked.arrayBuffer());
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(options, resolve).on('error', reject).end(body);
    });
    const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return new Response(await arrayBuffer(answer), { status: answer.statusCode ?? 500, headers });
  };
}
