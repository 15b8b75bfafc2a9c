/**
 * Words as they are recorded: a space between them, and nothing that is not seen: where a word or a line may be broken, controls.
 * What joins letters in scripts that need it stays.
 */
export function tidy(words: string): string {
  return words
    .replace(/[\u00ad\u180e\u200b\u2060-\u2064\ufeff]|[^\P{Cc}\s]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .trim();
}
