import { expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import {
  bridgePromised,
  bridgeStory,
  gazetteReports,
  mayorDenies,
  quoting,
  spokeswomanAsserts,
} from '../kit/harbour.ts';
import { NearTexts } from '../kit/near-texts.ts';

const standingNow = '{ claim(by: { slug: "bridge-promised" }) { standing { status rule asOf } } }';

test('1 evidence is verbatim, and what is not is refused without a trace', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const head = await desk.head();
  const deny = (evidence: object) =>
    desk.mutate(
      'recordStance',
      { ...mayorDenies, evidence: [evidence] },
      'stance { evidence { quote start end } }',
    );

  const refusals = [
    await deny(quoting('I never promised any bridge')),
    await deny({ ...quoting('I never promised a bridge'), start: 0, end: 25 }),
    await deny(quoting('The bridge')),
  ];
  const headAfterwards = await desk.head();
  const { stance } = await deny(quoting('old 🌉 and narrow'));

  const start = bridgeStory.indexOf('old 🌉');
  expect(refusals.map(({ code }) => code)).toEqual([
    'QUOTE_NOT_IN_ARTICLE',
    'QUOTE_NOT_IN_ARTICLE',
    'QUOTE_AMBIGUOUS',
  ]);
  expect(headAfterwards).toBe(head);
  expect(stance).toEqual({
    evidence: [{ quote: 'old 🌉 and narrow', start, end: start + 'old 🌉 and narrow'.length }],
  });
});

test('2 a chain starts with the publisher and ends with the holder', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('updateArticle', {
    article: { slug: 'bridge-story' },
    creditedTo: { slug: 'courier' },
  });
  await desk.mutate('recordArticle', {
    slug: 'found',
    title: 'A leaf',
    language: 'en',
    text: 'No bridge, said the mayor.',
  });
  const deny = async (chain: readonly string[], article = 'bridge-story') => {
    const quote = article === 'found' ? 'No bridge' : 'I never promised a bridge';
    const evidence = [{ ...quoting(quote, chain), article: { slug: article } }];
    const told = await desk.mutate('recordStance', {
      ...mayorDenies,
      slug: [...chain, article].join('-'),
      evidence,
    });
    return told.code ?? told.created;
  };

  expect(await deny(['gazette', 'mayor'])).toBe(true);
  expect(await deny(['council-sources', 'mayor'])).toBe(true);
  expect(await deny(['courier', 'mayor'])).toBe(true);
  expect(await deny(['courier', 'mayor'], 'found')).toBe(true);
  expect(await deny(['council-sources', 'mayor'], 'found')).toBe(true);
  expect(await deny(['town-hall', 'mayor'])).toBe('ATTRIBUTION_BROKEN');
  expect(await deny(['gazette', 'spokeswoman'])).toBe('ATTRIBUTION_BROKEN');
  expect(await deny(['gazette', 'mayor', 'gazette', 'mayor'])).toBe('ATTRIBUTION_BROKEN');
  expect(await deny(['town-hall', 'mayor'], 'found')).toBe('ATTRIBUTION_BROKEN');
});

test('3 a stance has evidence or a note, and goes with its last evidence', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const { note: _note, ...bare } = spokeswomanAsserts;

  const withNeither = await desk.mutate('recordStance', bare);
  const withNote = await desk.mutate('recordStance', spokeswomanAsserts);
  const { stance } = await desk.mutate('recordStance', mayorDenies, 'stance { evidence { id } }');
  await desk.mutate('withdrawEvidence', { evidence: onlyEvidenceOf(stance), reason: 'Misread.' });

  const { data } = await desk.ask(`{
    stances { nodes { slug } }
    gone: stances(filter: { withdrawn: true }) { nodes { slug } }
  }`);
  expect(withNeither.code).toBe('EVIDENCE_REQUIRED');
  expect(withNote.created).toBe(true);
  expect(data).toEqual({
    stances: { nodes: [{ slug: 'spokeswoman-asserts' }] },
    gone: { nodes: [{ slug: 'mayor-denies' }] },
  });
});

