import { createHash } from 'node:crypto';
import type { StanceKind } from '../rules/vocabulary.ts';

/** What makes a draft the one it is. */
interface DraftNamed {
  readonly kind: StanceKind;
  readonly actor: string;
  /** The text of its claim. */
  readonly claim: string;
  readonly evidence: { readonly start: number; readonly end: number };
}

/** The slug of a draft: the same words of the same article, read the same, have the same, for ever. */
export function draftSlug(
  { sha256, outlet }: { readonly sha256: string; readonly outlet: number | null },
  { kind, actor, claim, evidence: { start, end } }: DraftNamed,
): string {
  const content = JSON.stringify([sha256, outlet, start, end, kind, actor, claim]);
  return `draft-${createHash('sha256').update(content).digest('hex').slice(0, 24)}`;
}
