/** What was corrected, and when: `before` holds the values that the correction replaced. */
export interface Correction<Told> {
  readonly at: number;
  readonly before: Partial<Told>;
}

/** What is told of a thing now, and each correction of it, in the order in which they were made. */
export interface Corrected<Told> {
  readonly told: Told;
  readonly corrections: readonly Correction<Told>[];
}

/** What was told of something at a moment: corrections made later are undone. */
export function toldAsOf<Told extends object>(
  { told, corrections }: Corrected<Told>,
  asOf: number | null,
): Told {
  if (asOf === null || corrections.length === 0) return told;
  const later = corrections.filter(({ at }) => at > asOf);
  // The earliest of them knows best what was told before.
  return Object.assign({}, told, ...later.toReversed().map(({ before }) => before));
}
