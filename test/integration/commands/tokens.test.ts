import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import { committedEvents, everything } from '../../kit/committed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { expectRefused } from '../../kit/refused.ts';

test('a token is never stored, its hash is', async () => {
  await using record = await openRecord();
  const { token, hash } = newToken();

  const { key, id } = await write(record.db, createToken, { name: 'desk', role: 'ADMIN', hash });

  expect(token).toMatch(/^onr_[\w-]{43}$/);
  expect(hash).toBe(createHash('sha256').update(token).digest('hex'));
  expect(id).toMatch(/^token_/);
  expect(everything(record.path)).toMatchObject({
    tokens: [{ name: 'desk', role: 'ADMIN', hash, revoked_at: null }],
  });
  expect(JSON.stringify(everything(record.path))).not.toContain(token);
  expect(committedEvents(record.path)).toMatchObject([
    {
      type: 'TOKEN_CREATED',
      noun: 'token',
      subject: key,
      visibility: 'ADMINS',
      payload: { name: 'desk', role: 'ADMIN' },
    },
  ]);
});

test('a token is revoked once', async () => {
  await using record = await openRecord();
  const { hash } = newToken();
  const { key, id } = await write(record.db, createToken, { name: 'desk', role: 'READER', hash });

  await write(record.db, revokeToken, { token: { id } });

  const [, revoked] = committedEvents(record.path);
  expect(revoked).toMatchObject({ type: 'TOKEN_REVOKED', subject: key, visibility: 'ADMINS' });
  expect(everything(record.path)).toMatchObject({ tokens: [{ revoked_at: revoked?.at }] });
  await expectRefused(record, [revokeToken, { token: { id } }], {
    code: 'ALREADY_WITHDRAWN',
    path: ['token'],
  });
  await expectRefused(record, [revokeToken, { token: { id: 'token_x' } }], {
    code: 'NOT_ON_RECORD',
    path: ['token'],
  });
});

test('a token needs a name, and a hash that is one', async () => {
  await using record = await openRecord();
  const token = { name: 'desk', role: 'ADMIN', hash: newToken().hash } as const;

  await expectRefused(record, [createToken, { ...token, name: '' }], {
    code: 'TEXT_INVALID',
    path: ['name'],
  });
  await expectRefused(record, [createToken, { ...token, hash: 'onr_x' }], {
    code: 'INPUT_INVALID',
    path: ['hash'],
  });
});
