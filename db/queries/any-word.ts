import { isPaired, pairsOf, partsOf } from './paired-letters.ts';

// What nearly every claim holds finds nearly every claim.
const common = new Set(
  `a about after all also am an and any are as at be because been before but by can did do does don for from had has have he
  her here him his how i if in into is it its just me more my no not of on only or our out over she so some than that the
  their them then there these they this those to up us very was we were what when which while who will with would you
  your`.split(/\s+/),
);

const mostWords = 40;

/** The words of a text as a question to the search that finds what has any of them; null where it has none. */
export function anyWordOf(text: string): string | null {
  const words =
    inWords(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:(?<=[\p{Lo}])\p{M}+[\p{L}\p{N}]*)*/gu) ?? [];
  const telling = [...new Set(words.flatMap(withPairs))]
    .filter((word) => !common.has(word))
    .slice(0, mostWords);
  return telling.length === 0 ? null : telling.map((word) => `"${word}"`).join(' OR ');
}

/** A word, and the pairs of its letters where its script has no spaces between words. */
function withPairs(word: string): readonly string[] {
  return [word, ...partsOf(word).filter(isPaired).flatMap(pairsOf)];
}

/** Without addresses, and what a hashtag or an account joins also as words of its own: `DefundTheCBC` is `Defund The CBC`, too. */
function inWords(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+/gu, ' ')
    .replaceAll(/[\p{L}\p{N}]+/gu, (word) => {
      const apart = word.replaceAll(joint, ' ');
      return apart === word ? word : `${word} ${apart}`;
    });
}

const joint = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
