import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { sendNodeResponse } from '@whatwg-node/server';
import { expect, test } from 'vitest';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import { defaultLimits, type Limits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createHandler } from '../../../server/yoga.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';

const claims = `query Claims($first: Int) {
  claims(first: $first) { nodes { text stances { nodes { kind evidence { quote } } } } }
}`;

/** The harbour's record behind a lane that keeps answers. */
async function openKept({ limits = defaultLimits, keptAnswers = 1_000_000 } = {}) {
  const record = await openRecord();
  await recordHarbour(record.db);
  await write(record.db, recordClaim, bridgePromised);
  await write(record.db, recordStance, mayorDenies);
  const feed = openFeed(record.db);
  const stream = new Writable({ write: (_line, _encoding, done) => done() });
  const handler = createHandler({
    db: record.db,
    feed,
    log: createLog({ level: 'silent', stream }),
    corsOrigins: [],
    publicTexts: false,
    production: false,
    openExtractor: async () => null,
    limits,
    keptAnswers,
  });
  const server = createServer(async (request, response) => {
    const facts = { requestId: '', startedAt: 0, address: '192.0.2.1' };
    if (await handler.lane?.answer(request, response, facts)) return;
    const answered = await handler.handleNodeRequestAndResponse(request, response, facts);
    await sendNodeResponse(answered, response, request, true);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    db: record.db,
    keeper: handler.keeper,
    async ask(body: object | string, headers: Record<string, string> = {}) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    async get(path: string) {
      const headers = { accept: 'application/json' };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      return { status: response.status, text: await response.text() };
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      feed.close();
      await record[Symbol.asyncDispose]();
    },
  };
}

test('what is kept of an address is no answer to a body of the same letters', async () => {
  await using kept = await openKept();
  const path = `/graphql?query=${encodeURIComponent('{ claims { nodes { text } } }')}`;
  for (let time = 0; time < 4; time += 1) expect((await kept.get(path)).status).toBe(200);
  expect(kept.keeper?.counts.hits).toBeGreaterThan(0);

  const asked = await kept.ask(path);

  expect(asked.status).toBe(400);
  expect(asked.text).toContain('The body is not JSON.');
});

test('an answer that was told before is told again in the same bytes, and costs the same', async () => {
  await using kept = await openKept();
  const body = { query: claims, variables: { first: 5 } };
  await kept.ask(body);
  const found = await kept.ask(body);

  const again = await kept.ask(body);
  const otherwise = await kept.ask(JSON.stringify({ variables: { first: 5 }, query: claims }));

  expect(again).toEqual(found);
  expect(otherwise).toEqual(found);
  expect(kept.keeper?.counts).toMatchObject({ hits: 2, misses: 1, answers: 1 });
});

test('the place in the feed is told anew', async () => {
  await using kept = await openKept();
  const query = '{ claims(first: 1) { nodes { text } feedCursor } }';
  const cursor = async () => JSON.parse((await kept.ask({ query })).text).data.claims.feedCursor;
  await cursor();
  await cursor();
  const before = await cursor();

  await write(kept.db, recordActor, { name: 'Newcomer', kind: 'PERSON' });
  const { hits } = kept.keeper?.counts ?? {};
  const after = await cursor();

  expect(after).not.toBe(before);
  expect(kept.keeper?.counts.hits).toBe(Number(hits) + 1);
});

test('whoever asks pays each time', async () => {
  const limits: Limits = { ...defaultLimits, costPerMinute: 1_000 };
  await using kept = await openKept({ limits });
  const statuses: number[] = [];

  for (let asked = 0; asked < 200; asked += 1)
    statuses.push((await kept.ask({ query: claims, variables: { first: 1 } })).status);

  expect(kept.keeper?.counts.hits).toBeGreaterThan(0);
  expect(statuses.at(-1)).toBe(429);
});

test('a token that was revoked is told nothing, and roles are told their own', async () => {
  await using kept = await openKept();
  const { token, hash } = newToken();
  const { id } = await write(kept.db, createToken, { name: 'desk', role: 'EDITOR', hash });
  const body = { query: claims };
  const headers = { authorization: `Bearer ${token}` };
  for (let asked = 0; asked < 3; asked += 1) {
    await kept.ask(body);
    await kept.ask(body, headers);
  }
  expect(kept.keeper?.counts).toMatchObject({ answers: 2 });

  await write(kept.db, revokeToken, { token: { id } });

  const refused = await kept.ask(body, headers);
  expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('no kept answer holds erased words from the commit on', async () => {
  await using kept = await openKept();
  for (let asked = 0; asked < 3; asked += 1) await kept.ask({ query: claims });
  const held = () => [...(kept.keeper?.answers() ?? [])].flatMap(({ pieces }) => pieces).join('');
  const [quote = ''] = /(?<="quote":")[^"]+/.exec(held()) ?? [];
  const atCommit: string[] = [];
  kept.db.onCommit(() => atCommit.push(held()));

  await write(kept.db, eraseArticleText, { article: { slug: 'bridge-story' }, reason: 'Told to.' });

  expect(quote.length).toBeGreaterThan(5);
  expect(atCommit.join('')).not.toContain(quote);
  expect((await kept.ask({ query: claims })).text).not.toContain(quote);
});

test('what tells of the process, of its tokens or of its log is never kept', async () => {
  await using kept = await openKept();
  const queries = [
    '{ viewer { name } }',
    '{ record { lastEventAt } }',
    '{ recordEvents(first: 1) { nodes { type } } }',
    '{ __schema { queryType { name } } }',
    '{ claims(first: 1, after: "no cursor") { nodes { text } } }',
    '{ claims(first: 1) { nodes { standing(saidBy: "2024-01-01T00:00:00Z") { status } } } }',
  ];

  for (const query of queries) for (const _ of [1, 2, 3]) await kept.ask({ query });

  expect(kept.keeper?.counts.answers).toBe(0);
});

test('nothing is kept where no bytes are given for it', async () => {
  await using kept = await openKept({ keptAnswers: 0 });

  expect(kept.keeper).toBeNull();
});
