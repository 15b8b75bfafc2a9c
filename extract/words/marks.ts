import type { Span } from './span.ts';

/** Marks, and those that are read as one of them. */
const alike: Readonly<Record<string, string>> = {
  '“': '“„‟❝〝⹂「«',
  '”': '”❞〞〟」»',
  '‘': '‘‚‛❛『‹',
  '’': '❜』›´ʹʼ՚ꞌ′',
  '"': '″ʺˮ',
  '-': '\u2010\u2011\u2212',
  '–': '\u2012',
  '—': '\u2015\u2e3a\u2e3b',
  '…': '⋯',
  '.': '。',
  ',': '、',
};

const forms: ReadonlyMap<string, string> = new Map(
  Object.entries(alike).flatMap(([form, marks]) => [...marks].map((mark) => [mark, form])),
);

/** Letters and marks that only look otherwise: long ones, ligatures, wide ones, those of formulas. */
const otherLooks =
  'ſΩKÅ\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44\ufe47-\ufe6b\uff01-\uff65\uffe0-\uffe6\u{1d400}-\u{1d7ff}';

/** All that `plainMark` may read otherwise than it is written, for the class of a regular expression. */
export const oddMarks = `${otherLooks}${[...forms.keys()].join('')}`;

/** How a letter or mark is read where it stands: as the plain one that it stands for, a quotation mark by the side it is on. */
export function plainMark(text: string, { start, end }: Span): string {
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end, end + 1)];
  const written = text.slice(start, end);
  const form = forms.get(written) ?? usualLook(written);
  if (/[′″]/u.test(written) && /\d/u.test(before)) return written;
  if (/[“”‘’]/u.test(form)) return sided(written, form, { before, after });
  // Wide marks hold their own space.
  return /[.,;:!?]/u.test(form) && /[\p{Script=Latin}“‘]/u.test(after) ? `${form} ` : form;
}

function usualLook(written: string): string {
  return [...written.normalize('NFKC')].map((mark) => forms.get(mark) ?? mark).join('');
}

const opening = /^[\s([{—–/“‘"-]?$/u;
const closing = /^[\s.,;:!?…)\]}”]?$/u;

function sided(
  written: string,
  form: string,
  { before, after }: { readonly before: string; readonly after: string },
): string {
  const begins = opening.test(before) && /[\p{L}\p{N}]/u.test(after);
  const ends = !opening.test(before) && closing.test(after);
  if (written === '‚' && ends) return ',';
  if (form === '“' && ends) return '”';
  if (form === '”' && begins) return '“';
  if (form === '‘' && (ends || (/\p{L}/u.test(before) && /\p{L}/u.test(after)))) return '’';
  return written === '›' && begins ? '‘' : form;
}
