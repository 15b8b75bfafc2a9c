import { InputInvalid } from './errors.ts';
import { textField } from './field.ts';
import { locateQuote, type Span, surroundings } from './quote.ts';
import type { ReferredArticle } from './record-view.ts';
import type { Path } from './reference.ts';

/** Where a quote stands, and what stands around it. */
export interface Place extends Span {
  readonly prefix: string;
  readonly suffix: string;
}

interface PlaceGiven {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
}

/** What stands in the text at a place. @throws InputInvalid, TextInvalid */
export function quoteAt(text: string, { start, end }: Span, path: Path): string {
  if (start >= 0 && start < end && end <= text.length)
    return textField(text.slice(start, end), path);
  throw new InputInvalid(`The text has no words from ${start} to ${end}.`, path);
}

/** Where a quote stands in its article, as far as the record has the text. @throws RecordError */
export function placeOf(
  article: ReferredArticle,
  quote: string | null,
  { span, path }: { readonly span: Span | undefined; readonly path: Path },
): Place {
  if (article.text !== null && quote !== null) {
    const found = locateQuote(article.text, quote, {
      ...(span && { span }),
      path: [...path, 'quote'],
    });
    const { start, end } = found;
    return { start, end, ...surroundings(article.text, start, end) };
  }
  const around = { prefix: '', suffix: '' };
  if (article.isElsewhere) return { start: 0, end: 0, ...span, ...around };
  // Nothing to find it in: the span is kept, and checked when the text comes.
  if (span === undefined) {
    const because = 'The record has no text of this article: give start and end.';
    throw new InputInvalid(because, [...path, 'start']);
  }
  const { start, end } = span;
  if (start < 0 || end <= start || (quote !== null && end - start !== quote.length)) {
    throw new InputInvalid('The quote is not as long as its place.', [...path, 'end']);
  }
  return { ...span, ...around };
}

/** The place that is given, if one is. @throws InputInvalid */
export function spanOf({ start, end }: PlaceGiven, path: Path): Span | undefined {
  const hasStart = start !== undefined && start !== null;
  const hasEnd = end !== undefined && end !== null;
  if (!hasStart && !hasEnd) return undefined;
  for (const [key, offset] of Object.entries({ start, end })) {
    if (!Number.isSafeInteger(offset)) {
      throw new InputInvalid('start and end are given together, as whole numbers.', [...path, key]);
    }
  }
  return hasStart && hasEnd ? { start, end } : undefined;
}
