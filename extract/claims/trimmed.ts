const aside =
  /, (?:which|who|whose|whom|where)\b[^,]{3,90},(?= \p{L})|, (?:an?|one of) (?!(?:few|day|week|month|year)\b)[^,]{3,60},(?= (?:has|had|have|is|was|were|are|will|would|did|does|could|can|\p{L}+ed)\b)/giu;
const tails: readonly RegExp[] = [
  /, (?:adding|saying|calling|citing|according to|describing|telling|insisting|claiming|noting|accusing|blaming|contradicting|dismissing|despite|contrary to|in contrast to)\b.*$/iu,
  /, (?:which|who|whose|whom|where)\b[^,]*$/iu,
  /, (?:an?|one of the) (?:(?!\band\b)[^,])*$/iu,
];
const fewest = 4;

/** The words without what only describes something in them: `Dunn, a former nurse, poisoned two patients, which she denies`. */
export function trimmed(words: string): string {
  if (!words.includes(', ')) return words;
  const plain = words.replace(aside, '');
  return tails.reduce((whole, tail) => {
    const short = whole.replace(tail, '');
    return short.split(' ').length < fewest ? whole : short;
  }, plain);
}
