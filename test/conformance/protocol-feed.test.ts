import Sqlite from 'libsql';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import { codeOf, cursorAt, cursorNow, nextOf, take } from '../integration/feed/following.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  recordHarbour,
  spokeswomanAsserts,
} from '../kit/harbour.ts';
import { openFeed } from '../kit/open-feed.ts';
import { openRecord } from '../kit/open-record.ts';

const claimAdded = `subscription($after: String, $filter: ClaimAddedFilter) {
  claimAdded(after: $after, filter: $filter) { cursor claim { slug } }
}`;
const followed = `subscription($after: String, $filter: EventFilter, $checkpoints: Boolean) {
  recordEvents(after: $after, filter: $filter, checkpoints: $checkpoints) { cursor type at subject { id } }
}`;
const polled = `query($after: String, $filter: EventFilter) {
  recordEvents(first: 100, after: $after, filter: $filter) { nodes { cursor type at subject { id } } }
}`;

afterEach(() => {
  vi.useRealTimers();
});

test('24 events are numbered in the order of commits, and a refused change leaves none', async () => {
  await using desk = await openDesk();
  const added = Array.from({ length: 10 }, (_, n) => addClaim(desk, `claim-${n}`));
  const refused = [mayorDenies, mayorDenies].map((stance, n) =>
    desk.mutate('recordStance', { ...stance, slug: `lost-${n}`, claim: { slug: 'nowhere' } }),
  );
  await Promise.all([...added, ...refused]);

  const { data } = await desk.ask(polled, {}, 'ADMIN');

  const events = nodesOf(data);
  const numbers = events.map(({ cursor }) => decodeFeedCursor(desk.db, String(cursor)));
  const moments = events.map(({ at }) => Date.parse(String(at)));
  expect(events.filter(({ type }) => type === 'CLAIM_ADDED')).toHaveLength(10);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.at(-1)).toBe(await desk.head());
  expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
});

test('25 the subscription and the query tell the same', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
  await desk.mutate('recordStance', mayorDenies);

  for (const role of [undefined, 'EDITOR', 'ADMIN'] as const) {
    for (const filter of [null, { type: ['STANCE_ADDED', 'CLAIM_ADDED'] }]) {
      const { data } = await desk.ask(polled, { after, filter }, role);
      const events = nodesOf(data).filter(({ type }) => type !== 'TOKEN_CREATED');
      expect(events.length).toBeGreaterThan(1);
      const told = await take(desk.follow(followed, { after, filter }, role), nodesOf(data).length);
      expect(told).toEqual(nodesOf(data));
    }
  }
});

test('26 a feed begins now, or after its cursor and goes on live', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await addClaim(desk, 'before');
  const fromNow = desk.follow(followed, { checkpoints: true, filter: { type: ['CLAIM_ADDED'] } });
  const checkpoint = await nextOf(fromNow);
  const fromCursor = desk.follow(claimAdded, { after });
  const backlog = await nextOf(fromCursor);
  await addClaim(desk, 'afterwards');

  expect(checkpoint).toMatchObject({ type: null });
  expect(decodeFeedCursor(desk.db, String((await nextOf(fromNow)).cursor))).toBeGreaterThan(
    decodeFeedCursor(desk.db, String(checkpoint.cursor)),
  );
  expect(backlog).toMatchObject({ claim: { slug: 'before' } });
  expect(await nextOf(fromCursor)).toMatchObject({ claim: { slug: 'afterwards' } });
  await fromNow.return();
  await fromCursor.return();
});

