import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { recordHarbour } from '../../kit/harbour.ts';
import { mutationOf } from '../mutations/open-desk.ts';
import { answerOf, bearer, codeOf, openHandler } from './open-handler.ts';

const texts = [
  ['from right to left', 'ראש העיר הכחיש, العمدة أنكر; \u202eback\u202c'],
  ['of zero width', 'a\u200bb\u200cc\u200dd\ufeffe\u2060f'],
  ['of emoji', '👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 1️⃣ 🦊'],
  [
    'with combining characters, in either form',
    'e\u0301 \u00e9 a\u0323\u0307 a\u0307\u0323 \u1e69',
  ],
  ['beyond the basic plane', '𝒶𝒷 𠜎 𓀀'],
  ['of controls but NUL', '\u0001\t\r\n\u000b\u001f\u007f\u0085\u2028\u2029'],
] as const;

test.each(texts)('text %s comes back byte for byte', async (_what, text) => {
  await using server = await openHandler();
  await recordHarbour(server.db);
  const authorization = await bearer(server.db, { role: 'EDITOR' });
  const input = {
    slug: 'kept',
    title: `x ${text}`,
    language: 'en',
    outlet: { slug: 'gazette' },
    text: `${text}|${text}`,
  };

  const variables = { input };
  await server.ask({ query: mutationOf('recordArticle'), variables }, { authorization });
  const query = '{ article(by: { slug: "kept" }) { title text } }';

  for (let times = 0; times < 4; times += 1) {
    const response = await server.ask({ query }, { authorization });
    expect((await answerOf(response)).data).toEqual({
      article: { title: input.title, text: input.text },
    });
  }
});

test('variables nested 5,000 deep are refused, and break nothing', async () => {
  await using server = await openHandler();
  const query = 'query($f: ClaimFilter) { claims(filter: $f) { nodes { id } } }';
  const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const inObjects = `${'{"stances":'.repeat(5_000)}1${'}'.repeat(5_000)}`;

  for (const f of [nested, inObjects, `{"topic":${nested}}`, `{"stances":${nested}}`]) {
    const body = `{"query":${JSON.stringify(query)},"variables":{"f":${f}}}`;
    expect(await codeOf(server.ask(body))).toBe('BAD_USER_INPUT');
  }
  expect(await codeOf(server.ask({ query }))).toBeUndefined();
});

test('the server asks nothing of the addresses that it is told', async () => {
  let connections = 0;
  const elsewhere = createServer().on('connection', () => {
    connections += 1;
  });
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const { port } = elsewhere.address() as AddressInfo;
  await using server = await openHandler();
  await recordHarbour(server.db);
  const authorization = await bearer(server.db, { role: 'EDITOR' });
  const input = {
    title: 'A story',
    language: 'en',
    outlet: { slug: 'gazette' },
    text: 'A text.',
    url: `http://127.0.0.1:${port}/story`,
  };

  const { data } = await answerOf(
    server.ask({ query: mutationOf('recordArticle'), variables: { input } }, { authorization }),
  );

  expect(data).toMatchObject({ recordArticle: { created: true } });
  expect(connections).toBe(0);
  elsewhere.close();
});
