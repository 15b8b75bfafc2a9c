import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onrecord } from '../../kit/onrecord.ts';
import { freePort, startProgram } from '../../kit/program.ts';

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)(
  'no line of the log is lost by %s',
  async (signal) => {
    await using server = await openServing();

    await ask(server.url, 'asked-at-the-end');
    await server.program.end(signal);
    await server.program.ended;

    await expect.poll(server.program.printed, { timeout: 20_000 }).toContain('asked-at-the-end');
  },
);

test('a line is written while nothing else is logged', async () => {
  await using server = await openServing();

  await ask(server.url, 'asked-alone');

  await expect.poll(server.program.printed, { timeout: 20_000 }).toContain('asked-alone');
});

async function ask(url: string, requestId: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': requestId },
    body: '{"query":"{ __typename }"}',
  });
  expect(response.status).toBe(200);
}

async function openServing() {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-log-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const command = onrecord('serve', '--no-sample');
  const program = await startProgram(command, {
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${join(folder, 'record.db')}` },
    isReady: (printed) => printed.includes(url),
  });
  return {
    program,
    url,
    async [Symbol.asyncDispose]() {
      await program.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
