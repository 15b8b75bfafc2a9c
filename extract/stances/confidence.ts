import type { Statement } from './statement.ts';

const byFrame: Readonly<Record<string, number>> = {
  that: 0.9,
  'np-that': 0.85,
  clause: 0.85,
  quote: 0.95,
  end: 0.9,
  according: 0.9,
  'np-quote': 0.9,
  wh: 0.7,
  colon: 0.7,
  nominal: 0.5,
  hidden: 0.7,
  silent: 0.9,
  rating: 0.8,
};

const other = 0.6;

/** How often readings of this shape are right, roughly; half of that inside another statement. */
export function confidenceOf(
  { frame, mode, within, source, isHidden, isUnsure: mayBeOther }: Statement,
  { claim, isUnsure }: { readonly claim: string | undefined; readonly isUnsure?: boolean },
): number {
  if (mode === 'NARRATED') return 0.4;
  const alone = mode === 'DIRECT' ? 0.95 : (byFrame[frame] ?? other);
  const named = source === undefined && !isHidden ? alone / 2 : alone;
  const told = claim === undefined || isUnsure === true || mayBeOther === true ? 0.5 : 1;
  return Math.round(100 * told * (within === undefined ? named : named * 0.7)) / 100;
}
