import { expect, test, vi } from 'vitest';
import { createClient } from '../../sdk/src/index.ts';
import { describeWith } from '../kit/component.ts';
import { startServer } from './components/server.ts';
import { type Sqld, startSqld } from './components/sqld.ts';

vi.setConfig({ testTimeout: 240_000 });

/** A server whose database is a replica, and an editor's client of it. */
async function serverAt(replica: Sqld, protocol: string) {
  const database = `${protocol}://${replica.address}`;
  const server = await startServer({ DATABASE_URL: database, REQUIRE_SYNCED: 'true' });
  const record = createClient({ url: server.url, token: server.token });
  return { record, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const person = (id: string) =>
  JSON.stringify({ type: 'actor', id, name: `Actor ${id}`, kind: 'PERSON' });

describeWith(['sqld'], 'on a replica of a libSQL server', () => {
  test.each(['ws', 'http'])(
    'every change is answered with what it wrote, over %s',
    async (protocol) => {
      await using primary = await startSqld();
      await using replica = await startSqld({ replicaOf: primary });
      await using one = await serverAt(replica, protocol);
      const { record } = one;

      for (let turn = 0; turn < 4; turn += 1) {
        const { actor, created } = await record.recordActor({
          name: `Actor ${turn}`,
          kind: 'PERSON',
        });
        const claim = {
          text: `Claim number ${turn} was made.`,
          kind: 'FACT',
          language: 'en',
        } as const;
        const recorded = await record.recordClaim(claim);
        const updated = await record.updateClaim({
          claim: { id: recorded.claim.id },
          topics: [`topic-${turn}`],
        });

        expect([actor.name, created]).toEqual([`Actor ${turn}`, true]);
        expect([recorded.claim.text, recorded.created]).toEqual([claim.text, true]);
        expect(updated.claim.topics).toEqual([`topic-${turn}`]);
      }
    },
  );

  test('what a change rests on is looked up where it was written', async () => {
    await using primary = await startSqld();
    await using replica = await startSqld({ replicaOf: primary });
    await using one = await serverAt(replica, 'ws');
    const { record } = one;

    for (let turn = 0; turn < 4; turn += 1) {
      const granter = {
        type: 'actor',
        id: `outlet-${turn}`,
        name: `Outlet ${turn}`,
        kind: 'OUTLET',
      };
      const source = {
        type: 'actor',
        id: `source-${turn}`,
        name: 'Somebody',
        kind: 'UNNAMED_SOURCE',
      };
      await record.importRecord({ lines: [JSON.stringify(granter), person(`person-${turn}`)] });
      const { created, cursor } = await record.importRecord({
        lines: [
          JSON.stringify({ ...source, grantedBy: `outlet-${turn}` }),
          person(`person-${turn}`),
        ],
      });

      expect(created).toBe(1);
      // The cursor of an answer holds at once, wherever the log is read.
      const { recordEvents } = await record.request<{ recordEvents: { nodes: unknown[] } }>(
        'query($after: String) { recordEvents(after: $after) { nodes { type } } }',
        { after: cursor },
      );
      expect(recordEvents.nodes).toEqual([]);
      const { secret } = await record.createToken({ name: `Token ${turn}`, role: 'READER' });
      const holder = createClient({ url: one.server.url, token: secret });
      expect(await holder.viewer()).toMatchObject({ role: 'READER' });
    }
  });
});
