import { InputInvalid } from './errors.ts';

/**
 * Passes when a link is between two different claims.
 * @throws InputInvalid
 */
export function assertClaimLink(
  { from, to }: { readonly from: string; readonly to: string },
  path: readonly string[],
): void {
  if (from === to) throw new InputInvalid('A claim is not linked to itself.', [...path, 'to']);
}
