import { describe, expect, test } from 'vitest';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { bridgePromised, gazetteReports, mayorDenies } from '../../kit/harbour.ts';
import { done } from '../mutations/every-mutation.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';
import { codeOf, cursorAt, cursorNow, nextOf, take } from './following.ts';

const event = `cursor type at reason by { name role } before { key value }
  subject { __typename id ... on Claim { slug } ... on Stance { slug } ... on Actor { slug } }`;

const polled = `query($first: Int, $after: String, $filter: EventFilter) {
  recordEvents(first: $first, after: $after, filter: $filter) {
    nodes { ${event} }
    edges { cursor node { cursor } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount feedCursor
  }
}`;

const followed = `subscription($after: String, $filter: EventFilter, $checkpoints: Boolean) {
  recordEvents(after: $after, filter: $filter, checkpoints: $checkpoints) { ${event} }
}`;

/** A claim that is drafted, denied, judged, corrected and withdrawn: events for everyone and for editors. */
async function tellStory(desk: Desk): Promise<void> {
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
  await desk.mutate('recordStance', mayorDenies);
  await desk.mutate('reviewStance', { stance: { slug: 'gazette-reports' }, review: 'VERIFIED' });
  await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'Ida Moreau' });
  const stance = { slug: 'gazette-reports' };
  await desk.mutate('withdrawStance', { stance, reason: 'Another bridge.' });
}

const heardByAll = [
  'STANCE_ADDED',
  'CLAIM_ADDED',
  'STANDING_CHANGED',
  'STANCE_REVIEWED',
  'STANDING_CHANGED',
  'ACTOR_CHANGED',
  'STANCE_WITHDRAWN',
  'STANDING_CHANGED',
];
const heardByEditors = ['CLAIM_RECORDED', 'STANCE_ADDED', ...heardByAll];

