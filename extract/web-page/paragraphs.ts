import { parseHTML } from 'linkedom';
import { tidy } from './tidy.ts';

/** The paragraphs that a page shows; those that it tells where a script is to show most of them. */
export function fuller(shown: readonly string[], told: readonly string[]): readonly string[] {
  return told.join('').length > 2 * shown.join('').length ? told : shown;
}

/** Letters of scripts that have no spaces between words, and some of them no sign at the end of a sentence either. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/gu;

/** Whether words are a sentence, which no entry of a menu or a list of headlines is. */
export function isProse(words: string): boolean {
  const letters = words.match(unspaced)?.length ?? 0;
  if (letters >= 40) return true;
  const hasEnd = /[\p{STerm}…][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(words);
  return hasEnd && words.split(' ').length + letters / 2 > 4;
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, th, dt, dd';

/** The words of each block that holds no other. */
export function paragraphsIn(content: string): string[] {
  const { document } = parseHTML(`<html><body>${content}</body></html>`);
  const found = [...document.querySelectorAll(blocks)]
    .filter((block) => block.querySelector(blocks) === null)
    .map((block) => tidy(block.textContent ?? ''))
    .filter((words) => words !== '');
  const all = tidy(document.body.textContent ?? '');
  return found.length > 0 || all === '' ? found : [all];
}
