import { type Html, html } from './html.ts';

/** A stretch of a text, by the places of its letters as the record counts them, and the number under which it is listed. */
interface Marking {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A text, letter for letter, with these stretches marked where they stand. Where some overlap, each piece is marked for
 * all that it belongs to, and each stretch has its number at its end.
 */
export function textWithMarks(text: string, markings: readonly Marking[]): Html {
  const cuts = [...new Set(markings.flatMap(({ start, end }) => [start, end]))].sort(
    (one, other) => one - other,
  );
  const pieces = [0, ...cuts].map((from, place) => {
    const to = cuts[place] ?? text.length;
    const within = markings.filter(({ start, end }) => start <= from && end >= to && end > from);
    const ending = markings.filter(({ end }) => end === to);
    return html`${markedPiece(text.slice(from, to), within)}${
      to > from &&
      ending.map(
        ({ number }) =>
          html`<sup><a id="in-text-${number}" href="#quote-${number}">${number}</a></sup>`,
      )
    }`;
  });
  return html`${pieces}`;
}

function markedPiece(piece: string, within: readonly Marking[]): Html | string {
  if (piece === '' || within.length === 0) return piece;
  return html`<mark class="${within.length > 1 ? 'overlapping' : 'once'}" data-stances="${within.map(({ number }) => number).join(' ')}">${piece}</mark>`;
}