test('4 a withdrawal deletes nothing, and every moment before answers as it did', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', spokeswomanAsserts);
  const { stance } = await desk.mutate('recordStance', mayorDenies, 'stance { id }');
  const before = await standingOf(desk);
  await desk.mutate('withdrawStance', { stance, reason: 'Another bridge.' });
  await desk.mutate('withdrawArticle', { article: { slug: 'bridge-story' }, reason: 'A hoax.' });

  const { data } = await desk.ask(
    `query($id: ID!, $moment: DateTime) {
      node(id: $id) { ... on Stance { slug withdrawnAt evidence { quote } } }
      article(by: { slug: "bridge-story" }) { withdrawnAt }
      claim(by: { slug: "bridge-promised" }) { standing(asOf: $moment) { status rule asOf } }
    }`,
    { id: recordOf(stance).id, moment: before.asOf },
  );

  expect(data).toEqual({
    node: {
      slug: 'mayor-denies',
      withdrawnAt: expect.any(String),
      evidence: [{ quote: 'I never promised a bridge' }],
    },
    article: { withdrawnAt: expect.any(String) },
    claim: { standing: before },
  });
  expect(before.status).toBe('DISPUTED');
  expect(await standingOf(desk)).toMatchObject({ status: 'ASSERTED' });
});

test('5 a correction keeps what it replaces in its event', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', spokeswomanAsserts);
  await desk.mutate('updateClaim', {
    claim: { slug: 'bridge-promised' },
    text: 'It was promised.',
  });

  const { data } = await desk.ask(
    '{ recordEvents(filter: { type: [CLAIM_CHANGED] }) { nodes { before { key value } } } }',
  );

  expect(data?.recordEvents).toEqual({
    nodes: [{ before: [{ key: 'text', value: JSON.stringify(bridgePromised.text) }] }],
  });
});

test('6 an id and a slug lead to the same thing for ever', async () => {
  await using desk = await openDesk();
  const actor = 'actor { id slug }';
  const { actor: ida } = await desk.mutate(
    'recordActor',
    { slug: 'ida', name: 'Ida Moreau', kind: 'PERSON' },
    actor,
  );
  const ask = `query($id: ID!) {
    node(id: $id) { ... on Actor { id slug } }
    actor(by: { slug: "ida" }) { id slug }
  }`;
  const found = async () => (await desk.ask(ask, { id: recordOf(ida).id })).data;

  await desk.mutate('updateActor', { actor: { slug: 'ida' }, name: 'Ida M.' });
  expect(await found()).toEqual({ node: ida, actor: ida });
  const { merge } = await desk.mutate(
    'mergeActors',
    {
      from: { slug: 'ida' },
      into: { slug: 'mayor' },
      judgement: 'CONFIRMED',
      reason: 'One woman.',
    },
    'merge { id }',
  );
  // Whoever is asked for by name is answered with the one that is shown; an id keeps to its own.
  const shown = (await desk.ask('{ actor(by: { slug: "mayor" }) { id slug } }')).data?.actor;
  expect(await found()).toEqual({ node: ida, actor: shown });
  await desk.mutate('revokeActorMerge', { merge, reason: 'Two women.' });
  expect(await found()).toEqual({ node: ida, actor: ida });
});

