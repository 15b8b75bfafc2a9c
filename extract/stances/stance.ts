import type { ActorDraft } from '../actors/actor.ts';
import { personNouns } from '../actors/gazetteer.ts';
import { kindOfBody, kindOfNoun } from '../actors/name-kind.ts';
import {
  isAboutClaim,
  isCall,
  isReference,
  namesAllegation,
  namesClaim,
  namesThing,
  pointsAtWish,
  standsBy,
} from '../claims/reference.ts';
import { type Passage, wordsOf } from '../words/passage.ts';
import { isDare } from './dare.ts';
import { isOfNone, isOfOthers, isOfReport, ofDenial } from './governing-noun.ts';
import { judgementOf } from './judgement.ts';
import {
  type Certainty,
  certaintyOf,
  doubts,
  isWish,
  kindOfVerb,
  type StanceKind,
  saysNothingHappened,
} from './kinds.ts';
import { isPosition } from './modal.ts';
import { silenceIn } from './silence.ts';
import { phraseOf, type Statement } from './statement.ts';

interface Position {
  readonly kind: StanceKind;
  readonly certainty: Certainty;
}

/** How the speaker stands by these words; undefined where they take no position. */
export function positionOf(
  passage: Passage,
  statement: Statement,
  speaker: ActorDraft,
): Position | undefined {
  const cue = wordsOf(passage, [statement.cue]);
  const content = wordsOf(passage, statement.content);
  if (statement.mode === 'NARRATED')
    return { kind: narrates(content), certainty: certaintyOf('', content) };
  if (statement.frame === 'rating' && statement.stands === undefined) {
    const rated = judgementOf(wordsOf(passage, [statement.quote]));
    return rated && { kind: rated, certainty: 'PLAIN' };
  }
  const { stands } = statement;
  if (stands !== undefined) return { kind: stands, certainty: certaintyOf(cue, content) };
  const silent = silenceIn(cue, content);
  if (silent !== undefined) return { kind: silent, certainty: 'PLAIN' };
  if (statement.negated) return unbelief(passage, statement, speaker);
  const kind = kindOf(passage, statement, speaker);
  return kind && { kind, certainty: statement.isHidden ? 'HEDGED' : certaintyOf(cue, content) };
}

