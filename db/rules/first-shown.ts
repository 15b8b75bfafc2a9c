import { InputInvalid } from './errors.ts';
import type { OlderVersions, ReferredArticle, ToldFirst } from './record-view.ts';
import type { Path } from './reference.ts';
import { cited } from './sentence.ts';
import { foldedLetters, placesOfWords, type WordsAround } from './version-words.ts';

interface FirstShown extends Omit<WordsAround, 'quote'> {
  readonly article: ReferredArticle;
  readonly quote: string | null;
  readonly firstShownBy: ReferredArticle | null;
}

/**
 * Passes when the version told to be the first with some words may be it, by all that is known: it is the article itself or one
 * before it, and no text says otherwise.
 * @throws InputInvalid
 */
export function assertFirstShown(
  { article, firstShownBy: first, quote, prefix, suffix }: FirstShown,
  { versions, isWhole }: OlderVersions,
  path: Path,
): void {
  if (first === null || article.isElsewhere || first.isElsewhere) return;
  const place = versions.findIndex(({ slug }) => slug === first.slug);
  if (place < 0 && first.slug !== article.slug) {
    if (!isWhole) return;
    throw new InputInvalid(
      `${cited(first.slug)} is no earlier version of ${cited(article.slug)}.`,
      path,
    );
  }
  if (quote === null) return;
  const words = { quote, prefix, suffix };
  if (first.text !== null && first.slug !== article.slug && !stand(words, first.text)) {
    throw new InputInvalid(`The words do not stand in ${cited(first.slug)}.`, path);
  }
  const earlier = versions.slice(place + 1).find(({ text }) => text !== null && stand(words, text));
  if (earlier !== undefined) {
    throw new InputInvalid(`The words stand in ${cited(earlier.slug)} already.`, path);
  }
}

/** Passes when a text that comes holds the words that it was told to be the first with, and none that it was told to lack. */
export function assertToldFirst(text: string, told: readonly ToldFirst[], path: Path): void {
  for (const { isFirst, ...words } of told) {
    if (stand(words, text) === isFirst) continue;
    const because = isFirst
      ? 'Words do not stand in it that it was told to be the first with.'
      : 'Words stand in it that a later version was told to be the first with.';
    throw new InputInvalid(because, path);
  }
}

function stand(words: WordsAround, text: string): boolean {
  const [place] = placesOfWords(foldedLetters(text), words);
  return place !== undefined;
}
