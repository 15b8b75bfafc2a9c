import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { lastEventSeen } from '../../../db/queries/event.ts';
import type { Role, Visibility } from '../../../db/rules/vocabulary.ts';
import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { appendEvents } from '../../kit/append-events.ts';
import { bridgePromised, mayorDenies } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';
import { cursorNow, type Following, nextOf } from './following.ts';
import { openWatchedFeed } from './watched-feed.ts';

/** Every place in an answer that tells how far the log has come. */
const everyPlace = `{
  record { feedCursor lastEventAt }
  claims { feedCursor nodes { standing { asOf } asked: standing(saidBy: "2100-01-01T00:00:00Z") { asOf } } }
  actors(first: 1) { feedCursor nodes { stances { feedCursor } } }
  search(query: "bridge") { feedCursor }
  articles { nodes { versions { feedCursor } } }
  recordEvents(first: 100) { feedCursor totalCount pageInfo { endCursor hasNextPage } }
}`;

const followed = `subscription($after: String) {
  recordEvents(after: $after, checkpoints: true) { cursor type }
}`;

/** A change that strangers may not know of. */
const hide = ({ mutate }: Desk, n: number) =>
  mutate('recordClaim', { ...bridgePromised, slug: `hidden-${n}`, text: `Hidden ${n}.` });

async function openDispute(): Promise<Desk> {
  const desk = await openDesk();
  for (const role of ['READER', 'EDITOR', 'ADMIN'] as const)
    await desk.ask('{ __typename }', {}, role);
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', mayorDenies);
  return desk;
}

/** The cursor of the checkpoint that ends what a subscriber is told, and how many events came before. */
async function checkpointOf(feed: Following) {
  for (let events = 0; ; events += 1) {
    const { cursor, type } = await nextOf(feed);
    if (type !== null) continue;
    await feed.return();
    return { cursor: String(cursor), events };
  }
}

describe('100 changes that strangers may not know of', () => {
  test('leave every answer to them as it was, and move those to editors', async () => {
    await using desk = await openDispute();
    const strangers: (Role | undefined)[] = [undefined, 'READER'];
    const answersTo = async (role?: Role) => {
      const { data, errors } = await desk.ask(everyPlace, {}, role);
      return { data, errors };
    };
    const before = await Promise.all(strangers.map(answersTo));
    const editors = await answersTo('EDITOR');

    const polled = new Set<string>();
    for (let n = 0; n < 100; n += 1) {
      await hide(desk, n);
      const { data } = await desk.ask('{ record { feedCursor } }');
      polled.add(String(recordOf(data?.record).feedCursor));
    }

    expect(polled.size).toBe(1);
    expect(await Promise.all(strangers.map(answersTo))).toEqual(before);
    const { data } = await answersTo('EDITOR');
    expect(recordOf(data?.record)).not.toEqual(recordOf(editors.data?.record));
  });

  test('leave the checkpoints of a subscription as they were', async () => {
    await using desk = await openDispute();
    const after = await cursorNow(desk);
    const before = await checkpointOf(desk.follow(followed));
    for (let n = 0; n < 100; n += 1) await hide(desk, n);

    const now = await checkpointOf(desk.follow(followed));
    const resumed = await checkpointOf(desk.follow(followed, { after: before.cursor }));
    const editor = await checkpointOf(desk.follow(followed, { after }, 'EDITOR'));

    expect([now, resumed]).toEqual([before, before]);
    expect(editor.events).toBe(100);
    expect(editor.cursor).not.toBe(before.cursor);
  });

  test('are passed by whoever resumes, who misses nothing that he may know of', async () => {
    await using desk = await openDispute();
    const { cursor } = await checkpointOf(desk.follow(followed));
    for (let n = 0; n < 100; n += 1) await hide(desk, n);
    await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'Ida Moreau' });

    const stranger = desk.follow(followed, { after: cursor });
    const first = await nextOf(stranger);
    const checkpoint = await nextOf(stranger);
    await stranger.return();
    // Whoever has a higher role by then is told of what was hidden, too.
    const editor = await checkpointOf(desk.follow(followed, { after: cursor }, 'EDITOR'));

    expect(first).toMatchObject({ type: 'ACTOR_CHANGED' });
    expect(checkpoint).toEqual({ type: null, cursor: first.cursor });
    expect(editor.events).toBe(101);
  });
});

test('a stranger who shows the cursor of an editor is told no other, until he may know of more', async () => {
  await using desk = await openDispute();
  await hide(desk, 1);
  const { data } = await desk.ask('{ record { feedCursor } }', {}, 'EDITOR');
  const after = String(recordOf(data?.record).feedCursor);

  expect(await checkpointOf(desk.follow(followed, { after }))).toEqual({
    cursor: after,
    events: 0,
  });
});

test('a cursor that was hidden is good in every process, and the form that hid nothing no further than before', async () => {
  await using desk = await openDispute();
  const { db } = desk;
  const open = (seq: number) => Buffer.from(`feed1:${db.epoch}:${seq}`).toString('base64url');
  const query = 'query($after: String) { recordEvents(after: $after) { totalCount } }';
  const codeFor = async (after: string) =>
    (await desk.ask(query, { after })).errors?.[0]?.extensions.code;

  expect(db.lastOpenCursor).toBe(0);
  expect(await codeFor(open(0))).toBeUndefined();
  expect(await codeFor(open(1))).toBe('CURSOR_INVALID');
  expect(await codeFor(encodeFeedCursor(db, 1))).toBeUndefined();
});

