import { expect, test } from 'vitest';
import { describeWith } from '../kit/component.ts';
import { onrecord } from '../kit/onrecord.ts';
import { runProgram } from '../kit/program.ts';
import { startServer } from './components/server.ts';
import { startSqld } from './components/sqld.ts';

describeWith(['sqld'], 'a server on a libSQL server as it is installed', () => {
  test('says once that changes are not synced, and what to do; or does not start', async () => {
    await using sqld = await startSqld({ isSynced: false });
    const settings = { DATABASE_URL: `ws://${sqld.address}`, LOG_LEVEL: 'warn' };
    await using server = await startServer(settings);
    const env = { ...process.env, ...settings, PORT: '0', REQUIRE_SYNCED: 'true' };

    const strict = await runProgram(onrecord('serve'), { env });

    const lines = server.printed().match(/.*acknowledges changes before they are synced.*/g);
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toContain('durability_mode');
    expect(strict.code).toBe(3);
    expect(strict.err).toMatch(/^DATABASE_NOT_SYNCED: .*durability_mode to strong/m);
  });
});