/** `did not believe that it leaked`, `could not confirm that it did`; an outlet that could not is no party. */
function unbelief(
  { words }: Passage,
  { lemma, frame, cue }: Statement,
  speaker: ActorDraft,
): Position | undefined {
  if (!/^(?:that|clause|np-that)$/u.test(frame)) return undefined;
  const group = words.slice(cue.first, cue.last + 1).map(({ lower }) => lower);
  const kind = disbelieving[lemma];
  const isRefusal =
    kind === 'DECLINES' && /^(?:would|will|wo) (?:not|n't)\b/u.test(group.join(' '));
  if (!isRefusal && group.some((word) => /^(?:never|would|should|may|might)$/u.test(word)))
    return undefined;
  if (kind === undefined || (kind === 'DECLINES' && speaker.kind === 'OUTLET')) return undefined;
  const isAble =
    kind !== 'DECLINES' ||
    isRefusal ||
    group.some((word) => /^(?:can|could|ca|cannot)$/u.test(word));
  return isAble ? { kind, certainty: 'PLAIN' } : undefined;
}

const disbelieving: Readonly<Record<string, StanceKind>> = {
  believe: 'QUESTIONS',
  think: 'QUESTIONS',
  accept: 'DENIES',
  confirm: 'DECLINES',
  verify: 'DECLINES',
  corroborate: 'DECLINES',
};

/** How a publisher stands by what it tells in its own voice. */
function narrates(content: string): StanceKind {
  if (doubts.test(content)) return 'QUESTIONS';
  return (isAboutClaim(content) ? judgementOf(content) : undefined) ?? 'ASSERTS';
}

const nouns: Readonly<Record<string, StanceKind>> = {
  demand: 'SUPPORTS',
  precondition: 'SUPPORTS',
  condition: 'SUPPORTS',
  proposal: 'SUPPORTS',
  position: 'SUPPORTS',
  stance: 'SUPPORTS',
  reportedly: 'ASSERTS',
  argument: 'ASSERTS',
  view: 'ASSERTS',
  belief: 'ASSERTS',
  message: 'ASSERTS',
};

/** Verbs by which an outlet speaks for itself; by all others it reports. */
const ownVoice = new Set([
  'highlight',
  'praise',
  'criticize',
  'predict',
  'argue',
  'believe',
  'think',
  'conclude',
  'endorse',
]);

function kindOf(
  passage: Passage,
  statement: Statement,
  speaker: ActorDraft,
): StanceKind | undefined {
  const { lemma, frame } = statement;
  const content = wordsOf(passage, statement.content);
  if (asksOnly(statement, content) || isDare(statement, content)) return undefined;
  if (lemma === 'rule' && frame.startsWith('np') && frame !== 'np-that') {
    const verb = phraseOf(passage.words, statement);
    return verb === 'rule out' ? 'DENIES' : undefined;
  }
  if (isPersonOnly(passage, statement)) return undefined;
  if (frame === 'nominal' && lemma === 'report' && isBody(speaker.name)) return undefined;
  if (lemma === 'retract' || lemma === 'withdraw') {
    if (/\bdenials?\b/iu.test(content)) return undefined;
  }
  if (lemma === 'show' && !takesClause.has(frame)) return undefined;
  if (lemma === 'stand' && !standsBy(`${wordsOf(passage, [statement.cue])} ${content}`))
    return undefined;
  if (lemma === 'accept')
    return frame === 'that' ? assertion(passage, statement, speaker) : undefined;
  const isNoun = frame === 'nominal' || frame === 'hidden';
  if (statement.mode === 'DIRECT' && /^(?:hit|push|fire|strike)$/u.test(lemma))
    return assertion(passage, statement, speaker);
  const base = (isNoun ? nouns[lemma] : undefined) ?? verbKind(passage, statement);
  if (lemma === 'attack' && speaker.kind === 'GOVERNMENT') return undefined;
  if (lemma === 'dismiss') return dismissal(objectOf(passage, statement), content);
  if (base === 'OPPOSES' && namesAllegation(objectOf(passage, statement)))
    return refusing.test(lemma) ? 'DENIES' : undefined;
  if (base === 'ASSERTS' && isOfOthers(passage, statement)) return undefined;
  const denied = ofDenial(passage, statement);
  if (denied !== undefined) return denied === 'DENIES' ? 'DENIES' : undefined;
  if (base !== undefined && isOfNone(passage, statement))
    return base === 'ASSERTS' || base === 'CONFIRMS' ? 'QUESTIONS' : undefined;
  if (base === 'CONFIRMS' && isOfReport(passage, statement)) return 'CONFIRMS';
  if (base === 'CONFIRMS' && isReference(passage, statement)) return 'CONFIRMS';
  if (base === 'CONFIRMS' || base === 'ASSERTS') return assertion(passage, statement, speaker);
  return base;
}

const answering = new Set<StanceKind | undefined>(['DENIES', 'QUESTIONS']);

/** `contradicting Dr Hamm`: whom somebody contradicts is no claim. */
function isPersonOnly(
  { words }: Passage,
  { lemma, frame, content: [only, more] }: Statement,
): boolean {
  if (only === undefined || more !== undefined || frame !== 'np') return false;
  const isBlamed = kindOfVerb(lemma) === 'OPPOSES' && lemma !== 'oppose';
  if (!answering.has(kindOfVerb(lemma)) && !isBlamed) return false;
  return words
    .slice(only.first, only.last + 1)
    .every(
      ({ pos, lower }) =>
        pos === 'PROPN' ||
        /^(?:him|her|them|me|us|you|the|his|its)$/u.test(lower) ||
        personNouns.has(lower) ||
        kindOfNoun(lower) !== undefined,
    );
}

// Who condemns a report has not said that it is false.
const refusing = /^(?:reject|oppose|push|resist|trash|bash|protest|object)$/u;

/** `dismissed the claim`, `dismissed calls for an inquiry`, and not `dismissed the minister`. */
function dismissal(object: string, content: string): StanceKind | undefined {
  if (isCall(object) || pointsAtWish(object) || namesThing(object)) return 'OPPOSES';
  if (namesAllegation(object)) return 'DENIES';
  return /\bas\b|[“"]/u.test(content) ? 'ASSERTS' : undefined;
}

/** What the verb does, with the word behind it where the two are one: `call for`, `walk back`. */
function verbKind({ words }: Passage, statement: Statement): StanceKind | undefined {
  if (statement.lemma === '') return 'ASSERTS';
  return kindOfVerb(phraseOf(words, statement) ?? '') ?? kindOfVerb(statement.lemma);
}

const questions = /^\W*(?:whether|if|how|why|what|when|where|who)\b|\?\W*$/iu;

/** `asked whether`, `“Where is it?” she asked`: nothing is put forward. */
function asksOnly({ lemma, mode, content: parts }: Statement, content: string): boolean {
  if (lemma === 'ask' || lemma === 'inquire')
    return questions.test(content) || /\bwhether\b/iu.test(content);
  return mode === 'DIRECT' && parts.length === 1 && /^[^.!?]*\?\W*$/u.test(content);
}

/** All from the cue to the end of what is said, with the noun that governs a clause: `a report that it leaked`. */
function objectOf(passage: Passage, { cue, content }: Statement): string {
  const last = content.at(-1)?.last ?? cue.last;
  return wordsOf(passage, [{ first: Math.min(cue.last + 1, last), last }]);
}

const naming = /^(?:label|dismiss|brand|call|describe|rate|deem|denounce|judge|rule|find)$/u;

function assertion(passage: Passage, statement: Statement, speaker: ActorDraft): StanceKind {
  const { lemma, frame } = statement;
  const content = wordsOf(passage, statement.content);
  if (standsBy(content)) return 'CONFIRMS';
  if (saysNothingHappened(content)) return 'DENIES';
  const isRated = isAboutClaim(content) || (naming.test(lemma) && namesClaim(content));
  const judged = isRated || lemma === 'respond' ? judgementOf(content) : undefined;
  if (judged !== undefined) return judged;
  const isItself = !reporting.test(lemma) && isOfItself.test(content);
  const isSaid = frame !== 'nominal' && (isItself || isBody(speaker.name));
  const isOwn = ownVoice.has(lemma) || isSaid;
  if (speaker.kind === 'OUTLET') return isOwn ? 'ASSERTS' : 'REPORTS';
  if (doubts.test(content)) return 'QUESTIONS';
  const isRequest = frame === 'np-to' && (lemma === 'tell' || lemma === 'ask');
  return isRequest || isPosition(content) || (!takesClause.has(frame) && isWish(content))
    ? 'SUPPORTS'
    : 'ASSERTS';
}

const reporting = /^(?:report|reveal|find|disclose|write|learn|hear|understand)$/u;
// What a newspaper says of itself it does not report.
const isOfItself = /^\W*(?:that )?(?:it|its|we|our) \p{L}/iu;

/** A union or a ministry that publishes its own words. */
function isBody(name: string): boolean {
  return /^(?:ORGANIZATION|GOVERNMENT)$/u.test(kindOfBody(name) ?? '');
}

const takesClause = new Set(['that', 'np-that', 'clause', 'quote', 'end', 'according']);