describe('the last event that a viewer may know of', () => {
  const steps = (file: Sqlite.Database, visibilities: readonly Visibility[]) => {
    const values = lastEventSeen.parameters.map((each) => {
      if ('value' in each) return each.value;
      return each.name === 'upTo' ? Number.MAX_SAFE_INTEGER : JSON.stringify(visibilities);
    });
    file.prepare(lastEventSeen.text).get(values);
    const row = file
      .prepare('select max(nstep) from sqlite_stmt where sql = ? and run = 1')
      .raw(true)
      .get(lastEventSeen.text);
    if (!Array.isArray(row)) throw new TypeError('A row was asked for.');
    return Number(row[0]);
  };

  test('is found past 10,000 hidden ones as it is past none', async () => {
    await using record = await openRecord();
    await appendEvents(record.db, 10);
    const count = (visibilities: readonly Visibility[]) => {
      const file = new Sqlite(record.path);
      try {
        return steps(file, visibilities);
      } finally {
        file.close();
      }
    };
    const before = count(['PUBLIC']);
    await appendHidden(record.db, 10_000);

    expect(count(['PUBLIC'])).toBeLessThanOrEqual(before + 20);
    expect(count(['PUBLIC', 'EDITORS', 'ADMINS'])).toBeLessThan(400);
    const [last] = await record.db.reader.read(lastEventSeen, {
      visibilities: '["PUBLIC"]',
      upTo: Number.MAX_SAFE_INTEGER,
    });
    expect(last?.seq).toBe(10);
  });
});

async function appendHidden(db: Database, count: number): Promise<void> {
  await db.write({ author: { token: null }, command: 'test', input: null }, async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const at = tx.tick();
      const payload = {};
      tx.append({
        type: 'STANCE_ADDED',
        noun: 'stance',
        subject: 1,
        at,
        visibility: 'EDITORS',
        payload,
      });
    }
    return null;
  });
}

test('hidden events are told to no stranger who listens, not by a checkpoint either', async () => {
  await using watched = await openWatchedFeed();
  await watched.append(3);
  const stream = await watched.open(followed);
  const [checkpoint] = await stream.next(1);
  await appendHidden(watched.db, 250);
  await watched.append(1);

  const told = [checkpoint, ...(await stream.next(1))].map(
    (answer) => JSON.parse(answer ?? '').data.recordEvents,
  );

  expect(told).toEqual([
    { cursor: encodeFeedCursor(watched.db, 3), type: null },
    { cursor: encodeFeedCursor(watched.db, 254), type: 'ACTOR_CHANGED' },
  ]);
});

describe('types of which the viewer is told nothing', () => {
  const query = 'query($filter: EventFilter) { recordEvents(filter: $filter) { totalCount } }';
  const feed = 'subscription($filter: EventFilter) { recordEvents(filter: $filter) { type } }';
  const refusals = async (desk: Desk, type: readonly string[], role?: Role) => {
    const variables = { filter: { type } };
    const page = await desk.ask(query, variables, role);
    const live = desk.follow(feed, variables, role);
    const first = page.errors === undefined ? undefined : (await live.next()).value;
    await live.return();
    return [page.errors?.[0], first?.errors?.[0]].map(
      (error) => error && `${error.extensions.code}: ${error.message}`,
    );
  };
  const how =
    'Show one in the header “authorization: Bearer onr_…”; in GraphiQL, in the field “Token”.';
  const forAdmins = 'TOKEN_CREATED is for ADMIN tokens.';
  const forEditors = 'CLAIM_RECORDED is for EDITOR tokens and higher.';

  test.each<[Role | undefined, readonly string[], string]>([
    [undefined, ['TOKEN_CREATED'], `UNAUTHENTICATED: ${forAdmins} ${how}`],
    [undefined, ['TOKEN_CREATED', 'TOKEN_REVOKED'], `UNAUTHENTICATED: ${forAdmins} ${how}`],
    [undefined, ['CLAIM_RECORDED', 'TOKEN_REVOKED'], `UNAUTHENTICATED: ${forEditors} ${how}`],
    ['READER', ['CLAIM_RECORDED'], `FORBIDDEN: ${forEditors} Yours has the role READER.`],
    ['EDITOR', ['TOKEN_CREATED'], `FORBIDDEN: ${forAdmins} Yours has the role EDITOR.`],
    ['REVIEWER', ['TOKEN_CREATED'], `FORBIDDEN: ${forAdmins} Yours has the role REVIEWER.`],
  ])('are refused at once, with the role that they need: %s %j', async (role, type, refusal) => {
    await using desk = await openDesk();

    expect(await refusals(desk, type, role)).toEqual([refusal, refusal]);
  });

  test.each<[Role | undefined, readonly string[]]>([
    ['ADMIN', ['TOKEN_CREATED']],
    ['EDITOR', ['CLAIM_RECORDED']],
    [undefined, ['TOKEN_CREATED', 'CLAIM_ADDED']],
    [undefined, []],
  ])('are not refused to those who are told of them, or of some: %s %j', async (role, type) => {
    await using desk = await openDesk();

    expect(await refusals(desk, type, role)).toEqual([undefined, undefined]);
  });
});
