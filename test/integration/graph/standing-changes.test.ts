import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { quoting } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { plansOf } from '../../kit/plans.ts';
import { recordDispute } from '../pages/open-pages.ts';
import { everyPair } from './every-order.ts';
import { openGraph } from './open-graph.ts';

/** Beside the dispute, a claim of which somebody says so, then the dispute is settled, and a draft. */
async function recordNews(db: Database): Promise<void> {
  await recordDispute(db);
  const kind = 'FACT' as const;
  await write(db, recordClaim, {
    ...{ slug: 'one-lane', text: 'The bridge has one lane.', kind, language: 'en' },
    topics: ['roads'],
  });
  await write(db, recordStance, {
    ...{ slug: 'one-lane-says', claim: { slug: 'one-lane' }, actor: { slug: 'gazette' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
  });
  await write(db, withdrawStance, { stance: { slug: 'mayor-denies' }, reason: 'MISATTRIBUTED' });
  await write(db, recordClaim, { slug: 'draft', text: 'A draft.', kind, language: 'en' });
}

const told = 'nodes { claim { slug } from to isFirst }';

test('the changes of all claims are told, the newest first, and which of them was new', async () => {
  await using graph = await openGraph(recordNews);

  const { data } = await graph.ask(`{ standingChanges { ${told} totalCount } }`);

  const promised = { slug: 'bridge-promised' };
  expect(data.standingChanges).toEqual({
    nodes: [
      { claim: promised, from: 'DISPUTED', to: 'ASSERTED', isFirst: false },
      { claim: { slug: 'one-lane' }, from: 'UNADDRESSED', to: 'ASSERTED', isFirst: true },
      { claim: promised, from: 'REPORTED', to: 'DISPUTED', isFirst: false },
      { claim: promised, from: 'UNADDRESSED', to: 'REPORTED', isFirst: true },
    ],
    totalCount: 4,
  });
});

test('each is told of by its moment, by which one goes on after the last', async () => {
  await using graph = await openGraph(recordNews);
  const { data } = await graph.ask('{ standingChanges { nodes { toldAt claim { slug } } } }');
  const { data: claims } = await graph.ask(
    '{ claim(by: { slug: "bridge-promised" }) { timeline { nodes { toldAt } } } }',
  );

  const pages = [];
  let toldBefore: string | null = null;
  for (let pageNumber = 0; pageNumber < 4; pageNumber += 1) {
    const page = await graph.ask(
      'query ($toldBefore: DateTime) { standingChanges(first: 1, toldBefore: $toldBefore) { nodes { toldAt claim { slug } } } }',
      { toldBefore },
    );
    const [node] = page.data.standingChanges.nodes;
    pages.push(node);
    toldBefore = node.toldAt;
  }
  const { data: own } = await graph.ask(
    'query ($toldBefore: DateTime) { claim(by: { slug: "bridge-promised" }) { timeline(last: 9, toldBefore: $toldBefore) { nodes { toldAt } } } }',
    { toldBefore: claims.claim.timeline.nodes[2].toldAt },
  );

  const { nodes } = data.standingChanges;
  const moments = nodes.map(({ toldAt }: { toldAt: string }) => toldAt);
  expect(pages).toEqual(nodes);
  expect(moments).toEqual([...new Set(moments)].sort().reverse());
  expect(own.claim.timeline.nodes).toEqual(claims.claim.timeline.nodes.slice(0, 2));
});

test.each([
  ['topic: "roads"', ['one-lane']],
  ['status: ASSERTED', ['bridge-promised', 'one-lane', 'bridge-promised', 'bridge-promised']],
  ['statusIn: [DISPUTED]', []],
  ['stances: [{ actor: { slug: "gazette" }, kind: ASSERTS }]', ['one-lane']],
  [
    'noStances: { actor: { slug: "gazette" }, kind: ASSERTS }',
    ['bridge-promised', 'bridge-promised', 'bridge-promised'],
  ],
  ['onlyUnnamedSources: false, kind: FACT', ['one-lane']],
])('with the filter { %s } they are those of %j', async (filter, slugs) => {
  await using graph = await openGraph(recordNews);

  const { data } = await graph.ask(
    `{ standingChanges(filter: { ${filter} }) { nodes { claim { slug } } } }`,
  );

  const found = data.standingChanges.nodes.map(
    ({ claim }: { claim: { slug: string } }) => claim.slug,
  );
  expect(found).toEqual(slugs);
});

test('what was withdrawn stays among them, and what is shown as another does not', async () => {
  await using graph = await openGraph(recordNews);
  await write(graph.db, withdrawClaim, { claim: { slug: 'one-lane' }, reason: 'A slip.' });
  const kind = 'FACT' as const;
  await write(graph.db, recordClaim, { slug: 'pledged', text: 'Pledged.', kind, language: 'en' });
  await write(graph.db, recordStance, {
    ...{ slug: 'pledged-says', claim: { slug: 'pledged' }, actor: { slug: 'gazette' } },
    ...{ kind: 'ASSERTS', certainty: 'PLAIN', evidence: [quoting('The bridge has one lane')] },
  });
  const before = await graph.ask(`{ standingChanges { ${told} } }`);
  await write(graph.db, linkClaims, {
    ...{ from: { slug: 'pledged' }, to: { slug: 'bridge-promised' }, kind: 'SAME_AS' },
    ...{ judgement: 'CONFIRMED', shown: 'TO' },
  });

  const { data } = await graph.ask(
    '{ standingChanges { nodes { claim { slug withdrawnAt } isFirst } } }',
  );

  const { nodes } = data.standingChanges;
  type Told = { readonly claim: { readonly slug: string; readonly withdrawnAt: string | null } };
  expect(before.data.standingChanges.nodes[0].claim.slug).toBe('pledged');
  expect(nodes.map(({ claim }: Told) => claim.slug)).not.toContain('pledged');
  expect(nodes.filter(({ claim }: Told) => claim.withdrawnAt !== null)).toMatchObject([
    { claim: { slug: 'one-lane' }, isFirst: true },
  ]);
});

test('a filter of editors is theirs here as well', async () => {
  await using graph = await openGraph(recordNews);
  const asked = '{ standingChanges(filter: { notAsked: true }) { totalCount } }';

  expect(await graph.codeOf(asked)).toBe('UNAUTHENTICATED');
  expect((await graph.ask(asked, {}, 'EDITOR')).errors).toBeUndefined();
});

test('whether a change is the first of its claim is looked up among what is told of that claim', async () => {
  await using record = await openRecord();
  const all = everyPair(record.db.reader).filter(({ name }) => name.startsWith('standingChanges'));
  const plans = plansOf(
    record.path,
    all.flatMap(({ statements }) => statements),
  );

  expect(all.length).toBeGreaterThan(20);
  const ways = plans.flatMap(({ steps }) => steps.filter((step) => / earlier /.test(step)));
  expect(new Set(ways)).toEqual(
    new Set(['SEARCH earlier USING INDEX events_by_subject (noun=? AND subject=? AND rowid<?)']),
  );
});
