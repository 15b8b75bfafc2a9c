import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { lastSeq } from '../../../db/queries/event.ts';
import { StorageUnreachable } from '../../../db/read/storage-error.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { Connections } from '../../../server/sockets/connections.ts';
import { startCountingProxy } from '../../e2e/components/counting-proxy.ts';
import { startSqld } from '../../e2e/components/sqld.ts';
import { describeWith } from '../../kit/component.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { write } from '../../kit/owner.ts';
import { bearer, handlerOver } from '../http/open-handler.ts';

const recordSomebody = (db: Database, name: string) =>
  write(db, recordActor, { name, kind: 'PERSON' });

/** Does it anew where the line was lost before it: a connection of before the restart is found to be broken when it is used. */
async function untilReached<T>(job: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times += 1) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof StorageUnreachable) || times > 5) throw error;
    }
  }
}

/** What `/readyz` and the metrics tell of how changes are committed. */
async function toldOf(db: Database) {
  await using desk = handlerOver(db);
  const { registry, watch } = createMetrics();
  const feed = openFeed(db);
  const connections = new Connections({ inAll: 1, perAddress: 1 });
  watch({ db, databaseUrl: 'ws://127.0.0.1', feed, connections, keeper: null });
  const ready = await desk.get('/readyz');
  const metrics = await registry.metrics();
  feed.close();
  return {
    ready: await ready.json(),
    metric: /^onrecord_unsynced (\d)$/m.exec(metrics)?.[1],
  };
}

describeWith(['sqld'], 'a libSQL server', () => {
  test('that acknowledges what it has not synced is told of, until a batch finds that it syncs', async () => {
    await using sqld = await startSqld({ isSynced: false });
    const told: string[] = [];
    const onDurability = (state: string) => void told.push(state);
    const db = await openDatabase({ url: `ws://${sqld.address}`, onDurability });
    await recordSomebody(db, 'First');
    const before = await toldOf(db);

    await sqld.sync();
    await recordSomebody(db, 'Second');

    const after = await toldOf(db);
    await db.close();
    expect(before).toEqual({
      ready: { ready: true, database: 'ok', durability: 'unsynced', draining: false },
      metric: '1',
    });
    expect(after).toMatchObject({ ready: { durability: 'synced' }, metric: '0' });
    expect(told).toEqual(['unsynced', 'synced']);
  });

  test('is refused where commits have to be synced, and nothing is made in it', async () => {
    await using sqld = await startSqld({ isSynced: false });
    const url = `ws://${sqld.address}`;

    const opened = openDatabase({ url, requireSynced: true });

    await expect(opened).rejects.toMatchObject({
      code: 'DATABASE_NOT_SYNCED',
      message: expect.stringContaining('durability_mode'),
    });
    await expect(openDatabase({ url, migrate: false })).rejects.toMatchObject({
      code: 'SCHEMA_OLDER',
    });
  });

  test('that ceases to sync while it is away has no change taken, until it syncs again', async () => {
    await using sqld = await startSqld({ isSynced: false });
    await sqld.sync();
    const db = await openDatabase({ url: `ws://${sqld.address}`, requireSynced: true });
    await using desk = handlerOver(db);
    const authorization = await bearer(db, { role: 'EDITOR' });
    const query = `mutation { recordActor(input: { name: "Late", kind: PERSON }) { __typename } }`;
    const ask = async () => (await desk.ask({ query }, { authorization })).json();

    await sqld.stop();
    await sqld.start();
    const refused = await untilReached(() => recordSomebody(db, 'Lost')).catch(String);
    const answer = await ask();
    const told = await toldOf(db);
    const onRecord = await db.written.read(lastSeq);
    await sqld.sync();
    const taken = await ask();

    await db.close();
    expect(refused).toMatch(/^StorageUnsynced: The database does not sync what it acknowledges/);
    expect(answer.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect(told).toMatchObject({ ready: { ready: true, durability: 'unsynced' }, metric: '1' });
    // The token's alone.
    expect(onRecord).toEqual([expect.objectContaining({ seq: 1 })]);
    expect(taken.data.recordActor.__typename).toBe('RecordActorPayload');
  });

  test('with namespaces keeps the documented setting over a restart', async () => {
    await using sqld = await startSqld({ hasNamespaces: true, isSynced: false });
    await sqld.sync();
    await using proxy = await startCountingProxy(sqld.address, { host: 'default.sqld' });
    const db = await openDatabase({ url: `ws://${proxy.address}`, requireSynced: true });
    await recordSomebody(db, 'Before');

    await sqld.stop();
    await sqld.start();

    await untilReached(() => recordSomebody(db, 'Behind'));
    const { ready } = await toldOf(db);
    await db.close();
    expect(ready).toMatchObject({ durability: 'synced' });
  });
});
