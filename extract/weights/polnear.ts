import type { Span } from '../words/span.ts';
import type { MarkedText } from './train.ts';

/** A text of the corpus with the attributions that its standoff annotation ties together. */
export function polnearText(text: string, standoff: string): MarkedText {
  const unit = codeUnits(text);
  const spans = new Map<string, Span[]>();
  for (const line of standoff.split('\n')) {
    const marked = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line);
    if (marked?.[1] !== undefined) spans.set(marked[1], spansOf(marked[2] ?? '', unit));
  }
  const attributions = standoff.split('\n').flatMap((line) => {
    const tied = /^E\d+\t(.*)/.exec(line)?.[1];
    if (tied === undefined) return [];
    const of = (role: string) =>
      [...tied.matchAll(new RegExp(`\\b${role}\\d*:(T\\d+)`, 'g'))].flatMap(
        ([, id]) => spans.get(id ?? '') ?? [],
      );
    return [{ source: of('Source'), cue: of('Cue'), content: of('Content') }];
  });
  return {
    text,
    attributions: attributions.filter(({ cue, content }) => cue.length > 0 && content.length > 0),
  };
}

function spansOf(offsets: string, unit: (point: number) => number): Span[] {
  return offsets.split(';').map((pair) => {
    const [start = 0, end = 0] = pair.split(' ').map(Number);
    return { start: unit(start), end: unit(end) };
  });
}

/** From the corpus' code points to our UTF-16 code units. */
function codeUnits(text: string): (point: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return (point) => units[point] ?? text.length;
}
