import { bare, sentenceEnd, sentenceStart } from '../passage.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { inside } from './noun-phrase.ts';
import type { Reading } from './reading.ts';

const longestName = 6;
const label =
  /^(?:\p{L}|claim|fact|facts|verdict|rating|note|update|correction|question|answer|photo|image|video|source|sources|name|age|job|city|related|contact|email|phone|tags|topics|opinion|analysis|editorial)$/u;

/** `Mayor Lee: The bridge is safe`: a name, a colon, and what it says. */
export function speakerColon({ words }: Reading, cue: Cue): Attribution | undefined {
  const start = sentenceStart(words, cue.head);
  const names = words.slice(start, cue.head);
  const isName =
    names.length > 0 && names.length <= longestName && names.every(({ pos }) => inside.has(pos));
  if (names.every(({ lower }) => label.test(lower))) return undefined;
  if (!isName || !names.some(({ pos }) => pos === 'PROPN') || words[cue.head - 1]?.quotation !== -1)
    return undefined;
  const content = bare(words, { first: cue.head + 1, last: sentenceEnd(words, cue.head) - 1 });
  return content && { cue, source: { first: start, last: cue.head - 1 }, content: [content] };
}
