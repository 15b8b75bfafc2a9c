import type { Token } from './token.ts';

const lemmas = new Map<string, string>();
for (const verb of 'claim deny dispute refute reject dismiss doubt question allege report rubbish retract withdraw insist maintain'.split(
  ' ',
)) {
  const stem = verb.replace(/e$/u, '');
  const past = /y$/u.test(verb) ? verb.replace(/y$/u, 'ied') : `${stem}ed`;
  const third = /y$/u.test(verb)
    ? verb.replace(/y$/u, 'ies')
    : `${verb}${/(?:s|sh)$/u.test(verb) ? 'es' : 's'}`;
  for (const form of [verb, past, third]) lemmas.set(form, verb);
}

const speaking =
  /^(?:sa(?:id|ys)|t(?:old|ells)|testif(?:ied|ies)|den(?:ied|ies)|insist(?:ed|s)|repl(?:ied|ies)|add(?:ed|s)|claim(?:ed|s)|argue[ds]|wrote|writes)$/u;
const object = /^(?:the|an?|any|all|his|her|its|their|that|this|these|those)$/u;

/** The words with those verbs and names that the tagger took for something else, where what stands around them leaves no doubt. */
export function withVerbs<Word extends Token & { readonly sentence: number }>(
  words: Word[],
): Word[] {
  for (const [at, word] of words.entries()) {
    const [before, next] = [words[at - 1], words[at + 1]];
    if (next === undefined || next.sentence !== word.sentence) continue;
    const begins = before?.sentence !== word.sentence;
    if (begins && isNameOfVerb(word, next))
      words[at] = { ...word, pos: 'PROPN', lemma: word.lower };
    if (isDeed(word, { before, next, begins })) words[at] = { ...word, pos: 'VERB' };
    if (
      word.lower === 'lead' &&
      word.pos === 'VERB' &&
      before?.lemma === 'say' &&
      next.pos === 'NOUN'
    )
      words[at] = { ...word, pos: 'ADJ', lemma: 'lead' };
    const lemma = begins ? undefined : lemmas.get(word.lower);
    if (lemma === undefined || before === undefined || !/^(?:NOUN|ADJ)$/u.test(word.pos)) continue;
    if (isVerbAfterAll(word, before, { next, after: words[at + 2] }))
      words[at] = { ...word, pos: 'VERB', lemma };
  }
  return words;
}

const deeds = /^(?:shot|hit|cut|shut|struck|left|fired|raided|bombed|shelled)$/u;

/** `Rebels shot down a drone`, `the farm is poisoning the stream`. */
function isDeed(
  { pos, lower }: Token,
  {
    before,
    next,
    begins,
  }: { readonly before: Token | undefined; readonly next: Token; readonly begins: boolean },
): boolean {
  if (pos !== 'NOUN' || begins || before === undefined) return false;
  const isObject = object.test(next.lower) || next.pos === 'PROPN';
  if (lower.endsWith('ing')) return before.lemma === 'be' && before.pos === 'AUX' && isObject;
  const isMany = /^(?:NOUN|PROPN)$/u.test(before.pos) && /[^s]s$|^police$/u.test(before.lower);
  const isOne = before.pos === 'PROPN' && object.test(next.lower);
  return deeds.test(lower) && (isOne || (isMany && (isObject || next.pos === 'ADP')));
}

/** `Bow testified`, `Marsh said`: a name that is a verb elsewhere. */
function isNameOfVerb({ pos, text, lower }: Token, next: Token): boolean {
  return /^(?:VERB|AUX)$/u.test(pos) && text !== lower && speaking.test(next.lower);
}

/** `on Monday alleged that`, `Kim Aro disputes the account`, `rebels claim to have`. */
function isVerbAfterAll(
  word: Token,
  before: Token,
  { next, after }: { readonly next: Token; readonly after: Token | undefined },
): boolean {
  const isPast = word.lower.endsWith('ed');
  if (isPast)
    return (
      (next.lower === 'that' && /^(?:NOUN|PROPN|PRON|NUM|ADV)$/u.test(before.pos)) ||
      (object.test(next.lower) && /^(?:PROPN|PRON)$/u.test(before.pos))
    );
  if (word.lower.endsWith('s')) return before.pos === 'PROPN' && object.test(next.lower);
  const isMany = /^(?:NOUN|PROPN)$/u.test(before.pos) && /[^s]s$/u.test(before.lower);
  return (
    isMany &&
    (next.lower === 'that' || (next.lower === 'to' && /^(?:have|be)$/u.test(after?.lower ?? '')))
  );
}
