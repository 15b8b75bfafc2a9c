const uncountable =
  /^(?:evidence|proof|doubt|wrongdoing|contact|communication|interference|involvement|truth|information|progress|violence|fraud|cheating|pressure|money|damage|plans?)\b/iu;

/** What is denied, said as the thing that is denied. */
export function affirmed(words: string): string {
  return words
    .replace(/\bthere (was|were|is|are|has been|had been|have been) (?:no such|not any|no) (\S+)/iu, there)
    .replace(/^(?:no such|no) (\S+)/iu, (_all, next: string) => withArticle(next))
    .replace(/^any\b/iu, 'a')
    .replace(/^(?:nobody|no one|none)\b/iu, 'somebody')
    .replace(/\b(did|does|do)(?: not|n[’']t) /iu, '$1 ')
    .replace(/\b(is|are|was|were|has|have|had|will|would|could)(?: not| never|n[’']t)\b/iu, '$1')
    .replace(/\bnever /iu, '');
}

function there(_all: string, verb: string, next: string): string {
  const isOne = /^(?:was|is|ha[ds])/iu.test(verb);
  return `there ${verb} ${isOne ? withArticle(next) : next}`;
}

function withArticle(next: string): string {
  if (uncountable.test(next) || /[^s]s\b/iu.test(next)) return next;
  return `${/^[aeiou]/iu.test(next) ? 'an' : 'a'} ${next}`;
}
