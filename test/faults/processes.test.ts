import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CliPlace, openPlace } from '../integration/cli/run-cli.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { adminToken, created, recordActor, serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: CliPlace;
let token: string;

beforeAll(async () => {
  place = await openPlace();
  token = await adminToken(place);
});

afterAll(() => place?.[Symbol.asyncDispose]());

test('a port in use is told of with its code, and the database is free again', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;

  const { code, err } = await place.run('serve', '--no-sample', '--port', String(port));

  expect(code).toBe(3);
  expect(err).toMatch(
    new RegExp(`^CANNOT_LISTEN: .*127\\.0\\.0\\.1:${port}: another process listens there.*\n$`),
  );
  taken.close();
  expect((await place.run('status')).code).toBe(0);
});

test('a second server on the file is refused at once, and the first goes on', async () => {
  const { ask, server } = await serveAt(place);

  const { code, err } = await place.run('serve', '--no-sample');

  expect(code).toBe(3);
  expect(err).toMatch(/^DATABASE_OWNED: .*record\.db\.sock, or stop it\.\n$/);
  expect(await ask(recordActor('first'), token)).toMatchObject({ data: created });
  server.process.kill('SIGTERM');
  expect((await server.ended()).code).toBe(0);
});

test('SIGTERM under load ends streams, and loses nothing that was acknowledged', async () => {
  const { ask, server, url } = await serveAt(place);
  const subscribers = await Promise.all([1, 2, 3].map(() => subscribe(url)));
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let turn = 0; ; turn += 1) {
      const slug = `w-${writer}-${turn}`;
      const answer = await ask(recordActor(slug), token).catch(() => null);
      if (answer === null || answer.code !== undefined) return answer?.code ?? 'gone';
      acknowledged.push(slug);
      if (acknowledged.length === 120) server.process.kill('SIGTERM');
    }
  });

  const ends = await Promise.all(writers);
  const { code } = await server.ended();

  expect(code).toBe(0);
  expect(ends.filter((end) => end !== 'gone' && end !== 'UNAVAILABLE')).toEqual([]);
  const slugs = rawRows<{ slug: string }>(place.database, 'select slug from actors');
  const onRecord = new Set(slugs.map(({ slug }) => slug));
  expect(acknowledged.filter((slug) => !onRecord.has(slug))).toEqual([]);
  const events = rawRows(place.database, "select 1 from events where type = 'ACTOR_ADDED'");
  expect(events).toHaveLength(onRecord.size);
  for (const text of await Promise.all(subscribers.map((stream) => stream.rest))) {
    expect(text).toMatch(/event: complete\s/);
    expect(text.match(/"ACTOR_ADDED"/g)?.length).toBeGreaterThan(0);
  }
  expect((await place.run('verify')).code).toBe(0);
});

/** A stream of events that was opened, and all that will have come when it ends. */
async function subscribe(url: string): Promise<{ readonly rest: Promise<string> }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { recordEvents { type } }' }),
  });
  expect(response.status).toBe(200);
  return { rest: response.text() };
}
