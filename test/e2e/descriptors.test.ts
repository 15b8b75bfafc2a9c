import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type WebSocket from 'ws';
import { isAnswered, openSocket, subscribe } from '../attacks/socket-client.ts';
import { onrecord } from '../kit/onrecord.ts';
import { freePort, startProgram } from '../kit/program.ts';

const descriptors = 500;

test('with 500 descriptors, one address with idle sockets and connections shuts out nobody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-descriptors-'));
  const port = await freePort();
  const limited = ['/bin/sh', '-c', `ulimit -n ${descriptors} && exec "$@"`, 'sh'] as const;
  await using server = await startProgram([...limited, ...onrecord('serve', '--no-sample')], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'record.db')}`, PORT: `${port}` },
    isReady: (printed) => printed.includes('createClient'),
  });
  const working = await openSocket(port);
  const isTold = once(working, 'message');
  subscribe(working, 'feed', {
    query: 'subscription { recordEvents(checkpoints: true) { cursor } }',
  });
  await isTold;
  let answered = 0;

  const idle: WebSocket[] = [];
  for (let n = 0; n < descriptors; n += 1) idle.push(await openSocket(port));
  if (await isAnswered(port)) answered += 1;
  const silent = Array.from({ length: descriptors }, () =>
    connect(port, '127.0.0.1').on('error', () => undefined),
  );
  for (const connection of silent) if (connection.connecting) await once(connection, 'connect');
  if (await isAnswered(port)) answered += 1;
  const other = await openSocket(port);

  expect(answered).toBe(2);
  expect([working, other].map(({ readyState }) => readyState)).toEqual([1, 1]);
  for (const socket of [...idle, working, other]) socket.terminate();
  for (const connection of silent) connection.destroy();
  await server.end('SIGTERM');
  await rm(folder, { recursive: true });
});
