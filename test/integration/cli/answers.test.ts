import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { socketFetch } from '../../../server/cli/socket-fetch.ts';
import { openPlaceInProcess } from './in-process.ts';

interface Answering extends AsyncDisposable {
  readonly url: string;
  /** The tokens that were shown. */
  readonly shown: readonly (string | undefined)[];
}

/** Stands where a server is expected. */
async function answering(
  respond: (response: ServerResponse, request: IncomingMessage) => void,
  at: number | string = 0,
): Promise<Answering> {
  const shown: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization);
    request.resume().on('end', () => respond(response, request));
  });
  await once(
    typeof at === 'string' ? server.listen(at) : server.listen(at, '127.0.0.1'),
    'listening',
  );
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    shown,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const failing = (code: string) =>
  JSON.stringify({ errors: [{ message: 'So not.', extensions: { code } }] });

test.each<[what: string, answer: string, code: number, told: string]>([
  ['a page', '<h1>Bad gateway</h1>', 3, ' cannot be reached: it answers 200, and no GraphQL\n'],
  ['other JSON', '{"ok":true}', 3, ' cannot be reached: it answers 200, and no GraphQL\n'],
  ['FORBIDDEN', failing('FORBIDDEN'), 1, ' answered: So not. Give an ADMIN token with --token.\n'],
  ['STORAGE_FULL', failing('STORAGE_FULL'), 3, ' answered: So not.\n'],
  ['INTERNAL', failing('INTERNAL'), 1, ' answered: So not.\n'],
  [
    'no sense in what was asked',
    failing('GRAPHQL_VALIDATION_FAILED'),
    1,
    ' answered: So not. The server is of another version than this SDK.\n',
  ],
])('a server that answers with %s ends a command', async (...[, answer, code, told]) => {
  await using place = await openPlaceInProcess();
  await using server = await answering((response) => response.end(answer));

  const ran = await place.run('status', '--url', server.url);

  expect(ran).toEqual({ code, out: '', err: `${server.url}${told}` });
});

test('a line that breaks in the middle of an answer ends a command with 3', async () => {
  await using place = await openPlaceInProcess();
  await using server = await answering((response) => {
    response
      .writeHead(200, { 'content-length': '100' })
      .write('{"data":', () => response.destroy());
  });

  const { code, err } = await place.run('status', '--url', server.url);

  expect([code, err]).toEqual([3, expect.stringContaining('cannot be reached: ')]);
});

test('what a server refuses is told in its words', async () => {
  await using place = await openPlaceInProcess();
  const refusal = { code: 'INPUT_INVALID', message: 'That is no name.', path: ['name'] };
  await using server = await answering((response) => {
    response.end(JSON.stringify({ data: { createToken: refusal } }));
  });

  const create = ['token', 'create', '--name', '?', '--role', 'READER'];
  const ran = await place.run(...create, '--url', server.url);

  expect(ran).toEqual({ code: 1, out: '', err: 'That is no name.\n' });
});

test('the token of a flag is shown, or else that of the environment', async () => {
  await using place = await openPlaceInProcess({ env: { ONRECORD_TOKEN: 'of-the-environment' } });
  await using server = await answering((response) => response.end(failing('INTERNAL')));

  await place.run('status', '--url', server.url);
  await place.run('status', '--url', server.url, '--token', 'of-the-flag');

  expect(server.shown).toEqual(['Bearer of-the-environment', 'Bearer of-the-flag']);
});

describe('the fetch over a socket', () => {
  test('asks for the path, and answers with status, headers and words', async () => {
    await using place = await openPlaceInProcess();
    const socket = place.file('socket');
    await using _server = await answering((response, { method, url, headers }) => {
      response.writeHead(418, { 'x-told': [`${method} ${url}`, `${headers['x-asked']}`] });
      response.end('“kurz”');
    }, socket);

    const request = { method: 'POST', headers: { 'x-asked': 'yes' }, body: '{}' };
    const response = await socketFetch(socket)('http://localhost/graphql?a=b', request);

    expect(response.status).toBe(418);
    expect(response.headers.get('x-told')).toBe('POST /graphql?a=b, yes');
    expect(await response.text()).toBe('“kurz”');
  });

  test('is given up with its signal, before an answer and in the middle of it', async () => {
    await using place = await openPlaceInProcess();
    const socket = place.file('socket');
    for (const begin of [false, true]) {
      const given = new AbortController();
      await using _server = await answering((response) => {
        if (begin) response.write('{');
        given.abort();
      }, socket);

      const asking = socketFetch(socket)('http://localhost/graphql', { signal: given.signal });

      await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    }
  });

  test('fails where nobody listens', async () => {
    await using place = await openPlaceInProcess();

    const asking = socketFetch(place.file('socket'))('http://localhost/graphql');

    await expect(asking).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
