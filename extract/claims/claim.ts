import type { ActorDraft } from '../actors/actor.ts';
import type { Passage, Range, Word } from '../passage.ts';
import { isCommitment, isPosition, type StanceKind } from '../stances/kinds.ts';
import { wordsOf } from '../stances/stance.ts';
import type { Statement } from '../stances/statement.ts';
import { affirmed } from './affirmed.ts';
import { propositionOf } from './object.ts';
import { type Voice, withName } from './pronouns.ts';

export type ClaimKind = 'FACT' | 'POSITION' | 'COMMITMENT';

interface Claim {
  readonly text: string;
  readonly kind: ClaimKind;
}

export interface Holder extends Omit<Voice, 'isSpeech'> {
  readonly actor: ActorDraft;
  readonly kind: StanceKind;
}

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
  const said = withoutQuotes(joined(passage.words, statement.content, parts));
  const object = said.replace(/^(?:that(?! (?:is|was|are|were|has|had|would|will)\b)|whether|if|to be)\s+/iu, '');
  const made = isClause(passage.words, statement)
    ? tensed(object, wordsOf(passage, [statement.cue]), statement)
    : madeOf(passage, statement, { speaker: voice.actor.name, kind, object: said });
  if (made === undefined || !/\p{L}/u.test(made)) return undefined;
  const text = sentence(kind === 'DENIES' ? affirmed(made) : made);
  return { text, kind: claimKind(text, kind) };
}

function madeOf(
  passage: Passage,
  statement: Statement,
  { speaker, kind, object }: { speaker: string; kind: StanceKind; object: string },
): string | undefined {
  const [head, next] = [statement.lemma, passage.words[statement.cue.last]?.lower];
  const verb = statement.cue.last > statement.cue.first && next !== undefined ? `${head} ${next}` : head;
  const plain = object.replace(/[\s,;]+$/u, '');
  const parts = { speaker, kind, object: plain };
  const made = propositionOf({ ...parts, verb }) ?? propositionOf({ ...parts, verb: head });
  if (made !== undefined) return made;
  return idle.has(head) ? undefined : `${speaker} ${wordsOf(passage, [statement.cue])} ${plain}`;
}

// By these somebody speaks of something and puts nothing forward.
const idle = new Set(
  `ask tell talk speak discuss mention cite point address answer reply respond refer call joke question wonder report note describe
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
]);

/** Whether what is said has a verb of its own and is a proposition already. */
function isClause(words: readonly Word[], statement: Statement): boolean {
  const { cue, content, frame, isHidden, mode, source } = statement;
  const opener = words[content[0]?.first ?? -1]?.lower ?? '';
  if (isHidden || /^(?:that|whether|if)$/u.test(opener)) return true;
  const isBefore = source !== undefined && (content[0]?.first ?? 0) < cue.first;
  if (!propositions.has(frame) && !isBefore && mode !== 'DIRECT') return false;
  return content.some(({ first, last }) =>
    words.slice(first, last + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX'),
  );
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

function withoutQuotes(words: string): string {
  return words
    .replace(/[“”"«»„]|''|``/gu, '')
    .replace(/(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,!?])[’'](?![\p{L}\p{N}])/gu, '');
}

function sentence(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/gu, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[?!]$/u.test(plain) ? '' : '.'}`;
}
