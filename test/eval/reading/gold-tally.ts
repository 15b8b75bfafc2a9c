import type { Extractor } from '../../../extract/extractor.ts';
import type { GoldStance, GoldText } from './gold-file.ts';
import { type Graded, graded } from './grade.ts';

/** What one reader makes of one text of the gold. */
export interface GoldReading {
  readonly text: GoldText;
  readonly drafts: readonly Graded[];
  /** What was to be found and was. */
  readonly found: readonly GoldStance[];
  readonly missed: readonly GoldStance[];
  /** Propositions of the gold that were drafted, and the claims that they came out as. */
  readonly propositions: number;
  readonly claims: number;
}

export function goldReading(text: GoldText, extractor: Extractor): GoldReading {
  const read = extractor.extract({ text: text.text, publisher: { name: text.publisher } });
  return readingOf(text, graded(text, read));
}

export function readingOf(text: GoldText, drafts: readonly Graded[]): GoldReading {
  const usable = drafts.filter(({ grade }) => grade === 'ACCEPTABLE' || grade === 'EDIT');
  const wanted = text.stances.filter(({ demand }) => demand === 'REQUIRED');
  const isFound = (stance: GoldStance) => usable.some(({ gold }) => gold === stance);
  const claims = new Set(usable.map(({ gold, draft }) => `${gold?.claim.name} ${draft.claim}`));
  return {
    text,
    drafts,
    found: wanted.filter(isFound),
    missed: wanted.filter((stance) => !isFound(stance)),
    propositions: new Set(usable.map(({ gold }) => gold?.claim.name)).size,
    claims: claims.size,
  };
}

/** A line of the table. */
export interface GoldTally {
  readonly texts: number;
  readonly acceptable: number;
  readonly edit: number;
  readonly wrong: number;
  /** Drafts in the publisher's own voice that no gold asks for. */
  readonly unasked: number;
  readonly inverted: number;
  readonly wrongNamed: number;
  readonly wanted: number;
  readonly found: number;
  readonly propositions: number;
  readonly claims: number;
}

export function goldTally(readings: readonly GoldReading[]): GoldTally {
  const drafts = readings.flatMap((reading) => reading.drafts);
  const graded = (grade: Graded['grade']) => drafts.filter((draft) => draft.grade === grade).length;
  const because = (reason: Graded['reasons'][number]) =>
    drafts.filter(({ reasons }) => reasons.includes(reason)).length;
  const sum = (count: (reading: GoldReading) => number) =>
    readings.reduce((all, reading) => all + count(reading), 0);
  return {
    texts: readings.length,
    acceptable: graded('ACCEPTABLE'),
    edit: graded('EDIT'),
    wrong: graded('WRONG'),
    unasked: graded('UNASKED'),
    inverted: because('inverted polarity'),
    wrongNamed: because('wrong named speaker'),
    wanted: sum(({ found, missed }) => found.length + missed.length),
    found: sum(({ found }) => found.length),
    propositions: sum(({ propositions }) => propositions),
    claims: sum(({ claims }) => claims),
  };
}