describe('recordEvents', () => {
  test.each<[Role | undefined, readonly string[]]>([
    [undefined, heardByAll],
    ['READER', heardByAll],
    ['EDITOR', heardByEditors],
    ['ADMIN', heardByEditors],
  ])('as a query and as a subscription tells %s the same', async (role, types) => {
    await using desk = await openDesk();
    for (const known of ['ADMIN', 'EDITOR', 'READER'] as const)
      await desk.ask('{ record { feedCursor } }', {}, known);
    const after = await cursorNow(desk);
    await tellStory(desk);

    const { data } = await desk.ask(polled, { after }, role);
    const page = recordOf(data?.recordEvents);
    const live = await take(desk.follow(followed, { after }, role), types.length);

    expect(live.map(({ type }) => type)).toEqual(types);
    expect(page.nodes).toEqual(live);
    expect(page.totalCount).toEqual(expect.any(Number));
    const moments = live.map(({ at }) => Date.parse(String(at)));
    expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
  });

  test('answers the same however often it was asked', async () => {
    await using desk = await openDesk();
    await tellStory(desk);

    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await desk.ask(polled, {}, 'EDITOR'));

    const [{ data } = {}] = answers;
    const nodes = recordOf(data?.recordEvents).nodes;
    expect(nodes).toHaveLength(17);
    expect(answers.slice(1).map((answer) => recordOf(answer.data?.recordEvents).nodes)).toEqual(
      Array(4).fill(nodes),
    );
  });

  test('by whom and why are for editors, tokens for admins', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await desk.ask('{ __typename }', {}, 'ADMIN');
    await desk.ask('{ __typename }', {}, 'EDITOR');
    await tellStory(desk);
    const filter = { type: ['STANCE_WITHDRAWN', 'TOKEN_CREATED'] };

    const told = new Map<Role | undefined, unknown>();
    for (const role of [undefined, 'EDITOR', 'ADMIN'] as const) {
      const { data } = await desk.ask(polled, { after, filter }, role);
      told.set(role, recordOf(data?.recordEvents).nodes);
    }

    const subject = { __typename: 'Stance', slug: 'gazette-reports' };
    const by = { name: 'the ADMIN desk', role: 'ADMIN' };
    expect(told.get(undefined)).toMatchObject([{ by: null, reason: null, subject }]);
    expect(told.get('EDITOR')).toMatchObject([{ by, reason: 'Another bridge.', subject }]);
    expect(told.get('ADMIN')).toMatchObject([
      { type: 'TOKEN_CREATED', by: null, subject: { __typename: 'Token' } },
      { type: 'TOKEN_CREATED', by: null, subject: { __typename: 'Token' } },
      { type: 'STANCE_WITHDRAWN' },
    ]);
  });

  test('tells what a corrected value was before', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await desk.mutate('updateActor', {
      actor: { slug: 'mayor' },
      name: 'Ida',
      aliases: ['Moreau'],
    });
    const article = { slug: 'bridge-story' };
    await desk.mutate('updateArticle', { article, creditedTo: { slug: 'courier' } });
    await desk.mutate('updateArticle', { article, creditedTo: null, byline: 'By M. Noor' });

    const filter = { type: ['ACTOR_CHANGED', 'ARTICLE_CHANGED'] };
    const told = await take(desk.follow(followed, { after, filter }), 3);

    expect(told.map(({ before }) => before)).toEqual([
      expect.arrayContaining([
        { key: 'name', value: '"The mayor"' },
        { key: 'aliases', value: '[]' },
      ]),
      [{ key: 'creditedTo', value: null }],
      expect.arrayContaining([
        { key: 'creditedTo', value: expect.stringMatching(/^"actor_/) },
        { key: 'byline', value: null },
      ]),
    ]);
  });

  test('tells of a standing that changed from what, to what and because of what, and of nothing else', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    const { claim: _claim, ...reports } = gazetteReports;
    await desk.mutate('recordClaim', { ...bridgePromised, stances: [reports] });
    const denial = await desk.mutate('recordStance', mayorDenies, 'stance { id }');
    await desk.mutate('mergeActors', {
      from: { slug: 'spokeswoman' },
      into: { slug: 'mayor' },
      judgement: 'SUGGESTED',
    });
    const asked = '{ type from to because { __typename id ... on Stance { slug } } }';
    const query = `query($after: String) { recordEvents(after: $after) { nodes ${asked} } }`;
    const feed = `subscription($after: String) { recordEvents(after: $after) ${asked} }`;

    const { data } = await desk.ask(query, { after });

    const nodes = [recordOf(data?.recordEvents).nodes].flat();
    const changed = nodes.filter((node) => recordOf(node).type === 'STANDING_CHANGED');
    expect(changed).toMatchObject([
      { from: 'UNADDRESSED', to: 'REPORTED', because: { slug: 'gazette-reports' } },
      { from: 'REPORTED', to: 'DISPUTED', because: recordOf(denial.stance) },
    ]);
    const others = nodes.filter((node) => !changed.includes(node));
    expect(others.length).toBeGreaterThan(3);
    for (const node of others) expect(node).toMatchObject({ from: null, to: null, because: null });
    expect(await take(desk.follow(feed, { after }), nodes.length)).toEqual(nodes);
  });

  test('filters by type and by subject, as a query and as a subscription', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    const claim = await done(desk, 'recordClaim');
    await desk.mutate('recordStance', gazetteReports);
    await desk.mutate('recordActor', { name: 'Someone', kind: 'PERSON' });
    await desk.mutate('updateClaim', { claim: { id: claim }, text: 'The mayor promised it.' });

    const cases = [
      [
        { subject: claim },
        ['CLAIM_ADDED', 'STANDING_CHANGED', 'STANDING_CHANGED', 'CLAIM_CHANGED'],
      ],
      [{ type: ['STANCE_ADDED', 'ACTOR_ADDED'] }, ['STANCE_ADDED', 'STANCE_ADDED', 'ACTOR_ADDED']],
      [{ subject: claim, type: ['CLAIM_CHANGED', 'ACTOR_ADDED'] }, ['CLAIM_CHANGED']],
      [{ type: ['STANDING_CHANGED'] }, ['STANDING_CHANGED', 'STANDING_CHANGED']],
    ] as const;
    for (const [filter, types] of cases) {
      const { data } = await desk.ask(polled, { after, filter });
      const { nodes } = recordOf(data?.recordEvents);
      const live = await take(desk.follow(followed, { after, filter }), types.length);
      expect(live.map(({ type }) => type)).toEqual(types);
      expect(nodes).toEqual(live);
    }
  });

  test('is paged by cursors of the feed, and each event comes once', async () => {
    await using desk = await openDesk();
    await tellStory(desk);

    const seen: unknown[] = [];
    let after: unknown = null;
    let pages = 0;
    for (let more: unknown = true; more === true; pages += 1) {
      const { data } = await desk.ask(polled, { first: 4, after });
      const { edges, pageInfo } = recordOf(data?.recordEvents);
      if (!Array.isArray(edges)) throw new Error('A page has edges.');
      seen.push(...edges.map(({ cursor }) => cursor));
      expect(recordOf(pageInfo)).toMatchObject({
        hasPreviousPage: pages > 0,
        startCursor: edges[0].cursor,
        endCursor: edges.at(-1).cursor,
      });
      after = recordOf(pageInfo).endCursor;
      more = recordOf(pageInfo).hasNextPage;
    }
    const all = await desk.ask(polled, { first: 100 });

    const { nodes, totalCount } = recordOf(all.data?.recordEvents);
    expect(seen).toEqual(Array.isArray(nodes) && nodes.map(({ cursor }) => cursor));
    expect(totalCount).toBe(seen.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('nothing is missed between a page and the feed that begins at its feedCursor', async () => {
    await using desk = await openDesk();
    const { data } = await desk.ask(polled, { filter: { type: ['ACTOR_CHANGED'] } });
    await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'Ida' });

    const after = recordOf(data?.recordEvents).feedCursor;
    const [first] = await take(desk.follow(followed, { after }), 1);

    expect(first).toMatchObject({ type: 'ACTOR_CHANGED', subject: { slug: 'mayor' } });
  });

  test('a subject that became invisible is null, and its event stays', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await done(desk, 'recordClaim');
    await desk.mutate('reviewStance', { stance: { slug: 'mayor-denies' }, review: 'REJECTED' });
    const filter = { type: ['STANCE_ADDED'] };

    const byAll = await take(desk.follow(followed, { after, filter }), 1);
    const byEditors = await take(desk.follow(followed, { after, filter }, 'EDITOR'), 1);

    expect(byAll).toMatchObject([{ type: 'STANCE_ADDED', subject: null }]);
    expect(byEditors).toMatchObject([{ subject: { slug: 'mayor-denies' } }]);
  });
});

