import type { ActorDraft } from '../actors/actor.ts';
import { type Passage, type Range, spanOf } from '../passage.ts';
import {
  type Certainty,
  callsFalse,
  certaintyOf,
  isPosition,
  isWish,
  kindOfVerb,
  type StanceKind,
  saysNothingHappened,
} from './kinds.ts';
import type { Statement } from './statement.ts';

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
    return { kind: 'ASSERTS', certainty: certaintyOf('', content) };
  const silent = silence(cue, content);
  if (silent !== undefined) return { kind: silent, certainty: 'PLAIN' };
  if (statement.negated) return undefined;
  const kind = kindOf(statement, speaker, content);
  return kind && { kind, certainty: statement.isHidden ? 'HEDGED' : certaintyOf(cue, content) };
}

export function wordsOf(passage: Passage, ranges: readonly Range[]): string {
  return ranges
    .map((range) => spanOf(passage, range))
    .map(({ start, end }) => passage.text.slice(start, end))
    .join(' ');
}

/** `declined to comment`, `did not respond to a request`: asked, and took no position. */
function silence(cue: string, content: string): 'DECLINES' | 'NO_REPLY' | undefined {
  const all = `${cue} ${content}`;
  if (
    /\b(?:declin|refus)\w* (?:\w+ )?(?:to )?(?:comment|confirm|say|answer|discuss)|\bno comment\b/iu.test(
      all,
    )
  )
    return 'DECLINES';
  if (/neither confirm\w* nor den/iu.test(all)) return 'DECLINES';
  const isUnanswered =
    /\b(?:not|n[’']t)\b.{0,30}\b(?:respond|reply|replied|return|answer)\w*\b.{0,40}\b(?:request|comment|call|message|e-?mail|question|inquir)/iu;
  return isUnanswered.test(all) ? 'NO_REPLY' : undefined;
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
  statement: Statement,
  speaker: ActorDraft,
  content: string,
): StanceKind | undefined {
  const { lemma, frame } = statement;
  const base =
    nouns[frame === 'nominal' || frame === 'hidden' ? lemma : ''] ??
    (lemma === '' ? 'ASSERTS' : kindOfVerb(lemma));
  if (base === 'OPPOSES' && isAboutReport(content)) return 'DENIES';
  if (base === 'CONFIRMS' || base === 'ASSERTS') return assertion(statement, speaker, content);
  return base;
}

function assertion({ lemma, frame }: Statement, speaker: ActorDraft, content: string): StanceKind {
  if (saysNothingHappened(content)) return 'DENIES';
  if (
    callsFalse(content) &&
    (isAboutReport(content) ||
      lemma === 'respond' ||
      /\b(?:label|dismiss|brand|call|describe)/u.test(lemma))
  ) {
    return 'DENIES';
  }
  if (speaker.kind === 'OUTLET') return ownVoice.has(lemma) ? 'ASSERTS' : 'REPORTS';
  const isRequest = frame === 'np-to' && (lemma === 'tell' || lemma === 'ask');
  return isRequest || isPosition(content) || (!takesClause.has(frame) && isWish(content))
    ? 'SUPPORTS'
    : 'ASSERTS';
}

const takesClause = new Set(['that', 'np-that', 'clause', 'quote', 'end', 'according']);

function isAboutReport(content: string): boolean {
  return /\b(?:reports?|claims?|allegations?|accusations?|story|stories|article|suggestions?|rumou?rs?)\b/iu.test(
    content,
  );
}
