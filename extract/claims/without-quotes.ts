const singleQuotes = /(?<![\p{L}\p{N}])[‘']([^‘’']*(?:[’'](?=\p{L})[^‘’']*)*)(?:[’'](?!\p{L})|$)/gu;

/** The words without the marks around what is quoted in them. */
export function withoutQuotes(words: string): string {
  return words.replace(/[“”"«»„]|''|``/gu, '').replace(singleQuotes, '$1');
}
