import { expect, test } from 'vitest';
import { openHandler } from './open-handler.ts';

test('a request is one line, which holds no document, variable or token', async () => {
  await using server = await openHandler();

  const response = await server.ask(
    {
      query: 'query Find($by: ClaimBy!) { claim(by: $by) { id } }',
      operationName: 'Find',
      variables: { by: { slug: 'my-secret' } },
    },
    { 'x-request-id': 'from-the-proxy-1' },
  );

  expect(response.headers.get('x-request-id')).toBe('from-the-proxy-1');
  expect(server.log).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      requestId: 'from-the-proxy-1',
      method: 'POST',
      path: '/graphql',
      operation: 'Find',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    },
  ]);
});

test('the address is logged without what was asked in it', async () => {
  await using server = await openHandler();

  await server.get('/graphql?query={__typename}&variables={"secret":1}');

  expect(server.log[0]).toMatchObject({ path: '/graphql' });
  expect(JSON.stringify(server.log)).not.toContain('secret');
});

test('an error is logged by its code', async () => {
  await using server = await openHandler();

  await server.ask({ query: '{ nothing }' });

  expect(server.log[0]).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] });
});

test('a request id that cannot stand in a log is replaced', async () => {
  await using server = await openHandler();

  for (const given of ['short', 'with space here', 'x'.repeat(101), 'new\tline-new-line']) {
    const { headers } = await server.ask({ query: '{ __typename }' }, { 'x-request-id': given });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});
