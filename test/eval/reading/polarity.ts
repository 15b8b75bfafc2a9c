import { polarityOf } from '../../../db/rules/vocabulary.ts';
import type { StanceKind } from '../../../extract/stances/kinds.ts';
import type { Likeness } from './claim-likeness.ts';
import type { GoldStance } from './gold-file.ts';

/** Which way each kind goes; who carries a claim is for it here. */
export const sides = { ...polarityOf, REPORTS: 'FOR' } as const;

/** same: the very kind; kind: another of that side; other: mixed, silent or withdrawn against a side; inverted: the other side. */
type Polarity = 'same' | 'kind' | 'other' | 'inverted';
/** From right to wrong. */
export const polarities: readonly Polarity[] = ['same', 'kind', 'other', 'inverted'];

/** How the draft's kind stands to the gold's, a claim that says the opposite taken into account. */
export function polarity(gold: GoldStance, { isOpposite }: Likeness, kind: StanceKind): Polarity {
  const all = gold.kinds.map((wanted): Polarity => {
    const [side, right] = [turned(sides[kind], isOpposite), sides[wanted]];
    if (side === right) return kind === wanted ? 'same' : 'kind';
    if (wanted === 'QUESTIONS' && side === 'FOR') return 'inverted';
    if (right === 'NONE' && kind === 'REPORTS') return 'other';
    if (side === 'MIXED' || right === 'MIXED' || side === 'NONE') return 'other';
    if (side === 'WITHDRAWN' || (right === 'WITHDRAWN' && side === 'AGAINST')) return 'other';
    return 'inverted';
  });
  return polarities.find((rank) => all.includes(rank)) ?? 'inverted';
}

function turned(side: (typeof sides)[StanceKind], isOpposite: boolean) {
  if (!isOpposite) return side;
  if (side === 'FOR') return 'AGAINST';
  return side === 'AGAINST' ? 'FOR' : side;
}
