/** The words as a sentence of its own. */
export function asSentence(words: string): string {
  const plain = words
    .replace(/\s+/gu, ' ')
    .replace(/, (?:aged )?\d{1,3},/gu, '')
    .replace(/ \([^()]{2,40}\)(?=[.”"’]*$)/u, '')
    .replace(/^\W*\d{1,2}[:.]\d{2} (?:[–—-] )?/u, '')
    .replace(/ (?:myself|ourselves)(?=[ .,;!]|$)/gu, '')
    .replace(/ (?:allegedly|reportedly|purportedly)(?= )/gu, '')
    .replace(/^\W*(?:no|yes|yeah|well|look|oh|okay|right)(?:[,.!;:]| [–—-])\s+/iu, '')
    .replace(/^(?:and|but|so(?! (?:far|long|much|many|few)\b))\s+/iu, '')
    .replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/gu, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[?!]$/u.test(plain) ? '' : '.'}`;
}
