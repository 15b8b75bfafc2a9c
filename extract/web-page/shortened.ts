/** So long are titles and bylines at most. */
export const longestWords = 300;

/** The words as far as so many characters hold them, to the end of a word, with a mark where there were more. */
export function shortened(words: string, most = longestWords): string {
  if (words.length <= most) return words;
  const start = words.slice(0, most - 1).replace(/\p{Cs}$/u, '');
  const atWord = /\s/u.test(words.charAt(start.length)) ? start : start.replace(/\s+\S*$/u, '');
  return `${atWord.trimEnd()}…`;
}
