import { isPosition } from '../stances/modal.ts';
import { quotedSentencesOf } from '../stances/sentences.ts';
import type { Statement } from '../stances/statement.ts';
import { type Passage, wordsOf } from '../words/passage.ts';

/** The statement with one sentence of what is quoted: that which wants something, or else the first that tells something. */
export function withMainSentence(passage: Passage, statement: Statement): Statement {
  const sentences = quotedSentencesOf(passage, statement.content);
  if (sentences.length < 2 || statement.frame === 'rating') return statement;
  const told = sentences.filter((ranges) => tells(wordsOf(passage, ranges)));
  const main = told.find((ranges) => isPosition(wordsOf(passage, ranges))) ?? told[0];
  return main === undefined ? statement : { ...statement, content: main };
}

/** `I am not saying that it leaked`: neither that it did nor that it did not. */
export const disclaiming =
  /^\W*(?:(?:I|we|he|she|they|nobody|no one|\p{Lu}[\p{L}.’' -]{1,40}?) ?(?:am|are|is|was|were|[’']m|[’']re|[’']s) ?(?:not|n[’']t)? ?(?:here to )?(?:sa(?:y|ying)|suggest(?:ing)?|claim(?:ing)?|imply(?:ing)?|accus(?:e|ing)) )(?<=n[o’']t? .*|nobody .*|no one .*)/iu;

/** `No.` and questions tell nothing. */
function tells(words: string): boolean {
  return (
    !/\?\W*$/u.test(words) && !disclaiming.test(words) && (words.match(/\p{L}+/gu)?.length ?? 0) > 1
  );
}
