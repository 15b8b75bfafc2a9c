import { cueAdjectives, cueNouns } from '../lexicon/cue-nouns.ts';
import { cuePhrases } from '../lexicon/cue-phrases.ts';
import { cueVerbs } from '../lexicon/cue-verbs.ts';
import type { Range, Word } from '../words/passage.ts';
import { type Frame, frameAfter } from './frame.ts';
import { hasThatBehind } from './that-behind.ts';

/** Words that may tie somebody to what they say, think or want. */
export interface Cue extends Range {
  /** The verb or noun that decides. */
  readonly head: number;
  readonly form: 'VERB' | 'NOUN' | 'ADJECTIVE' | 'MARK';
  readonly frame: Frame;
  /** Where what follows the cue begins. */
  readonly from: number;
  readonly negated: boolean;
}

const verbs = lexiconOf(cueVerbs);
const nouns = lexiconOf(cueNouns);
const adjectives = lexiconOf(cueAdjectives);

/** The frames in which each lemma attributes. */
type Lexicon = ReadonlyMap<string, ReadonlySet<Frame>>;

function lexiconOf(lists: Readonly<Record<string, string>>): Lexicon {
  const lexicon = new Map<string, Set<Frame>>();
  for (const [frame, list] of Object.entries(lists)) {
    for (const lemma of list.split(/\s+/u)) {
      lexicon.set(lemma, (lexicon.get(lemma) ?? new Set()).add(frame));
    }
  }
  return lexicon;
}

function fits(frames: ReadonlySet<Frame> | undefined, frame: Frame): boolean {
  return frames !== undefined && (frames.has(frame) || frames.has('*'));
}

/** Every cue of the words, in their order. */
export function cuesIn(words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at++) {
    const cue = cueAt(words, at);
    if (cue !== undefined) cues.push(cue);
  }
  return cues;
}

function cueAt(words: readonly Word[], head: number): Cue | undefined {
  const word = words[head];
  if (word === undefined) return undefined;
  if (cuePhrases.get(word.lemma)?.has(words[head + 1]?.lower ?? '') === true)
    return phraseCue(words, head);
  const asVerb = isVerb(words, head) ? verbs.get(word.lemma) : undefined;
  const asNoun = word.pos === 'NOUN' ? nouns.get(word.lemma) : undefined;
  const asAdjective = word.pos === 'ADJ' ? adjectives.get(word.lower) : undefined;
  if (asVerb === undefined && asNoun === undefined && asAdjective === undefined) return undefined;
  const at = { head, ...frameAfter(words, head) };
  if (fits(asVerb, at.frame) || (fits(asVerb, 'that') && hasThatBehind(words, at)))
    return verbCue(words, at);
  if (fits(asNoun, at.frame)) return nounCue(words, at);
  return fits(asAdjective, at.frame) ? adjectiveCue(words, at) : undefined;
}

// The tagger takes these for nouns after a subject.
const oftenMistaken = new Set([
  'show',
  'shows',
  'say',
  'claims',
  'doubts',
  'disputes',
  'reports',
  'notes',
  'fear',
  'fears',
  'hopes',
  'praises',
  'slams',
]);

function isVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'VERB') return true;
  if (
    word?.lower === 'disputes' &&
    words[at - 1]?.pos !== 'ADJ' &&
    /^(?:DET|PRON|SCONJ)$/u.test(words[at + 1]?.pos ?? '')
  )
    return true;
  return (
    word?.pos === 'NOUN' &&
    words[at + 1]?.lower !== 'aside' &&
    oftenMistaken.has(word.lower) &&
    (['NOUN', 'PROPN', 'PRON', 'NUM'].includes(words[at - 1]?.pos ?? '') ||
      words[at + 1]?.pos === 'PRON')
  );
}

/** `walked back`, `cast doubt on`: the words behind the verb belong to it. */
function phraseCue(words: readonly Word[], head: number): Cue {
  const { frame, from } = frameAfter(words, head + 1);
  const isJoined = frame.startsWith('p:') && from === head + 2;
  const first = groupStart(words, head);
  const last = isJoined ? from : head + 1;
  const negated = isNegated(words, { first, last });
  return {
    form: 'VERB',
    head,
    frame: isJoined ? 'np' : frame,
    from: last + 1,
    first,
    last,
    negated,
  };
}

