import type { Range } from '../words/passage.ts';

/** What a word can be: nothing, or the beginning or inside of somebody, of a cue, or of what is said. */
export const labels = [
  'O',
  'B-source',
  'I-source',
  'B-cue',
  'I-cue',
  'B-content',
  'I-content',
] as const;

const roles = ['content', 'cue', 'source'] as const;
export type Role = (typeof roles)[number];

const beginning: Readonly<Record<Role, number>> = { source: 1, cue: 3, content: 5 };

/** Whether a word with label `to` may follow one with label `from`. */
export function mayFollow(from: number, to: number): boolean {
  const isInside = to > 0 && to % 2 === 0;
  return !isInside || from === to || from === to - 1;
}

/** Every label before and label that may stand beside each other. */
export const pairs: readonly (readonly [from: number, to: number])[] = labels.flatMap((_, from) =>
  labels.flatMap((_, to) => (mayFollow(from, to) ? [[from, to] as const] : [])),
);

/** A label for each of `length` words; a word in several roles is of the source, else of the cue. */
export function labelsOf(
  length: number,
  attributions: readonly Readonly<Record<Role, readonly Range[]>>[],
): Uint8Array {
  const sequence = new Uint8Array(length);
  for (const role of roles) {
    for (const ranges of attributions)
      for (const range of ranges[role]) mark(sequence, role, range);
  }
  // What goes on after a word of another role begins anew.
  for (const [at, label] of sequence.entries())
    if (!mayFollow(sequence[at - 1] ?? 0, label)) sequence[at] = label - 1;
  return sequence;
}

function mark(sequence: Uint8Array, role: Role, { first, last }: Range): void {
  for (let at = first; at <= last; at++) sequence[at] = beginning[role] + (at === first ? 0 : 1);
}

/** The unbroken runs of each role, in order. */
export function runsOf(sequence: Uint8Array): Record<Role, Range[]> {
  const runs: Record<Role, Range[]> = { source: [], cue: [], content: [] };
  for (const role of roles) {
    for (let first = 0; first < sequence.length; first++) {
      if (sequence[first] !== beginning[role]) continue;
      let last = first;
      while (sequence[last + 1] === beginning[role] + 1) last++;
      runs[role].push({ first, last });
      first = last;
    }
  }
  return runs;
}