test('7 a standing follows from verified stances alone, and tells its rule', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', spokeswomanAsserts);
  const asserted = await standingOf(desk);

  await desk.mutate('recordStance', { ...mayorDenies, review: 'DRAFT' });
  const withDraft = await standingOf(desk);
  await desk.mutate('reviewStance', { stance: { slug: 'mayor-denies' }, review: 'VERIFIED' });
  const verified = await standingOf(desk);
  await desk.mutate('withdrawStance', { stance: { slug: 'mayor-denies' }, reason: 'Misread.' });
  const withdrawn = await standingOf(desk);

  expect(asserted).toMatchObject({ status: 'ASSERTED', rule: 6 });
  expect(withDraft).toMatchObject({ status: 'ASSERTED', rule: 6 });
  expect(verified).toMatchObject({ status: 'DISPUTED', rule: 1 });
  expect(withdrawn).toMatchObject({ status: 'ASSERTED', rule: 6 });
});

test('8 asOf is the clock of the record, saidBy that of the speakers', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...mayorDenies, saidOn: '2026-02-01' });
  const { asOf: moment } = await standingOf(desk);
  await desk.mutate('recordStance', { ...spokeswomanAsserts, saidOn: '2026-01-01' });
  await desk.mutate('recordStance', { ...gazetteReports, saidOn: '2026-03-01', review: 'DRAFT' });

  const { data } = await desk.ask(
    `query($moment: DateTime) {
      claim(by: { slug: "bridge-promised" }) {
        earlier: standing(asOf: $moment) { status }
        january: standing(saidBy: "2026-01-15T00:00:00Z") { status }
        standing { status }
      }
    }`,
    { moment },
  );

  expect(data?.claim).toEqual({
    earlier: { status: 'DENIED' },
    january: { status: 'ASSERTED' },
    standing: { status: 'DISPUTED' },
  });
});

async function standingOf(desk: Desk): Promise<Readonly<Record<string, unknown>>> {
  const { data } = await desk.ask(standingNow);
  return recordOf(recordOf(data?.claim).standing);
}

function onlyEvidenceOf(stance: unknown): unknown {
  const { evidence } = recordOf(stance);
  return Array.isArray(evidence) ? evidence[0] : null;
}

const copies = `{
  reprint: article(by: { slug: "reprint" }) { copyOf { slug } copies { nodes { slug } } }
  agency: article(by: { slug: "agency" }) { copyOf { slug } copies { nodes { slug } } }
}`;

test('62 articles whose texts are alike are copies of the one issued first, whichever came first', async () => {
  await using desk = await openDesk();
  const wire = new NearTexts(1).words(100).join(' ');
  const record = (slug: string, text: string, publishedAt: string | null) =>
    desk.mutate('recordArticle', { slug, title: slug, language: 'en', text, publishedAt });
  await record('reprint', `HARBOUR — ${wire}`, '2026-01-02T00:00:00Z');
  await record('agency', wire, '2026-01-01T00:00:00Z');
  await record('forged', wire.toUpperCase(), '2025-01-01T00:00:00Z');
  await desk.mutate('withdrawArticle', { article: { slug: 'forged' }, reason: 'Forged.' });

  const { data } = await desk.ask(copies);

  expect(data).toEqual({
    reprint: { copyOf: { slug: 'agency' }, copies: { nodes: [{ slug: 'agency' }] } },
    agency: { copyOf: null, copies: { nodes: [{ slug: 'reprint' }] } },
  });
});

test('63 an erasure leaves copies as they are, and nothing to compare another text with', async () => {
  await using desk = await openDesk();
  const wire = new NearTexts(2).words(100).join(' ');
  const record = (slug: string, text: string) =>
    desk.mutate('recordArticle', { slug, title: slug, language: 'en', text });
  await record('agency', wire);
  await record('reprint', `HARBOUR — ${wire}`);
  const { data: before } = await desk.ask(copies);

  await desk.mutate('eraseArticleText', { article: { slug: 'agency' }, reason: 'By a court.' });
  await desk.mutate('eraseArticleText', { article: { slug: 'reprint' }, reason: 'By a court.' });
  await record('late', `Again: ${wire}`);

  expect(before?.reprint).toMatchObject({ copyOf: { slug: 'agency' } });
  expect((await desk.ask(copies)).data).toEqual(before);
});
