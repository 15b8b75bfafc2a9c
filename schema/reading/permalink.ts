/** The words of a quote and those around it. */
interface Quoted {
  readonly url: string | null;
  readonly quote: string | null;
  readonly prefix: string;
  readonly suffix: string;
}

// A fragment longer than this names the start and the end of the quote alone.
const longQuote = 200;
const wordsOfAnEnd = 6;
const wordsAround = 3;

/** The address of an article with a text fragment that finds the quote: `#:~:text=prefix-,start,end,-suffix`. */
export function permalink({ url, quote, prefix, suffix }: Quoted): string | null {
  if (url === null || quote === null) return null;
  const before = wholeWords(prefix, 'start').slice(-wordsAround).join(' ');
  const after = wholeWords(suffix, 'end').slice(0, wordsAround).join(' ');
  const directive = [
    ...(before === '' ? [] : [`${encode(before)}-`]),
    ...passage(quote),
    ...(after === '' ? [] : [`-${encode(after)}`]),
  ].join();
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function passage(quote: string): readonly string[] {
  const words = wordsOf(quote);
  // A browser does not match one fragment across blocks, and a long one may well span some.
  const isShort = quote.length <= longQuote && !/\n/.test(quote.trim());
  if (isShort || words.length < 2) return [encode(words.join(' '))];
  const size = Math.min(wordsOfAnEnd, Math.floor(words.length / 2));
  return [words.slice(0, size), words.slice(-size)].map((end) => encode(end.join(' ')));
}

/** The words of a cut text, without the one that the cut may have gone through. */
function wholeWords(text: string, cut: 'start' | 'end'): readonly string[] {
  const last = text.split('\n').at(cut === 'start' ? -1 : 0) ?? '';
  const words = wordsOf(last);
  const isWhole = last !== text || /^\s/.test(cut === 'start' ? text : '');
  if (isWhole || words.length === 0) return words;
  return cut === 'start' ? words.slice(1) : words.slice(0, -1);
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== '');

/** Percent-encoding for a text directive, in which `-`, `,` and `&` have a meaning. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
