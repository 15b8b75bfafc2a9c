import { expect, test } from 'vitest';
import type { Role } from '../../db/rules/vocabulary.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import { nextOf } from '../integration/feed/following.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised, mayorDenies } from '../kit/harbour.ts';

async function openDispute(): Promise<Desk> {
  const desk = await openDesk();
  for (const role of ['EDITOR', 'ADMIN'] as const) await desk.ask('{ __typename }', {}, role);
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', mayorDenies);
  return desk;
}

const hide = (desk: Desk, n = 0) =>
  desk.mutate('recordClaim', { ...bridgePromised, slug: `hidden-${n}`, text: 'Promised, narrow.' });

async function feedCursorOf(desk: Desk, role?: Role): Promise<string> {
  const { data } = await desk.ask('{ record { feedCursor } }', {}, role);
  return String(recordOf(data?.record).feedCursor);
}

const codeOf = async (answer: ReturnType<Desk['ask']>) =>
  (await answer).errors?.[0]?.extensions.code;

const polled = 'query($after: String) { recordEvents(after: $after) { nodes { type } } }';

test('85 what one may not read is found by nothing but its title, outlet and quotes, and changes no answer', async () => {
  await using desk = await openDispute();
  const ask =
    'query($q: String!) { search(query: $q) { totalCount edges { score highlights { text } } } }';
  const countFor = async (q: string, role?: Role) =>
    recordOf((await desk.ask(ask, { q }, role)).data?.search).totalCount;

  for (const words of ['denies promise', 'harbour denies', 'never promised', 'gazette never'])
    expect(await countFor(words), words).toBe(1);
  for (const words of ['narrow', 'lane', 'narrow lane', 'tuesday']) {
    expect([await countFor(words), await countFor(words, 'READER')], words).toEqual([0, 0]);
    expect(await countFor(words, 'EDITOR'), words).toBe(1);
  }
  // With a word that it is found by, it is found by that one alone, as with any word that it lacks.
  const [withPrivate, withForeign] = ['denies lane', 'denies xylophone'].map((q) =>
    desk.ask(ask, { q }),
  );
  expect((await withPrivate)?.data).toEqual((await withForeign)?.data);
  const { data: before } = await desk.ask(ask, { q: 'promised' });
  await hide(desk);
  expect((await desk.ask(ask, { q: 'promised' })).data).toEqual(before);
});

test('86 a cursor names the last event that its viewer may see, and tells nothing else', async () => {
  await using desk = await openDispute();
  const seen = await feedCursorOf(desk);
  const cursors = new Set<string>();
  for (let n = 0; n < 20; n += 1) {
    await hide(desk, n);
    cursors.add(await feedCursorOf(desk));
  }
  const query = 'subscription { recordEvents(checkpoints: true) { cursor } }';
  const stream = desk.follow(query);
  const { cursor } = await nextOf(stream);
  await stream.return();

  expect([...cursors, cursor]).toEqual([seen, seen]);
  expect(await feedCursorOf(desk, 'EDITOR')).not.toBe(seen);
  expect(decodeFeedCursor(desk.db, await feedCursorOf(desk, 'EDITOR'))).toBe(await desk.head());
  const bytes = Buffer.from(seen, 'base64url');
  expect(bytes.includes(desk.db.epoch)).toBe(false);
  for (let place = 0; place < bytes.length; place += 1) {
    const forged = Buffer.from(bytes);
    forged.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    const after = forged.toString('base64url');
    expect(await codeOf(desk.ask(polled, { after }))).toBe('CURSOR_INVALID');
  }
});

test('87 a cursor that hid nothing holds up to where numbers were hidden', async () => {
  await using desk = await openDesk();
  const { db } = desk;
  const open = (seq: number) => Buffer.from(`feed1:${db.epoch}:${seq}`).toString('base64url');

  expect(await codeOf(desk.ask(polled, { after: open(db.lastOpenCursor) }))).toBeUndefined();
  expect(await codeOf(desk.ask(polled, { after: open(db.lastOpenCursor + 1) }))).toBe(
    'CURSOR_INVALID',
  );
  const after = encodeFeedCursor(db, db.lastOpenCursor + 1);
  expect(await codeOf(desk.ask(polled, { after }))).toBeUndefined();
});

test('88 a filter by types of which one is told nothing is refused, with the role that they need', async () => {
  await using desk = await openDesk();
  const query =
    'query($type: [EventType!]) { recordEvents(filter: { type: $type }) { totalCount } }';
  const live =
    'subscription($type: [EventType!]) { recordEvents(filter: { type: $type }) { type } }';
  const type = ['TOKEN_CREATED', 'TOKEN_REVOKED'];

  for (const [role, code] of [
    [undefined, 'UNAUTHENTICATED'],
    ['EDITOR', 'FORBIDDEN'],
  ] as const) {
    const { errors } = await desk.ask(query, { type }, role);
    const stream = desk.follow(live, { type }, role);
    const { value } = await stream.next();
    expect([errors, value?.errors]).toMatchObject(
      Array(2).fill([{ extensions: { code }, message: expect.stringContaining('ADMIN') }]),
    );
  }
  expect(await codeOf(desk.ask(query, { type }, 'ADMIN'))).toBeUndefined();
  expect(await codeOf(desk.ask(query, { type: [...type, 'ACTOR_ADDED'] }))).toBeUndefined();
});

test('89 a mutation of several root fields runs where its token allows all of them, or not at all', async () => {
  await using desk = await openDesk();
  await desk.ask('{ __typename }', {}, 'EDITOR');
  const head = await desk.head();
  const query = `mutation {
    a: recordActor(input: { name: "A", kind: PERSON }) { __typename }
    b: createToken(input: { name: "B", role: ADMIN }) { __typename }
  }`;

  const { data, errors } = await desk.ask(query, {}, 'EDITOR');

  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(data ?? null).toBeNull();
  expect(await desk.head()).toBe(head);
});
