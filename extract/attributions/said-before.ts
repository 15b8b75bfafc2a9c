import { type Range, sentenceStart, type Word } from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import { contentAfter } from './content.ts';
import type { Cue } from './cues.ts';
import { phraseBefore } from './noun-phrase.ts';
import { quotedSentences } from './quoted-sentences.ts';
import type { Reading } from './reading.ts';
import { governingSubject, sharedSource, subjectBefore } from './subject.ts';

/** `S said K`, `S's promise to K`. */
export function saidBefore(reading: Reading, cue: Cue): Attribution | undefined {
  const { words, taken } = reading;
  const content = contentAfter(reading, cue);
  if (content === undefined || isOpener(words, content)) return undefined;
  const start = sentenceStart(words, cue.head);
  const limit = limitBefore(words, cue.first, { start, taken });
  if (cue.form === 'NOUN') return { cue, source: owner(words, cue, limit), content: [content] };
  // `Lee accused Roe of theft. “That is a lie.”`: it may be either.
  const isCharge =
    words[cue.head]?.lemma === 'accuse' && (words[content.last]?.quotation ?? -1) < 0;
  const next = isCharge ? [] : quotedSentences(words, content.last + 1);
  const said = { cue, content: [content, ...next] };
  const own = isMedium(words, cue)
    ? undefined
    : (beforeWhich(words, cue.first, start) ?? subjectBefore(words, cue.first, limit));
  if (own !== undefined) return { ...said, source: own };
  const shared = sharedSource(reading, cue, start);
  if (shared !== undefined) return { ...said, source: shared.source, isShared: shared.isOwn };
  return { ...said, source: governingSubject(reading, cue, start) };
}

const longestAside = 20;

/** `The report, which Lee has called unfair, says`: whose words stand between the commas has been told. */
function beforeWhich(words: readonly Word[], end: number, start: number): Range | undefined {
  if (words[end - 1]?.text !== ',' || words[end - 1]?.quotation !== -1) return undefined;
  for (let at = end - 2; at > Math.max(start, end - longestAside); at--) {
    if (words[at]?.text !== ',') continue;
    return /^(?:which|whose|whom)$/u.test(words[at + 1]?.lower ?? '')
      ? subjectBefore(words, at, start)
      : undefined;
  }
  return undefined;
}

const media =
  /^(?:statement|letter|post|tweet|release|email|e-mail|message|video|note|memo|press|communique|thread)$/u;

/** `issued a statement denying it`: who issued it denies it. */
function isMedium(words: readonly Word[], { first, head }: Cue): boolean {
  const noun = words[first - 1];
  return (
    words.slice(first, head).every(({ pos }) => pos === 'ADV') &&
    words[head]?.lower.endsWith('ing') === true &&
    media.test(noun?.lower ?? '')
  );
}

/** The `that` of words that are somebody else's already. */
function isOpener(words: readonly Word[], { first, last }: Range): boolean {
  return first === last && words[first]?.lower === 'that' && words[last + 1]?.pos !== 'PUNCT';
}

function limitBefore(
  words: readonly Word[],
  end: number,
  { start, taken }: { start: number; taken: ReadonlySet<number> },
): number {
  for (let at = end - 1; at >= start; at--) {
    if (taken.has(at) || (words[at]?.quotation ?? -1) >= 0) return at + 1;
  }
  return start;
}

const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);

/** Whose promise it is: `Lee's`, `his`. */
function owner(words: readonly Word[], cue: Cue, limit: number): Range | undefined {
  for (let at = cue.first - 1; at >= limit && at > cue.first - 4; at--) {
    const word = words[at];
    if (word?.pos === 'PART' && /^['’]s?$/.test(word.text)) return phraseBefore(words, at, limit);
    if (possessives.has(word?.lower ?? '')) return { first: at, last: at };
  }
  return undefined;
}
