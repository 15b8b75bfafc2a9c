import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resetAtUpgrade } from '../attacks/socket-client.ts';
import { describeWith } from '../kit/component.ts';
import { startServer } from './components/server.ts';
import { startSqld } from './components/sqld.ts';

const resets = 120;
const atOnce = 5;

test('120 resets at the upgrade end no server over a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-resets-'));

  expect(await survives(`file:${join(folder, 'record.db')}`)).toEqual(alive);

  await rm(folder, { recursive: true });
});

describeWith(['sqld'], 'over a libSQL server', () => {
  test.each(['http', 'ws'])(
    '120 resets at the upgrade end no server that asks it by %s',
    async (scheme) => {
      await using sqld = await startSqld();

      expect(await survives(`${scheme}://${sqld.address}`)).toEqual(alive);
    },
  );
});

const alive = { status: 200, code: 0, logged: [] };

async function survives(databaseUrl: string) {
  await using server = await startServer({ DATABASE_URL: databaseUrl });
  const port = Number(new URL(server.url).port);
  const reset = async (first: number): Promise<void> => {
    for (let n = first; n < resets; n += atOnce) await resetAtUpgrade(port, n % 3);
  };
  await Promise.all(Array.from({ length: atOnce }, (_, first) => reset(first)));
  const { status } = await fetch(server.url.replace('graphql', 'readyz'));
  const code = await server.stop('SIGTERM');
  return { status, code, logged: server.printed().match(/^\{"level":.+/gm) ?? [] };
}
