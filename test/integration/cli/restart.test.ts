import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { patience } from '../../kit/patience.ts';
import { freePort } from '../../kit/program.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What becomes of a request to a server that restarts, or of its answer. */
type Mishap = 'reset' | 'cut' | 'short' | 'bad gateway' | 'draining';

interface Line extends AsyncDisposable {
  readonly url: string;
  /** How many requests came. */
  asked(): number;
}

/** Stands before a server; some requests go wrong, by their number. */
async function openLine(
  server: string,
  mishaps: ReadonlyMap<number, Mishap>,
  port = 0,
): Promise<Line> {
  let asked = 0;
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked += 1;
    const mishap = mishaps.get(asked);
    if (mishap === 'reset') return void request.socket.resetAndDestroy();
    if (mishap === 'bad gateway') return void response.writeHead(502).end('<h1>Bad gateway</h1>');
    if (mishap === 'draining') {
      const errors = [{ message: 'This server is stopping.', extensions: { code: 'UNAVAILABLE' } }];
      return void response.writeHead(503, { 'retry-after': '0' }).end(JSON.stringify({ errors }));
    }
    const { authorization = '' } = request.headers;
    const headers = { 'content-type': 'application/json', authorization };
    const body = Buffer.concat(chunks);
    const answer = await (await fetch(server, { method: 'POST', headers, body })).text();
    const half = answer.slice(0, answer.length / 2);
    if (mishap === 'short') return void response.end(half);
    if (mishap !== 'cut') return void response.end(answer);
    response.writeHead(200, { 'content-length': `${Buffer.byteLength(answer)}` });
    response.write(half, () => response.destroy());
  };
  const line = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await once(line.listen(port, '127.0.0.1'), 'listening');
  const address = line.address();
  const bound = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${bound}/graphql`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      line.closeAllConnections();
      await new Promise((closed) => line.close(closed));
    },
  };
}

const person = (index: number) =>
  JSON.stringify({ type: 'actor', id: `p-${index}`, name: `Person ${index}`, kind: 'PERSON' });

async function people(place: PlaceInProcess, count: number): Promise<string> {
  const lines = Array.from({ length: count }, (_, index) => person(index));
  const file = place.file(`${count}.jsonl`);
  await writeFile(file, ['{"type":"record","format":"onrecord/1"}', ...lines, ''].join('\n'));
  return file;
}

async function serving(place: PlaceInProcess) {
  const welcome = await place.start('serve', '--no-sample').until('createClient');
  const token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
  return { url: /http:\S+\/graphql/.exec(welcome)?.[0] ?? '', token };
}

const actorsIn = ({ database }: PlaceInProcess): number =>
  rawRows(database, 'select 1 from actors').length;
const eventsIn = ({ database }: PlaceInProcess): number =>
  rawRows(database, "select 1 from events where type = 'ACTOR_ADDED'").length;

describe('over --url', () => {
  test.each<Mishap>(['reset', 'cut', 'bad gateway', 'draining'])(
    'an import asks again where a request meets: %s',
    async (mishap) => {
      await using place = await openPlaceInProcess();
      const { url, token } = await serving(place);
      // Its check, then what it writes.
      await using line = await openLine(
        url,
        new Map([
          [1, mishap],
          [3, mishap],
        ]),
      );

      const { code, out, err } = await place.run(
        ...['import', '--url', line.url, '--token', token, await people(place, 3)],
      );

      expect([code, out]).toEqual([0, expect.stringContaining('3 are new.')]);
      expect(err.match(/Trying again for half a minute\.\n/g)).toHaveLength(2);
      expect(line.asked()).toBe(4);
      expect([actorsIn(place), eventsIn(place)]).toEqual([3, 3]);
    },
  );

  test('what answers no GraphQL is asked again only where a server answered before', async () => {
    await using place = await openPlaceInProcess();
    const { url, token } = await serving(place);
    const file = await people(place, 3);
    const through = (line: Line) => place.run('import', '--url', line.url, '--token', token, file);
    await using wrong = await openLine(url, new Map([[1, 'short']]));
    await using right = await openLine(url, new Map([[2, 'short']]));

    expect(await through(wrong)).toMatchObject({
      code: 3,
      err: expect.stringContaining('no GraphQL'),
    });
    expect(await through(right)).toMatchObject({ code: 0 });

    expect([wrong.asked(), right.asked()]).toEqual([1, 3]);
    expect([actorsIn(place), eventsIn(place)]).toEqual([3, 3]);
  });

  test('an ingest and an export ask again, too', async () => {
    await using place = await openPlaceInProcess();
    const { url, token } = await serving(place);
    const story = place.file('story.txt');
    await writeFile(story, 'A\n\nMinister Ada Reyes denied that it rained.\n');
    await using line = await openLine(
      url,
      new Map([
        [1, 'cut'],
        [3, 'reset'],
      ]),
    );
    const through = ['--url', line.url, '--token', token];

    const ingested = await place.run('ingest', '--json', ...through, story);
    const exported = await place.run('export', ...through);

    expect(JSON.parse(ingested.out)).toMatchObject({ articles: 1, created: 1, drafted: 1 });
    expect(exported).toMatchObject({ code: 0, out: (await place.run('export')).out });
    expect(line.asked()).toBe(4);
  });

  test('a token is not made twice, and waits for a server that is not there yet', async () => {
    await using place = await openPlaceInProcess();
    const { url, token } = await serving(place);
    const create = ['token', 'create', '--name', 'x', '--role', 'READER', '--token', token];
    const port = await freePort();
    await using cutting = await openLine(url, new Map([[1, 'cut']]));

    const once = await place.run(...create, '--url', cutting.url);
    const waiting = place.spawn(...create, '--url', `http://127.0.0.1:${port}/graphql`);
    const toldAway = new Promise((told) => waiting.process.stderr?.once('data', told));
    expect(String(await toldAway)).toContain('cannot be reached');
    await using _late = await openLine(url, new Map(), port);

    expect(once).toMatchObject({ code: 3, err: expect.stringContaining('cannot be reached') });
    expect(cutting.asked()).toBe(1);
    expect(await waiting.ended()).toMatchObject({ code: 0 });
    const made = rawRows(place.database, "select 1 from tokens where name = 'x'");
    expect(made).toHaveLength(2);
  });
});

describe('through the socket', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'an import bears with a server that ends by %s and is started again',
    async (signal) => {
      await using place = await openPlaceInProcess();
      const serve = async () => {
        const server = place.spawn('serve', '--no-sample');
        await server.until('createClient');
        return server;
      };
      const first = await serve();
      const importing = place.spawn('import', await people(place, 1500));
      await vi.waitUntil(() => actorsIn(place) > 0, patience);

      first.process.kill(signal);
      await first.ended();
      await serve();

      const { code, err } = await importing.ended();
      expect([code, err]).toEqual([0, expect.stringContaining('Trying again for half a minute.')]);
      expect([actorsIn(place), eventsIn(place)]).toEqual([1500, 1500]);
      expect((await place.run('verify')).code).toBe(0);
    },
  );
});
