import { type Quotation, quotationsIn } from './quotations.ts';
import { sentencesIn } from './sentences.ts';
import { type Span, trimmed } from './span.ts';

type BlockKind = 'TITLE' | 'HEADING' | 'CAPTION' | 'PARAGRAPH';

/** A line of the text that is not blank, without the space around it. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
}

/** The blocks of a text in its order, each cut into sentences and quotations; the text itself stays untouched. */
export function segment(text: string): Block[] {
  const lines = linesOf(text);
  return lines.map((line, index) => ({
    ...line,
    kind: kindOf(text.slice(line.start, line.end), index, lines.length),
    sentences: sentencesIn(text, line),
    quotations: quotationsIn(text, line, lines[index + 1]),
  }));
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = trimmed(text, { start, end });
    if (line.start < line.end) lines.push(line);
    start = end + 1;
  }
  return lines;
}

const longestHeading = 140;
const credit =
  /\((?:photo|image|file|ap photo|reuters|afp)\b|\/ ?(?:AFP|AP|Reuters|Getty)\b|getty images|^\(combo\)|^(?:file|photo)(?: photo)?\s*[:–—-]/i;

function kindOf(line: string, index: number, lines: number): BlockKind {
  if (index === 0 && lines > 1 && line.length <= longestHeading * 1.5) return 'TITLE';
  if (credit.test(line.slice(0, 200)) || credit.test(line.slice(-200))) return 'CAPTION';
  return isHeading(line) ? 'HEADING' : 'PARAGRAPH';
}

/** Short, without a full stop, and written in capitals: a line that names what follows. */
function isHeading(line: string): boolean {
  if (line.length > longestHeading || /[.!?…,;:]["”’']*$/u.test(line)) return false;
  if (/^["“‘'«]/u.test(line)) return false;
  const words = line.split(/\s+/u).filter((word) => /\p{L}{4,}/u.test(word));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return words.length > 0 && capital.length >= words.length * 0.7;
}
