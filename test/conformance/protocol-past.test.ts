import { expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised, bridgeStory } from '../kit/harbour.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { tamper } from '../kit/tamper.ts';

const claim = { slug: 'bridge-promised' };
const story = { slug: 'bridge-story' };

/** Says something of the bridge, and tells the moment by which it was on record. */
async function say(desk: Desk, stance: string, more: object = {}): Promise<string> {
  const [actor = '', kind = ''] = stance.split('/');
  const { code } = await desk.mutate('recordStance', {
    slug: `${actor}-${kind.toLowerCase()}`,
    ...{ claim, actor: { slug: actor }, kind, certainty: 'PLAIN', note: 'At the desk.', ...more },
  });
  expect(code).toBeUndefined();
  return lastMoment(desk);
}

function lastMoment({ path }: Desk): string {
  const [last] = rawRows<{ at: number }>(path, 'select max(at) as at from events');
  return new Date(last?.at ?? 0).toISOString();
}

async function asked(desk: Desk, question: string): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await desk.ask(`{ ${question} }`);
  expect(errors).toBeUndefined();
  return recordOf(data);
}

const refusalOf = async (desk: Desk, question: string, role?: 'EDITOR') => {
  const { errors = [] } = await desk.ask(`{ ${question} }`, {}, role);
  return errors.map(({ extensions }) => extensions.code);
};

test('132 as of a moment all is answered as it was then', async () => {
  await using desk = await openDesk();
  const empty = lastMoment(desk);
  await desk.mutate('recordClaim', bridgePromised);
  const asserted = await say(desk, 'mayor/ASSERTS');
  const everything = `claims(orderBy: { field: MOST_DISPUTED }AS_OF) {
      nodes { text standing { status summary since asOf } stances { nodes { slug } } } totalCount feedCursor }
    disputed: claims(filter: { disputedBy: { slug: "gazette" } }AS_OF) { totalCount }
    claim(by: { slug: "bridge-promised" }AS_OF) { text timeline { nodes { to } } }
    stances(filter: { actor: { slug: "mayor" } }AS_OF) { nodes { slug actor { name } } totalCount }
    articles(AS_OF_ALONE) { nodes { slug title withdrawnAt } } actors(orderBy: { field: NAME }AS_OF) { nodes { name } }`;
  const all = (at: string | null) => {
    const moment = `asOf: ${at === null ? 'null' : `"${at}"`}`;
    return asked(
      desk,
      everything.replaceAll('AS_OF_ALONE', moment).replaceAll('AS_OF', `, ${moment}`),
    );
  };
  const before = await all(null);

  await say(desk, 'gazette/DENIES');
  await desk.mutate('updateClaim', { claim, text: 'There will be a bridge.' });
  await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'The former mayor' });
  await desk.mutate('updateArticle', { article: story, title: 'No bridge' });
  await desk.mutate('withdrawArticle', { article: story, reason: 'Made up.' });

  expect(await all(asserted)).toEqual(before);
  expect(await all(null)).not.toEqual(before);
  const none = await all(empty);
  expect(none).toMatchObject({ claims: { nodes: [], totalCount: 0 }, claim: null });
  const [first] = rawRows<{ at: number }>(
    desk.path,
    "select at from events where type = 'STANCE_ADDED' order by seq",
  );
  expect(await all(new Date(first?.at ?? 0).toISOString())).toEqual(before);
});

test('133 a page cursor is bound to its moment', async () => {
  await using desk = await openDesk();
  const at = lastMoment(desk);
  const page = (args: string) =>
    `actors(first: 2, ${args}) { nodes { slug } pageInfo { endCursor } }`;
  const { actors } = await asked(desk, page(`asOf: "${at}"`));
  const after = String(recordOf(recordOf(actors).pageInfo).endCursor);
  await desk.mutate('recordActor', { slug: 'bishop', name: 'The bishop', kind: 'PERSON' });

  const next = await asked(desk, page(`asOf: "${at}", after: "${after}"`));
  const later = new Date(Date.parse(at) + 60_000).toISOString();

  expect(recordOf(next.actors).nodes).toHaveLength(2);
  expect(await refusalOf(desk, page(`asOf: "${later}", after: "${after}"`))).toEqual([
    'CURSOR_INVALID',
  ]);
  expect(await refusalOf(desk, page(`after: "${after}"`))).toEqual(['CURSOR_INVALID']);
});

