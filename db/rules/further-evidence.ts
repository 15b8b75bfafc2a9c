import { byTime, type HeldStance } from './standing-held.ts';
import type { Polarity } from './vocabulary.ts';

/**
 * The first of an actor's other stances on a claim by which it took another polarity, or retracted, between a stance on
 * record and words that are to show it, too; null where it stood by it all the while. As in a standing, whoever only
 * relays, declines or does not reply leaves its own position as it was.
 */
export function turnBetween(
  known: HeldStance,
  words: HeldStance,
  others: readonly HeldStance[],
): HeldStance | null {
  const [first, last] = byTime(known, words) < 0 ? [known, words] : [words, known];
  const between = others
    .filter(({ stands, polarity }) => stands && isTurn(polarity, known.polarity))
    .filter((one) => byTime(first, one) < 0 && byTime(one, last) < 0)
    .sort(byTime);
  return between[0] ?? null;
}

function isTurn(polarity: Polarity, from: Polarity): boolean {
  if (polarity === from) return false;
  return polarity === 'WITHDRAWN' || isPosition(polarity) || !isPosition(from);
}

function isPosition(polarity: Polarity): boolean {
  return polarity === 'FOR' || polarity === 'AGAINST' || polarity === 'MIXED';
}

/** The reason for which a draft is rejected whose words became evidence of another stance. */
export function furtherEvidenceReason(stance: string, reason: string | null): string {
  return `Further evidence of ${stance}.${reason === null ? '' : ` ${reason}`}`;
}

/** The slug of that stance; null where a draft was rejected for another reason. */
export function furtherEvidenceOf(reason: string | null): string | null {
  return /^Further evidence of ([a-z0-9-]{1,80})\./.exec(reason ?? '')?.[1] ?? null;
}
