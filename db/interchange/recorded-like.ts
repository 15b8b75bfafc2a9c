import type { ActorMergeLine, AffiliationLine, ClaimLinkLine, Line } from './lines.ts';
import type { OnRecord, Recorded } from './on-record.ts';

/** What is on record in the place that this line would take, if anything is. */
export function recordedLike(line: Line, on: OnRecord): Recorded<Line> | undefined {
  if (line.type === 'claim') return on.claims.get(line.id);
  if (line.type === 'stance') return on.stances.get(line.id);
  const recorded = lineLike(line, on);
  return recorded && { line: recorded };
}

function lineLike(line: Line, on: OnRecord): Line | undefined {
  switch (line.type) {
    case 'actor':
      return on.actors.get(line.id);
    case 'article':
      return on.articles.get(line.id);
    case 'affiliation':
      return on.affiliations.find((other) => isSameAffiliation(line, other));
    case 'claimLink':
      return judgedLike(
        line,
        on.claimLinks.filter((other) => isSameLink(line, other)),
      );
    case 'actorMerge':
      return judgedLike(
        line,
        on.actorMerges.filter((other) => isSameMerge(line, other)),
      );
    default:
      return undefined;
  }
}

function isSameAffiliation(a: AffiliationLine, b: AffiliationLine): boolean {
  return (
    a.actor === b.actor &&
    a.of === b.of &&
    a.kind === b.kind &&
    a.role === b.role &&
    a.from === b.from
  );
}

function isSameLink(a: ClaimLinkLine, b: ClaimLinkLine): boolean {
  return a.from === b.from && a.to === b.to && a.kind === b.kind;
}

function isSameMerge(a: ActorMergeLine, b: ActorMergeLine): boolean {
  return a.from === b.from && a.into === b.into;
}

type Judged = ClaimLinkLine | ActorMergeLine;

/** A revoked line is like one revoked for the same reason, or like the same judgement in force. */
function judgedLike<L extends Judged>(line: L, others: readonly L[]): L | undefined {
  const isSame = (other: L) => other.judgement === line.judgement && other.reason === line.reason;
  const inForce = others.find((other) => other.revoked === undefined);
  if (line.revoked === undefined) return inForce ?? others.find(isSame);
  const revoked = others.find(
    (other) => isSame(other) && other.revoked?.reason === line.revoked?.reason,
  );
  return revoked ?? (inForce && isSame(inForce) ? inForce : undefined);
}
