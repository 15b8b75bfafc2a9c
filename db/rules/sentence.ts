/** How many characters a sentence for people has at most. */
const longestSentence = 300;
/** How many characters of what somebody sent stand in one. */
const longestCited = 40;
/** How many of it are looked at. */
const longestLooked = 1_000;

/** A sentence for people as it may leave: no longer than logs and screens bear, and with no token in it. */
export function sentence(text: string): string {
  return cut(withoutTokens(text), longestSentence);
}

/**
 * A name, a number or an address that was sent, as a sentence may hold it. What has a space in it may be words of an article,
 * and logs keep sentences: of these only the first stands there.
 */
export function cited(value: string): string {
  const given = withoutTokens(value.slice(0, longestLooked)).trim();
  if (isOfTwo.test(given)) return given.split(' ').map(cited).join(' ');
  const [first = '', ...more] = given.split(/\s+/u);
  return cut(more.length > 0 ? `${first}…` : first, longestCited);
}

/** The name of what lies between two: `call-land PRESUPPOSES call-happened`, `tass-press into tass`. */
const isOfTwo = /^[a-z0-9-]+ (?:into|[A-Z_]+) [a-z0-9-]+$/;

/** A token may have been given in the place of something else. */
const withoutTokens = (text: string): string => text.replace(/onr_[\w-]{8,}/g, 'onr_…');

/** Cut within no character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}
