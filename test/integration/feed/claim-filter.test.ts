import Sqlite from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';
import { codeOf, cursorNow, take } from './following.ts';

const event = 'cursor type claims subject { id }';
const polled = `query($after: String, $filter: EventFilter, $first: Int = 100) {
  recordEvents(first: $first, after: $after, filter: $filter) { nodes { ${event} } totalCount pageInfo { hasNextPage } }
}`;
const followed = `subscription($after: String, $filter: EventFilter) {
  recordEvents(after: $after, filter: $filter) { ${event} }
}`;

const other = { ...bridgePromised, slug: 'bridge-planned', text: 'A new bridge is planned.' };
const hidden = { ...bridgePromised, slug: 'hidden', text: 'Nobody has said this yet.' };

let desk: Desk;
let after: string;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? '';

/** Two claims, drafts, evidence and links of them; they are one for a while. */
async function tellStory(): Promise<void> {
  const note = async (
    name: string,
    field: string,
    done: Promise<Readonly<Record<string, unknown>>>,
  ) => ids.set(name, String(recordOf((await done)[field]).id));
  const { claim: _claim, ...reports } = gazetteReports;
  await note(
    'A',
    'claim',
    desk.mutate('recordClaim', { ...bridgePromised, stances: [reports] }, 'claim { id }'),
  );
  const planned = { ...spokeswomanAsserts, claim: { slug: 'bridge-planned' } };
  const { claim: _other, ...asserts } = planned;
  await note(
    'B',
    'claim',
    desk.mutate('recordClaim', { ...other, stances: [asserts] }, 'claim { id }'),
  );
  await note('hidden', 'claim', desk.mutate('recordClaim', hidden, 'claim { id }'));
  await note('denial', 'stance', desk.mutate('recordStance', mayorDenies, 'stance { id }'));
  // A draft on the one that is accepted on the other.
  const draft = { ...planned, slug: 'draft', actor: { slug: 'town-hall' }, review: 'DRAFT' };
  await note('draft', 'stance', desk.mutate('recordStance', draft, 'stance { id }'));
  const accepted = {
    stance: { slug: 'draft' },
    review: 'VERIFIED',
    claim: { slug: 'bridge-promised' },
  };
  await desk.mutate('reviewStance', accepted);
  const link = { from: { slug: 'bridge-planned' }, to: { slug: 'bridge-promised' } };
  const linking = desk.mutate(
    'linkClaims',
    { ...link, kind: 'SAME_AS', judgement: 'CONFIRMED' },
    'link { id }',
  );
  await note('link', 'link', linking);
  await desk.mutate('withdrawStance', {
    stance: { slug: 'mayor-denies' },
    reason: 'Another bridge.',
  });
  await desk.mutate('updateStance', { stance: { slug: 'spokeswoman-asserts' }, certainty: 'FIRM' });
  await desk.mutate('revokeClaimLink', { link: { id: idOf('link') }, reason: 'They are two.' });
  await desk.mutate('updateStance', {
    stance: { slug: 'spokeswoman-asserts' },
    certainty: 'PLAIN',
  });
  await desk.mutate('updateActor', { actor: { slug: 'mayor' }, name: 'Ida Moreau' });
}

beforeAll(async () => {
  desk = await openDesk();
  for (const role of ['READER', 'EDITOR', 'ADMIN'] as const)
    await desk.ask('{ __typename }', {}, role);
  after = await cursorNow(desk);
  await tellStory();
}, 60_000);
afterAll(() => desk?.[Symbol.asyncDispose]());

type Node = Readonly<Record<string, unknown>>;
const nodesOf = async (filter: object, role?: Role): Promise<Node[]> => {
  const { data, errors } = await desk.ask(polled, { after, filter }, role);
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = recordOf(data?.recordEvents);
  if (!Array.isArray(nodes)) throw new Error('A page has nodes.');
  if (Object.keys(filter).join() === 'claim') expect(totalCount).toBe(nodes.length);
  return nodes;
};
const typesOf = (nodes: readonly Node[]) => nodes.map(({ type }) => type);

const ofA = [
  'STANCE_ADDED',
  'CLAIM_ADDED',
  'STANDING_CHANGED', // reported
  'STANCE_ADDED',
  'STANDING_CHANGED', // denied
  'STANCE_REVIEWED', // the draft, by now on this one
  'CLAIMS_LINKED',
  'STANCE_WITHDRAWN',
  'STANDING_CHANGED',
  'STANCE_CHANGED',
  'CLAIM_LINK_REVOKED',
  'STANDING_CHANGED',
];

