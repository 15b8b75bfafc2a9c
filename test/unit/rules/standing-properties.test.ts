import { expect, test } from 'vitest';
import { standingsIn } from '../../../db/rules/standing.ts';
import { standingOf, storedStanding } from '../../../db/rules/standing-stored.ts';
import { type StanceKind, stanceKinds, standingStatuses } from '../../../db/rules/vocabulary.ts';
import { caseOf, said, type ToldAffiliation, type ToldStance } from './told-case.ts';

const rounds = 300;
const actors = ['a', 'b', 'c', 'd', 'post', 'sources of post', 'more sources of post'];
const affiliations: ToldAffiliation[] = [
  ['a', 'SPEAKS_FOR', 'b'],
  ['c', 'PART_OF', 'd'],
];

test('the order in which facts are listed does not matter', () => {
  for (const draw of draws()) {
    const { facts, standing } = caseOf({ stances: stancesDrawn(draw), affiliations });

    const reversed = {
      ...facts,
      affiliations: facts.affiliations.toReversed(),
      claims: new Map(
        [...facts.claims].map(([key, claim]) => [
          key,
          { ...claim, stances: claim.stances.toSorted(() => draw(2) - 0.5) },
        ]),
      ),
    };

    const [claim] = facts.claims.keys();
    expect(standingsIn(reversed).of(claim ?? 0)).toEqual(standingsIn(facts).of(claim ?? 0));
    expect(standingStatuses[standing().rule - 1]).toBe(standing().status);
  }
});

test('the order in which independent stances were taken does not change the status', () => {
  for (const draw of draws()) {
    const kinds = stanceKinds.filter((kind) => kind !== 'RETRACTS' && draw(2) === 0);
    const stances = kinds.map((kind, i) => said(`actor ${i}`, kind));

    const [told, toldBackwards] = [caseOf({ stances }), caseOf({ stances: stances.toReversed() })];

    const { status, counts, onlyUnnamedSources, articleCount } = told.standing();
    expect(toldBackwards.standing()).toMatchObject({
      status,
      counts,
      onlyUnnamedSources,
      articleCount,
    });
  }
});

test('before anything was said or recorded, a claim is unaddressed', () => {
  for (const draw of draws()) {
    const record = caseOf({ stances: stancesDrawn(draw), affiliations });

    expect(record.status('claim', { saidBy: -1 })).toBe('UNADDRESSED');
    expect(record.status('claim', { asOf: 0 })).toBe('UNADDRESSED');
  }
});

test('the standing as of a moment is the standing of what had been recorded by then', () => {
  for (const draw of draws()) {
    const stances = stancesDrawn(draw);
    const asOf = draw(stances.length + 1);

    const then = caseOf({ stances, affiliations }).standing('claim', { asOf });

    expect(then).toEqual(caseOf({ stances: stances.slice(0, asOf), affiliations }).standing());
  }
});

test('as of the last event and with no argument the answer is the same', () => {
  for (const draw of draws()) {
    const stances = stancesDrawn(draw);
    const record = caseOf({ stances, affiliations });

    expect(record.standing('claim', { asOf: stances.length })).toEqual(record.standing());
  }
});

test('no actor has two counting stances, and every side has one of them', () => {
  for (const draw of draws()) {
    const stances = stancesDrawn(draw);
    const record = caseOf({ stances, affiliations });

    const counting = record.stances().filter((stance) => stance.counting);
    const holders = counting.map(({ stance }) => stances[stance - 1]?.actor);
    const { sides, counts } = record.standing();

    expect(new Set(holders).size).toBe(holders.length);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(counting.length);
    for (const side of sides) {
      expect(counting.map(({ stance }) => stance)).toContain(side.stance);
    }
  }
});

test('a standing survives being stored, and its sentence can be told', () => {
  for (const draw of draws()) {
    const { facts, summary } = caseOf({ stances: stancesDrawn(draw), affiliations });
    const [claim] = facts.claims.keys();

    const standing = standingsIn(facts).of(claim ?? 0);

    expect(standingOf(storedStanding(standing))).toEqual(standing);
    expect(summary()).toMatch(/^[A-Z][^;.]*(; [^;.]+)*\.$/);
  }
});

/** A draw gives a whole number below its argument; each round has its own, the same in every run. */
function* draws(): Generator<(below: number) => number> {
  for (let round = 1; round <= rounds; round += 1) {
    let state = round * 7_919;
    yield (below) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
  }
}

function stancesDrawn(draw: (below: number) => number): readonly ToldStance[] {
  const pick = <T>(of: readonly T[], otherwise: T): T => of[draw(of.length)] ?? otherwise;
  return Array.from({ length: draw(12) }, () => {
    const kind: StanceKind = pick(stanceKinds, 'ASSERTS');
    const saidAt = draw(3) === 0 ? draw(20) : null;
    const via = pick([['outlet'], ['outlet', 'post'], ['post', 'sources of post'], ['c']], []);
    const article = pick(['one', 'two', 'three'], 'one');
    return said(pick(actors, 'a'), kind, { saidAt, evidence: [{ via, article }] });
  });
}
