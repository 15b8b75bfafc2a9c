import { type Passage, type Range, wordsOf } from '../words/passage.ts';
import { pastOfBase } from './past.ts';

const opening = /^(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)$/u;
const nominal = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/u;

/** What a question asks about, as it would be told: `Did they know?`: `they knew`; undefined where it cannot be answered by yes or no. */
export function toldBy(passage: Passage, { first, last }: Range): string | undefined {
  const { words } = passage;
  const aux = words[first];
  if (aux === undefined || !opening.test(aux.lower) || words[last]?.text !== '?') return undefined;
  if (words[first + 1]?.lower === 'there' && last > first + 2)
    return `there ${aux.lower} ${wordsOf(passage, [{ first: first + 2, last: last - 1 }])}`;
  const asked = /^(?:it )(?:true|correct|right|the case|so) that (.+?)\?*$/iu.exec(
    wordsOf(passage, [{ first: first + 1, last: last - 1 }]),
  )?.[1];
  if (asked !== undefined && aux.lower === 'is') return asked;
  const isDo = /^d(?:id|o|oes)$/u.test(aux.lower);
  let verb = first + 1;
  const isSubject = (at: number) => {
    const { pos = '', lower = '' } = words[at] ?? {};
    return isDo ? pos !== 'VERB' : nominal.test(pos) || lower === 'of';
  };
  while (verb < last && isSubject(verb)) verb++;
  if (verb === first + 1 || verb >= last) return undefined;
  const subject = wordsOf(passage, [{ first: first + 1, last: verb - 1 }]);
  const main = words[verb];
  const rest = verb + 1 < last ? ` ${wordsOf(passage, [{ first: verb + 1, last: last - 1 }])}` : '';
  if (main === undefined) return undefined;
  if (!isDo) return `${subject} ${aux.lower} ${main.text}${rest}`;
  if (aux.lower === 'did') return `${subject} ${pastOfBase(main.lower)}${rest}`;
  return `${subject} ${aux.lower === 'does' ? `${main.text}s` : main.text}${rest}`;
}
