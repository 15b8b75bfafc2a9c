import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Client, createClient, NetworkError } from '../../sdk/src/index.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 120_000 });

const count = 1000;

let server: RunningServer;
let record: Client;
let claims: readonly string[];
beforeAll(async () => {
  server = await runServer();
  record = createClient({ url: server.url, token: server.token });
  claims = (await record.claims()).nodes.map(({ slug }) => slug);
  const lines = stances('first', count);
  for (let start = 0; start < count; start += 100) {
    await record.importRecord({ lines: lines.slice(start, start + 100) });
  }
}, 300_000);
afterAll(() => server?.[Symbol.asyncDispose]());

/** Lines with so many stances of one actor, on each claim in turn. */
const stances = (name: string, length: number): string[] =>
  Array.from({ length }, (_, index) =>
    JSON.stringify({
      type: 'stance',
      id: `${name}-${index}`,
      claim: claims[index % claims.length],
      actor: 'russia',
      kind: 'DENIES',
      certainty: 'PLAIN',
      evidence: [],
      note: 'Said by telephone.',
    }),
  );

const filter = { actor: { slug: 'russia' } };

test.each(['DESC', 'ASC'] as const)(
  'all of 1,000 stances are told once in order %s while others are added, and the loop ends',
  async (direction) => {
    const orderBy = { field: 'RECORDED_AT', direction } as const;
    const told: string[] = [];
    let added = 0;

    for await (const { slug } of record.stances.all({ filter, orderBy, first: 50 })) {
      told.push(slug);
      if (told.length % 50 === 0 && added < 20) {
        await record.importRecord({ lines: stances(`${direction.toLowerCase()}-${added}`, 5) });
        added += 1;
      }
    }

    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((slug) => slug.startsWith('first-'))).toHaveLength(count);
    expect(added).toBe(20);
    expect(told.length).toBeLessThanOrEqual(count + 200);
  },
);

test('the stances of one claim are walked through in the same way', async () => {
  const slugs = new Set<string>();
  const by = { slug: claims[0] ?? '' };
  for await (const { slug, claim } of record.claim.stances.all({ by, filter, first: 10 })) {
    expect(claim.slug).toBe(by.slug);
    slugs.add(slug);
  }
  for await (const _ of record.claim.stances.all({ by: { slug: 'no-such-claim' } })) {
    expect.unreachable('there is nothing in it');
  }

  expect(slugs.size).toBeGreaterThanOrEqual(Math.floor(count / claims.length));
  expect(await record.claim.stances({ by: { slug: 'no-such-claim' } })).toBeNull();
});

test('an abort stops a walk in the middle', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  let told = 0;
  const walk = async () => {
    for await (const _ of record.stances.all({ filter, signal: controller.signal })) {
      told += 1;
      if (told === 130) controller.abort(reason);
    }
  };

  await expect(walk()).rejects.toBe(reason);
  expect(told).toBe(130);
});

test('a token that ends in the middle of a walk is renewed once', async () => {
  const { token: made, secret } = await record.createToken({ name: 'short', role: 'READER' });
  const refused: string[] = [];
  let kept = secret;
  const token = (last?: string) => {
    if (last !== undefined) refused.push(last);
    if (last === kept) kept = server.token;
    return kept;
  };
  const walking = createClient({ url: server.url, token });

  let told = 0;
  for await (const _ of walking.stances.all({ filter, first: 100 })) {
    told += 1;
    if (told === 150) await record.revokeToken({ token: { id: made.id } });
  }

  expect(told).toBeGreaterThanOrEqual(count);
  expect(refused).toEqual([secret]);
});

test('a server that hangs is a time-out, and one that is killed a broken connection', async () => {
  server.suspend();
  const hung = await record.claims({ timeoutMs: 300 }).catch((error: unknown) => error);
  server.resume();
  expect(hung).toBeInstanceOf(NetworkError);
  expect(hung).toMatchObject({ timedOut: true, requestId: expect.any(String) });

  server.suspend();
  const asked = record.claims({ retries: 0 }).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.kill();
  expect(await asked).toBeInstanceOf(NetworkError);
  expect(await asked).toMatchObject({ timedOut: false });

  const again = record.recordActor(
    { slug: 'patience', name: 'Patience', kind: 'GROUP' },
    { retries: 30, timeoutMs: 100_000 },
  );
  await server.restart();
  expect(await again).toMatchObject({ actor: { slug: 'patience' }, created: true });
});
