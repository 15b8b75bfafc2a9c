/** A text without what differs between editions of the same words, and the way back to the original. */
export interface FoldedText {
  /** Lower case, without marks; one kind of quotation mark, dash and space, and no space beside a dash. */
  readonly letters: string;
  /** For each letter, where the character that it comes from starts. */
  readonly starts: readonly number[];
  /** For each letter, where the character that it comes from ends. */
  readonly ends: readonly number[];
}

/** Ligatures unfold; a character that stands for a phrase does not, or a text could grow eighteenfold. */
const longestForm = 4;

const quotationMarks = /^['"`´‘’‚‛“”„‟‹›«»′″「」『』]$/;
const dashes = /^[\p{Pd}−]$/u;

/** Folds away typography, so that words can be found that were retyped, pasted or set by another house. */
export function foldText(text: string): FoldedText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const forms = new Map<string, string>();
  let start = 0;
  for (const character of text) {
    const form = forms.get(character) ?? formOf(character);
    forms.set(character, form);
    const end = start + character.length;
    const last = letters.at(-1);
    if (form === '' || mergesInto(last, form)) {
      if (ends.length > 0) ends[ends.length - 1] = end;
      if (last === ' ' && form === '-') letters[letters.length - 1] = '-';
    } else {
      for (const letter of form.split('')) {
        letters.push(letter);
        starts.push(start);
        ends.push(end);
      }
    }
    start = end;
  }
  return { letters: letters.join(''), starts, ends };
}

/** The letters alone, at a tenth of the cost. */
export function foldedLetters(text: string): string {
  const forms = new Map<string, string>();
  return text
    .replace(/[^\x20-\x7e]|['`]/gu, (character) => {
      const form = forms.get(character) ?? formOf(character);
      forms.set(character, form);
      return form;
    })
    .toLowerCase()
    .replace(/[ -]{2,}/g, (run) => (run.includes('-') ? '-' : ' '))
    .replace(/^ /, '');
}

function formOf(character: string): string {
  if (quotationMarks.test(character)) return '"';
  if (dashes.test(character)) return '-';
  if (/^\s$/u.test(character)) return ' ';
  const form = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return form.length > longestForm ? character : form;
}

function mergesInto(last: string | undefined, form: string): boolean {
  if (form === ' ') return last === ' ' || last === '-' || last === undefined;
  return form === '-' && (last === ' ' || last === '-');
}
