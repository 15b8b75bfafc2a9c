import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { importLines } from '../../../db/interchange/import.ts';
import { preparedDocuments, tabFiles } from '../../../server/graphiql/tabs.ts';
import { owner } from '../../kit/owner.ts';
import { answerOf, bearer, type OpenHandler, openHandler } from './open-handler.ts';

test('the tabs are those that the contract names, in its order', async () => {
  const documents = await preparedDocuments();

  expect(
    documents.map((query) => /^(query|mutation|subscription) (\w+)/m.exec(query)?.[0]),
  ).toEqual([
    'query TheDisputedCall',
    'query AnActorsStances',
    'query OneClaimsChain',
    'mutation RecordAClaim',
    'subscription TheLiveFeed',
  ]);
});

test('the first shows the disputed call, its sides and their words', async () => {
  await using server = await openSample();

  const { data, errors } = await answerOf(server.ask({ query: await tab(0) }));

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    claim: {
      standing: {
        status: 'DISPUTED',
        summary: expect.stringContaining('Denied by the Kremlin'),
        sides: expect.arrayContaining([
          expect.objectContaining({
            actor: { name: 'The Kremlin' },
            polarity: 'AGAINST',
            spokenBy: [{ name: 'Dmitry Peskov' }],
          }),
          expect.objectContaining({ actor: { name: 'The Washington Post' }, polarity: 'RELAYED' }),
        ]),
      },
    },
  });
  expect(JSON.stringify(data)).toContain('Moscow says no');
});

test('the second shows an actor’s stances', async () => {
  await using server = await openSample();

  const { data, errors } = await answerOf(server.ask({ query: await tab(1) }));

  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('actor.stances.nodes.1.evidence.0.quote');
});

test('the third shows through whom a claim reached us', async () => {
  await using server = await openSample();

  const { data, errors } = await answerOf(server.ask({ query: await tab(2) }));

  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toContain(
    '"attribution":[{"name":"The Northern Ledger"},{"name":"The Washington Post"}',
  );
  expect(data).toHaveProperty('claim.standing.disputedVia.0.text');
});

test('the fourth records a claim, once, and needs a token', async () => {
  await using server = await openSample();
  const authorization = await bearer(server.db, { role: 'ADMIN' });
  const query = await tab(3);

  const refused = await answerOf(server.ask({ query }));
  const first = await answerOf(server.ask({ query }, { authorization }));
  const again = await answerOf(server.ask({ query }, { authorization }));

  expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(first.data).toMatchObject({
    recordClaim: {
      created: true,
      claim: { slug: 'both-would-talk', standing: { status: 'ASSERTED' } },
    },
  });
  expect(again.data).toMatchObject({
    recordClaim: { created: false, claim: { slug: 'both-would-talk' } },
  });
});

test('the fifth shows the claim of the fourth as it comes', async () => {
  await using server = await openSample();
  const authorization = await bearer(server.db, { role: 'ADMIN' });

  const stream = await server.ask({ query: await tab(4) }, { accept: 'text/event-stream' });
  await server.ask({ query: await tab(3) }, { authorization });
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes('data: ')) break;
  }

  expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({
    data: { claimAdded: { cursor: expect.any(String), claim: { slug: 'both-would-talk' } } },
  });
});

async function openSample(): Promise<OpenHandler> {
  const server = await openHandler();
  const sample = await readFile(
    new URL('../../../db/sample/sample.jsonl', import.meta.url),
    'utf8',
  );
  await importLines(server.db, sample.trimEnd().split('\n'), { author: owner });
  return server;
}

async function tab(index: number): Promise<string> {
  return readFile(new URL(`../../../server/graphiql/${tabFiles[index]}`, import.meta.url), 'utf8');
}
