import type { Line, LineType } from './lines.ts';

/** What is counted: lines by type, and the evidence of stances by itself. */
export type CountedType = Exclude<LineType, 'record'> | 'evidence';

/** How many things of one type are new, and how many are on record as they are. */
export interface Count {
  created: number;
  unchanged: number;
}

export type Counts = Readonly<Record<CountedType, Count>>;

export function noCounts(): Counts {
  const none = (): Count => ({ created: 0, unchanged: 0 });
  return {
    actor: none(),
    affiliation: none(),
    article: none(),
    claim: none(),
    claimLink: none(),
    actorMerge: none(),
    stance: none(),
    evidence: none(),
  };
}

/** Counts a line; `pieces` is how many of its pieces of evidence are new, where not all of them are. */
export function count(
  counts: Counts,
  line: Line,
  { isNew, pieces }: { readonly isNew: boolean; readonly pieces?: number | undefined },
): void {
  if (line.type === 'record') return;
  const key = isNew ? 'created' : 'unchanged';
  counts[line.type][key] += 1;
  if (line.type !== 'stance') return;
  const created = isNew ? (pieces ?? line.evidence.length) : 0;
  counts.evidence.created += created;
  counts.evidence.unchanged += line.evidence.length - created;
}
