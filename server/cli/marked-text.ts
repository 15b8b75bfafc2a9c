import type { Drafts, Marks } from '../../extract/extractor.ts';

type Role = keyof Marks;

/** How words of each role are set off. */
const colours: Readonly<Record<Role, readonly [begin: string, end: string]>> = {
  source: ['\x1b[36m', '\x1b[39m'],
  cue: ['\x1b[1;33m', '\x1b[22;39m'],
  content: ['\x1b[32m', '\x1b[39m'],
};

const brackets: Readonly<Record<Role, readonly [begin: string, end: string]>> = {
  source: ['[source: ', ']'],
  cue: ['[cue: ', ']'],
  content: ['[content: ', ']'],
};

/** The text with the words that drafts rest on set off: a cue inside what is said before all else. */
export function markedText(text: string, { stances }: Drafts, inColour: boolean): string {
  const marks = inColour ? colours : brackets;
  return stretches(
    text.length,
    stances.map(({ evidence }) => evidence.marks),
  )
    .map(({ start, end, role }) => {
      const words = text.slice(start, end);
      if (role === undefined) return words;
      const [begin, after] = marks[role];
      // Line ends and spaces at the ends are nobody's words.
      return words.replace(/\S(?:.*\S)?/su, (inner) => `${begin}${inner}${after}`);
    })
    .join('');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly role: Role | undefined;
}

const roles = ['content', 'source', 'cue'] as const;

function stretches(length: number, marks: readonly Marks[]): Stretch[] {
  const painted = new Uint8Array(length);
  for (const [at, role] of roles.entries()) {
    for (const { start, end } of marks.flatMap((mark) => mark[role]))
      painted.fill(at + 1, start, end);
  }
  const found: Stretch[] = [];
  for (let start = 0; start < length; ) {
    let end = start;
    while (end < length && painted[end] === painted[start]) end++;
    found.push({ start, end, role: roles[(painted[start] ?? 0) - 1] });
    start = end;
  }
  return found;
}
