import { expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised } from '../kit/harbour.ts';

const claim = { slug: 'bridge-promised' };
const quayPromised = {
  ...{ slug: 'quay-promised', text: 'The mayor promised a new quay.' },
  ...{ kind: 'FACT', language: 'en' },
};
const by = '(by: { slug: "bridge-promised" })';

/** A desk with the claim that a bridge was promised, on which nobody has a stance. */
async function openBridge(): Promise<Desk> {
  const desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  return desk;
}

/** Records a stance of this name, as by a note, on a day of March. */
async function say(desk: Desk, slug: string, day = 1): Promise<void> {
  const [actor = '', kind] = slug.split('/');
  const { code } = await desk.mutate('recordStance', {
    slug: `${actor}-${day}`,
    ...{ claim, actor: { slug: actor }, kind, certainty: 'PLAIN', note: 'At the desk.' },
    saidOn: `2026-03-0${day}`,
  });
  expect(code).toBeUndefined();
}

const ofClaim = async (desk: Desk, fields: string) =>
  recordOf((await desk.ask(`{ claim${by} { ${fields} } }`)).data?.claim);

const ofMayor = async (desk: Desk, fields: string) =>
  recordOf((await desk.ask(`{ actor(by: { slug: "mayor" }) { ${fields} } }`)).data?.actor);

async function slugsBy(desk: Desk, args: string): Promise<unknown> {
  const { data, errors } = await desk.ask(`{ claims(${args}) { nodes { slug } } }`);
  expect(errors).toBeUndefined();
  const { nodes } = recordOf(data?.claims);
  return Array.isArray(nodes) ? nodes.map((node) => recordOf(node).slug) : [];
}

test('124 a timeline tells every change of the status with what brought it', async () => {
  await using desk = await openBridge();
  await say(desk, 'mayor/ASSERTS', 1);
  await say(desk, 'courier/ASSERTS', 2);
  await say(desk, 'town-hall/DENIES', 3);
  await say(desk, 'mayor/RETRACTS', 4);
  await say(desk, 'courier/RETRACTS', 5);

  const { standing, timeline } = await ofClaim(
    desk,
    'standing { since } timeline { nodes { at from to because { ... on Stance { slug } } } }',
  );

  const changes = [
    ['UNADDRESSED', 'ASSERTED', 'mayor-1'],
    ['ASSERTED', 'CORROBORATED', 'courier-2'],
    ['CORROBORATED', 'DISPUTED', 'town-hall-3'],
    ['DISPUTED', 'DENIED', 'courier-5'],
  ].map(([from, to, slug]) => ({ at: expect.any(String), from, to, because: { slug } }));
  expect(recordOf(timeline).nodes).toEqual(changes);
  const told = recordOf(timeline).nodes as { at: string; from: string; to: string }[];
  expect(told.at(-1)?.at).toBe(recordOf(standing).since);
  for (const { at, from, to } of told) {
    const before = new Date(Date.parse(at) - 1).toISOString();
    const then = await ofClaim(
      desk,
      `at: standing(asOf: "${at}") { status } before: standing(asOf: "${before}") { status }`,
    );
    expect(then).toEqual({ at: { status: to }, before: { status: from } });
  }
  const page = await ofClaim(desk, 'timeline(last: 1) { nodes { to } totalCount }');
  expect(page).toEqual({ timeline: { nodes: [{ to: 'DENIED' }], totalCount: 4 } });
});

