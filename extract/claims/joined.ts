import type { Range, Word } from '../words/passage.ts';

/** Parts of a quotation: sentences stay apart, an interrupted one is made whole. */
export function joined(
  words: readonly Word[],
  ranges: readonly Range[],
  parts: readonly string[],
): string {
  return parts.reduce((whole, part, index) => {
    const [before, range] = [ranges[index - 1], ranges[index]];
    if (before === undefined || range === undefined) return part;
    const bare = whole.replace(/[,\s]*(["”’']*)$/u, '$1');
    const isSentence = words[before.last]?.sentence !== words[range.first]?.sentence;
    if (isSentence && !/[.!?…]["”’']*$/u.test(bare)) return `${bare}. ${part}`;
    return /^[“"‘']*(?:and|but|or|so|because)\b/iu.test(part) && !isSentence
      ? `${bare}, ${part}`
      : `${bare} ${part}`;
  }, '');
}
