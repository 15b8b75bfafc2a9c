import { inOrder, pick } from './content.ts';
import { type EvidenceOfLine, evidenceKeys, keysOf, type Line } from './lines.ts';
import type { Recorded } from './on-record.ts';

/**
 * The keys in which a settled line has other content than what is on record. What was judged, ended, withdrawn,
 * revoked or erased since the line was written is no other content, and neither is a text that the line does not bring.
 */
export function differingKeys(
  line: Line,
  { line: recorded, firstReview }: Recorded<Line>,
): string[] {
  const [given, known] = [inOrder(line), inOrder(recorded)];
  return keysOf(line.type).filter((key) => {
    if (given[key] === undefined && since.has(key)) return false;
    if (key === 'text' && known[key] === undefined) return false;
    if (key === 'review' && (given[key] === firstReview || line.type === 'actor')) return false;
    if (line.type === 'stance' && recorded.type === 'stance' && key === 'evidence') {
      return !isShownBy(recorded.evidence, line.evidence);
    }
    return JSON.stringify(given[key]) !== JSON.stringify(known[key]);
  });
}

/** Whether the line brings the text of an article of which the record has the hash alone, and had no more. */
export function isCompleting(line: Line, recorded: Line): boolean {
  if (line.type !== 'article' || recorded.type !== 'article') return false;
  return line.text !== undefined && recorded.text === undefined && recorded.erased === undefined;
}

const since: ReadonlySet<string> = new Set(['withdrawn', 'revoked', 'erased', 'until', 'text']);
const wordKeys = evidenceKeys.filter((key) => key !== 'withdrawn' && key !== 'extractor');

/** Whether both show a stance by the same words, in whatever order. */
function isShownBy(known: readonly EvidenceOfLine[], given: readonly EvidenceOfLine[]): boolean {
  const left = [...known];
  return (
    known.length === given.length &&
    given.every((piece) => {
      const place = left.findIndex((other) => isSameEvidence(other, piece));
      return place >= 0 && left.splice(place, 1).length === 1;
    })
  );
}

function isSameEvidence(known: EvidenceOfLine, given: EvidenceOfLine): boolean {
  const isWithdrawn = given.withdrawn !== undefined;
  if (isWithdrawn && given.withdrawn?.reason !== known.withdrawn?.reason) return false;
  // Erased words are taken to be those.
  const isErased = known.quote === undefined || given.quote === undefined;
  const keys = isErased ? wordKeys.filter((key) => key !== 'quote') : wordKeys;
  return JSON.stringify(pick(known, keys)) === JSON.stringify(pick(given, keys));
}
