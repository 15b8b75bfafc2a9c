import { type Passage, QuoteAmbiguous, QuoteNotInArticle } from './errors.ts';
import { occurrencesOf } from './occurrence.ts';
import { nearestPassages } from './quote-nearest.ts';

/** The places that a refusal tells: an answer stays small however often the words stand there. */
const placesTold = 100;

const contextLength = 32;

/** A stretch of an article's text, in UTF-16 code units; `end` is behind its last unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The place at which `quote` stands in `text`, letter for letter: at `span` where it is given, else the only one.
 * @throws QuoteNotInArticle with the nearest passages.
 * @throws QuoteAmbiguous where no span is given and the quote stands there more than once.
 */
export function locateQuote(
  text: string,
  quote: string,
  { span, path }: { readonly span?: Span; readonly path?: readonly string[] } = {},
): Passage {
  if (span !== undefined) {
    if (standsAt(text, quote, span)) return { start: span.start, end: span.end, text: quote };
    const nearest = nearestPassages(text, quote, span.start);
    throw new QuoteNotInArticle({ quote, nearest }, path);
  }
  const places: Passage[] = [];
  let count = 0;
  for (const start of occurrencesOf(text, quote)) {
    count += 1;
    if (count <= placesTold) places.push({ start, end: start + quote.length, text: quote });
  }
  const [first] = places;
  if (first === undefined) {
    throw new QuoteNotInArticle({ quote, nearest: nearestPassages(text, quote, 0) }, path);
  }
  if (count > 1) throw new QuoteAmbiguous({ quote, places, count }, path);
  return first;
}

/** The 32 characters on either side, fewer at the ends of the text and rather than half a surrogate pair. */
export function surroundings(
  text: string,
  start: number,
  end: number,
): { readonly prefix: string; readonly suffix: string } {
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  const suffix = text.slice(end, end + contextLength);
  return {
    prefix: prefix.replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: suffix.replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/** An offset in UTF-16 code units as one in code points, for W3C text positions. */
export function toCodePoints(text: string, offset: number): number {
  let points = 0;
  for (let i = 0; i < offset && i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) {
    points += 1;
  }
  return points;
}

function standsAt(text: string, quote: string, { start, end }: Span): boolean {
  const isSpan = Number.isInteger(start) && start >= 0 && end - start === quote.length;
  return isSpan && quote !== '' && text.startsWith(quote, start);
}