describe('a cursor', () => {
  test.each([
    ['that is none', () => 'nowhere'],
    ['of another log', () => cursorOf('0123456789abcdef')],
    ['beyond the end of the log', (desk: Desk) => cursorAt(desk, 10_000)],
    ['of a page', () => Buffer.from('page1:x:[1,null]').toString('base64url')],
  ])('%s is refused, in the query and in each subscription', async (_which, cursor) => {
    await using desk = await openDesk();
    const after = cursor(desk);

    const { errors } = await desk.ask(polled, { after });
    const codes = [errors?.[0]?.extensions.code];
    for (const field of ['claimAdded', 'standingChanged', 'recordEvents']) {
      const document = `subscription($after: String) { ${field}(after: $after) { cursor } }`;
      codes.push(await codeOf(desk.follow(document, { after })));
    }

    expect(codes).toEqual(Array(4).fill('CURSOR_INVALID'));
  });

  test('of any event is good under any filter', async () => {
    await using desk = await openDesk();
    const [actorAdded] = await take(desk.follow(followed, { after: cursorAt(desk, 0) }), 1);
    await done(desk, 'recordClaim');

    const after = actorAdded?.cursor;
    const filter = { type: ['CLAIM_ADDED'] };

    expect(await nextOf(desk.follow(followed, { after, filter }))).toMatchObject({
      type: 'CLAIM_ADDED',
      subject: { slug: 'bridge-promised' },
    });
  });

  test('of a malformed subject is an error', async () => {
    await using desk = await openDesk();

    expect(await codeOf(desk.follow(followed, { filter: { subject: 'bridge' } }))).toBe(
      'BAD_USER_INPUT',
    );
  });
});

function cursorOf(epoch: string): string {
  return Buffer.from(`feed1:${epoch}:1`).toString('base64url');
}

test('the occasion that a stance had is told to whoever may see that claim', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  const met = { ...bridgePromised, text: 'They met.' };
  await desk.mutate('recordClaim', { ...met, slug: 'met', stances: [] });
  const { claim: _claim, ...spoken } = gazetteReports;
  await desk.mutate('recordClaim', { ...met, slug: 'spoke', stances: [spoken] });
  await desk.mutate('recordStance', { ...mayorDenies, saidIn: { slug: 'met' } });
  const stance = { slug: 'mayor-denies' };
  await desk.mutate('updateStance', { stance, saidIn: { slug: 'spoke' } });
  await desk.mutate('updateStance', { stance, saidIn: null });

  const former = async (role?: Role) => {
    const changes = { filter: { type: ['STANCE_CHANGED'] } };
    const { data } = await desk.ask(polled, changes, role);
    const { nodes } = recordOf(data?.recordEvents);
    return Array.isArray(nodes) ? nodes.map((node) => recordOf(node).before) : [];
  };

  const told = (value: unknown) => [{ key: 'saidIn', value }];
  const anId = expect.stringMatching(/^"claim_/);
  expect(await former()).toEqual([told(null), told(anId)]);
  expect(await former('EDITOR')).toEqual([told(anId), told(anId)]);
});
