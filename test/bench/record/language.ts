import { type Random, zipf } from './random.ts';

/** Words of no language, as unevenly used as the words of any. */
export interface Language {
  word(random: Random): string;
  /** Words in a row, the first with a capital, without the full stop. */
  sentence(random: Random, words: number): string;
  /** A name of two words. */
  name(random: Random): string;
}

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'st', 'tr'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'é', 'ai', 'ou'];
const codas = ['', '', '', 'n', 'r', 's', 'l', 'm'];

export function createLanguage(random: Random, vocabulary = 6000): Language {
  const words = coinWords(random, vocabulary);
  const rank = zipf(vocabulary, 1);
  const word = (source: Random) => words[rank(source)] ?? '';
  return {
    word,
    sentence: (source, count) =>
      capital(Array.from({ length: count }, () => word(source)).join(' ')),
    name: (source) => `${capital(source.pick(words))} ${capital(source.pick(words))}`,
  };
}

/** The commonest words are the shortest. */
function coinWords(random: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + Math.floor((2.4 * words.size) / count) + random.below(2);
    let word = '';
    for (let i = 0; i < syllables; i += 1) {
      word += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
    }
    words.add(word);
  }
  return [...words];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
