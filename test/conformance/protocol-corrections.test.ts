import { expect, test } from 'vitest';
import { draftsOf, ingested, story } from '../integration/mutations/ferry-story.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised, mayorDenies, quoting, spokeswomanAsserts } from '../kit/harbour.ts';

const statusOf = async (desk: Desk) => {
  const { data } = await desk.ask(
    '{ claim(by: { slug: "bridge-promised" }) { standing { status } } }',
    {},
    'EDITOR',
  );
  return data?.claim;
};

test('47 a draft becomes evidence of a stance on record, unless its actor turned in between', async () => {
  await using desk = await openDesk();
  const draft = await ingested(desk);
  const actor = { id: draft.actor.id };
  const said = { ...mayorDenies, actor, evidence: [], note: 'At the pier.' };
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...said, saidOn: '2024-03-01' });
  const confirms = { ...said, slug: 'turned', kind: 'CONFIRMS', saidOn: '2024-03-05' };
  await desk.mutate('recordStance', confirms);
  const claim = { slug: 'bridge-promised' };
  const accept = (more: object) =>
    desk.mutate(
      'reviewStance',
      {
        stance: { id: draft.id },
        review: 'VERIFIED',
        claim,
        evidenceOf: { slug: 'mayor-denies' },
        ...more,
      },
      'stance { review }',
    );

  const refused = [
    await accept({}),
    await accept({ kind: 'QUESTIONS' }),
    await accept({ claim: undefined }),
    await accept({ actor: { slug: 'mayor' } }),
  ];
  await desk.mutate('withdrawStance', { stance: { slug: 'turned' }, reason: 'Misheard.' });
  const accepted = await accept({});

  expect(refused.map(({ code, path }) => [code, path])).toEqual(
    Array(4).fill(['INPUT_INVALID', ['evidenceOf']]),
  );
  expect(accepted).toMatchObject({ stance: { review: 'REJECTED' } });
  const { data } = await desk.ask(
    `{ stances(filter: { article: { slug: "${story.slug}" } }) { nodes { slug evidence { attribution { slug } } } } }`,
  );
  expect(data?.stances).toEqual({
    nodes: [
      {
        slug: 'mayor-denies',
        evidence: [{ attribution: [{ slug: 'gazette' }, { slug: draft.actor.slug }] }],
      },
    ],
  });
  expect(await draftsOf(desk)).toEqual([]);
});

test('48 what is told of a stance is corrected, and nothing else of it', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...mayorDenies, saidPhrase: 'on Tuesday' });
  await desk.mutate('recordStance', { ...spokeswomanAsserts, review: 'DRAFT' });
  const stance = { slug: 'mayor-denies' };
  const told = 'stance { saidOn saidPhrase certainty kind note }';

  const corrected = await desk.mutate(
    'updateStance',
    { stance, saidOn: '2024-03-05', certainty: null },
    told,
  );
  const unknown = await desk.mutate('updateStance', { stance, saidPhrase: null }, told);
  const bare = await desk.mutate('updateStance', {
    stance: { slug: 'spokeswoman-asserts' },
    note: null,
  });
  await desk.mutate('updateStance', { stance: { slug: 'spokeswoman-asserts' }, note: 'By phone.' });

  const denial = { saidOn: '2024-03-05', certainty: 'FIRM', kind: 'DENIES', note: null };
  expect(corrected).toMatchObject({
    created: false,
    stance: { ...denial, saidPhrase: 'on Tuesday' },
  });
  expect(unknown).toMatchObject({ stance: { ...denial, saidPhrase: null } });
  expect(bare).toMatchObject({ code: 'EVIDENCE_REQUIRED', path: ['note'] });
  const changes = `{ recordEvents(filter: { type: [STANCE_CHANGED] }) { nodes { before { key value } } } }`;
  const seen = [
    { before: [{ key: 'saidOn', value: null }] },
    { before: [{ key: 'saidPhrase', value: '"on Tuesday"' }] },
  ];
  expect((await desk.ask(changes)).data).toEqual({ recordEvents: { nodes: seen } });
  expect((await desk.ask(changes, {}, 'EDITOR')).data).toEqual({
    recordEvents: {
      nodes: [...seen, { before: [{ key: 'note', value: '"Said so at the desk."' }] }],
    },
  });
});

