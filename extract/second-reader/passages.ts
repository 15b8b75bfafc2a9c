import type { Span } from '../words/span.ts';

/**
 * The stretches of at most `most` characters that a text falls into: between paragraphs where that can be, else between lines,
 * sentences or words, and never within a character.
 */
export function stretchesOf(text: string, most: number): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.length - start <= most ? text.length : start + cutIn(text, start, most);
    if (/\S/u.test(text.slice(start, end))) found.push({ start, end });
    start = end;
  }
  return found;
}

const breaks = [/\n\s*\n\s*/gu, /\n\s*/gu, /[.!?]["'”’)]*\s+/gu, /\s+/gu];

/** How much of the text from `start` on is one stretch. What fills less than half of it is no reason to end it. */
function cutIn(text: string, start: number, most: number): number {
  const window = text.slice(start, start + most);
  for (const pattern of breaks) {
    let cut = 0;
    for (const match of window.matchAll(pattern)) cut = match.index + match[0].length;
    if (2 * cut >= most) return cut;
  }
  return /[\uD800-\uDBFF]$/.test(window) ? most - 1 : most;
}
