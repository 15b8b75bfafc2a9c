import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the fixture received it. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Handler = (received: Received, response: ServerResponse) => void;

/** A server of one handler, which may be changed, stopped and started again on its port. */
export interface FixtureServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  handle(handler: Handler): void;
  /** Cuts every connection at once, as kill -9 does. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export async function startFixture(handler: Handler = () => {}): Promise<FixtureServer> {
  const received: Received[] = [];
  let current = handler;
  const open = (port: number) =>
    listening(port, async (request, response) => {
      const body: { query: string; variables: Record<string, unknown> } = JSON.parse(
        (await textOf(request)) || '{}',
      );
      const { headers, method, url = '' } = request;
      const one = { method, url, headers, query: body.query, variables: body.variables };
      received.push(one);
      current(one, response);
    });
  let server = await open(0);
  const { port } = server.address() as AddressInfo;
  const kill = () => closed(server);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    handle(next) {
      current = next;
    },
    kill,
    async restart() {
      server = await open(port);
    },
    [Symbol.asyncDispose]: kill,
  };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): void {
  response.writeHead(status, { 'content-type': 'application/graphql-response+json', ...headers });
  response.end(JSON.stringify(body));
}

/** Opens a stream of events and returns the function that sends one. */
export function stream(response: ServerResponse): (data: unknown, type?: string) => void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(':\n\n');
  return (data, type = 'next') =>
    void response.write(`event: ${type}\ndata: ${data === null ? '' : JSON.stringify(data)}\n\n`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

function listening(
  port: number,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
