import { closingIn } from './closing.ts';
import { datelineOf, isDateline } from './dateline.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { sentencesIn } from './sentences.ts';
import { type Span, trimmed } from './span.ts';

type BlockKind = 'TITLE' | 'HEADING' | 'CAPTION' | 'PARAGRAPH';

/** A line of the text that is not blank, without the space around it; wrapped lines are one, a dateline and a closing credit are of their own. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
}

/** The blocks of a text in its order, each cut into sentences and quotations; the text itself stays untouched. */
export function segment(text: string): Block[] {
  const lines = unwrapped(text, linesOf(text))
    .flatMap((line) => withoutDateline(text, line))
    .flatMap((line, index, { length }) => withoutClosing(text, line, index === length - 1));
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

/** The lines, those joined that were broken because they were full: where all are short, and one goes on with a small letter. */
function unwrapped(text: string, lines: readonly Span[]): Span[] {
  const goesOn = (line: Span, next: Span | undefined) =>
    next !== undefined && isFull(line) && isNextLine(text, line, next);
  const isWrapped =
    lines.every(({ start, end }) => end - start <= longestWrapped) &&
    lines.some((line, index) => goesOn(line, lines[index + 1]) && isSmall(text, lines[index + 1]));
  if (!isWrapped) return [...lines];
  const whole: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const [before, last] = [whole.at(-1), lines[index - 1]];
    const isRest =
      last !== undefined && goesOn(last, line) && !byline.test(text.slice(line.start, line.end));
    if (before !== undefined && isRest)
      whole[whole.length - 1] = { start: before.start, end: line.end };
    else whole.push(line);
  }
  return whole;
}

const shortestWrapped = 45;
const longestWrapped = 120;

function isFull({ start, end }: Span): boolean {
  return end - start >= shortestWrapped;
}

function isNextLine(text: string, line: Span, next: Span): boolean {
  const gap = text.slice(line.end, next.start);
  return gap.indexOf('\n') === gap.lastIndexOf('\n');
}

function isSmall(text: string, line: Span | undefined): boolean {
  return line !== undefined && /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function withoutDateline(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, Math.min(end, start + 200));
  const opening = datelineOf(line)?.length ?? 0;
  const rest = { start: start + opening, end };
  return opening === 0 ? [rest] : [trimmed(text, { start, end: rest.start }), rest];
}

/** Captions end with a credit, too: of the last line it is that of the text. */
function withoutClosing(text: string, { start, end }: Span, isLast: boolean): Span[] {
  const line = text.slice(start, end);
  const closing = start + closingIn(line);
  if (closing === start || closing === end || (!isLast && isCaption(line))) return [{ start, end }];
  return [trimmed(text, { start, end: closing }), { start: closing, end }];
}

const datelineAlone = /^(?:\p{Lu}{2}|\(|\p{Lu}.{2,40}\().{0,100}[-–—]$/u;

const longestHeading = 140;
const byline =
  /^(?:By|BY) \p{Lu}[^.!?]{0,100}$|^\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b|^(?:Last )?(?:[Uu]pdated|Published|Posted)\b.{0,60}$/u;
const credit =
  /\((?:photo|image|file|ap photo)\b|\((?:reuters|afp)(?:\/[^()]*)?\)$|\/ ?(?:AFP|AP|Reuters|Getty)\b|getty images|^\(combo\)|^(?:file|photo)(?: photo)?\s*[:–—-]/i;

function kindOf(line: string, index: number, lines: number): BlockKind {
  if (datelineAlone.test(line) || isDateline(line)) return 'HEADING';
  const isFirst = index === 0 && lines > 1 && line.length <= longestHeading * 1.5;
  if (isFirst && !(line.endsWith('.') && !isCapitalized(line))) return 'TITLE';
  if (isCaption(line)) return 'CAPTION';
  return byline.test(line.slice(0, 200)) || isHeading(line) ? 'HEADING' : 'PARAGRAPH';
}

function isCaption(line: string): boolean {
  return credit.test(line.slice(0, 200)) || credit.test(line.slice(-200));
}

/** Short, without a full stop, and written in capitals: a line that names what follows. */
function isHeading(line: string): boolean {
  if (line.length > longestHeading || /[.!?…,;:]["”’']*$/u.test(line)) return false;
  return !/^["“‘'«]/u.test(line) && isCapitalized(line);
}

function isCapitalized(line: string): boolean {
  const words = line.split(/\s+/u).filter((word) => /\p{L}{4,}/u.test(word));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return words.length > 0 && capital.length >= words.length * 0.7;
}
