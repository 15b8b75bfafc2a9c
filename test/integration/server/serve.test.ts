import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { CannotListen, serve } from '../../../server/serve.ts';
import { openRecord } from '../../kit/open-record.ts';
import { startChild } from '../../kit/program.ts';
import { openServer, recordActor } from './open-server.ts';

describe('a server', () => {
  test('answers at its address', async () => {
    await using server = await openServer();

    expect(server.serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(await (await server.ask('{ __typename }')).json()).toMatchObject({
      data: { __typename: 'Query' },
    });
  });

  test('that listens everywhere tells an address that this machine can open', async () => {
    await using server = await openServer({ HOST: '0.0.0.0' });

    expect(server.serving.url).toMatch(/^http:\/\/localhost:\d+\/graphql$/);
  });

  test('on an address that is taken is refused in one line, and leaves nothing open', async () => {
    await using first = await openServer();
    await using record = await openRecord();
    const port = new URL(first.serving.url).port;
    const config = readConfig({ DATABASE_URL: `file:${record.path}`, PORT: port }, {});

    const refused = await serve({
      config,
      db: record.db,
      log: createLog({ level: 'silent' }),
    }).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(CannotListen);
    expect(refused).toMatchObject({
      code: 'CANNOT_LISTEN',
      message: `Cannot listen on 127.0.0.1:${port}: another process listens there; stop it, or give another PORT.`,
    });
    await expect(stat(`${record.path}.sock`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the socket beside the database', () => {
  test('is for the owner of the file alone', async () => {
    await using server = await openServer();

    expect((await stat(server.socket)).mode & 0o777).toBe(0o600);
  });

  test('needs no token', async () => {
    await using server = await openServer();

    expect(await server.askAsOwner('{ viewer { name role } }')).toMatchObject({
      data: { viewer: { name: 'owner', role: 'ADMIN' } },
    });
    expect(await server.askAsOwner(recordActor('Ada'))).not.toHaveProperty('errors');
    expect(await (await server.ask(recordActor('Ada'))).json()).toHaveProperty(
      'errors.0.extensions.code',
      'UNAUTHENTICATED',
    );
  });

  test('takes the place of one whose owner was killed', async () => {
    await using record = await openRecord();
    const socket = `${record.path}.sock`;
    const dead = startChild([
      process.execPath,
      '-e',
      `require('net').createServer().listen(${JSON.stringify(socket)}, () => console.log())`,
    ]);
    await once(dead.stdout, 'data');
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    expect((await stat(socket)).isSocket()).toBe(true);

    const config = readConfig({ DATABASE_URL: `file:${record.path}`, PORT: '0' }, {});
    const serving = await serve({ config, db: record.db, log: createLog({ level: 'silent' }) });

    const client = connect(socket);
    await once(client, 'connect');
    client.destroy();
    await serving.stop();
  });

  test('is gone when the server has stopped', async () => {
    await using server = await openServer();

    await server.serving.stop();

    await expect(stat(server.socket)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
