import { claimNouns } from '../lexicon/falsehood.ts';
import { type Passage, type Range, sentenceEnd, type Word } from '../words/passage.ts';
import { ownTakenBack, takesBack } from './corrections.ts';
import { kindOfVerb, type StanceKind } from './kinds.ts';
import { plainText, wordsAt } from './plain-text.ts';
import { quotedSentencesOf } from './sentences.ts';
import type { Statement } from './statement.ts';
import { saysNotFalse, type Verdict, verdictIn } from './verdict.ts';

const naming =
  /^(?:label|brand|call|describe|rate|deem|denounce|decry|judge|slam|blast|deride|ridicule|condemn|portray|trash|mock|characteri[sz]e|rubbish|lambast|declare|consider)$/u;

const happening =
  /^(?:that )?(?:it|this|that) (?:had |has )?(?:ever )?(?:happened|took place|taken place|occurred|was (?:so|true|the case))\b/iu;

/** `denied that it happened`: the `it`. */
function pronounIn(words: readonly Word[], { content: [only] }: Statement): Range {
  const first = only?.first ?? 0;
  const at = words[first]?.pos === 'SCONJ' && words[first]?.lower === 'that' ? first + 1 : first;
  return { first: at, last: at };
}

// Alone it answers nobody knows what.
const answerWord = /^(?:no|yes|never|nope|correct|right|true)$/iu;

const mostSentences = 4;
// Enough to see what words begin with.
const few = 12;

/**
 * The statement with what its words say of a claim: `said the report was false`, `called claims that it leaked “baseless”`.
 * Beside it stands what else is said in other sentences.
 */
export function judged(passage: Passage, whole: Statement): Statement[] {
  const statement =
    kindOfVerb(whole.lemma) === 'DENIES' ? withoutRest(passage.words, whole) : whole;
  if (statement.negated || statement.stands !== undefined || statement.content.length === 0)
    return [statement];
  const { words } = passage;
  if (statement.frame === 'colon' && answerWord.test(plainText(words, statement.content, few).text))
    return [];
  if (isDoubled(words, statement) || isAccepted(words, statement)) return [];
  if (statement.lemma === 'accuse' && statement.frame === 'np-that')
    return accused(words, statement);
  if (
    kindOfVerb(statement.lemma) === 'DENIES' &&
    happening.test(plainText(words, statement.content, few).text)
  )
    return [
      { ...statement, stands: 'DENIES', points: true, content: [pronounIn(words, statement)] },
    ];
  const answer = answers(statement);
  if (answer !== undefined || naming.test(statement.lemma))
    return [named(passage, statement, answer)];
  if (!saying.has(kindOfVerb(statement.lemma))) return [statement];
  const invented = inventedIn(words, statement);
  if (invented !== undefined) return invented;
  const sentences = quotedSentencesOf(passage, statement.content);
  for (const [index, sentence] of sentences.slice(0, mostSentences).entries()) {
    const takenBack = ownTakenBackIn(passage, sentence, sentences[index + 1]);
    if (takenBack !== undefined) return [withVerdict(statement, takenBack, sentence)];
    const isFirst = index === 0 && sentences.length === 1;
    const object = isFirst ? objectOf(words, statement) : undefined;
    const verdict =
      verdictIn(words, sentence, 'clause') ?? (object && verdictIn(words, [object], 'clause'));
    if (verdict === undefined) continue;
    const rest = sentences.filter((_, at) => at !== index).flat();
    const denied = withVerdict(statement, verdict, sentence);
    return rest.length === 0 ? [denied] : [denied, { ...statement, content: rest }];
  }
  return isAboutNothing(passage, statement) ? [] : [statement];
}

/** `I said that it leaked. I was wrong.` */
function ownTakenBackIn(
  passage: Passage,
  [first]: readonly Range[],
  [next]: readonly Range[] = [],
): Verdict | undefined {
  const what = first && next && ownTakenBack(passage, first, next);
  return what && { kind: 'RETRACTS', what };
}

