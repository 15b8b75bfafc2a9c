import { once } from 'node:events';
import { parse } from 'graphql';
import WebSocket from 'ws';
import { recordCounts } from '../../db/queries/record.ts';
import { createExecutor } from '../../schema/reading/execute.ts';
import { schema } from '../../schema/schema.ts';
import { owner } from '../../server/viewer.ts';
import type { Plugins } from '../../server/yoga.ts';
import { codeOf, openHandler } from '../integration/http/open-handler.ts';
import { openServer } from '../integration/server/open-server.ts';
import { openRecord } from '../kit/open-record.ts';
import { type Attack, attack } from './attack.ts';
import { type Asked, openBareHandler } from './bare-handler.ts';

const mutation = 'mutation { recordActor(input: { name: "Eve", kind: PERSON }) { __typename } }';
const foreign = 'https://elsewhere.example';

export const requestAttacks: readonly Attack[] = [
  attack('a body that is not JSON', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const response = await server.ask('{"query": "{ viewer }", "password": "hunter2"');
      const isEchoed = (await response.clone().text()).includes('password');
      return response.status === 400 && !isEchoed && (await codeOf(response)) === 'BAD_USER_INPUT';
    },
  }),
  attack('a body that is not UTF-8', {
    open: () => openHandler(),
    openUnprotected: openWithoutParser,
    isWithstood: async ({ handler }) => {
      const body = Buffer.from('{"query":"{ actor(by: { slug: \\"x\xff\\" }) { id } }"}', 'latin1');
      const headers = { 'content-type': 'application/json' };
      const posted = { method: 'POST', headers, body };
      return (await handler.fetch('http://localhost/graphql', posted)).status === 400;
    },
  }),
  attack('a body of 300 kB by a stranger', {
    open: () => openHandler(),
    openUnprotected: openWithoutParser,
    isWithstood: async (server) => {
      const body = JSON.stringify({ query: '{ __typename }' }).padEnd(300_000);
      return (await server.ask(body)).status === 413;
    },
  }),
  attack('a body without an end', {
    open: () => openHandler(),
    openUnprotected: openWithoutParser,
    isWithstood: async ({ handler }) => {
      let sent = 0;
      const body = new ReadableStream({
        pull(stream) {
          sent += 1 << 16;
          stream.enqueue(new Uint8Array(1 << 16).fill(0x20));
          if (sent >= 1 << 25) stream.close();
        },
      });
      const headers = { 'content-type': 'application/json' };
      const posted = { method: 'POST', headers, body, duplex: 'half' };
      const response = await handler.fetch(new Request('http://localhost/graphql', posted));
      return response.status === 413 && sent < 1 << 20;
    },
  }),
  attack('a mutation in a form', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const type = 'application/x-www-form-urlencoded';
      await server.ask(`query=${encodeURIComponent(mutation)}`, { 'content-type': type });
      return isUnchanged(server);
    },
  }),
  attack('a mutation in a multipart form', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const parts = [
        '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n',
        JSON.stringify({ query: mutation }),
        '\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n',
      ];
      await server.ask(parts.join(''), { 'content-type': 'multipart/form-data; boundary=x' });
      return isUnchanged(server);
    },
  }),
  attack('a mutation in a GET', {
    open: () => openHandler(),
    openUnprotected: openCarelessHandler,
    isWithstood: async (server) => {
      await server.get(`/graphql?query=${encodeURIComponent(mutation)}`);
      return isUnchanged(server);
    },
  }),
  attack('a query by an image of another page', {
    open: () => openHandler({ production: true }),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const response = await server.get('/graphql?query={__typename}', { accept: '*/*' });
      return response.status === 406;
    },
  }),
  attack('a page of another origin', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const response = await server.ask({ query: '{ __typename }' }, { origin: foreign });
      return response.headers.get('access-control-allow-origin') === null;
    },
  }),
  attack('a socket of a page of another origin', {
    open: () => openServer(),
    openUnprotected: () => openServer({ CORS_ORIGINS: '*' }),
    isWithstood: async ({ serving }) => {
      const url = serving.url.replace('http', 'ws');
      const socket = new WebSocket(url, 'graphql-transport-ws', { origin: foreign });
      const opened = await Promise.race([
        once(socket, 'open').then(() => true),
        once(socket, 'unexpected-response').then(() => false),
      ]);
      socket.on('error', () => {});
      socket.terminate();
      return !opened;
    },
  }),
  attack('a page that frames the answer, or guesses what it is', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const { headers } = await server.ask({ query: '{ __typename }' });
      return headers.get('x-frame-options') === 'DENY' && headers.has('x-content-type-options');
    },
  }),
];

async function isUnchanged({ db }: Pick<Asked, 'db'>): Promise<boolean> {
  const [counts] = await db.reader.read(recordCounts);
  return counts?.actors === 0;
}

/** Requests are parsed as Yoga parses them. */
function openWithoutParser() {
  return openHandler({}, ({ jsonRequests: _, ...plugins }) => plugins);
}

/** Whatever comes, by whatever method, is carried out in the name of the owner. */
async function openCarelessHandler() {
  const record = await openRecord();
  const execute = createExecutor(schema);
  const contextValue = { db: record.db, reader: record.db.reader, viewer: owner };
  const knownDocuments: Plugins['knownDocuments'] = {
    onParams: ({ params, setParamsHandler }) =>
      setParamsHandler(() =>
        execute({ schema, document: parse(params.query ?? ''), contextValue }),
      ),
  };
  const server = await openHandler({ db: record.db }, (plugins) => ({
    ...plugins,
    knownDocuments,
  }));
  return {
    ...server,
    db: record.db,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}
