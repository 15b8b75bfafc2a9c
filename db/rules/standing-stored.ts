import type {
  ProjectedOrigin,
  ProjectedRetraction,
  ProjectedSide,
  ProjectedStanding,
} from './standing-facts.ts';
import { polarities, polarityOf, stanceKinds, standingStatuses } from './vocabulary.ts';

/*
 * A standing is stored as JSON without names: values by their place, words by their place in the lists of vocabulary.ts, to which
 * words are only ever appended. What follows from the rest is not stored.
 */
type Stored = readonly [
  rule: number,
  counts: readonly number[],
  sides: readonly StoredSide[],
  retracted: readonly (readonly [actor: number, stance: number, of: number | null])[],
  origins: readonly (readonly [actor: number, articles: number])[],
  articles: number,
  outlets: number,
  disputedVia: readonly number[],
  onlyUnnamedSources: number,
];

type Voice = readonly [
  actor: number,
  stance: number,
  kind: number,
  hearsay: number,
  onWordOf: readonly number[],
];

/** The last three are left out of a side for which nobody else speaks. */
type StoredSide =
  | Voice
  | readonly [...Voice, holder: number, spokenBy: readonly number[], dissenting: readonly number[]];

/** The text that is stored of a standing: the same of the same. */
export function storedStanding(standing: ProjectedStanding): string {
  const stored: Stored = [
    standing.rule,
    polarities.map((polarity) => standing.counts[polarity]),
    standing.sides.map(storedSide),
    standing.retracted.map(({ actor, stance, of }) => [
      actor,
      stance,
      of === null ? null : polarities.indexOf(of),
    ]),
    standing.origins.map(({ actor, articleCount }) => [actor, articleCount]),
    standing.articleCount,
    standing.outletCount,
    standing.disputedVia,
    Number(standing.onlyUnnamedSources),
  ];
  return JSON.stringify(stored);
}

/** The standing of which this text is stored. */
export function standingOf(text: string): ProjectedStanding {
  const [rule, counts, sides, retracted, origins, articleCount, outletCount, disputedVia, unnamed] =
    // Nobody writes it but the function above, and the migration that made it of what was stored before.
    JSON.parse(text) as Stored;
  const [FOR = 0, RELAYED = 0, MIXED = 0, NONE = 0, AGAINST = 0, WITHDRAWN = 0] = counts;
  return {
    status: wordAt(standingStatuses, rule - 1),
    rule,
    counts: { FOR, RELAYED, MIXED, NONE, AGAINST, WITHDRAWN },
    sides: sides.map(sideOf),
    retracted: retracted.map(
      ([actor, stance, of]): ProjectedRetraction => ({
        actor,
        stance,
        of: of === null ? null : wordAt(polarities, of),
      }),
    ),
    origins: origins.map(([actor, articleCount]): ProjectedOrigin => ({ actor, articleCount })),
    articleCount,
    outletCount,
    disputedVia,
    onlyUnnamedSources: unnamed === 1,
  };
}

function storedSide(side: ProjectedSide): StoredSide {
  const { actor, stance, holder, onWordOf, spokenBy, dissenting } = side;
  const kind = stanceKinds.indexOf(side.kind);
  const voice: Voice = [actor, stance, kind, Number(side.hearsay), onWordOf];
  return spokenBy.length === 0 ? voice : [...voice, holder, spokenBy, dissenting];
}

function sideOf(stored: StoredSide): ProjectedSide {
  const [actor, stance, place, hearsay, onWordOf, holder = actor, spokenBy = [], dissenting = []] =
    stored;
  const kind = wordAt(stanceKinds, place);
  return {
    actor,
    polarity: polarityOf[kind],
    kind,
    stance,
    holder,
    hearsay: hearsay === 1,
    spokenBy,
    dissenting,
    onWordOf,
    split: dissenting.length > 0,
  };
}

function wordAt<Word>(words: readonly Word[], place: number): Word {
  const word = words[place];
  if (word === undefined) throw new RangeError(`There is no word at place ${place}.`);
  return word;
}
