import { type Passage, type Range, rangeOf } from '../words/passage.ts';
import { plainText, wordsAt } from './plain-text.ts';
import type { Statement } from './statement.ts';

const told =
  '(?:said|stated|reported|claimed|wrote|suggested|asserted)(?: (?:earlier|today|yesterday|on \\p{L}+day|wrongly|incorrectly|erroneously|in error|mistakenly))*,?(?: that)? (?<what>.+)';
const label =
  '(?:(?:\\d{1,2}[:.]\\d{2} )?(?:correction|clarification|corrected|we got (?:it|this) wrong)(?: \\d{1,2}[:.]\\d{2})? ?:? )';
const earlier =
  '(?:in )?(?:an?|the|our) (?:earlier|previous|original) (?:version|post|article|story|report|update|entry|tweet|headline|alert|item)(?: of th(?:is|e) \\p{L}+)?';

const corrections: readonly RegExp[] = [
  new RegExp(
    `^${label}?${earlier},? (?:(?:we|had|has|wrongly|incorrectly|erroneously|mistakenly) )*${told}$`,
    'diu',
  ),
  new RegExp(
    `^${label}we (?:(?:had|have|earlier|wrongly|incorrectly|mistakenly) )*${told}$`,
    'diu',
  ),
  new RegExp(`^we (?:had |have )?(?:wrongly|incorrectly|erroneously|mistakenly) ${told}$`, 'diu'),
];

// Taken back by the sentence behind it.
const before = new RegExp(
  `^(?:in (?:(?:our|an?|the) )?[^,]{2,40}?,? |on [^,]{2,30}?,? )?(?:i|we|this (?:newspaper|paper|website|magazine|site|programme|column)) (?:had |have |also )?${told}$`,
  'diu',
);

const longest = 80;

/** What the publisher takes back: `Correction: an earlier post said that it sank`. */
export function correctionStatements(passage: Passage): Statement[] {
  return passage.blocks.flatMap(({ sentences }) => {
    const ranges = sentences.map((span) => rangeOf(passage, span));
    return ranges.flatMap((sentence, index) => {
      const next = ranges[index + 1];
      const what =
        whatIn(passage, sentence, corrections) ?? (next && ownTakenBack(passage, sentence, next));
      const isQuoted = what !== undefined && passage.words[what.first]?.quotation !== -1;
      return what === undefined || isQuoted ? [] : [retraction(sentence, what)];
    });
  });
}

/** `I said that it sank. I was wrong.`: what is taken back. */
export function ownTakenBack(passage: Passage, sentence: Range, next: Range): Range | undefined {
  return takesBack(passage.words, next) ? whatIn(passage, sentence, [before]) : undefined;
}

function whatIn(
  { words }: Passage,
  sentence: Range,
  patterns: readonly RegExp[],
): Range | undefined {
  if (sentence.last - sentence.first > longest) return undefined;
  const { text, places } = plainText(words, [sentence]);
  if (!/\b(?:we|i|this|earlier|previous|original)\b/iu.test(text)) return undefined;
  const what = patterns
    .map((pattern) => pattern.exec(text)?.indices?.groups?.what)
    .find((found) => found !== undefined);
  return what && wordsAt(places, what);
}

function retraction(sentence: Range, what: Range): Statement {
  return {
    cue: { first: sentence.first, last: Math.max(sentence.first, what.first - 1) },
    lemma: '',
    frame: 'rating',
    source: undefined,
    content: [what],
    quote: { first: sentence.first, last: what.last },
    mode: 'INDIRECT',
    negated: false,
    isHidden: false,
    isShared: false,
    within: undefined,
    stands: 'RETRACTS',
    points: false,
  };
}

const takingBack =
  /^(?:(?:we|i) (?:now )?(?:accept|acknowledge|understand|recognise|recognize)(?: that)? )?(?:(?:that|this|it|which) (?:was|is) (?:\p{L}+ly )?(?:wrong|incorrect|false|untrue|not (?:true|so|right|the case|correct)|an error|a mistake|mistaken)|(?:i|we) (?:was|were) (?:wrong|mistaken)|(?:i|we) (?:now )?(?:withdraw|retract|take (?:it|that|this) back)|(?:i|we) apologi[sz]e)\b/iu;

/** Whether words take back what was said in the sentence before. */
export function takesBack(words: Passage['words'], sentence: Range): boolean {
  return takingBack.test(plainText(words, [sentence]).text);
}
