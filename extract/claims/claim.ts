import type { ActorDraft } from '../actors/actor.ts';
import { type Passage, type Range, type Word, wordsOf } from '../passage.ts';
import { isCommitment, isPosition, kindOfVerb, type StanceKind } from '../stances/kinds.ts';
import { phraseOf, type Statement } from '../stances/statement.ts';
import { affirmed } from './affirmed.ts';
import { propositionOf } from './object.ts';
import { type Voice, withName } from './pronouns.ts';

export type ClaimKind = 'FACT' | 'POSITION' | 'COMMITMENT';

export interface Claim {
  readonly text: string;
  readonly kind: ClaimKind;
}

export interface Holder extends Omit<Voice, 'isSpeech'> {
  readonly actor: ActorDraft;
  readonly kind: StanceKind;
}

/** `to say whether`, `there is no evidence that`, `it is untrue that`: what is meant comes after. */
export const leadIn =
  /^to (?:\w+ ){1,4}(?:whether|if) |^n?or den\w+ (?=that\b)|^it (?:is|was) (?:\w+ ){0,2}(?:untrue|false|not true|nonsense|incorrect) (?=that\b)|^(?:that )?(?:there \w+|(?:\w+ ){1,3}(?:has|have|had|saw|found|is|was))(?: been)? no (?:\w+ ){0,2}(?:evidence|proof|indication|sign) (?=that\b)/iu;

// A clause without its subject, which stood elsewhere.
const headless = /^(?:was|were|is|are|has|had|would|will|could|can|or)\b[^?]*$/iu;

/**
 * The proposition that a statement is about, so that it can be read alone: its pronouns are names, its denial is taken off.
 * Undefined where the words are none and none can be made of them.
 */
export function claimOf(
  passage: Passage,
  statement: Statement,
  { kind, ...voice }: Holder,
): Claim | undefined {
  const isSpeech = statement.frame === 'colon';
  const parts = statement.content.map((range) => withName(passage, range, { ...voice, isSpeech }));
  const quoted = joined(passage.words, statement.content, parts);
  const said = withoutQuotes(quoted);
  const lead = statement.frame === 'wh' ? /^(?:whether|if) /iu : leadIn;
  const clause = said.replace(lead, '');
  const object = clause.replace(
    /^(?:that(?! (?:is|was|are|were|has|had|would|will)\b)|to be)\s+/iu,
    '',
  );
  const made =
    clause !== said || isClause(passage.words, statement, kind)
      ? tensed(object, wordsOf(passage, [statement.cue]), statement)
      : madeOf(passage, statement, { speaker: voice.actor.name, kind, object: quoted });
  if (made === undefined || !/\p{L}/u.test(made) || headless.test(made)) return undefined;
  const isDoubted = kind === 'DENIES' || kind === 'QUESTIONS';
  const plain = isDoubted ? made.replace(/^any\b/iu, 'a') : made;
  const isNegative = isDoubted && clause === said && !takesClaim(statement.lemma, kind);
  const text = sentence(isNegative ? affirmed(plain) : plain);
  return { text, kind: claimKind(text, kind) };
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
  const made = propositionOf({ speaker, kind, object: plain, verb });
  if (made !== undefined) return withoutQuotes(made);
  return idle.has(lemma)
    ? undefined
    : `${speaker} ${finite(wordsOf(passage, [cue]))} ${withoutQuotes(plain)}`;
}

/** `praising` as it stands behind a name: `is praising`. */
function finite(cue: string): string {
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
  if (isHidden || opener === 'that' || (frame === 'wh' && /^(?:whether|if)$/u.test(opener)))
    return true;
  if (frame === 'clause' && isObject(statement, kind)) return false;
  const isBefore = source !== undefined && (content[0]?.first ?? 0) < cue.first;
  if (!propositions.has(frame) && !isBefore && mode !== 'DIRECT') return false;
  const said = content.flatMap(({ first, last }) => words.slice(first, last + 1));
  return (mode === 'DIRECT' && said.length >= shortest) || said.some(isVerb);
}

/** Parts of a quotation: sentences stay apart, an interrupted one is made whole. */
function joined(
  words: readonly Word[],
  ranges: readonly Range[],
  parts: readonly string[],
): string {
  return parts.reduce((whole, part, index) => {
    const [before, range] = [ranges[index - 1], ranges[index]];
    if (before === undefined || range === undefined) return part;
    const bare = whole.replace(/[,\s]*(["”’']*)$/u, '$1');
    const isSentence = words[before.last]?.sentence !== words[range.first]?.sentence;
    if (isSentence && !/[.!?…]["”’']*$/u.test(bare)) return `${bare}. ${part}`;
    return /^[“"‘']*(?:and|but|or|so|because)\b/iu.test(part) && !isSentence
      ? `${bare}, ${part}`
      : `${bare} ${part}`;
  }, '');
}

/** `is said to be` is `is`, `is believed to have left` is `has left`. */
function tensed(words: string, cue: string, { isHidden, source }: Statement): string {
  if (!isHidden || source !== undefined) return words;
  const [, be = 'is'] = /\b(is|are|was|were)\b/iu.exec(cue) ?? [];
  const have = be === 'are' || be === 'were' ? 'have' : 'has';
  return words.replace(/ to be\b/u, ` ${be}`).replace(/ to have\b/u, ` ${have}`);
}

const singleQuotes = /(?<![\p{L}\p{N}])[‘']([^‘’']*(?:[’'](?=\p{L})[^‘’']*)*)(?:[’'](?!\p{L})|$)/gu;

function withoutQuotes(words: string): string {
  return words.replace(/[“”"«»„]|''|``/gu, '').replace(singleQuotes, '$1');
}

/** The words as a sentence of its own. */
export function sentence(words: string): string {
  const plain = words
    .replace(/\s+/gu, ' ')
    .replace(/^(?:and|but|so)\s+/iu, '')
    .replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/gu, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[?!]$/u.test(plain) ? '' : '.'}`;
}