// By these somebody says what may rate a claim.
const saying: ReadonlySet<StanceKind | undefined> = new Set<StanceKind | undefined>([
  undefined,
  'ASSERTS',
  'CONFIRMS',
]);

// By these somebody denies a claim, and refuses anything else.
const refusing = /^(?:dismiss|reject|rebuff|repudiate|brush)$/u;

const chargesAnd =
  /^(?:(?:the|these|those|all|any|both|all the) )(?:\p{L}+ ){0,2}?(?:charges?|allegations?|accusations?|claims?|reports?|counts?)(?: against (?:him|her|them|it))?,? (?:and|but) /iu;

/** `denies the charges and his trial continues`: up to there. */
function withoutRest(words: readonly Word[], statement: Statement): Statement {
  const [only, more] = statement.content;
  if (only === undefined || more !== undefined) return statement;
  if (!chargesAnd.test(plainText(words, [only], few).text)) return statement;
  let last = only.first;
  while (last < only.last && !/^(?:and|but)$/u.test(words[last + 1]?.lower ?? '')) last++;
  const isComma = words[last]?.text === ',';
  return {
    ...statement,
    frame: 'np',
    content: [{ first: only.first, last: isComma ? last - 1 : last }],
  };
}

/** How a verb answers the claim that it has for an object. */
function answers({ lemma, frame }: Statement): StanceKind | undefined {
  if (frame === 'that' || frame === 'clause' || frame === 'ing' || frame === 'wh') return undefined;
  if (refusing.test(lemma)) return 'DENIES';
  const kind = kindOfVerb(lemma);
  return kind === 'DENIES' || kind === 'QUESTIONS' || kind === 'RETRACTS' ? kind : undefined;
}

function named(
  { words }: Passage,
  statement: Statement,
  answer: StanceKind | undefined,
): Statement {
  const { content } = statement;
  const object = objectOf(words, statement);
  const whole = object === undefined ? content : [object];
  const verdict = verdictIn(words, whole, 'naming') ?? verdictIn(words, content, 'naming');
  if (verdict !== undefined) return withVerdict(statement, verdict, content);
  const answered =
    answer && (verdictIn(words, whole, 'object') ?? verdictIn(words, content, 'object'));
  return answered === undefined
    ? statement
    : withVerdict(statement, { ...answered, kind: answer ?? answered.kind }, content);
}

function withVerdict(
  statement: Statement,
  { kind, what, pointer }: Verdict,
  sentence: readonly Range[],
): Statement {
  const told = what ?? pointer;
  return {
    ...statement,
    content: told === undefined ? sentence : [told],
    stands: kind,
    points: what === undefined,
  };
}

/** All behind the cue, with the noun that governs a clause: `a report that it leaked`. */
function objectOf(words: readonly Word[], { cue, content }: Statement): Range | undefined {
  const [only, more] = content;
  const isBehind = only !== undefined && more === undefined && only.first > cue.last;
  const isNear = isBehind && words[only.first]?.sentence === words[cue.last]?.sentence;
  return isNear ? { first: cue.last + 1, last: pastAside(words, only.last) } : undefined;
}

const longestAside = 9;

/** `the claim by her husband, Lee Roe, that she sold it`: up to the end of the clause behind the name. */
function pastAside(words: readonly Word[], last: number): number {
  if (words[last + 1]?.text !== ',') return last;
  const end = sentenceEnd(words, last);
  const toEnd = words[end - 1]?.pos === 'PUNCT' ? end - 2 : end - 1;
  if (words[last + 2]?.lower === 'that') return toEnd;
  const next = words.slice(last + 2, Math.min(end, last + longestAside));
  const comma = next.findIndex(({ text }) => text === ',');
  if (comma === -1 || next[comma + 1]?.lower !== 'that') return last;
  return toEnd;
}

const inventing =
  '(?:simply |just |entirely |completely )?(?:made up|invented|fabricated|concocted|faked|cooked up|dreamt up|dreamed up|conjured up)';
