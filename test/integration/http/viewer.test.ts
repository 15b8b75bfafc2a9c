import { expect, test } from 'vitest';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import { write } from '../../kit/owner.ts';
import { answerOf, bearer, codeOf, openHandler } from './open-handler.ts';

const whoAmI = { query: '{ viewer { name role } }' };

test('who shows no token is a stranger', async () => {
  await using server = await openHandler();

  expect(await answerOf(server.ask(whoAmI))).toMatchObject({ data: { viewer: null } });
});

test('who shows a token is its holder', async () => {
  await using server = await openHandler();
  const authorization = await bearer(server.db, { name: 'the desk', role: 'EDITOR' });

  expect(await answerOf(server.ask(whoAmI, { authorization }))).toMatchObject({
    data: { viewer: { name: 'the desk', role: 'EDITOR' } },
  });
  expect(
    await answerOf(
      server.ask(whoAmI, { authorization: authorization.replace('Bearer', 'bearer ') }),
    ),
  ).toHaveProperty('data.viewer.name', 'the desk');
});

test('the log knows the token by its number', async () => {
  await using server = await openHandler();
  const authorization = await bearer(server.db, { role: 'READER' });

  await server.ask(whoAmI, { authorization });

  expect(server.log[0]).toMatchObject({ token: 1 });
  expect(JSON.stringify(server.log)).not.toContain(authorization.slice('Bearer '.length));
});

test.each([
  ['an unknown token', `Bearer onr_${'x'.repeat(43)}`],
  ['what is no token', 'Bearer hunter2'],
  ['another scheme', 'Basic dXNlcjpwYXNz'],
  ['nothing after the scheme', 'Bearer'],
])('%s is refused whole, and not taken for a stranger', async (_what, authorization) => {
  await using server = await openHandler();

  const response = await server.ask(whoAmI, { authorization });

  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await answerOf(response)).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('an expired token is refused', async () => {
  await using server = await openHandler();
  const past = await bearer(server.db, { role: 'ADMIN', expiresAt: Date.now() - 1 });
  const future = await bearer(server.db, { role: 'ADMIN', expiresAt: Date.now() + 3_600_000 });

  expect(await codeOf(server.ask(whoAmI, { authorization: past }))).toBe('UNAUTHENTICATED');
  expect(await codeOf(server.ask(whoAmI, { authorization: future }))).toBeUndefined();
});

test('a revoked token is refused from the next request on', async () => {
  await using server = await openHandler();
  const { token, hash } = newToken();
  const { id } = await write(server.db, createToken, { name: 'the desk', role: 'ADMIN', hash });
  const authorization = `Bearer ${token}`;
  expect((await server.ask(whoAmI, { authorization })).status).toBe(200);

  await write(server.db, revokeToken, { token: { id } });

  expect(await codeOf(server.ask(whoAmI, { authorization }))).toBe('UNAUTHENTICATED');
});

test('whoever comes over the socket beside the database is its owner', async () => {
  await using server = await openHandler();

  const response = await server.handler.fetch(
    'http://localhost/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(whoAmI),
    },
    { isOwner: true },
  );

  expect(await response.json()).toMatchObject({
    data: { viewer: { name: 'owner', role: 'ADMIN' } },
  });
});
