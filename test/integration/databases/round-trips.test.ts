import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import { importFiles } from '../../../db/interchange/import.ts';
import { lastSeq } from '../../../db/queries/event.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { type CountingProxy, startCountingProxy } from '../../e2e/components/counting-proxy.ts';
import { type Sqld, startSqld } from '../../e2e/components/sqld.ts';
import { describeWith } from '../../kit/component.ts';
import { owner, write } from '../../kit/owner.ts';
import { bearer, handlerOver } from '../http/open-handler.ts';

describeWith(['sqld'], 'round trips to a libSQL server:', () => {
  let sqld: Sqld;
  let proxy: CountingProxy;
  let db: Database;
  let desk: ReturnType<typeof handlerOver>;
  let authorization: string;

  beforeAll(async () => {
    sqld = await startSqld();
    proxy = await startCountingProxy(sqld.address);
    db = await openDatabase({ url: `ws://${proxy.address}` });
    await importFiles(db, [sampleRecord], { author: owner });
    desk = handlerOver(db);
    authorization = await bearer(db, { role: 'ADMIN' });
    // A token that was never shown before is looked up by itself.
    await ask('{ viewer { name } }');
  });
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    await db?.close();
    await proxy?.[Symbol.asyncDispose]();
    await sqld?.[Symbol.asyncDispose]();
  });

  /** The answer to an editor, and how many round trips it took. */
  async function ask(query: string, variables: object = {}) {
    const before = proxy.roundTrips;
    const answer = await desk.ask({ query, variables }, { authorization });
    const { data, errors } = await answer.json();
    return { data, errors, trips: proxy.roundTrips - before };
  }

  const record = `mutation($input: RecordClaimInput!) { recordClaim(input: $input) {
    ... on RecordClaimPayload { created cursor claim { id slug text kind topics } } ... on UserError { message } } }`;

  /** A claim on which one article shows ten stances. */
  async function claimWithTenStances(text: string) {
    const { data } = await ask('{ articles(first: 1) { nodes { slug text outlet { slug } } } }');
    const [{ outlet, ...article }] = data.articles.nodes;
    const stances = Array.from({ length: 10 }, (_, place) => ({
      actor: { slug: outlet.slug },
      kind: 'ASSERTS',
      certainty: 'PLAIN',
      evidence: [
        {
          article: { slug: article.slug },
          quote: article.text.slice(place * 3, 50 + place * 3),
          mode: 'NARRATED',
        },
      ],
    }));
    const concerns = [{ slug: 'kremlin' }];
    return { text, kind: 'FACT', language: 'en', topics: ['bridge'], concerns, stances };
  }

  test('a claim with ten stances is recorded, and answered, in three', async () => {
    const input = await claimWithTenStances('The bridge was closed by the mayor.');

    const first = await ask(record, { input });
    const keyed = await ask(record, {
      input: { ...input, text: 'The bridge was opened by the mayor.', idempotencyKey: 'opened' },
    });

    expect(first).toMatchObject({
      data: { recordClaim: { created: true, claim: { text: input.text, topics: ['bridge'] } } },
      trips: 3,
    });
    expect(keyed).toMatchObject({ data: { recordClaim: { created: true } }, trips: 3 });
  });

  test('a change that reads what it has written takes the lock, and some more', async () => {
    const { data } = await ask('{ claims(first: 1) { nodes { id } } }');
    const stance = `recordStance(input: { claim: { id: "${data.claims.nodes[0].id}" }, actor: { slug: "kremlin" },
      kind: QUESTIONS, certainty: PLAIN, note: "Of a test." }) { __typename }`;

    const onClaim = await ask(`mutation { ${stance} }`);
    const actor = await ask(
      'mutation { recordActor(input: { name: "Z", kind: PERSON }) { __typename } }',
    );

    expect(onClaim).toMatchObject({
      data: { recordStance: { __typename: 'RecordStancePayload' } },
      trips: 8,
    });
    expect(actor).toMatchObject({
      data: { recordActor: { __typename: 'RecordActorPayload' } },
      trips: 6,
    });
  });

  test('what was asked with the same key before is answered without a change', async () => {
    const input = { text: 'The road was closed.', kind: 'FACT', language: 'en' };
    const asked = { input: { ...input, idempotencyKey: 'road' } };
    const { data } = await ask(record, asked);
    const before = await head();

    const again = await ask(record, asked);
    const other = await ask(record, { input: { ...asked.input, text: 'The road was opened.' } });

    expect(again.data).toEqual(data);
    expect(other.data.recordClaim.message).toMatch(/idempotency key road/);
    expect(await head()).toBe(before);
  });

  test.each([
    ['a list', '{ claims(first: 5) { nodes { slug text kind } } }', 1],
    ['three levels', '{ claims { nodes { slug stances { nodes { actor { name } kind } } } } }', 3],
    [
      'four levels with all that stands at each',
      `{ claims { nodes { slug topics stances { nodes { actor { name } evidence { quote article { title } } } } } }
        actors { nodes { name } } articles { nodes { title outlet { name } } } }`,
      4,
    ],
  ])('%s takes one a level, with the token in the first', async (_, query, levels) => {
    // Compiled from the third time on.
    for (let time = 0; time < 4; time += 1) {
      const { errors, trips } = await ask(query);

      expect(errors).toBeUndefined();
      // Fields of the root may go on while others wait.
      expect(trips).toBeLessThanOrEqual(levels);
    }
  });

  test('a token that was revoked elsewhere changes nothing, and reads nothing', async () => {
    const made = newToken();
    const { id } = await write(db, createToken, { name: 'gone', role: 'EDITOR', hash: made.hash });
    const theirs = { authorization: `Bearer ${made.token}` };
    const asking = async (query: string) => (await desk.ask({ query }, theirs)).json();
    expect(await asking('{ viewer { name } }')).toMatchObject({
      data: { viewer: { name: 'gone' } },
    });
    await using elsewhere = await openElsewhere();
    await write(elsewhere.db, revokeToken, { token: { id }, reason: 'It was lost.' });
    const before = await head();

    const read = await asking('{ viewer { name } claims { nodes { slug } } }');
    const again = await asking('{ viewer { name } }');
    const changed = await asking(
      'mutation { recordActor(input: { name: "X", kind: PERSON }) { __typename } }',
    );

    for (const { data, errors } of [read, again, changed]) {
      expect(data).toBeUndefined();
      expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(await head()).toBe(before);
  });

  test('two processes never give a number twice, whatever each has read before', async () => {
    await using elsewhere = await openElsewhere();
    const before = await head();
    const names = Array.from({ length: 12 }, (_, place) => `Writer ${place}`);

    const recorded = await Promise.all(
      names.map((name, place) =>
        write(place % 2 === 0 ? db : elsewhere.db, recordActor, { name, kind: 'PERSON' }),
      ),
    );

    const seqs = recorded.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(names.map((_, place) => before + 1 + place));
    expect((await verifyRecord(db)).faults).toEqual([]);
  });

  /** The number of the last event on record. */
  const head = async () => (await db.written.read(lastSeq))[0]?.seq ?? 0;

  async function openElsewhere() {
    const other = await openDatabase({ url: `ws://${sqld.address}`, migrate: false });
    return { db: other, [Symbol.asyncDispose]: () => other.close() };
  }
});
