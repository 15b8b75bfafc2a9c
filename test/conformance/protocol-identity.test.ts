import { expect, test } from 'vitest';
import { cursorAt, nextOf } from '../integration/feed/following.ts';
import { joinAll, recordApart, recordOne, wordings } from '../integration/identity/one-record.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { quoting } from '../kit/harbour.ts';

/** What a stranger is answered. */
async function answer(desk: Desk, query: string, variables: object = {}): Promise<unknown> {
  const { data, errors } = await desk.ask(query, variables);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** All that goes by no clock, before and after. */
const everything = `{
  claims { totalCount nodes { slug topics standing { status rule summary originCount articleCount } } }
  stances { totalCount nodes { slug actor { slug } claim { slug } } }
  actors { totalCount nodes { slug aliases mergedFrom { slug } } }
  search(query: "promised", in: [CLAIM]) { totalCount edges { node { ... on Claim { slug } } } }
  similarClaims(text: "A viaduct was pledged.") { claim { slug } score }
  record { counts { actors claims stances links } }
}`;

async function undo(desk: Desk, { links, merges }: Awaited<ReturnType<typeof joinAll>>) {
  const reason = 'They are two.';
  for (const id of links) await desk.mutate('revokeClaimLink', { link: { id }, reason });
  for (const id of merges) await desk.mutate('revokeActorMerge', { merge: { id }, reason });
}

test('75 actors that are one are one wherever the record is read, by either name', async () => {
  await using desk = await openDesk(recordOne);
  const by = (slug: string) =>
    answer(
      desk,
      `query($by: ActorBy!) {
        actor(by: $by) { slug aliases stances { nodes { slug actor { slug } } } claims { totalCount } }
        stances(filter: { actor: $by }) { totalCount nodes { actor { slug } } }
        via: stances(filter: { via: $by }) { totalCount }
        claims(filter: { stances: [{ actor: $by }] }) { totalCount }
        articles(filter: { outlet: $by }) { nodes { outlet { slug } } }
      }`,
      { by: { slug } },
    );
  const { actors } = recordOf(await answer(desk, '{ actors { nodes { slug } } }'));

  expect(await by('gazette')).toEqual(await by('paper'));
  expect(await by('mayor')).toEqual(await by('smith'));
  expect(await by('mayor')).toMatchObject({
    actor: { slug: 'smith', aliases: ['The mayor'], claims: { totalCount: 1 } },
    stances: { totalCount: 1, nodes: [{ actor: { slug: 'smith' } }] },
  });
  expect(recordOf(actors).nodes).not.toContainEqual({ slug: 'gazette' });
});

test('76 claims that are one are one wherever the record is read, in any wording', async () => {
  await using desk = await openDesk(recordOne);

  const { claims, search, similarClaims } = recordOf(await answer(desk, everything));

  expect(claims).toMatchObject({
    totalCount: 1,
    nodes: [
      { slug: 'bridge-promised', topics: Object.keys(wordings), standing: { status: 'DISPUTED' } },
    ],
  });
  expect(search).toEqual({ totalCount: 1, edges: [{ node: { slug: 'bridge-promised' } }] });
  expect(similarClaims).toMatchObject([{ claim: { slug: 'bridge-promised' } }]);
});

test('77 an id answers the one asked for, with the standing and the lists of the whole', async () => {
  await using desk = await openDesk(recordOne);
  const { claim } = recordOf(
    await answer(desk, '{ claim(by: { slug: "bridge-promised" }) { members { id slug text } } }'),
  );
  const { members } = recordOf(claim);

  for (const { id, slug, text } of Array.isArray(members) ? members : []) {
    const { node } = recordOf(
      await answer(
        desk,
        `query($id: ID!) { node(id: $id) {
          ... on Claim { id slug text standing { status } stances { totalCount } } } }`,
        { id },
      ),
    );
    expect(node).toEqual({
      id,
      slug,
      text,
      standing: { status: 'DISPUTED' },
      stances: { totalCount: 3 },
    });
  }
  expect(members).toHaveLength(3);
});

test('78 what was judged one and taken back leaves every answer as it was', async () => {
  await using desk = await openDesk(recordApart);
  const before = await answer(desk, everything);
  const judged = await joinAll(desk.db);
  const meanwhile = await answer(desk, everything);
  await undo(desk, judged);

  expect(meanwhile).not.toEqual(before);
  expect(await answer(desk, everything)).toEqual(before);
});

test('79 asOf sees merges and links as they stood then', async () => {
  await using desk = await openDesk(recordApart);
  const statuses = async (asOf?: unknown) => {
    const query = `query($asOf: DateTime) { ${Object.keys(wordings)
      .map(
        (slug, index) =>
          `c${index}: claim(by: { slug: "${slug}" }) { standing(asOf: $asOf) { status asOf } }`,
      )
      .join(' ')} }`;
    return Object.values(recordOf(await answer(desk, query, { asOf }))).map((claim) =>
      recordOf(recordOf(claim).standing),
    );
  };
  const apart = await statuses();
  const judged = await joinAll(desk.db);
  const joined = await statuses();
  await undo(desk, judged);

  expect(apart.map(({ status }) => status)).toEqual(['DENIED', 'REPORTED', 'ASSERTED']);
  expect(joined.map(({ status }) => status)).toEqual(['DISPUTED', 'DISPUTED', 'DISPUTED']);
  expect(await statuses(joined[0]?.asOf)).toEqual(joined);
  expect(await statuses(apart[0]?.asOf)).toEqual(apart);
});

test('80 every wording whose answer changes status is told of, by the judgement and back by its undoing', async () => {
  await using desk = await openDesk(recordApart);
  const after = cursorAt(desk, await desk.head());
  const judged = await joinAll(desk.db);
  const reason = 'They are two.';
  for (const id of judged.links) await desk.mutate('revokeClaimLink', { link: { id }, reason });

  const query = `subscription($after: String) {
    standingChanged(after: $after, checkpoints: true) { at from to because { __typename id } } }`;
  const following = desk.follow(query, { after });
  const told: string[] = [];
  for (let change = await nextOf(following); change.at !== null; change = await nextOf(following)) {
    const { id, __typename: type } = recordOf(change.because);
    told.push(`${change.from} ${change.to} by ${type} ${judged.links.indexOf(String(id))}`);
  }
  await following.return();

  expect(told.slice(0, 3).toSorted()).toEqual([
    'ASSERTED DISPUTED by ClaimLink 1',
    'DENIED DISPUTED by ClaimLink 0',
    'REPORTED DISPUTED by ClaimLink 0',
  ]);
  expect(told.slice(3).toSorted()).toEqual([
    'DISPUTED ASSERTED by ClaimLink 1',
    'DISPUTED DENIED by ClaimLink 1',
    'DISPUTED REPORTED by ClaimLink 0',
  ]);
});

test('81 a feed’s filter takes for one those that were one when the event was written', async () => {
  await using desk = await openDesk(recordApart);
  const told = async (slug: string) => {
    const { actor } = recordOf(
      await answer(desk, `{ actor(by: { slug: "${slug}" }) { id mergedFrom { id slug } } }`),
    );
    const { id, mergedFrom } = recordOf(actor);
    const own = Array.isArray(mergedFrom) ? mergedFrom.find((one) => one.slug === slug)?.id : id;
    const { recordEvents } = recordOf(
      await answer(
        desk,
        'query($subject: ID!) { recordEvents(filter: { subject: $subject, type: [ACTOR_CHANGED] }) { totalCount } }',
        { subject: own ?? id },
      ),
    );
    return recordOf(recordEvents).totalCount;
  };
  const change = (description: string) =>
    desk.mutate('updateActor', { actor: { slug: 'smith' }, description });
  await change('A councillor.');
  const judged = await joinAll(desk.db);
  await change('The mayor.');
  expect([await told('mayor'), await told('smith')]).toEqual([1, 2]);
  await undo(desk, judged);
  await change('A councillor.');

  expect([await told('mayor'), await told('smith')]).toEqual([1, 3]);
});

test('82 a chain is written under the names of the article’s outlet and of the stance’s actor', async () => {
  await using desk = await openDesk(recordOne);

  const recorded = await desk.mutate(
    'recordStance',
    {
      claim: { slug: 'bridge-promised' },
      actor: { slug: 'mayor' },
      kind: 'QUESTIONS',
      certainty: 'PLAIN',
      evidence: [quoting('on Tuesday', ['paper', 'smith'])],
    },
    'stance { recordedUnder { slug } evidence { attribution { slug } } }',
  );
  const { data } = await desk.ask('{ exportRecord(first: 100) { lines } }', {}, 'EDITOR');

  expect(recorded.stance).toEqual({
    recordedUnder: { slug: 'mayor' },
    evidence: [{ attribution: [{ slug: 'paper' }, { slug: 'smith' }] }],
  });
  expect(JSON.stringify(data)).toContain(String.raw`\"attribution\":[\"gazette\",\"mayor\"]`);
});
