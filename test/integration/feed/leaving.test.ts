import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DocumentNode, type ExecutionResult, parse, subscribe } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import type { Reader } from '../../../db/read.ts';
import type { Feed, GraphContext, Viewer } from '../../../schema/context.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../../schema/feed-cursor.ts';
import { schema } from '../../../schema/schema.ts';
import { createFeed } from '../../../server/feed.ts';
import { bridgePromised, recordHarbour, spokeswomanAsserts } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { recordOf } from '../mutations/open-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([[false], [true]])(
  'a reader that leaves while it waits leaves nothing behind (checkpoints: %s)',
  async (checkpoints) => {
    await using log = await openLog();
    const reader = new AbortController();

    const events = await log.follow({ checkpoints }, { signal: reader.signal });
    if (checkpoints) await events.next();
    const waiting = events.next();
    await nextTurn();
    reader.abort();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(getEventListeners(reader.signal, 'abort')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(log.open()).toBe(0);
  },
);

test.each([[false], [true]])(
  'a reader that returns after an event leaves nothing behind (checkpoints: %s)',
  async (checkpoints) => {
    await using log = await openLog();
    const reader = new AbortController();
    await log.add('one');
    await log.add('two');

    const events = await log.follow(
      { checkpoints, after: log.cursorAt(0) },
      { signal: reader.signal },
    );
    const first = await events.next();
    await events.return();
    await nextTurn();

    expect(first.value?.data).toMatchObject({ recordEvents: { type: 'ACTOR_ADDED' } });
    expect(getEventListeners(reader.signal, 'abort')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(log.open()).toBe(0);
  },
);

test('a reader that returns after a checkpoint, while the feed waits, leaves nothing behind', async () => {
  await using log = await openLog();

  const events = await log.follow({ checkpoints: true });
  await events.next();
  const next = events.next();
  await nextTurn();
  vi.advanceTimersByTime(30_000);
  await next;
  await events.return();
  await nextTurn();

  expect(vi.getTimerCount()).toBe(0);
  expect(log.open()).toBe(0);
});

test('a feed that closes completes its readers', async () => {
  await using log = await openLog();

  const events = await log.follow({ checkpoints: true });
  await events.next();
  const waiting = events.next();
  await nextTurn();
  log.feed.close();

  expect(await waiting).toEqual({ done: true, value: undefined });
});

test('a checkpoint comes when all has been sent, and every 30 seconds, with the place reached', async () => {
  await using log = await openLog();
  for (let count = 0; count < 150; count += 1) await log.add(`before-${count}`);
  const filter = { type: ['CLAIM_ADDED'] };

  const events = await log.follow({ checkpoints: true, after: log.cursorAt(0), filter });
  const caughtUp = await events.next();
  await log.add('afterwards');
  const next = events.next();
  await nextTurn();
  vi.advanceTimersByTime(29_999);
  const early = await Promise.race([next, nextTurn('nothing yet')]);
  vi.advanceTimersByTime(1);
  const later = await next;

  expect(placeOf(caughtUp.value)).toEqual({ seq: 150, type: null, at: null, subject: null });
  expect(early).toBe('nothing yet');
  expect(placeOf(later.value)).toEqual({ seq: 151, type: null, at: null, subject: null });
  await events.return();
});

test('without checkpoints there are none', async () => {
  await using log = await openLog();

  const events = await log.follow({});
  const next = events.next();
  await nextTurn();
  vi.advanceTimersByTime(90_000);
  await log.add('one');

  expect(placeOf((await next).value)).toMatchObject({ seq: 1, type: 'ACTOR_ADDED' });
  await events.return();
});

test('the events of a batch read what they lead to together', async () => {
  await using log = await openLog();
  await recordHarbour(log.db);
  for (let count = 0; count < 20; count += 1) await addClaim(log.db, `claim-${count}`);
  const document = parse(`subscription($after: String) { claimAdded(after: $after) {
    cursor claim { slug stances { nodes { actor { name } } } standing { status } }
  } }`);

  const events = await log.follow({ after: log.cursorAt(0) }, { document });
  const first = await events.next();
  const before = log.reads();
  for (let count = 1; count < 20; count += 1) await events.next();

  expect(first.value?.data).toMatchObject({ claimAdded: { claim: { slug: 'claim-0' } } });
  expect(log.reads()).toBe(before);
  await events.return();
});

test('what is read for one reader is not handed to another who may see less', async () => {
  await using log = await openLog();
  await recordHarbour(log.db);
  await addClaim(log.db, 'claim-0');
  const stance = { slug: 'claim-0-asserted' };
  await write(log.db, reviewStance, { stance, review: 'REJECTED' });
  const document = parse(`subscription($after: String, $filter: EventFilter) {
    recordEvents(after: $after, filter: $filter) { subject { ... on Stance { slug } } }
  }`);
  const variables = { after: log.cursorAt(0), filter: { type: ['STANCE_ADDED'] } };

  const admin = await log.follow(variables, { document, viewer: owner });
  const stranger = await log.follow(variables, { document });
  const [seen, hidden] = await Promise.all([admin.next(), stranger.next()]);

  expect(seen.value?.data).toEqual({ recordEvents: { subject: stance } });
  expect(hidden.value?.data).toEqual({ recordEvents: { subject: null } });
  await admin.return();
  await stranger.return();
});

type Events = AsyncGenerator<ExecutionResult, void, void>;

interface Followed {
  readonly signal?: AbortSignal;
  readonly document?: DocumentNode;
  readonly viewer?: Viewer;
}

const owner: Viewer = { token: null, name: 'owner', role: 'ADMIN' };

const recordEvents =
  parse(`subscription($after: String, $filter: EventFilter, $checkpoints: Boolean) {
  recordEvents(after: $after, filter: $filter, checkpoints: $checkpoints) {
    cursor type at subject { id }
  }
}`);

/** A record with its feed, followed without a server in between. */
async function openLog() {
  const { db, ...record } = await openRecord();
  const feed = createFeed(db, (error) => expect.fail(String(error)));
  const open = new Set<object>();
  let reads = 0;
  const reader: Reader = {
    ...db.reader,
    read: (...asked) => {
      reads += 1;
      return db.reader.read(...asked);
    },
  };
  const watched: Feed = {
    async *after(seq, signal) {
      const place = {};
      open.add(place);
      try {
        yield* feed.after(seq, signal);
      } finally {
        open.delete(place);
      }
    },
  };
  return {
    db,
    feed,
    /** How many iterations of the feed have not ended. */
    open: () => open.size,
    /** How many statements were read for the graph. */
    reads: () => reads,
    cursorAt: (seq: number) => encodeFeedCursor({ epoch: db.epoch, seq }),
    add: (slug: string) => write(db, recordActor, { slug, name: slug, kind: 'PERSON' }),
    async follow(variables: object, followed: Followed = {}): Promise<Events> {
      const { signal, document = recordEvents, viewer = null } = followed;
      const contextValue: GraphContext = {
        db,
        reader,
        viewer,
        publicTexts: false,
        feed: watched,
        signal,
      };
      const events = await subscribe({
        schema,
        document,
        contextValue,
        variableValues: { ...variables },
      });
      if (Symbol.asyncIterator in events) return events;
      throw new Error(events.errors?.join('\n'));
    },
    async [Symbol.asyncDispose]() {
      feed.close();
      await record[Symbol.asyncDispose]();
    },
  };
}

async function addClaim(db: Database, slug: string): Promise<void> {
  const { claim: _claim, ...stance } = spokeswomanAsserts;
  const stances = [{ ...stance, slug: `${slug}-asserted` }];
  await write(db, recordClaim, { ...bridgePromised, slug, stances });
}

/** The one event of an answer, with its cursor read. */
function placeOf(told: unknown): object {
  const { cursor, ...event } = recordOf(recordOf(recordOf(told).data).recordEvents);
  return { seq: decodeFeedCursor(String(cursor)).seq, ...event };
}