interface Head {
  readonly head: number;
  readonly frame: Frame;
  readonly from: number;
}

function verbCue(words: readonly Word[], { head, frame, from }: Head): Cue {
  const first = groupStart(words, head);
  const last = groupEnd(words, { head, frame, from });
  return {
    form: 'VERB',
    head,
    frame,
    from: Math.max(from, last + 1),
    first,
    last,
    negated: isNegated(words, { first, last }),
  };
}

const clausal = new Set(['np', 'np-mixed', 'clause', 'np-that', 'np-to', 'np-quote', 'wh']);

/** A noun before a clause or an object is a verb that the tagger mistook: `polls show`. */
function nounCue(words: readonly Word[], { head, frame, from }: Head): Cue | undefined {
  const isNoun = ['DET', 'ADJ', 'PART', 'NUM'].includes(words[head - 1]?.pos ?? '');
  if (clausal.has(frame)) return isNoun ? undefined : verbCue(words, { head, frame, from });
  const isJoined = frame.startsWith('p:') && from === head + 1;
  const last = isJoined ? from : head;
  return { form: 'NOUN', head, frame, from: last + 1, first: head, last, negated: false };
}

function adjectiveCue(words: readonly Word[], { head, frame, from }: Head): Cue | undefined {
  const first = groupStart(words, head);
  if (first === head || words[head - 1]?.pos === 'PART') return undefined;
  const last = frame.startsWith('p:') ? from : head;
  return {
    form: 'ADJECTIVE',
    head,
    frame,
    from: Math.max(from, last + 1),
    first,
    last,
    negated: isNegated(words, { first, last }),
  };
}

/** Auxiliaries, adverbs and `to` before the verb belong to the cue: `has also said`. */
function groupStart(words: readonly Word[], head: number): number {
  let first = head;
  while (first > 0 && isGroup(words, first - 1, head)) first--;
  const leading = leadingVerb(words, first);
  return leading === undefined ? first : groupStart(words, leading);
}

const leadingVerbs = new Set([
  'try',
  'struggle',
  'continue',
  'begin',
  'start',
  'attempt',
  'proceed',
]);

/** `went on to say`, `is trying to show`: the verb that leads to another one. */
function leadingVerb(words: readonly Word[], to: number): number | undefined {
  const [before, verb] = [words[to - 1], words[to - 2]];
  if (words[to]?.lower !== 'to' || before?.sentence !== words[to]?.sentence) return undefined;
  if (before?.pos === 'VERB' && leadingVerbs.has(before.lemma)) return to - 1;
  return before?.lower === 'on' && verb?.lemma === 'go' ? to - 2 : undefined;
}

function isGroup(words: readonly Word[], at: number, head: number): boolean {
  const word = words[at];
  if (
    word === undefined ||
    word.sentence !== words[head]?.sentence ||
    word.quotation !== words[head]?.quotation
  )
    return false;
  if (word.pos === 'AUX' || word.lower === "n't" || word.lower === 'not' || word.lower === 'to')
    return word.pos !== 'ADP';
  return word.pos === 'ADV' && !/^(?:when|where|why|how|here|there)$/.test(word.lower);
}

const particles = new Set([
  'for',
  'about',
  'of',
  'with',
  'out',
  'up',
  'off',
  'down',
  'against',
  'at',
  'on',
  'to',
  'over',
]);

function groupEnd(words: readonly Word[], { head, frame, from }: Head): number {
  if (words[head + 1]?.text === ':') return head + 1;
  if (plain.has(words[head]?.lemma ?? '')) return head;
  const isParticle = frame.startsWith('p:') && from === head + 1 && particles.has(frame.slice(2));
  return isParticle ? from : head;
}

// What follows these tells where or to whom, not what.
const plain = new Set([
  'say',
  'write',
  'tell',
  'report',
  'add',
  'tweet',
  'explain',
  'note',
  'announce',
  'respond',
  'complain',
  'reply',
]);

const negations = new Set(['not', "n't", 'never', 'nor', 'neither', 'hardly', 'no']);

function isNegated(words: readonly Word[], { first, last }: Range): boolean {
  for (let at = first; at <= last; at++) if (negations.has(words[at]?.lower ?? '')) return true;
  return false;
}
