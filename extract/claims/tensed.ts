import type { Statement } from '../stances/statement.ts';

/** `is said to be` is `is`, `is believed to have left` is `has left`. */
export function tensed(words: string, cue: string, { isHidden, source }: Statement): string {
  if (!isHidden || source !== undefined) return words;
  const [, be = 'is'] = /\b(is|are|was|were)\b/iu.exec(cue) ?? [];
  const have = be === 'are' || be === 'were' ? 'have' : 'has';
  return words.replace(/ to be\b/u, ` ${be}`).replace(/ to have\b/u, ` ${have}`);
}