describe('events that tell of a claim', () => {
  test('are the same as a query and as a subscription, whoever asks', async () => {
    for (const role of [undefined, 'READER', 'EDITOR', 'ADMIN'] as const) {
      for (const name of ['A', 'B'] as const) {
        const filter = { claim: idOf(name) };
        const nodes = await nodesOf(filter, role);
        expect(nodes.length).toBeGreaterThan(5);
        expect(await take(desk.follow(followed, { after, filter }, role), nodes.length)).toEqual(
          nodes,
        );
        // What is selected is what says so itself, of all that happened.
        const all = await nodesOf({}, role);
        const telling = all.filter(({ claims }) => [claims].flat().includes(idOf(name)));
        expect(nodes).toEqual(telling);
      }
    }
  });

  test('are those of what is on it, and of what was one with it then', async () => {
    const nodes = await nodesOf({ claim: idOf('A') });
    const onB = await nodesOf({ claim: idOf('B') });

    expect(new Set(typesOf(nodes))).toEqual(new Set(ofA));
    const both = nodes.filter((node) => onB.some(({ cursor }) => cursor === node.cursor));
    for (const { claims } of both)
      expect([claims].flat().sort()).toEqual([idOf('A'), idOf('B')].sort());
    // While they were one, a stance on either told of both; before and after, of its own.
    const changesOnA = nodes.filter(({ type }) => type === 'STANCE_CHANGED');
    const changesOnB = onB.filter(({ type }) => type === 'STANCE_CHANGED');
    expect([changesOnA.length, changesOnB.length]).toEqual([1, 2]);
    expect(typesOf(both)).toContain('STANCE_WITHDRAWN');
    expect(typesOf(both)).toEqual(expect.arrayContaining(['CLAIMS_LINKED', 'CLAIM_LINK_REVOKED']));
  });

  test('a draft that is accepted on another claim tells of that, and told of the first before', async () => {
    const subject = idOf('draft');
    const told = async (claim: string) =>
      typesOf(await nodesOf({ claim: idOf(claim), subject }, 'EDITOR'));

    expect(await told('A')).toEqual(['STANCE_REVIEWED']);
    expect(await told('B')).toEqual(['STANCE_ADDED']);
  });

  test('meet the other filters, too, and are paged', async () => {
    const claim = idOf('A');
    const linked = { claim, type: ['CLAIMS_LINKED', 'ACTOR_CHANGED'] };
    expect(typesOf(await nodesOf(linked))).toEqual(['CLAIMS_LINKED']);
    expect(await nodesOf({ claim, subject: idOf('B') })).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ type: 'CLAIM_ADDED' })]),
    );
    const all = await nodesOf({ claim });
    const { data } = await desk.ask(polled, { after, first: 3, filter: { claim } });
    expect(recordOf(data?.recordEvents)).toMatchObject({
      nodes: all.slice(0, 3),
      pageInfo: { hasNextPage: true },
      totalCount: all.length,
    });
    const behind = await desk.ask(polled, { after: all[2]?.cursor, filter: { claim } });
    expect(recordOf(behind.data?.recordEvents).nodes).toEqual(all.slice(3));
  });

  test.each<[string, () => string, RegExp]>([
    ['malformed', () => 'bridge', /not an id/],
    ['empty', () => '', /not an id/],
    ['of a stance', () => idOf('denial'), /not of a claim/],
    ['of nothing', () => 'claim_01890a5d-ac96-774b-bcce-b302099a8057', /filter\.claim/],
    ['of what a stranger may not see', () => idOf('hidden'), /filter\.claim/],
  ])('an id that is %s is refused', async (_which, id, message) => {
    const filter = { claim: id() };

    const { errors } = await desk.ask(polled, { filter });

    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toMatch(message);
    expect(await codeOf(desk.follow(followed, { filter }))).toBe('BAD_USER_INPUT');
  });

  test('of a claim that nobody has addressed are for editors, and its id too', async () => {
    const claim = idOf('hidden');

    expect(typesOf(await nodesOf({ claim }, 'EDITOR'))).toEqual(['CLAIM_RECORDED']);
    const told = (await nodesOf({})).flatMap(({ claims }) => claims);
    expect(told).not.toContain(claim);
    expect(told).toContain(idOf('A'));
  });

  test('are told alike of a record of before, once it is brought up to date', async () => {
    const select = "select seq, claim, payload ->> '$.claims' as claims from events order by seq";
    const written = rawRows<{ claims: string | null }>(desk.path, select);
    await desk.db.close();
    const file = new Sqlite(desk.path);
    file.exec(`drop index events_by_claim;
      update events set payload = json_remove(payload, '$.claims');
      alter table events drop column claim;
      delete from __drizzle_migrations where name like '%event-claims'`);
    file.close();

    await (await openDatabase({ url: `file:${desk.path}` })).close();

    const sorted = (rows: typeof written) =>
      rows.map((row) => ({ ...row, claims: [...JSON.parse(row.claims ?? '[]')].sort() }));
    expect(sorted(rawRows(desk.path, select))).toEqual(sorted(written));
    expect(written.filter(({ claims }) => claims !== null).length).toBeGreaterThan(3);
  });
});
