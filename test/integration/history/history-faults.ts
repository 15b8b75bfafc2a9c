import { isDeepStrictEqual } from 'node:util';
import { execute, parse } from 'graphql';
import type { Database } from '../../../db/client.ts';
import { standingFacts } from '../../../db/queries/standing-facts.ts';
import { standingsIn } from '../../../db/rules/standing.ts';
import type { Viewer } from '../../../schema/context.ts';
import { schema } from '../../../schema/schema.ts';
import { contextFor } from '../writing/context.ts';
import { expectFacets } from './expect-facets.ts';
import { Plainly, type SideTold } from './plainly.ts';
import { type HistoryRows, rowsAt } from './rows.ts';

interface Open {
  readonly db: Database;
  readonly path: string;
}

const editor: Viewer = { token: 1, name: 'editor', role: 'EDITOR' };

const everything = parse(`{
  claims(first: 100) { nodes {
    slug
    concerns { slug }
    replies { actor { slug } state stance { slug } }
    timeline(first: 100) { nodes { at from to } }
    saidAgain(first: 100) { nodes { slug turnedFrom { slug } } }
    standing { status since sides(first: 100) { actor { slug } polarity stance { slug } spokenBy { slug } } }
  } }
  actors(first: 100) { nodes {
    slug
    reversals(first: 100) { nodes { claim { slug } earlier { slug } later { slug } } }
    splits(first: 100) { nodes { claim { slug } stance { slug } spoken { slug } } }
  } }
}`);

interface Named {
  readonly slug: string;
}

interface ClaimTold extends Named {
  readonly concerns: readonly Named[];
  readonly replies: readonly {
    readonly actor: Named;
    readonly state: string;
    readonly stance: Named | null;
  }[];
  readonly timeline: {
    readonly nodes: readonly { readonly at: Date; readonly from: string; readonly to: string }[];
  };
  readonly saidAgain: {
    readonly nodes: readonly (Named & { readonly turnedFrom: Named | null })[];
  };
  readonly standing: {
    readonly status: string;
    readonly since: Date;
    readonly sides: readonly SideTold[];
  };
}

interface ActorTold extends Named {
  readonly reversals: { readonly nodes: readonly object[] };
  readonly splits: { readonly nodes: readonly object[] };
}

interface Told {
  readonly claims: { readonly nodes: readonly ClaimTold[] };
  readonly actors: { readonly nodes: readonly ActorTold[] };
}

/** How much of each there was to compare. */
export type HistoryCounts = Readonly<
  Record<
    | 'changes'
    | 'reversals'
    | 'splits'
    | 'answered'
    | 'declined'
    | 'awaited'
    | 'notAsked'
    | 'facets',
    number
  >
>;

