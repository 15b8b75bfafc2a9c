import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { done } from './every-mutation.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const importRecord = `mutation($input: ImportRecordInput!) {
  importRecord(input: $input) {
    __typename
    ... on ImportRecordPayload {
      created unchanged byType { type created unchanged } missing cursor
    }
    ... on UserError { code message path }
    ... on LinesRefused { faults { line code message path } }
    ... on Conflict { reference }
  }
}`;

const lines = [
  { type: 'actor', id: 'ferryman', name: 'The ferryman', kind: 'PERSON' },
  { type: 'claim', id: 'ferry-runs', text: 'The ferry runs.', kind: 'FACT', language: 'en' },
  {
    type: 'stance',
    id: 'ferryman-asserts',
    claim: 'ferry-runs',
    actor: 'ferryman',
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    evidence: [
      {
        article: 'bridge-story',
        quote: 'plans were drawn up in March',
        mode: 'INDIRECT',
        attribution: ['gazette', 'ferryman'],
      },
    ],
  },
].map((line) => JSON.stringify(line));

describe('importRecord', () => {
  test('imports lines, tells what they brought, and then that they bring nothing', async () => {
    await using desk = await openDesk();

    const first = await imported(desk, { lines });
    const head = await desk.head();
    const again = await imported(desk, { lines });

    expect(first).toMatchObject({
      __typename: 'ImportRecordPayload',
      created: 3,
      unchanged: 0,
      byType: expect.arrayContaining([
        { type: 'stance', created: 1, unchanged: 0 },
        { type: 'evidence', created: 1, unchanged: 0 },
      ]),
      missing: [],
    });
    expect(decodeFeedCursor(desk.db, String(first.cursor))).toBe(head);
    expect(again).toMatchObject({ created: 0, unchanged: 3, cursor: first.cursor });
  });

  test('as a dry run writes nothing, and tells what is missing', async () => {
    await using desk = await openDesk();
    await desk.ask('{ __typename }', {}, 'ADMIN');
    const head = await desk.head();

    const answer = await imported(desk, { lines: lines.slice(1), dryRun: true });

    expect(answer).toMatchObject({ created: 2, missing: ['actor ferryman'] });
    expect(await desk.head()).toBe(head);
  });

  test('is refused line by line, and nothing is written', async () => {
    await using desk = await openDesk();
    await desk.ask('{ __typename }', {}, 'ADMIN');
    const head = await desk.head();
    const [actor = '', claim = ''] = lines;

    const answer = await imported(desk, {
      lines: [actor, '{"type":"actor","id":"x","name":"X","kind":"GHOST"}', claim, 'no JSON'],
    });

    expect(answer).toMatchObject({
      __typename: 'LinesRefused',
      code: 'LINES_REFUSED',
      path: ['lines', '1', 'kind'],
      faults: [
        { line: 2, code: 'INPUT_INVALID', path: ['kind'] },
        { line: 4, code: 'INPUT_INVALID', path: null },
      ],
    });
    expect(await desk.head()).toBe(head);
  });

  test('refuses a thousand and one lines', async () => {
    await using desk = await openDesk();

    const answer = await imported(desk, { lines: Array(1001).fill(lines[0]) });

    expect(answer).toMatchObject({ __typename: 'InputInvalid', path: ['lines'] });
  });

  test('with a key is answered the same, and refused for other lines', async () => {
    await using desk = await openDesk();
    const idempotencyKey = 'monday-1';

    const first = await imported(desk, { lines, idempotencyKey });
    const again = await imported(desk, { lines, idempotencyKey });
    const other = await imported(desk, { lines: lines.slice(1), idempotencyKey });

    expect(first).toMatchObject({ created: 3 });
    expect(again).toEqual(first);
    expect(other).toMatchObject({ __typename: 'Conflict', reference: 'monday-1' });
  });

  test('as a dry run leaves its key to the import that follows', async () => {
    await using desk = await openDesk();
    const idempotencyKey = 'tuesday-1';

    const rehearsed = await imported(desk, { lines, idempotencyKey, dryRun: true });
    const first = await imported(desk, { lines, idempotencyKey });

    expect([rehearsed, first]).toMatchObject([{ created: 3 }, { created: 3 }]);
  });

  test('is for ADMIN tokens alone', async () => {
    await using desk = await openDesk();

    expect(await codesOf(desk, importRecord, { input: { lines } })).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      undefined,
    ]);
  });
});

describe('exportRecord', () => {
  const query =
    'query($first: Int, $after: String) { exportRecord(first: $first, after: $after) { lines next } }';

  test('tells the whole record page by page, and what it tells is on record', async () => {
    await using desk = await openDesk();
    await done(desk, 'recordStance');

    const all: string[] = [];
    let after: unknown = null;
    do {
      const { data } = await desk.ask(query, { first: 3, after }, 'EDITOR');
      const page = recordOf(data?.exportRecord);
      all.push(...(Array.isArray(page.lines) ? page.lines : []));
      after = page.next;
    } while (after !== null);
    const again = await imported(desk, { lines: all });

    expect(all[0]).toBe('{"type":"record","format":"onrecord/1"}');
    expect(all.length).toBeGreaterThan(9);
    expect(again).toMatchObject({ created: 0 });
  });

  test('refuses another cursor and a page too large', async () => {
    await using desk = await openDesk();

    const codes = [];
    for (const variables of [{ after: 'nowhere' }, { first: 1001 }, { first: 0 }]) {
      const { errors } = await desk.ask(query, variables, 'EDITOR');
      codes.push(errors?.[0]?.extensions.code);
    }

    expect(codes).toEqual(['CURSOR_INVALID', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('is for EDITOR tokens and higher', async () => {
    await using desk = await openDesk();

    expect(await codesOf(desk, query, {})).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('for those who run the record', () => {
  test('verifyRecord finds nothing wrong, and is for ADMIN tokens alone', async () => {
    await using desk = await openDesk();
    await done(desk, 'recordStance');
    const query = `{ verifyRecord {
      checked { articles evidence claims stances actors events }
      faults { noun id what } faultCount unverifiable { id } unverifiableCount
    } }`;

    const { data } = await desk.ask(query, {}, 'ADMIN');

    expect(data).toMatchObject({
      verifyRecord: {
        checked: { articles: 1, evidence: 2, claims: 1, stances: 2, actors: 6 },
        faults: [],
        faultCount: 0,
        unverifiable: [],
        unverifiableCount: 0,
      },
    });
    expect(await codesOf(desk, query, {})).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      undefined,
    ]);
  });

  test('status tells migrations, counts, the last event and tokens, and is for ADMIN tokens alone', async () => {
    await using desk = await openDesk();
    const query = `{ status {
      epoch migrations counts { actors articles claims events }
      lastEvent { seq type at } tokens { id name role recordedAt expiresAt lastUsedAt revokedAt }
    } }`;

    const folder = new URL('../../../db/migrations/', import.meta.url);
    const migrations = readdirSync(folder).sort();

    const { data } = await desk.ask(query, {}, 'ADMIN');

    expect(data).toMatchObject({
      status: {
        epoch: desk.db.epoch,
        migrations,
        counts: { actors: 6, articles: 1, claims: 0, events: 8 },
        lastEvent: { seq: 8, type: 'TOKEN_CREATED' },
        tokens: [{ name: 'the ADMIN desk', role: 'ADMIN', expiresAt: null, revokedAt: null }],
      },
    });
    expect(await codesOf(desk, query, {})).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      undefined,
    ]);
  });

  test('a token is created, works, and works no more when it is revoked', async () => {
    await using desk = await openDesk();
    const create = `mutation { createToken(input: { name: "the desk", role: EDITOR }) {
      ... on CreateTokenPayload { secret created token { id name role } }
    } }`;

    const created = recordOf((await desk.ask(create, {}, 'ADMIN')).data?.createToken);
    const whoAmI = () => desk.askWith(`Bearer ${created.secret}`, '{ viewer { name role } }');
    const before = await whoAmI();
    const revoked = await desk.mutate(
      'revokeToken',
      { token: { id: recordOf(created.token).id } },
      'token { revokedAt }',
    );
    const after = await whoAmI();

    expect(created).toMatchObject({ created: true, token: { name: 'the desk', role: 'EDITOR' } });
    expect(before.data).toEqual({ viewer: { name: 'the desk', role: 'EDITOR' } });
    expect(revoked).toMatchObject({ created: false, token: { revokedAt: expect.any(String) } });
    expect(after.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

async function imported(desk: Desk, input: object): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await desk.ask(importRecord, { input }, 'ADMIN');
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return recordOf(data?.importRecord);
}

/** What a stranger and each role are answered: the code of an error, or none. */
async function codesOf(desk: Desk, query: string, variables: object) {
  const codes = [];
  for (const role of [undefined, 'READER', 'EDITOR', 'REVIEWER', 'ADMIN'] as const) {
    const { errors } = await desk.ask(query, variables, role);
    codes.push(errors?.[0]?.extensions.code);
  }
  return codes;
}
