import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const told = ['Ada Reyes', 'Otto Lind', 'Ida Moreau'];

interface Gateway extends AsyncDisposable {
  readonly url: string;
  /** What was asked, with what was refused. */
  asked(): number;
}

/** Stands before a server, and answers some requests itself, by their number. */
async function openGateway(
  server: string,
  refusal: (asked: number) => object | null,
): Promise<Gateway> {
  let asked = 0;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked += 1;
    const extensions = refusal(asked);
    if (extensions !== null) {
      const errors = [{ message: 'Not now.', extensions: { requestId: 'a', ...extensions } }];
      response.writeHead(503).end(JSON.stringify({ errors }));
      return;
    }
    const { authorization = '' } = request.headers;
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await fetch(server, { method: 'POST', headers, body: Buffer.concat(chunks) });
    response.end(await answer.text());
  };
  const gateway = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await once(gateway.listen(0, '127.0.0.1'), 'listening');
  const address = gateway.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      gateway.closeAllConnections();
      await new Promise((done) => gateway.close(done));
    },
  };
}

async function serving(
  place: PlaceInProcess,
): Promise<{ readonly url: string; readonly token: string }> {
  const welcome = await place.start('serve', '--no-sample').until('createClient');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  return { url, token: /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '' };
}

async function articlesIn(place: PlaceInProcess): Promise<readonly string[]> {
  for (const name of told) {
    await writeFile(place.file(`${name}.txt`), `A\n\nMinister ${name} denied that it rained.\n`);
  }
  return told.map((name) => place.file(`${name}.txt`));
}

test('an ingest waits for a server that says so, and goes on', async () => {
  await using place = await openPlaceInProcess();
  const { url, token } = await serving(place);
  const files = await articlesIn(place);
  const refusals = new Map<number, object>([
    [1, { code: 'UNAVAILABLE' }],
    [3, { code: 'RATE_LIMITED', retryAfter: 1 }],
    [4, { code: 'RATE_LIMITED', retryAfter: 0 }],
  ]);
  await using gateway = await openGateway(url, (asked) => refusals.get(asked) ?? null);

  const { code, out, err } = await place.run(
    ...['ingest', '--json', '--url', gateway.url, '--token', token, ...files],
  );

  expect(code).toBe(0);
  expect(err).toBe(
    [
      `${gateway.url} answered: Not now. Trying again for half a minute.`,
      `${gateway.url} answered: Not now. Going on in 1 s.`,
      `${gateway.url} answered: Not now. Going on in 0 s.`,
      '',
    ].join('\n'),
  );
  expect(JSON.parse(out)).toMatchObject({ articles: 3, created: 3, drafted: 3, faults: [] });
  expect(gateway.asked()).toBe(files.length + refusals.size);
});

test('an import waits as well', async () => {
  await using place = await openPlaceInProcess();
  const { url, token } = await serving(place);
  const line = '{"type":"actor","id":"reyes","name":"Ada Reyes","kind":"PERSON"}';
  await writeFile(place.file('record.jsonl'), `{"type":"record","format":"onrecord/1"}\n${line}\n`);
  const limited = { code: 'RATE_LIMITED', retryAfter: 0 };
  await using gateway = await openGateway(url, (asked) => (asked === 1 ? limited : null));

  const { code, out } = await place.run(
    ...['import', '--url', gateway.url, '--token', token, place.file('record.jsonl')],
  );

  expect([code, out]).toEqual([0, expect.stringContaining('1 is new')]);
});

test('an ingest that is interrupted while it waits loses nothing, and the next one goes on', async () => {
  await using place = await openPlaceInProcess();
  const { url, token } = await serving(place);
  const files = await articlesIn(place);
  let tellRefused = (): void => {};
  const refused = new Promise<void>((resolve) => {
    tellRefused = resolve;
  });
  await using gateway = await openGateway(url, (asked) => {
    if (asked === 1) return null;
    tellRefused();
    return { code: 'RATE_LIMITED', retryAfter: 600 };
  });
  const waiting = place.spawn('ingest', '--url', gateway.url, '--token', token, ...files);

  await refused;
  waiting.process.kill('SIGINT');
  const interrupted = await waiting.ended();
  const again = await place.run('ingest', '--json', '--url', url, '--token', token, ...files);

  expect([interrupted.code, interrupted.err]).toEqual([
    130,
    expect.stringMatching(/Going on in 600 s\.\nInterrupted\.\n$/),
  ]);
  expect(JSON.parse(again.out)).toMatchObject({ articles: 3, created: 2, drafted: 2 });
});
