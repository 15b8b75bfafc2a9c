/** Without what only tells where a line may break. */
export function tidy(words: string): string {
  return words.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim();
}
