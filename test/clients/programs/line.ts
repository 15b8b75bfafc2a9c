/** A claim in a line. */
export const told = (
  claim:
    | { readonly standing: { readonly status: string; readonly summary: string } }
    | null
    | undefined,
): string => (claim ? `${claim.standing.status}: ${claim.standing.summary}` : '');

/** A refusal in a line. */
export const reasonOf = (refusal: {
  readonly code: string;
  readonly nearest?: ReadonlyArray<{ readonly text: string }>;
}): string => `${refusal.code}: “${refusal.nearest?.[0]?.text}”`;
