import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { openHandler } from '../integration/http/open-handler.ts';
import { openEntrance } from '../kit/open-entrance.ts';

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

test.each(audits.map(({ id, name }) => [id, name] as const))('%s %s, by the lane', async (id) => {
  await using server = await openEntrance();
  const audit = serverAudits({
    url: server.url,
    // The second time, what can be known is known.
    fetchFn: async (url: string, init?: RequestInit) => {
      await (await fetch(url, init)).arrayBuffer();
      return fetch(url, init);
    },
  }).find((each) => each.id === id);

  const result = await audit?.fn();

  expect(result).toMatchObject({ status: 'ok' });
});
