import { expect, test } from 'vitest';
import type { Corrected } from '../../../db/rules/correction.ts';
import {
  type ArticleFacts,
  type StanceFacts,
  type StandingFacts,
  standingsIn,
} from '../../../db/rules/standing.ts';
import {
  type ActorKind,
  actorKinds,
  affiliationKinds,
  evidenceModes,
  reviews,
  stanceKinds,
} from '../../../db/rules/vocabulary.ts';

type Draw = (below: number) => number;

const histories = 50;
const moments = 60;
const actors = [1, 2, 3, 4, 5, 6, 7, 8];
const claims = [101, 102, 103];
const articles = [201, 202, 203, 204, 205, 206];

test('a standing as of each moment of a history is that of what was recorded by then', () => {
  for (let round = 1; round <= histories; round += 1) {
    const draw = drawing(round);
    const facts = history(draw);
    for (let asOf = 0; asOf <= 2 * moments; asOf += 1 + draw(8)) {
      const saidBy = draw(3) === 0 ? draw(moments) : null;
      const then = standingsIn(facts, { asOf, saidBy });
      const known = truncated(facts, asOf);
      const now = standingsIn(known, { asOf: null, saidBy });

      for (const claim of claims) {
        const [there, here] = [then.of(claim), now.of(claim)];
        expect(there, `round ${round}, ${claim} as of ${asOf}`).toEqual(here);
        expect(then.wholeOf(claim)).toEqual(now.wholeOf(claim));
        const recorded = new Set(
          [...known.claims.values()].flatMap(({ stances }) => stances.map(({ stance }) => stance)),
        );
        const ofThen = then.stancesOn(claim).filter(({ stance }) => recorded.has(stance));
        expect(ofThen).toEqual(now.stancesOn(claim));
      }
    }
  }
});

test('a standing as of the last event is the one without a moment', () => {
  for (let round = 1; round <= histories; round += 1) {
    const facts = history(drawing(round));
    const [last, now] = [
      standingsIn(facts, { asOf: 5 * moments, saidBy: null }),
      standingsIn(facts),
    ];
    for (const claim of claims) expect(last.of(claim)).toEqual(now.of(claim));
  }
});

test('histories come to every status but that of a claim that nobody addressed, and to copies', () => {
  const statuses = new Set<string>();
  let folded = 0;
  for (let round = 1; round <= histories; round += 1) {
    for (const claim of claims) {
      const { status, origins, sides } = standingsIn(history(drawing(round))).of(claim);
      statuses.add(status);
      const isFor = sides.filter(({ polarity }) => polarity === 'FOR').length;
      if (origins.length > 0 && origins.length < isFor) folded += 1;
    }
  }
  expect(statuses.size).toBeGreaterThanOrEqual(7);
  expect(folded).toBeGreaterThan(20);
});

/** What the record held at a moment, as if nothing had happened since. */
function truncated(facts: StandingFacts, asOf: number): StandingFacts {
  const isKnown = ({ recordedAt }: { readonly recordedAt: number }) => recordedAt <= asOf;
  const done = (at: number | null) => (at !== null && at <= asOf ? at : null);
  const judged = <T extends { recordedAt: number; revokedAt: number | null }>(all: readonly T[]) =>
    all.filter(isKnown).map((one) => ({ ...one, revokedAt: done(one.revokedAt) }));
  const stance = (one: StanceFacts): StanceFacts => ({
    ...one,
    ...told(one, asOf),
    withdrawnAt: done(one.withdrawnAt),
    reviews: one.reviews.filter(isKnown),
    evidence: one.evidence
      .filter(isKnown)
      .map((piece) => ({ ...piece, withdrawnAt: done(piece.withdrawnAt) })),
  });
  const article = (one: ArticleFacts): ArticleFacts => ({
    ...one,
    ...told(one, asOf),
    withdrawals: one.withdrawals
      .filter(isKnown)
      .map(({ recordedAt, restoredAt }) => ({ recordedAt, restoredAt: done(restoredAt) })),
  });
  return {
    ...facts,
    claims: new Map(
      [...facts.claims].map(([key, claim]) => [
        key,
        {
          claim: key,
          withdrawnAt: done(claim.withdrawnAt),
          concerns: claim.concerns,
          stances: claim.stances.filter(isKnown).map(stance),
        },
      ]),
    ),
    links: judged(facts.links),
    merges: judged(facts.merges),
    actors: new Map([...facts.actors].map(([key, one]) => [key, { ...one, ...told(one, asOf) }])),
    affiliations: facts.affiliations.filter(isKnown).map((one) => {
      const hasEnded = one.endedAt === null || one.endedAt <= asOf;
      return hasEnded ? one : { ...one, until: null, endedAt: null };
    }),
    articles: new Map(
      [...facts.articles]
        .filter(([, one]) => isKnown(one))
        .map(([key, one]) => [key, article(one)]),
    ),
  };
}

/** What had been told by a moment, and the corrections made by then. */
function told<Told extends object>(
  { told: now, corrections }: Corrected<Told>,
  asOf: number,
): Corrected<Told> {
  let then = now;
  for (const { at, before } of [...corrections].reverse()) {
    if (at > asOf) then = { ...then, ...before };
  }
  return { told: then, corrections: corrections.filter(({ at }) => at <= asOf) };
}

