import { isSpace, type Span } from './span.ts';

/** Words between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** 1 outermost; 2 inside another quotation. */
  readonly depth: number;
  /** The paragraph ended before the quotation did: it goes on in the next one. */
  readonly continued: boolean;
}

interface Mark {
  readonly width: number;
  readonly side: 'OPENS' | 'CLOSES';
  readonly family: string;
}

interface OpenMark {
  readonly start: number;
  readonly family: string;
}

const deepest = 3;

const pointed: Readonly<Record<string, Omit<Mark, 'width'>>> = {
  '“': { side: 'OPENS', family: 'double' },
  '„': { side: 'OPENS', family: 'double' },
  '”': { side: 'CLOSES', family: 'double' },
  '«': { side: 'OPENS', family: 'angle' },
  '»': { side: 'CLOSES', family: 'angle' },
  '‘': { side: 'OPENS', family: 'single' },
};

/** Every quotation of a block, outer ones first where they start together; an unclosed one only where `next` opens again. */
export function quotationsIn(text: string, block: Span, next: Span | undefined): Quotation[] {
  const found: Quotation[] = [];
  const open: OpenMark[] = [];
  for (let at = block.start; at < block.end; ) {
    const mark = markAt(text, at, block);
    if (mark?.side === 'OPENS' && open.length < deepest) {
      open.push({ start: at, family: mark.family });
    } else if (mark?.side === 'CLOSES') {
      const end = at + mark.width;
      const behind = text.slice(end, Math.min(block.end, end + longestSingle));
      close({ open, found }, familyClosed(open, mark.family, behind), end);
    }
    at += mark?.width ?? 1;
  }
  const [first] = open;
  if (first !== undefined && next !== undefined && isReopened(text, first, next)) {
    found.push({ start: first.start, end: block.end, depth: 1, continued: true });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

// Far enough to see whether a quotation between single marks has another end.
const longestSingle = 1000;

const otherSingle: Readonly<Record<string, { readonly family: string; readonly mark: string }>> = {
  single: { family: 'straight single', mark: "'" },
  'straight single': { family: 'single', mark: '’' },
};

/** ‘No' and 'No’: a single mark also closes one of the other kind, where no such mark follows that may. */
function familyClosed(open: readonly OpenMark[], family: string, behind: string): string {
  const other = otherSingle[family];
  const isOpen = (wanted: string) => open.some((mark) => mark.family === wanted);
  if (other === undefined || isOpen(family) || !isOpen(other.family)) return family;
  return behind.includes(other.mark) ? family : other.family;
}

function close(
  { open, found }: { open: OpenMark[]; found: Quotation[] },
  family: string,
  end: number,
): void {
  const opener = open.findLastIndex((mark) => mark.family === family);
  const start = open[opener]?.start;
  if (start === undefined) return;
  open.length = opener;
  found.push({ start, end, depth: opener + 1, continued: false });
}

function isReopened(text: string, first: OpenMark, next: Span): boolean {
  const mark = markAt(text, next.start, next);
  return mark?.side === 'OPENS' && mark.family === first.family;
}

function markAt(text: string, at: number, block: Span): Mark | undefined {
  const character = text[at] ?? '';
  const known = pointed[character];
  if (known !== undefined) return { ...known, width: 1 };
  if (character === '’') return singleClosing(text, at, block);
  if (character === '"') return straight(text, { start: at, end: at + 1 }, block);
  if (character === "'" || character === '`') return wireOrSingle(text, at, block);
  return undefined;
}

function singleClosing(text: string, at: number, block: Span): Mark | undefined {
  const isInsideWord = at + 1 < block.end && isLetter(text, at + 1);
  return isInsideWord ? undefined : { width: 1, side: 'CLOSES', family: 'single' };
}

/** `''` and ` `` ` are what wires and typewriters make of a double mark; a lone `'` may be an apostrophe. */
function wireOrSingle(text: string, at: number, block: Span): Mark | undefined {
  const character = text[at];
  if (text[at + 1] === character && at + 1 < block.end) {
    const mark: Span = { start: at, end: at + 2 };
    return { ...straight(text, mark, block), family: 'double' };
  }
  if (character === '`') return undefined;
  const before = at === block.start || !isWordlike(text, at - 1);
  const after = at + 1 < block.end && isLetter(text, at + 1);
  if (before && after) return { width: 1, side: 'OPENS', family: 'straight single' };
  return after ? undefined : { width: 1, side: 'CLOSES', family: 'straight single' };
}

function straight(text: string, { start, end }: Span, block: Span): Mark {
  const spaceBefore = start === block.start || !isWordlike(text, start - 1);
  const spaceAfter = end >= block.end || isSpace(text.charCodeAt(end));
  return {
    width: end - start,
    side: spaceBefore && !spaceAfter ? 'OPENS' : 'CLOSES',
    family: 'double',
  };
}

/** Whether the character may end what a quotation says; a dash or a bracket before a mark opens one. */
function isWordlike(text: string, at: number): boolean {
  return !isSpace(text.charCodeAt(at)) && !'([{—–-/“‘"'.includes(text[at] ?? ' ');
}

function isLetter(text: string, at: number): boolean {
  return /^\p{L}/u.test(text.slice(at, at + 2));
}
