import { type Passage, type Range, wordsOf } from '../words/passage.ts';
import { pastOfBase } from './past.ts';

const opening = /^(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)$/u;
const nominal = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/u;

// `You were fired, weren’t you?`
const tag =
  /^(?!.*(?:\bnot\b|n[’']t\b.*,|\bnever\b))([^,?]{4,120}), (?:(?:is|are|was|were|did|do|does|have|has|had|will|would|ca|can|could|wo|should)n[’']t (?:you|he|she|it|they|we|I|there)|right|correct|yes|is that (?:right|correct|so)|true)\?+$/iu;

const taggedOn = (asked: string): string | undefined => tag.exec(asked)?.[1];

/** What a question asks about, as it would be told: `Did they know?`: `they knew`; undefined where it cannot be answered by yes or no. */
export function toldBy(passage: Passage, { first, last }: Range): string | undefined {
  const { words } = passage;
  const aux = words[first];
  if (/^\d{1,2}[:.]\d{2}$/u.test(aux?.text ?? '') && first < last)
    return toldBy(passage, { first: first + 1, last });
  if (aux === undefined || words[last]?.text !== '?') return undefined;
  if (!opening.test(aux.lower)) return taggedOn(wordsOf(passage, [{ first, last }]));
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
