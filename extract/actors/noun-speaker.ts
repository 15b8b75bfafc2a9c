import { documents } from '../lexicon/documents.ts';
import { type Passage, type Range, sentenceEnd, type Word } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import { groupNouns, nameless, unnamedNouns } from './gazetteer.ts';
import { isCrowd, kindOfNoun } from './name-kind.ts';
import { byOffice } from './named-speaker.ts';
import { type Scene, type Speaker, wordsAt } from './scene.ts';
import { unnamedSpeaker } from './unnamed.ts';

/** Who is meant by words that are no name: `the ministry`, `two officials`, `residents`; nobody new in a heading. */
export function byNoun(scene: Scene, source: Range, base: Range): Speaker | undefined {
  const { passage, roster } = scene;
  const { words, blocks } = passage;
  const [opener, head] = [words[source.first], words[base.last]];
  if (opener === undefined || head === undefined || isAddressed(opener)) return undefined;
  const isDefinite = base.first === source.first && opener.lower === 'the';
  const isUnnamed = unnamedNouns.has(head.lower);
  const office = isUnnamed && !isDefinite ? undefined : byOffice(scene, base);
  if (office !== undefined) return office;
  const author = studies.test(head.lower) ? authorIn(scene, source) : undefined;
  if (author !== undefined) return { actor: author };
  const isText = blocks[head.block]?.kind === 'PARAGRAPH';
  if (!isText) return undefined;
  if (isUnnamed || isAnonymous(passage, source)) return unnamedSpeaker(scene, source, base);
  const isBoth = opener.lower === 'both' && base.last > base.first;
  if (isCrowd(head.lower) || groupNouns.has(opener.lower) || isBoth)
    return { actor: roster.described(wordsAt(passage, source), 'GROUP') };
  if (documents.has(head.lower))
    return { actor: roster.described(wordsAt(passage, base), 'UNNAMED_SOURCE', scene.outlet) };
  if (nameless.has(head.lower) && opener.lower === 'this') return { actor: roster.publisher };
  if (nameless.has(head.lower) && head.pos === 'NOUN')
    return { actor: roster.described(wordsAt(passage, base), 'OUTLET') };
  const kind = kindOfNoun(head.lower);
  const isOf =
    /^(?:of|for|in|at)$/u.test(words[base.last + 1]?.lower ?? '') && source.last > base.last;
  const isBare = isDefinite && base.last === base.first + 1 && !isOf;
  const body = isBare ? roster.body(head.lower) : undefined;
  if (kind !== 'PERSON' && body !== undefined) return { actor: body };
  const isFor = words[base.last + 1]?.lower === 'for';
  const whole = kind === 'PERSON' && !isFor ? base : withSeat(words, base, source);
  return kind && { actor: roster.described(wordsAt(passage, whole), kind) };
}

const anonymous =
  /\b(?:not to be (?:named|identified)|(?:not|n[’']t) (?:wish|want) to be (?:named|identified)|declined to be (?:named|identified)|anonymity|not authori[sz]ed to)\b/iu;

/** `one trader, who asked not to be named`: the outlet hides who it is. */
function isAnonymous({ words, text }: Passage, { first }: Range): boolean {
  const end = words[sentenceEnd(words, first) - 1]?.end;
  return anonymous.test(text.slice(words[first]?.start, end));
}

const studies = /^(?:study|survey|poll|analysis|review|report|paper|audit|inquiry|investigation)$/u;

// `an audit seen by the Post`: who has read it did not write it.
const passedOn =
  /^(?:seen|obtained|reviewed|read|viewed|shared|cited|published|reported|quoted|examined|verified)$/u;

/** `a study by the Transport Institute`: the body behind it. */
function authorIn({ passage, roster }: Scene, { first, last }: Range): ActorDraft | undefined {
  const by = passage.words
    .slice(first, last)
    .findIndex(
      ({ lower }, at, all) =>
        /^(?:by|from)$/u.test(lower) && !passedOn.test(all[at - 1]?.lower ?? ''),
    );
  const isBody = ({ kind }: ActorDraft) => kind === 'ORGANIZATION' || kind === 'GOVERNMENT';
  return by === -1 ? undefined : roster.namedWithin({ first: first + by, last }, isBody);
}

/** `your lawyer`, `we all`: nobody whom a reader could tell. */
function isAddressed({ lower }: Word): boolean {
  return /^(?:we|you|i|my|our|your|who|whom|what|any|no)$/u.test(lower);
}

/** `the ministry of Holm`: which of them it is. */
function withSeat(words: readonly Word[], { first, last }: Range, source: Range): Range {
  let end = last + 1;
  if (!/^(?:of|for)$/u.test(words[end]?.lower ?? '')) return { first, last };
  while (end < source.last && /^(?:DET|NOUN|PROPN|ADJ)$/u.test(words[end + 1]?.pos ?? '')) end++;
  return { first, last: end > last + 1 ? end : last };
}