test('125 replies tell who answered, and who was asked; whom nobody asked is for editors', async () => {
  await using desk = await openBridge();
  const concerns = ['mayor', 'town-hall', 'courier'].map((slug) => ({ slug }));
  await desk.mutate('updateClaim', { claim, concerns });
  const speaks = { actor: { slug: 'spokeswoman' }, of: { slug: 'mayor' }, kind: 'SPEAKS_FOR' };
  await desk.mutate('recordAffiliation', speaks);
  await say(desk, 'gazette/REPORTS', 1);
  await say(desk, 'spokeswoman/NO_REPLY', 1);
  await say(desk, 'town-hall/DECLINES', 1);
  const replies = async () =>
    (await ofClaim(desk, 'replies { actor { slug } state stance { slug } }')).replies;
  const reply = (actor: string, state: string, stance: string | null) => ({
    ...{ actor: { slug: actor }, state, stance: stance && { slug: stance } },
  });

  expect(await replies()).toEqual([
    reply('mayor', 'NO_REPLY', 'spokeswoman-1'),
    reply('town-hall', 'DECLINED', 'town-hall-1'),
    reply('courier', 'NOT_ASKED', null),
    reply('spokeswoman', 'NO_REPLY', 'spokeswoman-1'),
  ]);
  expect(await slugsBy(desk, 'filter: { awaitingReply: true }')).toEqual(['bridge-promised']);
  await say(desk, 'mayor/DENIES', 2);
  expect(await replies()).toEqual([
    reply('mayor', 'ANSWERED', 'mayor-2'),
    reply('town-hall', 'DECLINED', 'town-hall-1'),
    reply('courier', 'NOT_ASKED', null),
    reply('spokeswoman', 'ANSWERED', 'mayor-2'),
  ]);
  expect(await slugsBy(desk, 'filter: { awaitingReply: true }')).toEqual([]);

  const query = '{ claims(filter: { notAsked: true }) { nodes { slug } } }';
  const codes = async (role?: 'READER') =>
    (await desk.ask(query, {}, role)).errors?.map(({ extensions }) => extensions.code);
  expect(await codes()).toEqual(['UNAUTHENTICATED']);
  expect(await codes('READER')).toEqual(['FORBIDDEN']);
  const { data } = await desk.ask(query, {}, 'EDITOR');
  expect(data).toEqual({ claims: { nodes: [{ slug: 'bridge-promised' }] } });
});

test('126 turns and splits are told by every name, and drafts and what was withdrawn make none', async () => {
  await using desk = await openBridge();
  const turns = 'reversals { nodes { claim { slug } earlier { slug } later { slug } } }';
  const splits = 'splits { nodes { stance { slug } spoken { slug } } }';
  await say(desk, 'mayor/ASSERTS', 1);
  await say(desk, 'mayor/REPORTS', 2);
  await say(desk, 'town-hall/DENIES', 4);
  await say(desk, 'spokeswoman/DENIES', 5);
  expect(await ofMayor(desk, `${turns} ${splits}`)).toEqual({
    ...{ reversals: { nodes: [] }, splits: { nodes: [] } },
  });

  const same = { from: { slug: 'town-hall' }, into: { slug: 'mayor' }, judgement: 'CONFIRMED' };
  const merged = await desk.mutate('mergeActors', same, 'merge { id }');
  const speaks = { actor: { slug: 'spokeswoman' }, of: { slug: 'mayor' }, kind: 'SPEAKS_FOR' };
  await desk.mutate('recordAffiliation', speaks);
  const turned = [{ claim, earlier: { slug: 'mayor-1' }, later: { slug: 'town-hall-4' } }];
  expect(await ofMayor(desk, `${turns} ${splits}`)).toEqual({
    ...{ reversals: { nodes: turned }, splits: { nodes: [] } },
  });

  await desk.mutate('revokeActorMerge', { merge: recordOf(merged.merge), reason: 'Two of them.' });
  const split = { nodes: [{ stance: { slug: 'mayor-1' }, spoken: { slug: 'spokeswoman-5' } }] };
  expect(await ofMayor(desk, `${turns} ${splits}`)).toEqual({
    ...{ reversals: { nodes: [] }, splits: split },
  });
  const { data } = await desk.ask(`{ actor(by: { slug: "spokeswoman" }) { ${splits} } }`);
  expect(data).toEqual({ actor: { splits: split } });

  await say(desk, 'mayor/RETRACTS', 6);
  const takenBack = [{ claim, earlier: { slug: 'mayor-1' }, later: { slug: 'mayor-6' } }];
  expect(await ofMayor(desk, `${turns} ${splits}`)).toEqual({
    ...{ reversals: { nodes: takenBack }, splits: { nodes: [] } },
  });
  await desk.mutate('withdrawStance', { stance: { slug: 'mayor-1' }, reason: 'Misread.' });
  expect(await ofMayor(desk, turns)).toEqual({ reversals: { nodes: [] } });
});