test('134 what may not be read today is shown as of no moment', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const quote = 'The mayor promised a new bridge';
  const evidence = [{ article: story, quote, mode: 'INDIRECT' }];
  await say(desk, 'mayor/ASSERTS', { note: undefined, evidence });
  await desk.mutate('updateArticle', { article: story, textIsPublic: true });
  await say(desk, 'town-hall/DENIES');
  const at = lastMoment(desk);
  const everything = `articles(asOf: "${at}") { nodes { text evidence { nodes { quote prefix suffix } } } }
    stances(asOf: "${at}") { nodes { slug evidence { quote } } }
    claims(asOf: "${at}") { nodes { stances { nodes { slug note } } } }`;
  expect(JSON.stringify(await asked(desk, everything))).toContain(JSON.stringify(bridgeStory));

  await desk.mutate('updateArticle', { article: story, textIsPublic: false });
  expect(JSON.stringify(await asked(desk, everything))).not.toContain(JSON.stringify(bridgeStory));
  await desk.mutate('updateArticle', { article: story, textIsPublic: true });
  await desk.mutate('reviewStance', { stance: { slug: 'town-hall-denies' }, review: 'REJECTED' });
  await desk.mutate('eraseArticleText', { article: story, reason: 'By a court.' });

  const told = JSON.stringify(await asked(desk, everything));
  expect(told).toContain('mayor-asserts');
  for (const gone of ['town-hall-denies', 'promised', 'bridge']) expect(told).not.toContain(gone);
  const text = JSON.stringify(rawRows(desk.path, 'select * from article_history'));
  expect(text).not.toContain('promised a new bridge');
});

test('135 what was not kept as it was is refused', async () => {
  await using desk = await openDesk();
  // That somebody may ask with these tokens is an event, too.
  await desk.mutate('recordClaim', bridgePromised);
  await desk.ask('{ viewer { name } }', {}, 'EDITOR');
  const at = lastMoment(desk);
  const drafts = [
    `claims(asOf: "${at}", filter: { review: DRAFT }) { totalCount }`,
    `stances(asOf: "${at}", filter: { review: REJECTED }) { totalCount }`,
    `articles(asOf: "${at}", filter: { hasDrafts: true }) { totalCount }`,
  ];

  for (const question of drafts)
    expect(await refusalOf(desk, question, 'EDITOR')).toEqual(['BAD_USER_INPUT']);

  // As a record that was made by a version without a history.
  tamper(desk.path, "update meta set value = (select max(seq) from events) where name = 'history'");
  const question = `{ actors(asOf: "${at}") { nodes { slug } totalCount } }`;
  const last = await desk.ask(question);
  expect(last).toMatchObject({
    data: { actors: { nodes: expect.arrayContaining([{ slug: 'mayor' }]) } },
  });
  await desk.mutate('recordActor', { slug: 'bishop', name: 'The bishop', kind: 'PERSON' });
  const { errors = [] } = await desk.ask(question);
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([
    { code: 'BAD_USER_INPUT', keptSince: lastMoment(desk) },
  ]);
});

const found = (query: string, at: string, told = '') =>
  `search(query: "${query}", asOf: "${at}") { matched totalCount nodes {
    ... on Actor { slug name } ... on Article { slug title } ... on Claim { slug text } } ${told} }`;

