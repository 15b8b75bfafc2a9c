import type { StanceKind } from '../stances/kinds.ts';
import { asSentence } from './as-sentence.ts';
import type { ClaimBook, Meant } from './book.ts';
import type { Holder } from './claim.ts';
import { entered, isNegation } from './claim-entries.ts';
import { farthestOwn } from './pointed.ts';
import { bySameWords } from './scope.ts';

/** `Lee has not left, her office said, denying a report`: it has told already what it denies. */
export function hasJustDenied({ said }: ClaimBook, { actor }: Holder, sentence: number): boolean {
  const own = said.findLast((one) => one.actor === actor.id);
  return (
    own !== undefined &&
    own.sentence === sentence &&
    own.kind === 'ASSERTS' &&
    isNegation(own.claim.text)
  );
}

/** `stands by its report that it leaked`: the claim where it was made before. */
export function byStory(book: ClaimBook, content: string): Meant | undefined {
  const { said } = book;
  const [, story] = /^.*? that (.+)$/u.exec(content) ?? [];
  const same = story === undefined ? undefined : bySameWords(said.slice(-farthestOwn), story);
  return same !== undefined && isNegation(same.claim.text) === isNegation(story ?? '')
    ? { claim: same.claim.id, kind: 'CONFIRMS' }
    : openStory(book, story);
}

/** What only the story is said to say, where its words can be read alone. */
function openStory({ entries }: ClaimBook, story: string | undefined): Meant | undefined {
  if (
    story === undefined ||
    /\b(?:I|we|you|he|she|it|they|his|her|its|their|him|them)\b/iu.test(story)
  )
    return undefined;
  return {
    claim: entered(entries, { text: asSentence(story), kind: 'FACT' }).id,
    kind: 'CONFIRMS',
  };
}

/** `what Roe has stated is untrue`, where the text does not tell what it is. */
export function stated(
  book: ClaimBook,
  { words, kind }: { readonly words: string; readonly kind: StanceKind },
): Meant {
  const claim = entered(book.entries, { text: asSentence(`${words} is true`), kind: 'FACT' });
  return { claim: claim.id, kind, isUnsure: true };
}
