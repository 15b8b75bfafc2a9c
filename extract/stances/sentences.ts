import type { Passage, Range } from '../words/passage.ts';

/** The ranges cut where sentences end; an interrupted sentence stays together. */
export function quotedSentencesOf({ words }: Passage, content: readonly Range[]): Range[][] {
  const sentences = new Map<number, Range[]>();
  for (const { first, last } of content) {
    for (let at = first; at <= last; ) {
      const sentence = words[at]?.sentence ?? -1;
      let end = at;
      while (end < last && words[end + 1]?.sentence === sentence) end++;
      sentences.set(sentence, [...(sentences.get(sentence) ?? []), { first: at, last: end }]);
      at = end + 1;
    }
  }
  return [...sentences.values()];
}
