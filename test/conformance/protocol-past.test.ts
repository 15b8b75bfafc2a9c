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