const invention = new RegExp(
  `^(?:that )?.{1,70}? (?:ha[ds] |have )?(?:${inventing} (?<what>(?:the|this|that|these|those|it|his|her|its|their)(?: .{1,60})?)|(?:simply |just )?made (?<story>(?:the|this|that|these|those|it)(?: [\\p{L}'-]+){0,3}) up)$`,
  'diu',
);
const accusation =
  /^.{1,70}? of (?:simply |just |having )*(?:inventing|invented|fabricating|fabricated|making up|made up|concocting|concocted|faking|faked) (?<what>.{1,70})$/diu;

const made =
  /^(?:made|invented|fabricated|concocted|faked|cooked|dreamt|dreamed|conjured|invention|fiction|fabrication|fantasy|hoax|fictitious|fictional|imaginary|non-existent|nonexistent)$/u;
const unreal = new RegExp(
  `^(?:that )?(?<what>(?:the|this|that|any|such an?) (?!(?:[\\p{L}'-]+ )?(?:${claimNouns})\\b)[\\p{L}'-]+(?: [\\p{L}'-]+){0,5}?) (?:was|is|were|are|had been|has been) (?:\\p{L}+ly |pure |just |all )?(?:made up|invented|fabricated|concocted|faked|fictitious|fictional|imaginary|non-?existent|(?:an? )?(?:\\p{L}+ )?(?:invention|fiction|fabrication|fantasy|hoax))$`,
  'diu',
);

function bounds({ content }: Statement): [number, number] {
  return [content[0]?.first ?? 0, (content[0]?.last ?? -1) + 1];
}

/** `said the Post had made up the call`, `accused the Post of inventing it`: it did not happen, as far as that was told. */
function inventedIn(words: readonly Word[], statement: Statement): Statement[] | undefined {
  const isAccused = statement.lemma === 'accuse';
  if (!isAccused && !words.slice(...bounds(statement)).some(({ lower }) => made.test(lower)))
    return undefined;
  const object = objectOf(words, statement);
  const range = isAccused && object !== undefined ? [object] : statement.content;
  const { text, places } = plainText(words, range);
  const groups = (isAccused ? accusation.exec(text) : (invention.exec(text) ?? unreal.exec(text)))
    ?.indices?.groups;
  const span = groups?.what ?? groups?.story;
  const what = span && wordsAt(places, span);
  if (what === undefined) return undefined;
  const denied: Statement = { ...statement, content: [what], stands: 'DENIES', points: true };
  return isAccused
    ? [{ ...denied, isOnlyPointing: true }, statement]
    : [{ ...denied, otherwise: statement }];
}

/** `said the report was not false`: that is no stance anybody could be held to. */
function isAboutNothing({ words }: Passage, { content }: Statement): boolean {
  const said = plainText(words, content).text;
  if (/\bno such thing$/iu.test(said)) return true;
  return said.length < shortText && pointing.test(said) && saysNotFalse(said);
}

const shortText = 90;
const pointing = /\b(?:reports?|claims?|story|allegations?|it|that)\b/iu;
const longest = 50;
const doubled =
  /^(?:that )?.{1,60} (?:was|were|is|are) (?:\w+ly )?(?:false|untrue|fake|a lie|wrong|incorrect|lies|fabricated)$/iu;

/** `accused Lee of denying that it leaked`: that Lee denied it, and not that it leaked. */
function accused(words: readonly Word[], statement: Statement): Statement[] {
  const object = objectOf(words, statement);
  return object === undefined ? [] : [{ ...statement, frame: 'np', content: [object] }];
}

/** `We accept that this was not the case`: what was said before is taken back, and nothing denied. */
function isAccepted(words: readonly Word[], { lemma, content: [only] }: Statement): boolean {
  if (!/^(?:accept|acknowledge|recogni[sz]e)$/u.test(lemma) || only === undefined) return false;
  const first = words[only.first]?.lower === 'that' ? only.first + 1 : only.first;
  return takesBack(words, { first, last: only.last });
}

/** `denied the report was false`. */
function isDoubled(words: readonly Word[], { lemma, content }: Statement): boolean {
  return kindOfVerb(lemma) === 'DENIES' && doubled.test(plainText(words, content, longest).text);
}
