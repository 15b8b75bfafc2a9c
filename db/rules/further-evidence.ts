import type { StanceFacts } from './standing-facts.ts';
import { timeOfStance } from './standing-stances.ts';
import { type Polarity, polarityOf } from './vocabulary.ts';

/** A stance with the time at which it was taken. */
interface Timed {
  readonly facts: StanceFacts;
  readonly time: number;
}

/**
 * The first of an actor's other stances on a claim by which it took another polarity, or retracted, between a stance on
 * record and words that are to show it, too; null where it stood by it all the while. As in a standing, whoever only
 * relays, declines or does not reply leaves its own position as it was.
 */
export function turnBetween(
  known: StanceFacts,
  words: StanceFacts,
  others: readonly StanceFacts[],
): StanceFacts | null {
  const [first, last] = [timed(known), timed(words)].sort(inOrder);
  const polarity = polarityOf[known.kind];
  const between = others
    .filter((one) => isInForce(one) && isTurn(polarityOf[one.kind], polarity))
    .map(timed)
    .filter((one) => first && last && inOrder(first, one) < 0 && inOrder(one, last) < 0)
    .sort(inOrder);
  return between[0]?.facts ?? null;
}

function isTurn(polarity: Polarity, from: Polarity): boolean {
  if (polarity === from) return false;
  return polarity === 'WITHDRAWN' || isPosition(polarity) || !isPosition(from);
}

function isPosition(polarity: Polarity): boolean {
  return polarity === 'FOR' || polarity === 'AGAINST' || polarity === 'MIXED';
}

/** Whether a stance is verified and shown by something, and neither it nor all that shows it is withdrawn. */
function isInForce({ reviews, withdrawnAt, hasNote, evidence }: StanceFacts): boolean {
  const isShown = evidence.some(
    (piece) =>
      piece.withdrawnAt === null &&
      piece.articleWithdrawals.every(({ restoredAt }) => restoredAt !== null),
  );
  return reviews.at(-1)?.review === 'VERIFIED' && withdrawnAt === null && (isShown || hasNote);
}

function timed(facts: StanceFacts): Timed {
  return { facts, time: timeOfStance(facts) };
}

/** By time; at one and the same moment a retraction comes last, and then the order of recording decides. */
function inOrder(a: Timed, b: Timed): number {
  return (
    a.time - b.time ||
    Number(a.facts.kind === 'RETRACTS') - Number(b.facts.kind === 'RETRACTS') ||
    a.facts.recordedAt - b.facts.recordedAt ||
    a.facts.stance - b.facts.stance
  );
}
