import { frameAfter } from '../attributions/frame.ts';
import { type Passage, type Range, sentenceStart, type Word } from '../words/passage.ts';
import { kindOfVerb } from './kinds.ts';
import type { Statement } from './statement.ts';

const takesObject = new Set(['OPPOSES', 'SUPPORTS', 'DENIES']);

/** `..., a plan Lee continues to reject`: what somebody stands for or against comes first. */
export function relativeStatements({ words }: Passage, taken: readonly Statement[]): Statement[] {
  const cued = new Set(taken.flatMap(({ cue }) => [cue.first, cue.last]));
  return words.flatMap((word, head) => {
    const isOpen = word.pos === 'VERB' && word.quotation === -1 && !cued.has(head);
    if (
      !isOpen ||
      !takesObject.has(kindOfVerb(word.lemma) ?? '') ||
      frameAfter(words, head).frame !== 'end'
    )
      return [];
    return relative(words, head) ?? [];
  });
}

function relative(words: readonly Word[], head: number): Statement | undefined {
  const first = groupStart(words, head);
  const source = nameBefore(words, first);
  const start = sentenceStart(words, head);
  if (source === undefined || words[source.first - 1]?.pos !== 'NOUN' || source.first - start < 3)
    return undefined;
  const content = { first: start, last: source.first - 1 };
  return {
    cue: { first, last: head },
    lemma: words[head]?.lemma ?? '',
    frame: 'np',
    source,
    content: [content],
    quote: { first: start, last: head },
    mode: 'INDIRECT',
    negated: words.slice(first, head).some(({ lower }) => lower === 'not' || lower === "n't"),
    isHidden: false,
    isShared: false,
    within: undefined,
  };
}

/** `continues to reject` from its first word. */
function groupStart(words: readonly Word[], head: number): number {
  let first = head;
  while (first > 0 && ['AUX', 'ADV', 'PART'].includes(words[first - 1]?.pos ?? '')) first--;
  return words[first]?.lower === 'to' && words[first - 1]?.pos === 'VERB' ? first - 1 : first;
}

function nameBefore(words: readonly Word[], end: number): Range | undefined {
  let first = end;
  while (words[first - 1]?.pos === 'PROPN') first--;
  return first === end ? undefined : { first, last: end - 1 };
}
