import { expect, test } from 'vitest';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { answerOf, bearer, handlerOver } from '../integration/http/open-handler.ts';
import { committedEvents } from '../kit/committed.ts';
import { openAsServer } from '../kit/open-as-server.ts';
import { openRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';

const recordSomebody =
  'mutation { recordActor(input: { name: "A", kind: PERSON }) { __typename } }';

test('159 what has to be synced is not taken by a server that does not sync it', async () => {
  await using record = await openRecord();
  const authorization = await bearer(record.db, { role: 'EDITOR' });
  let synchronous = 1;
  const options = { requireSynced: true, synchronous: () => synchronous };
  await using far = await openAsServer(record, options);
  await using desk = handlerOver(far.db);
  const change = () => answerOf(desk.ask({ query: recordSomebody }, { authorization }));
  const before = committedEvents(record.path);

  const refused = await change();
  const told = await (await desk.get('/readyz')).json();
  const meanwhile = committedEvents(record.path);
  synchronous = 2;
  const taken = await change();

  expect(refused.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(told).toMatchObject({ ready: true, durability: 'unsynced' });
  expect(meanwhile).toEqual(before);
  expect(taken.data).toEqual({ recordActor: { __typename: 'RecordActorPayload' } });
  expect(await (await desk.get('/readyz')).json()).toMatchObject({ durability: 'synced' });
});

test('160 what several processes write at once is one log, each change as if it came alone', async () => {
  await using record = await openRecord();
  await using one = await openAsServer(record);
  await using other = await openAsServer(record);

  const recorded = await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      write(place % 2 === 0 ? one.db : other.db, recordActor, { name: 'The same', kind: 'PERSON' }),
    ),
  );

  const events = committedEvents(record.path);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1));
  expect(new Set(recorded.map(({ seq }) => seq)).size).toBe(recorded.length);
  expect(new Set(recorded.map(({ key }) => key)).size).toBe(recorded.length);
  expect((await verifyRecord(record.db)).faults).toEqual([]);
});

test('161 a token that was revoked through another process is told nothing, and changes nothing', async () => {
  await using record = await openRecord();
  await using far = await openAsServer(record);
  await using desk = handlerOver(far.db);
  const { hash, token } = newToken();
  const { id } = await write(record.db, createToken, { name: 'x', role: 'EDITOR', hash });
  const ask = (query: string) =>
    answerOf(desk.ask({ query }, { authorization: `Bearer ${token}` }));
  const { data } = await ask('{ viewer { name } }');
  await write(record.db, revokeToken, { token: { id } });
  const before = committedEvents(record.path);

  const asked = [
    await ask('{ viewer { name } }'),
    await ask(recordSomebody),
    await ask('{ actors { nodes { slug } } }'),
  ];

  expect(data).toEqual({ viewer: { name: 'x' } });
  for (const { errors, data: told } of asked) {
    expect(told).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
  expect(committedEvents(record.path)).toEqual(before);
});
