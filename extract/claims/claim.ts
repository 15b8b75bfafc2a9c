import type { ActorDraft } from '../actors/actor.ts';
import { kindOfVerb, type StanceKind } from '../stances/kinds.ts';
import { isCommitment, isPosition } from '../stances/modal.ts';
import { phraseOf, type Statement } from '../stances/statement.ts';
import { type Passage, type Range, type Word, wordsOf } from '../words/passage.ts';
import { affirmed } from './affirmed.ts';
import { asSentence } from './as-sentence.ts';
import { isIdle } from './idle-words.ts';
import { joined } from './joined.ts';
import { propositionOf } from './object.ts';
import { isOpen } from './open.ts';
import { prefaced } from './preface.ts';
import { withName } from './pronouns.ts';
import { tensed } from './tensed.ts';
import { isTogether } from './together.ts';
import { trimmed } from './trimmed.ts';
import type { Voice } from './voice.ts';
import { withoutQuotes } from './without-quotes.ts';

export const claimKinds = ['FACT', 'POSITION', 'COMMITMENT'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export interface Claim {
  readonly text: string;
  readonly kind: ClaimKind;
}

export interface Holder extends Omit<Voice, 'isSpeech' | 'isFree'> {
  readonly actor: ActorDraft;
  readonly kind: StanceKind;
  /** Whose words are meant, where what is said names them: `the senator’s post`. */
  readonly owner: ActorDraft | undefined;
  /** The name of whoever has this office: `the mayor`. */
  readonly called: (words: string) => string | undefined;
}

/** `to say whether`, `there is no evidence that`, `it is untrue that`: what is meant comes after. */
export const leadIn =
  /^to (?:\w+ ){1,4}(?:whether|if) |^to (?:confirm|acknowledge|verify|deny|admit|say)(?: or (?:to )?deny)? (?=that\b)|^n?or den\w+ (?=that\b)|^it (?:is|was) (?:\w+ ){0,2}(?:untrue|false|not true|nonsense|incorrect) (?=that\b)|^(?:that )?(?:there \w+|(?:\w+ ){1,3}(?:has|have|had|saw|found|is|was))(?: been)? no (?:\w+ ){0,2}(?:evidence|proof|indication|sign) (?=that\b)|^(?:that )?there (?:is|was|can be|could be) (?:\w+ )?no (?:doubt|denying|disputing|question) (?=that\b)/iu;

/** `a report in the Post that it leaked`: that it leaked. */
const report =
  /^(?:\p{L}+ ){0,3}(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?) (?:(?:in|by|from|on|of|made) [^.;]{1,60}? )?that (?=(?:the|an?|it|he|she|they|there|his|her|its|their|\p{Lu}?\p{L}+s?)\b)/u;

// A clause without its subject, which stood elsewhere.
const headless = /^(?:was|were|is|are|has|had|would|will|could|can|or)\b[^?]*$/iu;

const dependent = /^\W*(?:\p{Ll}+ing|to|by|with|because|after|before|while|as|in|for|from)\b/iu;

/** `citing documents`, `because of the leak`: the rest of a sentence that stands elsewhere. */
function isDependent(clause: string, words: readonly Word[]): boolean {
  const hasTense = (word: Word, at: number) =>
    isVerb(word) && !word.lower.endsWith('ing') && words[at - 1]?.lower !== 'to';
  return dependent.test(clause) && !words.some(hasTense);
}

/**
 * The proposition that a statement is about, so that it can be read alone: its pronouns are names, its denial is taken off.
 * Undefined where the words are none and none can be made of them.
 */
export function claimOf(
  passage: Passage,
  statement: Statement,
  { kind, called, ...voice }: Holder,
): Claim | undefined {
  if (statement.says !== undefined) return asked(statement.says, voice.actor.name);
  const isSpeech = statement.frame === 'colon' || statement.isSpeech === true;
  const isFree =
    (statement.content[0]?.first ?? 0) < statement.cue.first && statement.mode === 'INDIRECT';
  const parts = statement.content.map((range) =>
    statement.source === undefined
      ? wordsOf(passage, [range])
      : withName(passage, range, { ...voice, kind, isSpeech, isFree }),
  );
  const quoted = joined(passage.words, statement.content, parts);
  const bareQuote = withoutQuotes(quoted);
  const said = statement.frame === 'colon' ? bareQuote.replace(/^[^:.]{2,40} : /u, '') : bareQuote;
  const named = (object: string) =>
    statement.lemma === 'accuse'
      ? object.replace(/^the (?:\p{L}+ )?\p{L}+(?= of )/iu, (words) => called(words) ?? words)
      : object;
  const isCondition = /^(?:say|warn|argue|add|claim|insist|write|tell)$/u.test(statement.lemma);
  const lead = statement.frame === 'wh' && !isCondition ? /^(?:whether|if) /iu : leadIn;
  const isRated =
    kind === 'ASSERTS' && /^(?:say|add|insist|argue|write|tweet)$/u.test(statement.lemma);
  const led = said.replace(lead, '');
  const clause = prefaced(isRated ? led : led.replace(report, ''), voice.actor.name);
  const object = clause.replace(
    /^(?:(?:him|them|us|me) )?(?:that(?! (?:is|was|are|were|has|had|would|will)\b)\s+|to be\s+)?/iu,
    '',
  );
  const isTold = statement.points === false;
  const isWhole = isTold || clause !== said || isClause(passage.words, statement, kind);
  if (isWhole && isEmpty(wordsIn(passage.words, statement.content))) return undefined;
  if (isWhole && isDependent(object, wordsIn(passage.words, statement.content))) return undefined;
  const made = isWhole
    ? tensed(object, wordsOf(passage, [statement.cue]), statement)
    : madeOf(passage, statement, { speaker: voice.actor.name, kind, object: named(quoted) });
  if (made === undefined || !/\p{L}/u.test(made) || headless.test(made)) return undefined;
  if (/^(?:who|which)\b/iu.test(made)) return undefined;
  if (kind === 'ASSERTS' && isIdle(made)) return undefined;
  if (kind === 'ASSERTS' && isVerbless(passage.words, statement)) return undefined;
  const isDoubted = kind === 'DENIES' || kind === 'QUESTIONS';
  const plain = isDoubted ? made.replace(/^any\b/iu, 'a') : made;
  const isNegative = isDoubted && clause === said && !isTold && !takesClaim(statement.lemma, kind);
  const bare = plain.replace(/, (?:however|though|too|as well)\W*$/u, '');
  const short = trimmed(bare);
  const text = asSentence(isNegative ? affirmed(short) : short);
  if ((kind === 'DECLINES' || kind === 'NO_REPLY') && silence.test(text)) return undefined;
  if (isTogether(text, voice.actor.name, wordsIn(passage.words, statement.content)))
    return undefined;
  return isOpen(text) ? undefined : { text, kind: claimKind(text, kind) };
}

/** `Shame!`, `she did so`, `Next question.`: what puts nothing forward. */
function isEmpty(words: readonly Word[]): boolean {
  const said = words.filter(
    ({ pos, lower }, at) => pos !== 'PUNCT' && (at > 0 || lower !== 'that'),
  );
  if (said.length > longestEllipsis) return false;
  const isElliptic = /^(?:did|do|does|had|has|have|was|were|is|are|so|will|would|not|n't)$/u.test(
    said.at(-1)?.lower ?? '',
  );
  if (isElliptic && said.length > 1) return true;
  return said.length < fewestWords && !said.some(isVerb);
}

const fewestWords = 3;
const longestEllipsis = 5;

/** `his former partner`: who tells no more than that puts nothing forward. */
function isVerbless(words: readonly Word[], { mode, content, says }: Statement): boolean {
  const said = wordsIn(words, content).filter(({ pos }) => pos !== 'PUNCT');
  const isPart = said[0]?.pos === 'ADP' || /^(?:his|her|its|their)$/u.test(said[0]?.lower ?? '');
  const isShort = isPart && said.length < shortest;
  return mode !== 'DIRECT' && says === undefined && isShort && !said.some(isVerb);
}

const silence =
  /\b(?:(?:refus|declin)\w+|comment\w*|(?:could|can|did|does|do|would|will|wo|has|have)(?: ?not|n[’']t) (?:\w+ ){0,2}(?:respond|reply|return|answer|be reached|be contacted|say|discuss|speculate|elaborate)\w*|neither confirm\w* nor|nothing to (?:say|add)|not going to)\b/iu;

/** What an interviewer asked: `you` are who answers. */
function asked(says: string, speaker: string): Claim {
  const named = says
    .replace(/\byour\b/giu, `${speaker}’s`)
    .replace(/\byou (?:are|were|have)\b/giu, (words) =>
      words.replace(/are/iu, 'is').replace(/were/iu, 'was').replace(/have/iu, 'has'),
    )
    .replace(/\byou\b/giu, speaker);
  const text = asSentence(named);
  return { text, kind: claimKind(text, 'ASSERTS') };
}

/** `denied that nobody left`: by the verb alone what follows is what is denied. */
function takesClaim(lemma: string, kind: StanceKind): boolean {
  const own = kindOfVerb(lemma);
  return own === kind || own === 'OPPOSES';
}

function madeOf(
  passage: Passage,
  statement: Statement,
  { speaker, kind, object }: { speaker: string; kind: StanceKind; object: string },
): string | undefined {
  const { lemma, cue } = statement;
  const verb = phraseOf(passage.words, statement) ?? lemma;
  const plain = object.replace(/[\s,;.]+(["”’']*)$/u, '$1');
  // What a line in capitals tells of its object is told in the text, too.
  if (/^\P{Ll}{3,}$/u.test(wordsOf(passage, [cue]))) return undefined;
  const made = propositionOf({ speaker, kind, object: plain, verb });
  if (made !== undefined) return withoutQuotes(made);
  const isOthersAct =
    statement.within !== undefined && /^(?:promise|pledge|vow|offer|guarantee)$/u.test(lemma);
  return idle.has(lemma) || kind === 'DENIES' || isOthersAct
    ? undefined
    : `${speaker} ${inForm(wordsOf(passage, [cue]))} ${withoutQuotes(plain)}`;
}

/** `praising` as it stands behind a name: `is praising`. */
function inForm(cue: string): string {
  return /^\w+ing\b/u.test(cue) ? `is ${cue}` : cue;
}

// By these somebody speaks of something and puts nothing forward.
const idle = new Set(
  `say add ask tell talk speak discuss mention cite point address answer reply respond refer call joke question wonder report note describe
  label know read list name`.split(/\s+/u),
);

function claimKind(text: string, kind: StanceKind): ClaimKind {
  if (kind === 'SUPPORTS' || kind === 'OPPOSES' || isPosition(text)) return 'POSITION';
  return isCommitment(text) ? 'COMMITMENT' : 'FACT';
}

const propositions = new Set([
  'that',
  'np-that',
  'clause',
  'quote',
  'np-quote',
  'end',
  'according',
  'colon',
  'nominal',
  'hidden',
  'narrated',
  'rating',
]);

// The tagger misses verbs in short sentences.
const shortest = 5;

function wordsIn(words: readonly Word[], ranges: readonly Range[]): Word[] {
  return ranges.flatMap(({ first, last }) => words.slice(first, last + 1));
}

function isVerb({ pos, lower }: Word): boolean {
  return pos === 'VERB' || pos === 'AUX' || /\p{L}'(?:m|re|ve|ll|d)$/u.test(lower);
}

/** `slammed a lawsuit filed in May`: the verb is one of its object. */
function isObject({ lemma }: Statement, kind: StanceKind): boolean {
  return (
    kind === 'OPPOSES' ||
    (kind === 'SUPPORTS' &&
      /^(?:support|back|endorse|welcome|applaud|defend|favou?r|champion|embrace)$/u.test(lemma))
  );
}

/** Whether what is said has a verb of its own and is a proposition already. */
function isClause(words: readonly Word[], statement: Statement, kind: StanceKind): boolean {
  const { cue, content, frame, isHidden, mode, source } = statement;
  const opener = words[content[0]?.first ?? -1]?.lower ?? '';
  if (/^(?:accuse|plead)$/u.test(statement.lemma)) return false;
  if (isHidden || opener === 'that' || (frame === 'wh' && /^(?:whether|if)$/u.test(opener)))
    return true;
  if (frame === 'clause' && isObject(statement, kind)) return false;
  const isBefore = source !== undefined && (content[0]?.first ?? 0) < cue.first;
  if (
    frame === 'np-mixed' &&
    /^(?:say|claim|insist|allege|add|report|deny|confirm|admit|warn|suggest|acknowledge|believe|think)$/u.test(
      statement.lemma,
    )
  )
    return wordsIn(words, content).some(isVerb);
  if (!propositions.has(frame) && !isBefore && mode !== 'DIRECT') return false;
  const said = wordsIn(words, content);
  const isSentence = mode === 'DIRECT' || frame === 'according';
  return (isSentence && said.length >= shortest) || said.some(isVerb);
}
