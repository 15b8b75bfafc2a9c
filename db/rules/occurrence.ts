/** Every place at which `words` begin in `text`, overlapping ones included, in time linear in both. */
export function* occurrencesOf(text: string, words: string): Generator<number> {
  if (words === '') return;
  // Not indexOf: it takes seconds for a long, nearly periodic quote in a text of a megabyte.
  const borders = bordersOf(words);
  let matched = 0;
  for (let i = 0; i < text.length; i += 1) {
    while (matched > 0 && text[i] !== words[matched]) matched = borders[matched - 1] ?? 0;
    if (text[i] === words[matched]) matched += 1;
    if (matched === words.length) {
      yield i - matched + 1;
      matched = borders[matched - 1] ?? 0;
    }
  }
}

/** For each prefix of `words`, the length of the longest shorter prefix that also ends it. */
function bordersOf(words: string): Uint32Array {
  const borders = new Uint32Array(words.length);
  let length = 0;
  for (let i = 1; i < words.length; i += 1) {
    while (length > 0 && words[i] !== words[length]) length = borders[length - 1] ?? 0;
    if (words[i] === words[length]) length += 1;
    borders[i] = length;
  }
  return borders;
}
