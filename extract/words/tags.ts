/** What the tagger says of a run of text, word by word. */
export interface Tagged {
  readonly words: readonly string[];
  readonly pos: readonly string[];
  readonly lemmas: readonly string[];
}

const openers = new Set(['a', 'an', 'the', 'his', 'its', 'their', 'our', 'my', 'your']);
const openersOfMany = new Set(['of', 'by', 'with', 'for', 'from', 'among']);

/** `an emailed statement`, `of registered voters`: a participle that stands where an adjective does. */
function isAdjectival({ words, pos }: Tagged, at: number): boolean {
  if (pos[at] !== 'VERB' || pos[at + 1] !== 'NOUN') return false;
  const [word, opener] = [words[at] ?? '', words[at - 1]?.toLowerCase() ?? ''];
  if (word.endsWith('ed'))
    return openers.has(opener) || openersOfMany.has(opener) || pos[at - 1] === 'ADJ';
  return word.endsWith('ing') && openers.has(opener);
}

/** The part of speech of a word, where the tagger is known to be wrong that which is right. */
export function correctedPos(tagged: Tagged, at: number): string {
  if (isAdjectival(tagged, at)) return 'ADJ';
  return isPlan(tagged, at) ? 'VERB' : (tagged.pos[at] ?? 'X');
}

const plans = new Set(['plans', 'hopes', 'aims', 'vows']);

/** `the city plans to close it`: a verb that the tagger takes for a noun. */
function isPlan({ words, pos }: Tagged, at: number): boolean {
  if (pos[at] !== 'NOUN' || words[at + 1] !== 'to' || !plans.has(words[at] ?? '')) return false;
  const isSubject = pos[at - 1] === 'NOUN' || pos[at - 1] === 'PROPN';
  return isSubject && pos[at + 2] === 'VERB' && words[at - 1]?.endsWith('s') === false;
}
