import type { Span } from './span.ts';

/** A stretch that is read otherwise than it is written. */
export interface Edit {
  readonly written: Span;
  readonly read: Span;
}

/** A text as it is read, and the way between places in it and those in the text as it is written. */
export interface ReadText {
  readonly text: string;
  /** In the order of their places. */
  readonly edits: readonly Edit[];
}

/** Where what is read there is written: whole characters, without what is not read at either end. */
export function writtenSpan({ edits }: ReadText, span: Span): Span {
  return carried(span, edits, { from: 'read', to: 'written' });
}

/** Where what is written there is read. */
export function readSpan({ edits }: ReadText, span: Span): Span {
  return carried(span, edits, { from: 'written', to: 'read' });
}

interface Way {
  readonly from: keyof Edit;
  readonly to: keyof Edit;
}

function carried({ start, end }: Span, edits: readonly Edit[], way: Way): Span {
  if (edits.length === 0) return { start, end };
  return { start: carry(start, edits, way).start, end: carry(end - 1, edits, way).end };
}

/** The place of one code unit: that of the whole edit where it is part of one. */
function carry(at: number, edits: readonly Edit[], { from, to }: Way): Span {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.[from].start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (edit === undefined) return { start: at, end: at + 1 };
  if (at < edit[from].end) return edit[to];
  const start = edit[to].end + at - edit[from].end;
  return { start, end: start + 1 };
}
