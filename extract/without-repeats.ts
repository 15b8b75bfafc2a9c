import { claimDrafts } from './claims/claim-entries.ts';
import { matterOf } from './claims/matter.ts';
import type { Drafting } from './drafting.ts';
import type { StanceDraft } from './extractor.ts';

/** Without what a heading tells in fewer words than the text does. */
export function withoutRepeats(
  { passage, book }: Drafting,
  stances: readonly StanceDraft[],
): StanceDraft[] {
  const { blocks } = passage;
  const heading = blocks[0]?.kind === 'PARAGRAPH' ? 0 : (blocks[0]?.end ?? 0);
  const [short, told] = [0, 1].map((half) =>
    stances.filter(({ evidence }) => Number(evidence.start >= heading) === half),
  );
  if (!short?.length || told === undefined) return [...stances];
  const matters = new Map(claimDrafts(book.entries).map(({ id, text }) => [id, matterOf(text)]));
  const isTold = (one: StanceDraft) =>
    told.some((other) => {
      const [own, more] = [matters.get(one.claim), matters.get(other.claim)];
      const isBySame = other.actor === one.actor && other.kind === one.kind;
      const isSame = isBySame && other.claim !== one.claim && own && more;
      return isSame && [...own].every((word) => more.has(word));
    });
  return stances.filter((one) => one.evidence.start >= heading || !isTold(one));
}
