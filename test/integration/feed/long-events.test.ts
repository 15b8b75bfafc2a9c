import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { isAnswered } from '../../attacks/socket-client.ts';
import { openEntrance } from '../../kit/open-entrance.ts';
import { write } from '../../kit/owner.ts';

const names = Array.from({ length: 20 }, (_, n) => `a${n}: description`).join(' ');
const query = `subscription($after: String) {
  recordEvents(after: $after) { cursor subject { ... on Actor { ${names} } } }
}`;

test('of long events that happened long ago, no more is held for a reader than of short ones', async () => {
  await using server = await openEntrance();
  const { db, port, sockets } = server;
  for (let n = 0; n < 60; n += 1)
    await write(db, recordActor, {
      name: `Ada ${n}`,
      kind: 'PERSON',
      description: 'x'.repeat(19_000),
    });
  const after = encodeFeedCursor(db, 0);
  const body = JSON.stringify({ query, variables: { after } });
  const reader = connect(port, '127.0.0.1').on('error', () => undefined);
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'accept: text/event-stream',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];

  reader.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  await once(reader, 'readable');
  for (let other = 0; other < 20; other += 1) await isAnswered(port);

  // All of them are 23 MB.
  expect(sockets[0]?.writableLength).toBeGreaterThan(0);
  expect(sockets[0]?.writableLength).toBeLessThan(3_000_000);
  reader.destroy();
});