test('49 a corrected kind, date or credit is in the standings at once', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const hall = { ...spokeswomanAsserts, slug: 'hall', actor: { slug: 'town-hall' } };
  await desk.mutate('recordStance', spokeswomanAsserts);
  await desk.mutate('recordStance', hall);
  const before = await statusOf(desk);

  await desk.mutate('updateActor', { actor: { slug: 'town-hall' }, kind: 'GROUP' });
  const after = await statusOf(desk);
  const refused = [
    await desk.mutate('updateActor', { actor: { slug: 'mayor' }, kind: 'UNNAMED_SOURCE' }),
    await desk.mutate('updateActor', { actor: { slug: 'council-sources' }, kind: 'PERSON' }),
    await desk.mutate('updateActor', { actor: { slug: 'gazette' }, kind: 'GOVERNMENT' }),
  ];
  await desk.mutate('updateActor', { actor: { slug: 'town-hall' }, kind: 'GOVERNMENT' });
  const evidence = [quoting('I never promised a bridge', ['gazette', 'spokeswoman'])];
  const denies = { ...mayorDenies, actor: { slug: 'spokeswoman' }, evidence };
  await desk.mutate('recordStance', { ...denies, slug: 'denies' });
  await desk.mutate('updateStance', {
    stance: { slug: 'spokeswoman-asserts' },
    saidOn: '2024-03-01',
  });
  await desk.mutate('withdrawStance', { stance: { slug: 'hall' }, reason: 'Misheard.' });
  const later = await statusOf(desk);
  const article = { slug: 'bridge-story' };
  await desk.mutate('updateArticle', { article, publishedAt: '2024-02-01T00:00:00Z' });

  expect(before).toEqual({ standing: { status: 'CORROBORATED' } });
  expect(after).toEqual({ standing: { status: 'ASSERTED' } });
  expect(refused.map(({ code, path }) => [code, path])).toEqual(
    Array(3).fill(['INPUT_INVALID', ['kind']]),
  );
  expect(later).toEqual({ standing: { status: 'DENIED' } });
  expect(await statusOf(desk)).toEqual({ standing: { status: 'ASSERTED' } });
});

test('50 what may not be one is refused by way of others, and the way is told', async () => {
  await using desk = await openDesk();
  const names = ['ferry', 'boat', 'ship'];
  for (const slug of names) {
    await desk.mutate('recordClaim', { ...bridgePromised, slug, text: `The ${slug} sank.` });
    await desk.mutate('recordActor', { slug, name: slug, kind: 'PERSON' });
  }
  const joined = async (from: string, to: string, more: object = {}) => {
    const ends = { from: { slug: from }, judgement: 'CONFIRMED', ...more };
    const actor = await desk.mutate('mergeActors', { ...ends, into: { slug: to } }, 'merge { id }');
    const claim = await desk.mutate(
      'linkClaims',
      { kind: 'SAME_AS', ...ends, to: { slug: to } },
      'link { id }',
    );
    return [actor, claim];
  };
  await joined('ferry', 'boat');
  const apart = await joined('ferry', 'ship', { judgement: 'REJECTED' });

  const byWay = await joined('boat', 'ship');
  const contradicted = await desk.mutate('linkClaims', {
    from: { slug: 'boat' },
    to: { slug: 'ferry' },
    kind: 'CONTRADICTS',
    judgement: 'CONFIRMED',
  });
  const parted = await joined('boat', 'ferry', { judgement: 'REJECTED' });
  const [merge, link] = apart;
  const reason = 'One, after all.';
  await desk.mutate('revokeActorMerge', { merge: { id: recordOf(merge?.merge).id }, reason });
  await desk.mutate('revokeClaimLink', { link: { id: recordOf(link?.link).id }, reason });
  const again = await joined('boat', 'ship');

  for (const { code, message } of byWay) {
    expect(code).toBe('INPUT_INVALID');
    expect(message).toMatch(/by way of ferry > boat > ship\.$/);
  }
  for (const { code, message } of [contradicted, ...parted]) {
    expect(code).toBe('INPUT_INVALID');
    expect(message).toMatch(/are one by way of boat > ferry/);
  }
  expect(again).toMatchObject([{ created: true }, { created: true }]);
});

test('118 a change of what was changed since it was read is refused, and writes nothing', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', mayorDenies);
  const asked = await desk.ask('{ record { feedCursor } }', {}, 'EDITOR');
  const before = recordOf(asked.data?.record);
  const input = { claim: { slug: 'bridge-promised' }, ifUnchangedSince: before.feedCursor };
  await desk.mutate('recordStance', { ...mayorDenies, kind: 'QUESTIONS' });
  const first = await desk.mutate('updateClaim', { ...input, topics: ['bridge'] });
  const head = await desk.head();

  const second = await desk.mutate('updateClaim', { ...input, topics: ['mayor'] });

  expect(first.message).toBeUndefined();
  expect(first).toMatchObject({ __typename: 'UpdateClaimPayload' });
  expect(second).toMatchObject({ __typename: 'Conflict', code: 'CONFLICT', path: ['claim'] });
  expect(second.message).toMatch(/^The claim bridge-promised was changed since: CLAIM_CHANGED at /);
  expect(await desk.head()).toBe(head);
});
