/** Markup that is whole: what it was made of was escaped. */
export class Html {
  readonly text: string;

  /** Only for what is markup already. */
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: markup as it is, anything else escaped, lists one after the other, and nothing for what is not there. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Markup with values in it. Whatever is not markup itself is escaped, in texts and between the quotation marks of attributes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const texts = pieces.map(textOf);
  return new Html(strings.map((string, place) => string + (texts[place] ?? '')).join(''));
}

function textOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What XML cannot hold, and what would turn the letters around it round: both are shown and not obeyed.
const control = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|\p{Cs}|[\ufffe\uffff]/gu;
const markup = /[&<>"']/g;
const special = new RegExp(`${markup.source}|${control.source}`, 'gu');

/** A text as it may stand in markup, of HTML and of XML: with no markup and no unseen controls in it. */
export function escaped(text: string): string {
  return text.replace(special, (letter) => entities[letter] ?? codeOf(letter));
}

/** A text as it may stand where nothing is markup: with no unseen controls in it. */
export const withControlsShown = (text: string): string => text.replace(control, codeOf);

/** The same, apart from what stands around it, whichever way either is read. */
export const isolated = (text: string): string => `\u2068${withControlsShown(text)}\u2069`;

/** What holds no control that is not ours, as it may stand in markup. */
export const marked = (text: string): Html =>
  new Html(text.replace(markup, (letter) => entities[letter] ?? letter));

/** `[U+202E]` */
function codeOf(letter: string): string {
  return `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