function history(draw: Draw): StandingFacts {
  const moment = () => 1 + draw(moments);
  const later = (than: number) => (draw(3) === 0 ? than + 1 + draw(moments) : null);
  const pick = <T>(of: readonly T[]): T => {
    const one = of[draw(of.length)];
    if (one === undefined) throw new Error('There is nothing to draw from.');
    return one;
  };
  /** Up to two corrections, in order; each tells anew some of what it replaced. */
  const corrections = <Told>(from: number, before: () => Partial<Told>) => {
    const times = Array.from({ length: draw(3) }, () => from + 1 + draw(moments));
    return times.sort((a, b) => a - b).map((at) => ({ at, before: before() }));
  };
  const day = () => (draw(2) === 0 ? null : `1970-01-0${1 + draw(2)}`);
  const dates = () => ({
    publishedAt: draw(2) === 0 ? null : moment(),
    publishedOn: day(),
    modifiedAt: draw(2) === 0 ? null : moment(),
    modifiedOn: day(),
  });
  const articleOf = (key: number, place: number): ArticleFacts => {
    const recordedAt = 1 + place * 3;
    const older = () => (place > 0 && draw(3) === 0 ? pick(articles.slice(0, place)) : null);
    const credited = () => (draw(2) === 0 ? null : pick([1, 2]));
    const withdrawn = 5 + moment();
    return {
      article: key,
      text: 300 + draw(5),
      outlet: draw(4) === 0 ? null : pick(actors),
      recordedAt,
      told: { ...dates(), creditedTo: credited(), supersedes: older() },
      corrections: corrections(recordedAt, () => ({
        ...(draw(2) === 0 && dates()),
        ...(draw(2) === 0 && { creditedTo: credited() }),
        ...(draw(2) === 0 && { supersedes: older() }),
      })),
      withdrawals: draw(5) === 0 ? [{ recordedAt: withdrawn, restoredAt: later(withdrawn) }] : [],
    };
  };
  const saying = () => ({
    saidAt: draw(3) === 0 ? moment() : null,
    saidOn: draw(3) === 0 ? day() : null,
    saidIn: draw(5) === 0 ? pick(claims) : null,
    note: draw(5) === 0 ? 'A note.' : null,
  });
  const stanceOf = (stance: number): StanceFacts => {
    const recordedAt = moment();
    const actor = pick(actors);
    const seen = moment() + recordedAt;
    return {
      stance,
      actor,
      kind: draw(2) === 0 ? 'ASSERTS' : pick(stanceKinds),
      told: saying(),
      corrections: corrections(recordedAt, () => (draw(2) === 0 ? saying() : { saidOn: day() })),
      knownBy: draw(4) === 0 ? moment() : null,
      recordedAt,
      withdrawnAt: draw(8) === 0 ? later(recordedAt) : null,
      reviews: [
        { review: draw(5) === 0 ? pick(reviews) : ('VERIFIED' as const), recordedAt },
        ...(draw(5) === 0 ? [{ review: pick(reviews), recordedAt: seen }] : []),
      ],
      evidence: Array.from({ length: draw(3) }, (_, i) => {
        const article = pick(articles);
        const shownAt = Math.max(recordedAt, 1 + articles.indexOf(article) * 3) + i * draw(10);
        return {
          evidence: stance * 10 + i,
          article,
          mode: draw(2) === 0 ? ('NARRATED' as const) : pick(evidenceModes),
          attribution: [...new Set([pick(actors), pick(actors)])]
            .filter((link) => link !== actor)
            .concat(actor),
          versions: articles.filter(() => draw(2) === 0),
          recordedAt: shownAt,
          withdrawnAt: draw(6) === 0 ? later(shownAt) : null,
        };
      }),
    };
  };
  const claimOf = (claim: number, place: number) => ({
    claim,
    withdrawnAt: draw(6) === 0 ? moment() : null,
    concerns: [],
    stances: Array.from({ length: 1 + draw(6) }, (_, i) => stanceOf(1 + place * 10 + i)),
  });
  const judgedAt = () => {
    const recordedAt = moment();
    return { recordedAt, revokedAt: later(recordedAt) };
  };
  const kind = (): ActorKind => pick(actorKinds);
  const some = <T>(most: number, one: () => T): readonly T[] =>
    Array.from({ length: draw(most) }, one);
  return {
    claims: new Map(claims.map((key, place) => [key, claimOf(key, place)])),
    links: some(4, () => {
      const isSame = draw(2) === 0;
      return {
        from: pick(claims),
        to: pick(claims),
        kind: isSame ? ('SAME_AS' as const) : ('PRESUPPOSES' as const),
        shown: isSame ? pick(['FROM', 'TO'] as const) : null,
        ...judgedAt(),
      };
    }),
    actors: new Map(
      actors.map((key) => [
        key,
        {
          told: { kind: kind() },
          corrections: corrections(0, () => ({ kind: kind() })),
          grantedBy: draw(3) === 0 ? pick(actors) : null,
        },
      ]),
    ),
    merges: some(3, () => ({ from: pick(actors), into: pick(actors), ...judgedAt() })),
    affiliations: some(5, () => {
      const recordedAt = moment();
      const endedAt = later(recordedAt);
      return {
        actor: pick(actors),
        of: pick(actors),
        kind: pick(affiliationKinds),
        from: null,
        until: endedAt === null ? day() : `1970-01-0${1 + draw(2)}`,
        recordedAt,
        endedAt,
      };
    }),
    articles: new Map(articles.map((key, place) => [key, articleOf(key, place)])),
    likenesses: some(4, () => [300 + draw(5), 300 + draw(5)] as const),
  };
}

/** Gives a whole number below its argument, the same in every run. */
function drawing(round: number): Draw {
  let state = round * 7_919;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