test('27 a cursor holds under any filter and through a restart, and only in its own log', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  const ask = `query($after: String) {
    recordEvents(after: $after, filter: { type: [ARTICLE_ADDED] }) { nodes { type } }
  }`;
  await using before = await openHandler({ db: record.db });
  const { data } = await answerOf(
    before.ask({ query: '{ recordEvents(first: 1) { nodes { cursor } } }' }),
  );
  const [first] = nodesOf(data);
  await record.db.close();
  const db = await openDatabase({ url: `file:${record.path}` });
  const feed = openFeed(db);
  await using afterwards = await openHandler({ db, feed });
  await using desk = await openDesk();

  const elsewhere = encodeFeedCursor({ ...desk.db, epoch: 'f'.repeat(16) }, 1);
  const variables = { after: first?.cursor };
  const held = await answerOf(afterwards.ask({ query: ask, variables }));
  feed.close();
  await db.close();

  expect(nodesOf(held.data)).toEqual([{ type: 'ARTICLE_ADDED' }]);
  for (const after of ['', 'x', `${first?.cursor}A`, elsewhere, cursorAt(desk, 10_000)]) {
    expect(await codeOf(desk.follow(followed, { after }))).toBe('CURSOR_INVALID');
    expect((await desk.ask(polled, { after })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  }
});

test('28 who resumes after the last cursor saved misses nothing', async () => {
  await using desk = await openDesk();
  let saved: unknown = await cursorNow(desk);
  const slugs = ['one', 'two', 'three', 'four', 'five'];
  const handled: unknown[] = [];

  for (const [index, slug] of slugs.entries()) {
    await addClaim(desk, slug);
    if (index % 2 === 0) continue;
    // The second event is received and lost: the client breaks off before it saves its cursor.
    const [event] = await take(desk.follow(claimAdded, { after: saved }), 2);
    handled.push(recordOf(event?.claim).slug);
    saved = event?.cursor;
  }
  for (const { claim } of await take(desk.follow(claimAdded, { after: saved }), 3)) {
    handled.push(recordOf(claim).slug);
  }

  expect(handled).toEqual(slugs);
});

test('119 EventFilter.claim selects what happened to a claim and to what is on it', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  const told = 'recordEvents(after: $after, filter: $filter) { nodes { type claims } }';
  const ask = `query($after: String, $filter: EventFilter) { ${told} }`;
  const listen = `subscription($after: String, $filter: EventFilter) {
    recordEvents(after: $after, filter: $filter) { type claims }
  }`;
  const { claim } = await desk.mutate('recordClaim', bridgePromised, 'claim { id }');
  const planned = { ...bridgePromised, slug: 'planned', text: 'A bridge is planned.' };
  const { claim: _claim, ...reports } = gazetteReports;
  await desk.mutate('recordClaim', { ...planned, stances: [reports] });
  await desk.mutate('recordStance', mayorDenies);
  const ends = { from: { slug: 'bridge-promised' }, to: { slug: 'planned' } };
  const same = { ...ends, kind: 'SAME_AS', judgement: 'CONFIRMED' };
  const { link } = await desk.mutate('linkClaims', same, 'link { id }');
  const stance = { slug: 'gazette-reports' };
  await desk.mutate('updateStance', { stance, certainty: 'FIRM' });
  await desk.mutate('revokeClaimLink', { link: { id: recordOf(link).id }, reason: 'Two.' });
  await desk.mutate('updateStance', { stance, certainty: 'HEDGED' });

  const filter = { claim: recordOf(claim).id };
  const nodes = nodesOf((await desk.ask(ask, { after, filter })).data);

  // Of the two changes of the stance on the other, the one while both were one.
  const types = nodes.map(({ type }) => type);
  expect(types.filter((type) => type === 'STANCE_CHANGED')).toHaveLength(1);
  expect(types).toEqual(
    expect.arrayContaining(['CLAIM_ADDED', 'STANCE_ADDED', 'CLAIMS_LINKED', 'CLAIM_LINK_REVOKED']),
  );
  expect(await take(desk.follow(listen, { after, filter }), nodes.length)).toEqual(nodes);
  for (const wrong of [
    'bridge',
    recordOf(link).id,
    `claim_${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
  ]) {
    const { errors } = await desk.ask(ask, { filter: { claim: wrong } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await codeOf(desk.follow(listen, { filter: { claim: wrong } }))).toBe('BAD_USER_INPUT');
  }
});

test('120 of which claims an event tells is fixed when it is written', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  const ask = `query($after: String) {
    recordEvents(first: 100, after: $after) { nodes { type claims } }
  }`;
  const eventsTold = async () => nodesOf((await desk.ask(ask, { after })).data);
  const idOf = async (slug: string) => {
    const { data } = await desk.ask(
      'query($by: ClaimBy!) { claim(by: $by) { id } }',
      { by: { slug } },
      'EDITOR',
    );
    return recordOf(data?.claim).id;
  };
  await addClaim(desk, 'one');
  await addClaim(desk, 'two');
  await desk.mutate('recordClaim', { ...bridgePromised, slug: 'unsaid' });
  const [one, two, unsaid] = [await idOf('one'), await idOf('two'), await idOf('unsaid')];
  const apart = await eventsTold();
  const ends = { from: { slug: 'two' }, to: { slug: 'one' } };
  const same = { ...ends, kind: 'SAME_AS', judgement: 'CONFIRMED' };
  const { link } = await desk.mutate('linkClaims', same, 'link { id }');
  const linked = await eventsTold();
  await desk.mutate('revokeClaimLink', { link: { id: recordOf(link).id }, reason: 'Two.' });
  const revoked = await eventsTold();

  expect(linked.slice(0, apart.length)).toEqual(apart);
  expect(revoked.slice(0, linked.length)).toEqual(linked);
  expect(apart.flatMap(({ claims }) => claims)).toEqual(expect.arrayContaining([one, two]));
  expect(JSON.stringify(revoked)).not.toContain(unsaid);
  const [linking] = linked.filter(({ type }) => type === 'CLAIMS_LINKED');
  expect([linking?.claims].flat().sort()).toEqual([one, two].sort());
});

test('29 claimAdded fires once, with the first verified stance', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
  await addClaim(desk, 'earlier');
  await desk.mutate('recordStance', mayorDenies);
  await desk.mutate('recordStance', spokeswomanAsserts);
  await desk.mutate('reviewStance', { stance: { slug: 'gazette-reports' }, review: 'VERIFIED' });
  await addClaim(desk, 'later');

  const told = await take(desk.follow(claimAdded, { after }), 3);

  expect(told.map(({ claim }) => recordOf(claim).slug)).toEqual([
    'earlier',
    'bridge-promised',
    'later',
  ]);
});

test('30 a replay selects what live did, whatever was corrected since', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  const filter = { topic: 'bridge' };
  const live = desk.follow(claimAdded, { after, filter });
  await addClaim(desk, 'one', ['bridge']);
  await desk.mutate('updateClaim', { claim: { slug: 'one' }, topics: ['ferry'] });
  await addClaim(desk, 'two', ['ferry']);
  await desk.mutate('updateClaim', { claim: { slug: 'two' }, topics: ['bridge'] });
  await addClaim(desk, 'three', ['bridge']);

  const seen = await take(live, 2);
  const replayed = await take(desk.follow(claimAdded, { after, filter }), 2);

  expect(seen.map(({ claim }) => recordOf(claim).slug)).toEqual(['one', 'three']);
  expect(replayed).toEqual(seen);
});

test('31 what the viewer may not see is null in its event', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await desk.mutate('recordClaim', bridgePromised);
  const { stance } = await desk.mutate('recordStance', mayorDenies, 'stance { id }');
  await desk.mutate('reviewStance', { stance: { slug: 'mayor-denies' }, review: 'REJECTED' });
  const changed = `subscription($after: String) {
    standingChanged(after: $after) { to because { id } }
  }`;

  const filter = { type: ['STANCE_ADDED'] };
  for (const [role, seen] of [
    [undefined, null],
    ['EDITOR', stance],
  ] as const) {
    const [added] = await take(desk.follow(followed, { after, filter }, role), 1);
    const [denied] = await take(desk.follow(changed, { after }, role), 1);
    expect(added).toMatchObject({ type: 'STANCE_ADDED', subject: seen });
    expect(denied).toEqual({ to: 'DENIED', because: seen });
  }
});

test('32 a checkpoint comes when all has been told, and every 30 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await desk.mutate('recordActor', { name: 'Ida Moreau', kind: 'PERSON' });
  const checkpoint = { cursor: expect.any(String), type: null, at: null, subject: null };

  const filter = { type: ['ACTOR_ADDED'] };
  const feed = desk.follow(followed, { after, filter, checkpoints: true });
  expect(await nextOf(feed)).toMatchObject({ type: 'ACTOR_ADDED' });
  expect(await nextOf(feed)).toEqual(checkpoint);
  vi.advanceTimersByTime(29_000);
  await desk.mutate('recordActor', { name: 'Ada Moreau', kind: 'PERSON' });
  expect(await nextOf(feed)).toMatchObject({ type: 'ACTOR_ADDED' });
  vi.advanceTimersByTime(1_000);
  expect(await nextOf(feed)).toEqual({ ...checkpoint, cursor: await cursorNow(desk) });
  await feed.return();
});

test('33 a cursor that the log no longer reaches back to is refused, with the oldest that is good', async () => {
  await using desk = await openDesk();
  const kept = Number(await desk.head());
  await addClaim(desk, 'kept');
  trim(desk.path, kept);
  const oldest = cursorAt(desk, kept);

  const expired = { code: 'CURSOR_EXPIRED', oldest, requestId: expect.any(String) };
  const after = cursorAt(desk, kept - 1);
  const { value } = await desk.follow(followed, { after }).next();
  const polledErrors = (await desk.ask(polled, { after })).errors;

  expect(value?.errors?.[0]?.extensions).toMatchObject(expired);
  expect(polledErrors?.[0]?.extensions).toMatchObject(expired);
  const [first] = await take(desk.follow(claimAdded, { after: oldest }), 1);
  expect(first).toMatchObject({ claim: { slug: 'kept' } });
});

test('34 withdrawals, merges and corrections are events', async () => {
  await using desk = await openDesk();
  const after = await cursorNow(desk);
  await addClaim(desk, 'one');
  await desk.mutate('updateClaim', { claim: { slug: 'one' }, topics: ['ferry'] });
  await desk.mutate('withdrawClaim', { claim: { slug: 'one' }, reason: 'A test.' });
  const merged = { into: { slug: 'mayor' }, from: { slug: 'spokeswoman' }, judgement: 'CONFIRMED' };
  await desk.mutate('mergeActors', merged);

  const types = ['CLAIM_CHANGED', 'CLAIM_WITHDRAWN', 'ACTORS_MERGED'];
  const told = await take(desk.follow(followed, { after, filter: { type: types } }), 3);

  expect(told.map(({ type }) => type)).toEqual(types);
});

/** Takes all events up to this number out of the log. */
function trim(path: string, seq: number): void {
  const file = new Sqlite(path);
  file.prepare('delete from events where seq <= ?').run(seq);
  file.close();
}

/** A claim that everyone hears of. */
async function addClaim(
  desk: Desk,
  slug: string,
  topics: readonly string[] = [],
): Promise<Readonly<Record<string, unknown>>> {
  const stance = {
    actor: { slug: 'mayor' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    note: 'Said so.',
  };
  const claim = { slug, text: `The mayor said ${slug}.`, kind: 'FACT', language: 'en', topics };
  return desk.mutate('recordClaim', { ...claim, stances: [stance] }, 'claim { id }');
}

function nodesOf(data: unknown): Readonly<Record<string, unknown>>[] {
  const { nodes } = recordOf(recordOf(data).recordEvents);
  return Array.isArray(nodes) ? nodes.map(recordOf) : [];
}
