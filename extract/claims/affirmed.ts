import { pastOfBase } from './past.ts';

const uncountable =
  /^(?:evidence|proof|doubt|wrongdoing|contact|communication|interference|involvement|truth|information|progress|violence|fraud|foul play|sabotage|terrorism|arson|negligence|collusion|corruption|abuse|harassment|bullying|torture|\p{L}+ism|cheating|pressure|money|damage)\b/iu;

const rules: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/\bthere (was|were|is|are|has been|had been|have been) (?:no such|not any|no) (\S+)/iu, there],
  [/^(?:no such|no) (\S+)/iu, (_all, next = '') => withArticle(next)],
  [/^(?:nobody|no one|none)\b/iu, () => 'somebody'],
  [/\bdid(?: not|n[’']t)(?: ever)? (\p{L}+)/iu, (_all, verb = '') => pastOfBase(verb)],
  [/\b(does|do)(?: not|n[’']t) /iu, (_all, verb) => `${verb} `],
  [
    /\b(is|are|was|were|has|have|had|will|would|could)(?: not| never|n[’']t)(?: ever)?\b/iu,
    (_all, verb) => `${verb}`,
  ],
  [/\bnever /iu, () => ''],
];

// `there is no plan, and there never was`
const again =
  /,? (?:and|nor) (?:there|it|he|she|we|they|I) (?:never |has never |have never )?(?:was|were|did|has been|have been|will(?: be)?)(?: one)?[,\s]*$/iu;

/** What is denied in the first sentence, said as the thing that is denied. */
export function affirmed(words: string): string {
  const [sentence = ''] = /^[^.!?]*/u.exec(words) ?? [];
  const rule = rules.find(([pattern]) => pattern.test(sentence));
  if (rule === undefined) return words;
  const plain = sentence
    .replace(again, '')
    .replace(rule[0], rule[1])
    .replace(/ at all\b/u, '')
    .replace(/ any(one|body|thing)\b/u, ' some$1');
  return `${plain}${words.slice(sentence.length)}`;
}

function there(_all: string, verb = 'was', next = ''): string {
  const isOne = /^(?:was|is|ha[ds])/iu.test(verb);
  return `there ${verb} ${isOne ? withArticle(next) : next}`;
}

/** `a call`, `talks`, `evidence`. */
export function withArticle(next: string): string {
  if (uncountable.test(next) || /[^s]s\b/iu.test(next)) return next;
  return `${/^[aeiou]/iu.test(next) ? 'an' : 'a'} ${next}`;
}