test('127 who said it again is told as it was said, whenever it was recorded', async () => {
  await using desk = await openBridge();
  await say(desk, 'courier/ASSERTS', 5);
  await say(desk, 'mayor/DENIES', 6);
  await say(desk, 'mayor/ASSERTS', 1);
  const again = 'nodes { slug turnedFrom { slug } } pageInfo { endCursor hasNextPage }';

  const first = recordOf((await ofClaim(desk, `saidAgain(first: 2) { ${again} }`)).saidAgain);
  expect(first).toMatchObject({
    nodes: [
      { slug: 'mayor-1', turnedFrom: null },
      { slug: 'courier-5', turnedFrom: null },
    ],
    pageInfo: { hasNextPage: true },
  });
  const { endCursor } = recordOf(first.pageInfo);
  const rest = await ofClaim(desk, `saidAgain(after: "${endCursor}") { ${again} }`);
  expect(rest).toMatchObject({
    saidAgain: { nodes: [{ slug: 'mayor-6', turnedFrom: { slug: 'mayor-1' } }] },
  });
});

test('128 claims are filtered and ordered by what their standings and replies say', async () => {
  await using desk = await openBridge();
  const other = { ...bridgePromised, slug: 'quay-promised', text: 'A quay was promised.' };
  await desk.mutate('recordClaim', { ...other, concerns: [{ slug: 'mayor' }] });
  await desk.mutate('recordStance', {
    claim: { slug: 'quay-promised' },
    ...{ actor: { slug: 'courier' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'Told.' },
  });
  const { standing } = recordOf(
    (await desk.ask('{ claim(by: { slug: "quay-promised" }) { standing { since } } }')).data?.claim,
  );
  const speaks = { actor: { slug: 'spokeswoman' }, of: { slug: 'mayor' }, kind: 'SPEAKS_FOR' };
  await desk.mutate('recordAffiliation', speaks);
  await say(desk, 'gazette/REPORTS', 1);
  await say(desk, 'spokeswoman/DENIES', 2);
  const [bridge, quay] = ['bridge-promised', 'quay-promised'];
  const since = `"${recordOf(standing).since}"`;

  for (const [args, slugs] of [
    ['filter: { statusIn: [DISPUTED, DENIED] }', [bridge]],
    ['filter: { statusIn: [DISPUTED, ASSERTED] }', [quay, bridge]],
    ['filter: { statusIn: [] }', []],
    [`filter: { changedAfter: ${since} }`, [bridge]],
    [`filter: { changedBefore: ${since} }`, []],
    ['filter: { concerns: { slug: "mayor" } }', [quay]],
    ['filter: { disputedBy: { slug: "mayor" } }', [bridge]],
    ['filter: { disputedBy: { slug: "spokeswoman" } }', [bridge]],
    ['filter: { disputedBy: { slug: "courier" } }', []],
    ['filter: { awaitingReply: false }', [quay, bridge]],
    ['orderBy: { field: MOST_DISPUTED }', [bridge, quay]],
    ['orderBy: { field: MOST_DISPUTED, direction: ASC }', [quay, bridge]],
  ] as const) {
    expect(await slugsBy(desk, args), args).toEqual(slugs);
  }
});

test('129 actors are compared on the claims on which each of them stands, by any of their names', async () => {
  await using desk = await openBridge();
  await say(desk, 'mayor/ASSERTS', 1);
  await say(desk, 'courier/DENIES', 2);
  const compare = async (args: string) => {
    const query = `{ compareActors(actors: [${args}) { nodes { claim { slug } stances { slug } agree } totalCount } }`;
    const { data, errors } = await desk.ask(query);
    return errors?.map(({ extensions }) => extensions.code) ?? recordOf(data?.compareActors);
  };
  const both = '{ slug: "courier" }, { slug: "mayor" }]';
  const differing = {
    nodes: [{ claim, stances: [{ slug: 'courier-2' }, { slug: 'mayor-1' }], agree: false }],
    totalCount: 1,
  };

  expect(await compare(both)).toEqual(differing);
  expect(await compare(`${both}, agree: false`)).toEqual(differing);
  expect(await compare(`${both}, agree: true`)).toEqual({ nodes: [], totalCount: 0 });
  expect(await compare('{ slug: "courier" }, { slug: "gazette" }]')).toMatchObject({ nodes: [] });
  const same = { from: { slug: 'courier' }, into: { slug: 'gazette' }, judgement: 'CONFIRMED' };
  await desk.mutate('mergeActors', same);
  expect(await compare(both)).toEqual(differing);
  expect(await compare('{ slug: "gazette" }, { slug: "mayor" }]')).toEqual(differing);
  expect(await compare('{ slug: "mayor" }]')).toEqual(['BAD_USER_INPUT']);
  expect(await compare('{ slug: "mayor" }, { slug: "nobody" }]')).toEqual(['BAD_USER_INPUT']);
});

test('130 facets count the whole list, once for actors and claims that are one, and nothing that is hidden', async () => {
  await using desk = await openBridge();
  await say(desk, 'mayor/ASSERTS', 1);
  await say(desk, 'courier/DENIES', 2);
  await desk.mutate('recordClaim', quayPromised);
  const facets = async (args: string, by: string) => {
    const { data, errors } = await desk.ask(
      `{ claims(${args}) { facets(by: ${by}) { key count } } }`,
    );
    return errors?.map(({ extensions }) => extensions.code) ?? recordOf(data?.claims).facets;
  };
  const one = (key: string, count = 1) => ({ key, count });

  expect(await facets('first: 0', 'ACTOR')).toEqual([one('courier'), one('mayor')]);
  expect(await facets('first: 0', 'STATUS')).toEqual([one('DISPUTED')]);
  await desk.mutate('recordStance', {
    ...{ slug: 'again', claim: { slug: 'quay-promised' }, actor: { slug: 'gazette' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', note: 'At the desk.' },
  });
  expect(await facets('first: 1', 'ACTOR')).toEqual([one('courier'), one('gazette'), one('mayor')]);
  expect(await facets('filter: { status: ASSERTED }', 'ACTOR')).toEqual([one('gazette')]);
  const same = { from: { slug: 'courier' }, into: { slug: 'gazette' }, judgement: 'CONFIRMED' };
  await desk.mutate('mergeActors', same);
  expect(await facets('first: 0', 'ACTOR')).toEqual([one('gazette', 2), one('mayor')]);
  const link = { from: { slug: 'quay-promised' }, to: claim, kind: 'SAME_AS' };
  await desk.mutate('linkClaims', { ...link, judgement: 'CONFIRMED' });
  expect(await facets('first: 0', 'ACTOR')).toEqual([one('gazette'), one('mayor')]);
});

test('131 topics hold each topic of readers’ claims once, with how many have it', async () => {
  await using desk = await openBridge();
  const topics = async () =>
    recordOf((await desk.ask('{ topics { nodes { name claimCount } } }')).data?.topics).nodes;

  await desk.mutate('recordClaim', { ...quayPromised, topics: ['harbour'] });
  expect(await topics()).toEqual([]);
  await desk.mutate('recordStance', {
    ...{ slug: 'quay', claim: { slug: 'quay-promised' }, actor: { slug: 'mayor' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', note: 'At the desk.' },
  });
  expect(await topics()).toEqual([{ name: 'harbour', claimCount: 1 }]);
  await say(desk, 'mayor/ASSERTS', 1);
  await desk.mutate('updateClaim', { claim, topics: ['bridges', 'harbour'] });
  expect(await topics()).toEqual([
    { name: 'bridges', claimCount: 1 },
    { name: 'harbour', claimCount: 2 },
  ]);
  await desk.mutate('withdrawClaim', { claim, reason: 'Entered in error.' });
  expect(await topics()).toEqual([{ name: 'harbour', claimCount: 1 }]);
});