/** What is told of the history of a record otherwise than it is worked out plainly, a sentence each. */
export async function historyFaults(
  record: Open,
): Promise<{ readonly faults: readonly string[]; readonly counts: HistoryCounts }> {
  const rows = rowsAt(record.path);
  const plainly = new Plainly(rows);
  const told: Told = await asked(record, null, everything);
  const faults: string[] = [];
  const expect = (what: string, found: unknown, expected: unknown) => {
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    if (!isDeepStrictEqual(plain(found), plain(expected)))
      faults.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  const listed = rows.claims.filter((claim) => claim.listed === 1);
  expect(
    'claims',
    told.claims.nodes.map(({ slug }) => slug).toReversed(),
    listed.map(({ slug }) => slug),
  );
  for (const claim of listed) {
    const one = told.claims.nodes.find(({ slug }) => slug === claim.slug);
    if (one === undefined) continue;
    const said = rows.stances.filter((stance) => stance.claim === claim.key && stance.listed === 1);
    const again = said.toSorted((a, b) => a.at - b.at || a.key - b.key);
    expect(
      `${claim.slug}.saidAgain`,
      one.saidAgain.nodes,
      again.map((stance) => {
        const before = plainly.turnedFrom(stance);
        return { slug: stance.slug, turnedFrom: before && { slug: before.slug } };
      }),
    );
    expect(
      `${claim.slug}.concerns`,
      one.concerns.map(({ slug }) => slug),
      plainly.concernedBy(claim.key),
    );
    expect(
      `${claim.slug}.replies`,
      one.replies.map(({ actor, state, stance }) => ({
        actor: actor.slug,
        state,
        stance: stance?.slug ?? null,
      })),
      plainly.replies(claim.key, one.standing.sides),
    );
  }
  const compared = { rows, plainly, told, expect };
  expectTurns(compared);
  await expectTimelines(record, compared);
  await expectFilters(record, compared);
  await expectComparisons(record, compared);
  const facets = await expectFacets({
    ...{ path: record.path, rows, plainly, expect },
    statuses: new Map(told.claims.nodes.map(({ slug, standing }) => [slug, standing.status])),
    ask: (query) => asked(record, null, parse(query)),
  });
  return { faults, counts: { ...countsIn(told), facets } };
}

function countsIn({ actors, claims }: Told): Omit<HistoryCounts, 'facets'> {
  const replies = claims.nodes.flatMap((claim) => claim.replies);
  const having = (state: string) => replies.filter((reply) => reply.state === state).length;
  return {
    changes: claims.nodes.flatMap(({ timeline }) => timeline.nodes).length,
    reversals: actors.nodes.flatMap(({ reversals }) => reversals.nodes).length,
    splits: actors.nodes.flatMap(({ splits }) => splits.nodes).length,
    answered: having('ANSWERED'),
    declined: having('DECLINED'),
    awaited: having('NO_REPLY'),
    notAsked: having('NOT_ASKED'),
  };
}

type Expect = (what: string, found: unknown, expected: unknown) => void;

interface Compared {
  readonly rows: HistoryRows;
  readonly plainly: Plainly;
  readonly told: Told;
  readonly expect: Expect;
}

function expectTurns({ rows, plainly, told, expect }: Compared): void {
  const named = new Map(rows.claims.map(({ key, slug }) => [key, { slug }]));
  for (const { reversals, slug, splits } of told.actors.nodes) {
    const own = rows.stances.filter(
      (one) => one.listed === 1 && plainly.slugOf(one.actor) === slug,
    );
    const turned = own
      .toSorted((a, b) => b.at - a.at || b.key - a.key)
      .flatMap((later) => {
        const earlier = plainly.turnedFrom(later);
        const ends = { earlier: { slug: earlier?.slug }, later: { slug: later.slug } };
        return earlier ? { claim: named.get(later.claim), ...ends } : [];
      });
    expect(`${slug}.reversals`, reversals.nodes, turned);
    const split = told.claims.nodes
      .flatMap((claim) => {
        const row = rows.claims.find((one) => one.slug === claim.slug);
        const found = row ? plainly.splits(row.key, claim.standing.sides) : [];
        return found.map((one) => ({ ...one, claim: { slug: claim.slug } }));
      })
      .filter(({ principal, speaker }) => principal === slug || speaker === slug)
      .toSorted((a, b) => b.spoken.key - a.spoken.key)
      .map(({ claim, own: stance, spoken }) => ({
        ...{ claim, stance: { slug: stance.slug }, spoken: { slug: spoken.slug } },
      }));
    expect(`${slug}.splits`, splits.nodes, split);
  }
}

/** Each change is told where it was one, none is left out between, and the last is the present status. */
async function expectTimelines(record: Open, { rows, told, expect }: Compared): Promise<void> {
  const keys = rows.claims.filter(({ listed }) => listed === 1).map(({ key }) => key);
  const facts = await standingFacts(record.db.reader, keys);
  const statusAt = (claim: number, asOf: number) =>
    standingsIn(facts, { asOf, saidBy: null }).statusOf(claim);
  // At the moments of these events everything is told that was done in their transactions.
  const moments = rows.changes.map(({ at }) => at).filter((_, place) => place % 7 === 0);
  const standingsThen = moments.map((asOf) => standingsIn(facts, { asOf, saidBy: null }));
  for (const { slug, standing, timeline } of told.claims.nodes) {
    const claim = rows.claims.find((one) => one.slug === slug)?.key ?? 0;
    const changes = changesIn(timeline);
    expect(
      `${slug}.timeline goes on`,
      changes.map(({ from }) => from),
      [...['UNADDRESSED', ...changes.map(({ to }) => to)].slice(0, changes.length)],
    );
    expect(
      `${slug}.timeline tells what was so`,
      changes,
      // What came before it in its transaction is told with it: each `from` is the `to` before it, as was just seen.
      changes.map(({ at, from }) => ({ at, from, to: statusAt(claim, at) })),
    );
    expect(`${slug}.timeline ends`, changes.at(-1)?.to ?? 'UNADDRESSED', standing.status);
    for (const [place, moment] of moments.entries()) {
      const then = changes.findLast(({ at }) => at <= moment)?.to ?? 'UNADDRESSED';
      const isInTransaction = rows.changes.some(
        ({ at, subject }) => subject === claim && at > moment && at - moment < 50,
      );
      if (!isInTransaction)
        expect(`${slug}.timeline at ${moment}`, then, standingsThen[place]?.statusOf(claim));
    }
  }
}

const changesIn = ({ nodes }: ClaimTold['timeline']) =>
  nodes.map(({ at, from, to }) => ({ at: new Date(at).getTime(), from, to }));

async function expectFilters(
  record: Open,
  { rows, plainly, told, expect }: Compared,
): Promise<void> {
  const all = told.claims.nodes;
  const sidesOf = (one: ClaimTold) => one.standing.sides;
  const keyOf = (one: ClaimTold) => rows.claims.find(({ slug }) => slug === one.slug)?.key ?? 0;
  const expectList = async (
    args: string,
    isIn: (one: ClaimTold) => boolean,
    viewer: Viewer | null = null,
  ) => {
    const document = parse(`{ claims(first: 100, ${args}) { nodes { slug } } }`);
    const { claims }: { claims: { nodes: readonly Named[] } } = await asked(
      record,
      viewer,
      document,
    );
    const expected = all.filter(isIn).map(({ slug }) => ({ slug }));
    expect(`claims(${args})`, claims, { nodes: expected });
  };
  const hasState = (state: string) => (one: ClaimTold) =>
    plainly.replies(keyOf(one), sidesOf(one)).some((reply) => reply.state === state);
  for (const { slug } of rows.actors) {
    const shown = plainly.shownFor(slug);
    const by = `{ slug: "${slug}" }`;
    await expectList(
      `filter: { concerns: ${by} }`,
      (one) => plainly.concernedBy(keyOf(one)).includes(shown),
      editor,
    );
    await expectList(
      `filter: { disputedBy: ${by} }`,
      (one) => plainly.against(keyOf(one), sidesOf(one)).includes(shown),
      editor,
    );
  }
  const someone = `{ slug: "${rows.actors[0]?.slug}" }`;
  await expectList(
    `filter: { concerns: ${someone}, disputedBy: ${someone} }`,
    (one) =>
      [plainly.concernedBy(keyOf(one)), plainly.against(keyOf(one), sidesOf(one))].every((them) =>
        them.includes(plainly.shownFor(rows.actors[0]?.slug ?? '')),
      ),
    editor,
  );
  for (const isSo of [true, false]) {
    await expectList(
      `filter: { awaitingReply: ${isSo} }`,
      (one) => hasState('NO_REPLY')(one) === isSo,
    );
    await expectList(
      `filter: { notAsked: ${isSo} }`,
      (one) => hasState('NOT_ASKED')(one) === isSo,
      editor,
    );
  }
  for (const statuses of [['DISPUTED'], ['DENIED', 'ASSERTED'], []]) {
    await expectList(`filter: { statusIn: [${statuses}] }`, ({ standing }) =>
      statuses.includes(standing.status),
    );
  }
  for (const { standing } of all.slice(0, 2)) {
    const since = new Date(standing.since).getTime();
    const moment = new Date(since).toISOString();
    await expectList(
      `filter: { changedAfter: "${moment}" }`,
      (one) => new Date(one.standing.since).getTime() > since,
    );
    await expectList(
      `filter: { changedBefore: "${moment}" }`,
      (one) => new Date(one.standing.since).getTime() < since,
    );
  }
  await expectOrder(
    record,
    all.map((one) => ({ slug: one.slug, key: keyOf(one), sides: sidesOf(one) })),
    expect,
  );
}

/** Those who say most are compared, two and three at a time. */
async function expectComparisons(
  record: Open,
  { rows, plainly, told, expect }: Compared,
): Promise<void> {
  const said = (slug: string) =>
    rows.stances.filter((one) => one.counting === 1 && plainly.slugOf(one.actor) === slug).length;
  const most = told.actors.nodes
    .map(({ slug }) => slug)
    .toSorted((a, b) => said(b) - said(a))
    .slice(0, 4);
  const groups = [...most.flatMap((one) => most.map((other) => [one, other])), most.slice(0, 3)];
  for (const actors of groups) {
    const held = told.claims.nodes.flatMap(({ slug }) => {
      const key = rows.claims.find((row) => row.slug === slug)?.key ?? 0;
      const stances = plainly.held(key, actors);
      const polarities = new Set(stances?.map(({ polarity }) => polarity));
      return stances === null
        ? []
        : {
            claim: { slug },
            stances: stances.map((stance) => ({ slug: stance.slug })),
            agree: polarities.size === 1,
          };
    });
    for (const agree of [null, true, false]) {
      const names = actors.map((slug) => `{ slug: "${slug}" }`);
      const { compareActors }: { compareActors: object } = await asked(
        record,
        null,
        parse(`{ compareActors(first: 100, actors: [${names}], agree: ${agree}) {
          nodes { claim { slug } stances { slug } agree } } }`),
      );
      const nodes = held.filter((one) => agree === null || one.agree === agree);
      expect(`compareActors(${actors}, ${agree})`, compareActors, { nodes });
    }
  }
}

/** By how much they are disputed, page after page. */
async function expectOrder(
  record: Open,
  all: readonly {
    readonly slug: string;
    readonly key: number;
    readonly sides: readonly SideTold[];
  }[],
  expect: Expect,
): Promise<void> {
  const counts = (sides: readonly SideTold[]) => {
    const against = sides.filter(({ polarity }) => polarity === 'AGAINST').length;
    const others = sides.filter(
      ({ polarity }) => polarity === 'FOR' || polarity === 'RELAYED',
    ).length;
    return [Math.min(against, others), against + others] as const;
  };
  const ascending = all.toSorted((a, b) => {
    const [[least, sum], [otherLeast, otherSum]] = [counts(a.sides), counts(b.sides)];
    return least - otherLeast || sum - otherSum || a.key - b.key;
  });
  for (const direction of ['ASC', 'DESC']) {
    const slugs: string[] = [];
    for (let after = ''; ; ) {
      const {
        claims,
      }: {
        claims: { nodes: readonly Named[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await asked(
        record,
        null,
        parse(`{ claims(first: 3, ${after} orderBy: { field: MOST_DISPUTED, direction: ${direction} }) {
          nodes { slug } pageInfo { hasNextPage endCursor } } }`),
      );
      slugs.push(...claims.nodes.map(({ slug }) => slug));
      if (!claims.pageInfo.hasNextPage) break;
      after = `after: "${claims.pageInfo.endCursor}",`;
    }
    const expected = (direction === 'ASC' ? ascending : ascending.toReversed()).map(
      ({ slug }) => slug,
    );
    expect(`MOST_DISPUTED ${direction}`, slugs, expected);
  }
}

/** What is answered; whoever asks knows its shape. */
async function asked<Answer>(
  { db }: Open,
  viewer: Viewer | null,
  document: ReturnType<typeof parse>,
): Promise<Answer> {
  const { data, errors } = await execute({
    schema,
    document,
    contextValue: contextFor(db, viewer),
  });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data as Answer;
}
