import { bare, type Range, sentenceStart, type Word } from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import { contentAfter } from './content.ts';
import type { Cue } from './cues.ts';
import type { Reading } from './reading.ts';
import { subjectBefore } from './subject.ts';

const forms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "'s", "'re"]);
// Who is convinced thinks so; who is expected is thought of.
const feelings = new Set([
  'convince',
  'assure',
  'worry',
  'split',
  'divide',
  'intrigue',
  'concern',
  'commit',
  'fear',
  'interest',
  'disappoint',
  'please',
  'thrill',
  'surprise',
]);

/** `K is expected to K`, `K was rejected by S`, `K appears to K`: the subject is what is spoken of. */
export function passive(reading: Reading, cue: Cue): Attribution | undefined {
  const { words } = reading;
  if (cue.form !== 'VERB' || !isPassive(words, cue)) return undefined;
  const subject =
    thatBefore(words, cue) ?? subjectBefore(words, cue.first, sentenceStart(words, cue.head));
  const rest = contentAfter(reading, cue);
  const agent = cue.frame === 'p:by' && rest ? agentOf(words, cue, rest) : undefined;
  if (agent !== undefined) return subject && { cue, source: agent, content: [subject] };
  const isEmpty =
    subject === undefined ||
    (words[subject.first]?.lower === 'it' && (cue.frame === 'that' || cue.frame === 'clause'));
  const content = [...(isEmpty ? [] : [subject]), ...(rest === undefined ? [] : [rest])];
  return content.length === 0 ? undefined : { cue, source: undefined, content };
}

/** `That was denied by Lee`. */
function thatBefore(words: readonly Word[], { first, head }: Cue): Range | undefined {
  const at = first - 1;
  const isFirst = at === sentenceStart(words, head) && words[at]?.lower === 'that';
  return isFirst ? { first: at, last: at } : undefined;
}

function isPassive(words: readonly Word[], cue: Cue): boolean {
  const head = words[cue.head];
  if (head === undefined || head.lower.endsWith('ing') || feelings.has(head.lemma)) return false;
  if (head.lemma === 'appear' || head.lemma === 'seem') return true;
  for (let at = cue.first; at < cue.head; at++) {
    if (forms.has(words[at]?.lower ?? '') && head.lower !== head.lemma) return true;
  }
  return false;
}

function agentOf(words: readonly Word[], cue: Cue, { first, last }: Range): Range | undefined {
  const from = words[first]?.lower === 'by' ? first + 1 : first;
  let end = from;
  while (
    end <= last &&
    words[end]?.text !== ',' &&
    (end === from || words[end]?.pos !== 'ADP' || words[end]?.lower === 'of')
  )
    end++;
  return from > cue.head && end > from ? bare(words, { first: from, last: end - 1 }) : undefined;
}
