import { expect, test } from 'vitest';
import { DatabaseOwned, socketOf } from '../../../db/file/startup-error.ts';

test('the socket stands beside the database', () => {
  expect(socketOf('/srv/onrecord.db')).toBe('/srv/onrecord.db.sock');
});

test('a path that the system would cut has no socket, so that two databases never share one', () => {
  const path = `/${'x'.repeat(97)}`;

  expect(socketOf(path)).toBe(`${path}.sock`);
  expect(socketOf(`${path}x`)).toBeNull();
  expect(new DatabaseOwned(`${path}x`)).toMatchObject({
    socket: null,
    message: expect.stringContaining('too long for a socket'),
  });
});
