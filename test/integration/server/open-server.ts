import { request as httpRequest } from 'node:http';
import type { Database } from '../../../db/client.ts';
import { socketOf } from '../../../db/file/startup-error.ts';
import { type Config, readConfig, type Settings } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { type Serving, serve } from '../../../server/serve.ts';
import { openRecord } from '../../kit/open-record.ts';
import { patience } from '../../kit/patience.ts';

/** A server on a free port, over an empty record of its own. */
export interface OpenServer extends AsyncDisposable {
  readonly serving: Serving;
  readonly config: Config;
  readonly db: Database;
  readonly socket: string;
  /** A POST from afar. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Response>;
  /** A POST over the unix socket, by the owner. */
  askAsOwner(query: string, variables?: object): Promise<unknown>;
}

export async function openServer(settings: Settings = {}): Promise<OpenServer> {
  const record = await openRecord();
  const config = readConfig(
    {
      DATABASE_URL: `file:${record.path}`,
      PORT: '0',
      LOG_LEVEL: 'silent',
      LIMITS: `requestMs=${patience.timeout}`,
      ...settings,
    },
    {},
  );
  const serving = await serve({
    config,
    db: record.db,
    log: createLog({ level: config.logLevel }),
  });
  const socket = socketOf(record.path);
  if (socket === null) throw new Error(`${record.path} is too long for a socket.`);
  return {
    serving,
    config,
    db: record.db,
    socket,
    ask: (query, variables = {}, headers = {}) => post(serving.url, { query, variables }, headers),
    askAsOwner: (query, variables = {}) => postToSocket(socket, { query, variables }),
    async [Symbol.asyncDispose]() {
      await serving.stop();
      await record[Symbol.asyncDispose]();
    },
  };
}

function post(url: string, body: object, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

function postToSocket(socketPath: string, body: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const request = httpRequest(
      { socketPath, path: '/graphql', method: 'POST', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(JSON.parse(text)));
      },
    );
    request.on('error', reject).end(JSON.stringify(body));
  });
}

export const recordActor = (name: string): string =>
  `mutation { recordActor(input: { name: ${JSON.stringify(name)}, kind: PERSON }) { __typename } }`;

/** The end of the feed, to subscribe from: what is recorded afterwards comes, however late the subscription begins. */
export async function feedCursor({ ask }: OpenServer): Promise<string> {
  const { data } = await (await ask('{ record { feedCursor } }')).json();
  return data.record.feedCursor;
}
