import {
  claimNouns,
  falseWords,
  halfTrueWords,
  scornfulWords,
  unprovenWords,
} from '../lexicon/falsehood.ts';
import type { Range, Word } from '../words/passage.ts';
import type { StanceKind } from './kinds.ts';
import { plainText, wordsAt } from './plain-text.ts';
import { verdictRules } from './verdict-rules.ts';

/** How words rate a claim, and which of them tell the claim itself; without those they point at one made before. */
export interface Verdict {
  readonly kind: StanceKind;
  readonly what: Range | undefined;
  /** The words that point at it: `the report`. */
  readonly pointer?: Range;
}

const notFalse =
  /(?<!\p{L})(?:not|n't|never|nor|hardly)(?: \p{L}+ly| an?| entirely| completely)* (?:false|untrue|fake|fabricated|fiction|hoax|baseless|unfounded|groundless|lies?|incorrect|inaccurate|nonsense|rubbish|made-up|invented|wrong)(?!\p{L})/iu;

/** Whether the words say that something is not false: nobody denies it, and nobody calls it true. */
export function saysNotFalse(words: string): boolean {
  return notFalse.test(words);
}

/** What the words in a range say of a claim; undefined where they rate none. */
export function verdictIn(
  words: readonly Word[],
  ranges: readonly Range[],
  role: keyof typeof verdictRules,
): Verdict | undefined {
  const { text, places } = plainText(words, ranges, longest + 1);
  if (places.length > longest) return undefined;
  if (role !== 'object' && !mayJudge.test(text)) return undefined;
  if (saysNotFalse(text) || /^(?:if (?!any|some)|whether\b|unless\b)/iu.test(text))
    return undefined;
  const isCalled = called.test(text);
  for (const [kind, pattern, needs] of verdictRules[role]) {
    if (needs === 'CALLED' && !isCalled) continue;
    const groups = pattern.exec(text)?.indices;
    if (groups === undefined) continue;
    const at = (span: readonly [number, number] | undefined) => span && wordsAt(places, span);
    const pointer = at(groups.groups?.pointer);
    return { kind, what: at(groups.groups?.what), ...(pointer ? { pointer } : {}) };
  }
  return undefined;
}

const called = new RegExp(claimNouns, 'iu');

// Nobody rates a claim in more words than that.
const longest = 50;

// One look that spares the rest of them for most words.
const mayJudge = new RegExp(
  `(?<!\\p{L})(?:${falseWords}|${scornfulWords}|${halfTrueWords}|${unprovenWords}|no|nothing|never|not|n't|little|further|unaware|relation|contradict\\p{L}*|distort\\p{L}*|without|zero|lying|untruthful|dishonest|lied|none|did|cannot|doubt\\p{L}*|question\\p{L}*|deny|denied|reject\\p{L}*|refute|dispute)(?!\\p{L})`,
  'iu',
);
