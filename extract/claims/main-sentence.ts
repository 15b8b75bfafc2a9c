import { isPosition } from '../stances/modal.ts';
import type { Statement } from '../stances/statement.ts';
import type { Passage, Range } from '../words/passage.ts';
import { wordsOf } from '../words/passage.ts';

/** The statement with one sentence of what is quoted: that which wants something, or else the first that tells something. */
export function withMainSentence(passage: Passage, statement: Statement): Statement {
  const sentences = sentencesOf(passage, statement.content);
  if (sentences.length < 2 || statement.frame === 'rating') return statement;
  const told = sentences.filter((ranges) => tells(wordsOf(passage, ranges)));
  const main = told.find((ranges) => isPosition(wordsOf(passage, ranges))) ?? told[0];
  return main === undefined ? statement : { ...statement, content: main };
}

/** The ranges cut where sentences end; an interrupted sentence stays together. */
function sentencesOf({ words }: Passage, content: readonly Range[]): Range[][] {
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

/** `No.` and questions tell nothing. */
function tells(words: string): boolean {
  return !/\?\W*$/u.test(words) && (words.match(/\p{L}+/gu)?.length ?? 0) > 1;
}
