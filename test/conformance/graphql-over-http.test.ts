import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { openHandler } from '../integration/http/open-handler.ts';

const audits = serverAudits({ url: 'http://localhost/graphql', fetchFn: () => undefined });

test('the suite is the one we know', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map(({ id, name }) => [id, name] as const))('%s %s', async (id) => {
  await using server = await openHandler();
  const audit = serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: server.handler.fetch,
  }).find((each) => each.id === id);

  const result = await audit?.fn();

  expect(result).toMatchObject({ status: 'ok' });
});