test('162 a search as of a moment finds what was found then, by the words of then, in an order of its own', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await say(desk, 'mayor/ASSERTS');
  await desk.mutate('recordActor', { slug: 'other-mayor', name: 'Mayor of Upton', kind: 'PERSON' });
  const at = lastMoment(desk);
  const excerpts =
    'edges { cursor score highlights { field text matches { start end } } } feedCursor';
  const questions = ['the mayor', 'mayor', 'bridge', 'xylophone bridge mayor', 'may'];
  const all = () =>
    asked(desk, questions.map((one, i) => `q${i}: ${found(one, at, excerpts)}`).join(' '));
  const before = await all();
  // Who is called so comes first, of the others the newest.
  expect(before.q0).toMatchObject({
    nodes: [{ name: 'The mayor' }, { text: bridgePromised.text }],
  });
  expect(before.q3).toMatchObject({ matched: 'ANY_WORD' });

  await desk.mutate('updateClaim', { claim, text: 'A quibblesome pier was promised.' });
  await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'A zarzuela' });
  await desk.mutate('updateArticle', { article: story, title: 'Nothing' });
  await desk.mutate('withdrawArticle', { article: story, reason: 'Made up.' });
  await desk.mutate('recordActor', { slug: 'third-mayor', name: 'The mayor', kind: 'PERSON' });
  await desk.mutate('withdrawClaim', { claim, reason: 'Entered in error.' });

  expect(await all()).toEqual(before);
  const later = ['quibblesome', 'zarzuela', 'nothing'];
  for (const word of later)
    expect(await asked(desk, found(word, at)), word).toMatchObject({ search: { totalCount: 0 } });
  const now = lastMoment(desk);
  expect(await asked(desk, found('zarzuela', now))).toMatchObject({ search: { totalCount: 1 } });
  const page = (more: string) =>
    `search(query: "mayor", first: 1, asOf: ${more}) { pageInfo { endCursor } }`;
  const { search } = await asked(desk, page(`"${at}"`));
  const after = String(recordOf(recordOf(search).pageInfo).endCursor);
  expect(await asked(desk, page(`"${at}", after: "${after}"`))).toMatchObject({ search: {} });
  for (const other of [`"${now}"`, 'null'])
    expect(await refusalOf(desk, page(`${other}, after: "${after}"`))).toEqual(['CURSOR_INVALID']);
});

test('163 as of a moment nothing is found by words that a stranger may not read, whoever asks', async () => {
  await using desk = await openDesk();
  const draft = {
    slug: 'secret-plan',
    text: 'A quibblesome pier is planned.',
    kind: 'FACT',
    language: 'en',
  };
  await desk.mutate('recordClaim', { ...draft, review: 'DRAFT' });
  await desk.mutate('recordClaim', bridgePromised);
  const quote = 'People close to the council said that plans were drawn up in March.';
  await say(desk, 'mayor/ASSERTS', {
    note: undefined,
    evidence: [{ article: story, quote, mode: 'INDIRECT' }],
  });
  const at = lastMoment(desk);
  await desk.mutate('eraseArticleText', { article: story, reason: 'By a court.' });

  for (const [word, role] of [
    ['quibblesome', undefined],
    ['quibblesome', 'EDITOR'],
  ] as const) {
    const { data } = await desk.ask(`{ ${found(word, at)} }`, {}, role);
    expect(data).toMatchObject({ search: { totalCount: 0 } });
  }
  const { data } = await desk.ask(
    `{ search(query: "drawn up in March", in: [ARTICLE], asOf: "${at}") { totalCount } }`,
    {},
    'EDITOR',
  );
  expect(data).toMatchObject({ search: { totalCount: 0 } });
  const kept = rawRows(desk.path, 'select * from article_word_history');
  expect(JSON.stringify(kept)).not.toContain('drawn');
});

test('164 a search as of a moment before words were kept is refused', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const at = lastMoment(desk);
  // As a record that was made by a version without a history of words.
  tamper(desk.path, "update meta set value = (select max(seq) from events) where name = 'words'");
  expect(await asked(desk, found('mayor', at))).toMatchObject({ search: { totalCount: 2 } });
  await desk.mutate('recordActor', { slug: 'bishop', name: 'The bishop', kind: 'PERSON' });

  const { errors = [] } = await desk.ask(`{ ${found('mayor', at)} }`);

  expect(errors.map(({ extensions }) => extensions)).toMatchObject([
    { code: 'BAD_USER_INPUT', keptSince: lastMoment(desk) },
  ]);
});
