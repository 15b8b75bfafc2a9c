import { expect, test } from 'vitest';
import { caseOf, said, type ToldAffiliation, type ToldCase } from './told-case.ts';

type Draw = (below: number) => number;
type Piece = readonly [article: string, isNarrated: boolean];

const rounds = 400;
const articles = ['A', 'B', 'C', 'D', 'E', 'F'];
const speakers = ['p', 'q', 'r', 's', 'wire', 'sources of p', 'more sources of p', 'crowd'];
const agencies = ['wire', 'press'];

/** A case in plain lists, from which a record is told and its origins are found the long way. */
interface Drawn {
  readonly words: readonly (readonly [speaker: string, pieces: readonly Piece[]])[];
  readonly credits: ReadonlyMap<string, string>;
  readonly alike: readonly (readonly [string, string])[];
  readonly belongs: readonly (readonly [part: string, whole: string])[];
}

/** What stands for itself: a side or, of one that printed several agencies, one of these. */
interface Unit {
  readonly actors: readonly string[];
  readonly pieces: readonly Piece[];
}

test('origins are those that a search over every pair of sides finds', () => {
  const counts = new Map<number, number>();
  for (let round = 1; round <= rounds; round += 1) {
    const drawn = drawnCase(drawing(round));
    const { origins, originArticles } = caseOf(toldCase(drawn)).standing();
    const expected = originsFound(drawn);

    expect([...originArticles].sort(), `round ${round}`).toEqual(expected);
    expect(new Set(origins).size).toBe(origins.length);
    counts.set(expected.length, (counts.get(expected.length) ?? 0) + 1);
  }
  for (const count of [1, 2, 3, 4]) expect(counts.get(count) ?? 0).toBeGreaterThan(10);
});

function originsFound(drawn: Drawn): readonly number[] {
  const units = drawn.words.flatMap(([speaker, pieces]) => unitsOf(speaker, pieces, drawn));
  const components = reaching(units, (one, other) => areOne(one, other, drawn));
  return components
    .map((some) => new Set(some.flatMap(({ pieces }) => pieces.map(([article]) => article))).size)
    .sort();
}

function unitsOf(speaker: string, pieces: readonly Piece[], { credits }: Drawn): readonly Unit[] {
  if (speaker === 'crowd') return [];
  const agencyOf = ([article, isNarrated]: Piece) => (isNarrated && credits.get(article)) || '';
  const printed = [...new Set(pieces.map(agencyOf))];
  if (printed.includes('')) return [{ actors: [speaker], pieces }];
  if (printed.length === 1) return [{ actors: [speaker, ...printed], pieces }];
  return printed.map((agency) => ({
    actors: [agency],
    pieces: pieces.filter((piece) => agencyOf(piece) === agency),
  }));
}

function areOne(one: Unit, other: Unit, { words, alike, belongs }: Drawn): boolean {
  const wholesOf = ({ actors }: Unit) => {
    const above = new Set(actors);
    for (const part of above) {
      for (const [of, whole] of belongs) if (of === part) above.add(whole);
    }
    return above;
  };
  const grantorOf = ({ actors }: Unit) => actors.find((actor) => /sources of/.test(actor));
  const shown = [...new Set(words.flatMap(([, pieces]) => pieces.map(([article]) => article)))];
  const copies = reaching(shown, (a, b) =>
    alike.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
  );
  const copyOf = ({ pieces }: Unit) =>
    copies.find((copy) => pieces.every(([article]) => copy.includes(article)));
  const wholes = wholesOf(other);
  const copy = copyOf(one);
  return (
    [...wholesOf(one)].some((actor) => wholes.has(actor)) ||
    (grantorOf(one) !== undefined && grantorOf(other) !== undefined) ||
    (copy !== undefined && copy === copyOf(other))
  );
}

/** The sets of those that reach each other, step by step. */
function reaching<T>(all: readonly T[], isNext: (one: T, other: T) => boolean): readonly T[][] {
  const sets: T[][] = [];
  const placed = new Set<T>();
  for (const first of all) {
    if (placed.has(first)) continue;
    const reached = new Set([first]);
    for (const one of reached) {
      for (const other of all) if (isNext(one, other) || isNext(other, one)) reached.add(other);
    }
    for (const one of reached) placed.add(one);
    sets.push([...reached]);
  }
  return sets;
}

function toldCase({ words, credits, alike, belongs }: Drawn): ToldCase {
  return {
    stances: words.map(([speaker, pieces]) =>
      said(speaker, 'ASSERTS', {
        evidence: pieces.map(([article, isNarrated]) => ({
          article,
          mode: isNarrated ? ('NARRATED' as const) : ('DIRECT' as const),
        })),
      }),
    ),
    kinds: { crowd: 'GROUP' },
    articles: Object.fromEntries([...credits].map(([name, creditedTo]) => [name, { creditedTo }])),
    alike,
    affiliations: belongs.map(([part, whole]): ToldAffiliation => [part, 'PART_OF', whole]),
  };
}

function drawnCase(draw: Draw): Drawn {
  const pick = (of: readonly string[]): string => of[draw(of.length)] ?? '';
  const some = (most: number, one: () => readonly [string, string]) =>
    Array.from({ length: draw(most) }, one);
  return {
    words: speakers
      .filter(() => draw(3) > 0)
      .map((speaker) => [
        speaker,
        Array.from({ length: 1 + draw(3) }, () => [pick(articles), draw(3) > 0] as const),
      ]),
    credits: new Map(articles.filter(() => draw(2) === 0).map((name) => [name, pick(agencies)])),
    alike: some(3, () => [pick(articles), pick(articles)]),
    belongs: some(4, () => [pick([...speakers, ...agencies]), pick(['p', 'q', 'state', 'press'])]),
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
