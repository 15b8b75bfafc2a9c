import { expect, test } from 'vitest';
import type { Role } from '../../db/rules/vocabulary.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
import { openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import {
  bridgePromised,
  bridgeStory,
  gazetteReports,
  mayorDenies,
  recordHarbour,
} from '../kit/harbour.ts';

test('9 without a token one sees what is public and nothing else', async () => {
  await using desk = await openDesk();
  const { claim } = await desk.mutate('recordClaim', bridgePromised, 'claim { id }');
  await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
  const ask = `query($id: ID!) {
    node(id: $id) { id }
    claim(by: { slug: "bridge-promised" }) { id stances(filter: { withdrawn: true }) { nodes { slug withdrawnReason } } }
    claims { nodes { id } }
    stances { nodes { slug } }
    recordEvents(filter: { type: [CLAIM_RECORDED, CLAIM_ADDED, STANCE_ADDED, STANCE_WITHDRAWN, TOKEN_CREATED] }) {
      nodes { type reason by { name } }
    }
  }`;
  const { id } = recordOf(claim);

  const drafted = await desk.ask(ask, { id });
  await desk.mutate('recordStance', mayorDenies);
  await desk.mutate('withdrawStance', { stance: { slug: 'mayor-denies' }, reason: 'Misread.' });
  const withdrawn = await desk.ask(ask, { id });

  expect(drafted.data).toEqual({
    node: null,
    claim: null,
    claims: { nodes: [] },
    stances: { nodes: [] },
    recordEvents: { nodes: [] },
  });
  expect(withdrawn.data).toMatchObject({
    node: { id },
    claim: { stances: { nodes: [{ slug: 'mayor-denies', withdrawnReason: null }] } },
    recordEvents: {
      nodes: ['STANCE_ADDED', 'CLAIM_ADDED', 'STANCE_WITHDRAWN'].map((type) => ({
        type,
        reason: null,
        by: null,
      })),
    },
  });
});

test('10 texts are for editors, unless they are public', async () => {
  await using desk = await openDesk();
  await using open = await openHandler({ publicTexts: true });
  await recordHarbour(open.db);
  const query = '{ article(by: { slug: "bridge-story" }) { text sha256 } }';
  const textFor = async (role?: Role) =>
    recordOf((await desk.ask(query, {}, role)).data?.article).text;

  expect([await textFor(), await textFor('READER')]).toEqual([null, null]);
  expect([await textFor('EDITOR'), await textFor('ADMIN')]).toEqual([bridgeStory, bridgeStory]);
  expect((await answerOf(open.ask({ query }))).data).toMatchObject({
    article: { text: bridgeStory },
  });

  await desk.mutate('updateArticle', { article: { slug: 'bridge-story' }, textIsPublic: true });
  expect(await textFor()).toBe(bridgeStory);
});

test('11 a mutation needs an ADMIN token, and a token that is not in force opens nothing', async () => {
  await using desk = await openDesk();
  const query = 'mutation { recordActor(input: { name: "Ida", kind: PERSON }) { __typename } }';
  const codeFor = async (role?: Role) =>
    (await desk.ask(query, {}, role)).errors?.[0]?.extensions.code;
  const { secret, token } = await desk.mutate(
    'createToken',
    { name: 'a former desk', role: 'ADMIN' },
    'secret token { id }',
  );
  await desk.mutate('revokeToken', { token });

  expect(await codeFor()).toBe('UNAUTHENTICATED');
  for (const role of ['READER', 'EDITOR', 'REVIEWER'] as const) {
    expect(await codeFor(role)).toBe('FORBIDDEN');
  }
  expect(await codeFor('ADMIN')).toBeUndefined();
  for (const shown of [String(secret), `onr_${'A'.repeat(43)}`, 'nothing']) {
    const { errors } = await desk.askWith(`Bearer ${shown}`, '{ record { feedCursor } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
});
