import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openEntrance } from '../../kit/open-entrance.ts';

test('the last request of a connection is answered, whatever comes after it', async () => {
  await using entrance = await openEntrance();
  const body = JSON.stringify({ query: '{ __typename }' });
  const socket = connect(entrance.port, '127.0.0.1');
  socket.write(
    [
      'POST /graphql HTTP/1.1',
      'host: localhost',
      'content-type: application/json',
      `content-length: ${body.length}`,
      'connection: close',
      '',
      `${body}GET /healthz HTTP/1.1`,
      'host: localhost',
      '',
      '',
    ].join('\r\n'),
  );

  const told = await text(socket);

  expect(told.match(/^HTTP\/1\.1 .*$/gm)).toEqual(['HTTP/1.1 200 OK']);
  expect(told).toContain('"__typename":"Query"');
});
