import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { answerOf, bearer, codeOf, openHandler } from './open-handler.ts';

const { bodyBytes, editorBodyBytes } = defaultLimits;

const tooHeavy: readonly (readonly [limit: string, query: string])[] = [
  [
    'levels',
    `{ claims { nodes { ...F } } } fragment F on Claim { stances { nodes { claim { stances { nodes { claim { stances { nodes { claim { id } } } } } } } } } }`,
  ],
  ['aliases', `{ claims { nodes { ...A ...B } } } ${aliased('A', 16)} ${aliased('B', 15)}`],
  [
    'aliases',
    `{ ...R ...R ...R ...R } fragment R on Query { one: viewer { ...V } } fragment V on Viewer { ${names('n', 8, 'name')} }`,
  ],
  ['root fields', `{ ...R } fragment R on Query { ${'viewer { name } '.repeat(21)} }`],
  [
    'directives',
    `{ claims { nodes { ...D ...D ...D } } } fragment D on Claim { id @skip(if: false) text @skip(if: false) slug @skip(if: false) }`,
  ],
  ['tokens', `{ claims { nodes { ${'id '.repeat(1_000)} } } }`],
  ['tokens', `{ claims(filter: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { nodes { id } } }`],
  ['tokens', '{'.repeat(20_000)],
  ['bytes', `{ viewer { name } } #${'x'.repeat(50_000)}`],
  ['fields', `{ record { ${'__typename '.repeat(995)} } }`],
];

test.each(tooHeavy)('a document with too many %s is refused', async (limit, query) => {
  await using server = await openHandler();

  const { errors, data } = await answerOf(server.ask({ query }));

  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } });
  expect(errors?.[0]?.message).toContain(limit);
  expect(data).toBeUndefined();
});

test('a refused document is refused again, by what was found the first time', async () => {
  await using server = await openHandler();
  const [, query = ''] = tooHeavy[0] ?? [];

  expect(await codeOf(server.ask({ query }))).toBe('QUERY_TOO_COMPLEX');
  expect(await codeOf(server.ask({ query }))).toBe('QUERY_TOO_COMPLEX');
});

test('fragments that double at each level are counted, not expanded', async () => {
  await using server = await openHandler();
  const doubling = Array.from(
    { length: 60 },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ... { ...F${n + 1} } }`,
  );

  const code = await codeOf(
    server.ask({
      query: `{ ...F0 } ${doubling.join(' ')} fragment F60 on Query { a: viewer { name } }`,
    }),
  );

  expect(code).toBe('QUERY_TOO_COMPLEX');
});

test('fragments that spread each other are refused', async () => {
  await using server = await openHandler();

  const code = await codeOf(
    server.ask({ query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' }),
  );

  expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('fields that could clash in too many ways to look at are too many, whatever the limit', async () => {
  await using server = await openHandler({ limits: { ...defaultLimits, fields: 2_000 } });

  const query = `{ record { ${'__typename '.repeat(995)} } }`;

  expect(await codeOf(server.ask({ query }))).toBe('QUERY_TOO_COMPLEX');
});

test('tools can introspect', async () => {
  await using server = await openHandler();

  const { data, errors } = await answerOf(
    server.ask({
      query: getIntrospectionQuery({
        descriptions: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    }),
  );

  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('__schema.types');
});

test('introspection does not multiply', async () => {
  await using server = await openHandler();
  const deep = (levels: number): string =>
    levels ? `fields { type { ${deep(levels - 1)} } }` : 'name';

  expect(await codeOf(server.ask({ query: `{ __type(name: "Claim") { ${deep(12)} } }` }))).toBe(
    'GRAPHQL_VALIDATION_FAILED',
  );
});

test.each([
  ['a stranger', undefined, bodyBytes],
  ['a READER', 'READER', bodyBytes],
  ['an EDITOR', 'EDITOR', editorBodyBytes],
  ['an ADMIN', 'ADMIN', editorBodyBytes],
] as const)('a body by %s may be so large, and no larger', async (_who, role, most) => {
  await using server = await openHandler();
  const headers: Record<string, string> =
    role === undefined ? {} : { authorization: await bearer(server.db, { role }) };
  const ask = (bytes: number) =>
    server.ask(JSON.stringify({ query: '{ __typename }' }).padEnd(bytes), headers);

  expect((await ask(most)).status).toBe(200);
  expect((await ask(most + 1)).status).toBe(413);
});

test('a body that says it is too large is refused before it is read', async () => {
  await using server = await openHandler();
  const body = streamOf(editorBodyBytes);

  const response = await server.handler.fetch(
    posted(body.stream, { 'content-length': String(bodyBytes + 1) }),
  );

  expect(response.status).toBe(413);
  expect(await codeOf(response)).toBe('BAD_USER_INPUT');
  expect(body.sent()).toBe(0);
});

test('a large body with a token that is not in force is refused before it is read', async () => {
  await using server = await openHandler();
  const body = streamOf(editorBodyBytes);
  const authorization = `Bearer onr_${'x'.repeat(43)}`;

  const response = await server.handler.fetch(posted(body.stream, { authorization }));

  expect(response.status).toBe(401);
  expect(body.sent()).toBe(0);
});

test('a body that does not say how large it is is read no further than allowed', async () => {
  await using server = await openHandler();
  const body = streamOf(2 * editorBodyBytes);

  const response = await server.handler.fetch(posted(body.stream));

  expect(response.status).toBe(413);
  expect(body.sent()).toBeLessThan(2 * bodyBytes);
});

/** A body that tells how much of it was taken. */
function streamOf(length: number) {
  let sent = 0;
  const chunk = new Uint8Array(1 << 16).fill(0x20);
  const stream = new ReadableStream(
    {
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
        if (sent >= length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, sent: () => sent };
}

function posted(body: ReadableStream, headers: Record<string, string> = {}): Request {
  const streamed = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  };
  return new Request('http://localhost/graphql', streamed);
}

function aliased(fragment: string, count: number): string {
  return `fragment ${fragment} on Claim { ${names(fragment.toLowerCase(), count, 'id')} }`;
}

function names(prefix: string, count: number, field: string): string {
  return Array.from({ length: count }, (_, n) => `${prefix}${n}: ${field}`).join(' ');
}
