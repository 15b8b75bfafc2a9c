import { type Passage, type Range, rangeOf, type Word, wordsOf } from '../words/passage.ts';
import { judgementOf } from './judgement.ts';
import type { Statement } from './statement.ts';

const claimed = /^(?:the )?(?:claim|statement|viral claim)s?\s*:/iu;
const rated = /^(?:(?:our|the) )?(?:rating|verdict|ruling|conclusion)\s*:/iu;
const ratedByUs = /^(?:\w+,? )?we (?:rate|rated|rule|find|judge|call) /iu;

/** How a fact-checker rates: `Verdict: False` on what `Claim:` says, or `We rate this half true` on what was said. */
export function ratingStatements(passage: Passage): Statement[] {
  const found: Statement[] = [];
  let claim: Range | undefined;
  for (const sentence of sentencesOf(passage)) {
    const words = wordsOf(passage, [sentence]);
    if (claimed.test(words)) claim = afterColon(passage.words, sentence);
    if (!rated.test(words) && !ratedByUs.test(words)) continue;
    if (judgementOf(words) !== undefined) found.push(rating(sentence, claim));
  }
  return found;
}

function sentencesOf(passage: Passage): Range[] {
  return passage.blocks.flatMap(({ sentences }) =>
    sentences.map((sentence) => rangeOf(passage, sentence)),
  );
}

function afterColon(words: readonly Word[], { first, last }: Range): Range | undefined {
  let at = first;
  while (at < last && words[at]?.text !== ':') at++;
  return at < last ? { first: at + 1, last } : undefined;
}

function rating(sentence: Range, claim: Range | undefined): Statement {
  return {
    cue: { first: sentence.first, last: sentence.first },
    lemma: 'rate',
    frame: 'rating',
    source: undefined,
    content: [claim ?? sentence],
    quote: sentence,
    mode: 'NOMINAL',
    negated: false,
    isHidden: false,
    isShared: false,
    within: undefined,
  };
}
