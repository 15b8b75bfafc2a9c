import { expect, test } from 'vitest';
import type { Role } from '../../db/rules/vocabulary.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
import { mutationOf, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
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

test('11 a mutation needs a token of its role, and a token that is not in force opens nothing', async () => {
  await using desk = await openDesk();
  const token = { name: 'a desk', role: 'ADMIN' };
  const codeFor = async (name: string, input: object, role?: Role) =>
    (await desk.ask(mutationOf(name), { input }, role)).errors?.[0]?.extensions.code;
  const codesFor = async (name: string, input: object) => [
    await codeFor(name, input),
    await codeFor(name, input, 'READER'),
    await codeFor(name, input, 'EDITOR'),
    await codeFor(name, input, 'REVIEWER'),
    await codeFor(name, input, 'ADMIN'),
  ];
  const { secret, token: former } = await desk.mutate('createToken', token, 'secret token { id }');
  await desk.mutate('revokeToken', { token: former });

  const [none, lesser] = ['UNAUTHENTICATED', 'FORBIDDEN'];
  expect(await codesFor('recordActor', { name: 'Ida', kind: 'PERSON' })).toEqual([
    none,
    lesser,
    undefined,
    undefined,
    undefined,
  ]);
  expect(
    await codesFor('reviewStance', { stance: { slug: 'nothing' }, review: 'VERIFIED' }),
  ).toEqual([none, lesser, lesser, undefined, undefined]);
  expect(await codesFor('createToken', token)).toEqual([none, lesser, lesser, lesser, undefined]);
  for (const shown of [String(secret), `onr_${'A'.repeat(43)}`, 'nothing']) {
    const { errors } = await desk.askWith(`Bearer ${shown}`, '{ record { feedCursor } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
});
