/**
 * An address as the record keeps it: absolute, on the web, without a password and of a length that browsers take, and without
 * what tells of a place on its page, or of how a reader came there. Undefined where it is none, or that of a whole site: articles
 * that share it would be taken for versions of each other.
 */
export function articleAddress(told: string): string | undefined {
  const address = unmarked(told.trim());
  if (address.length > longestAddress || !/^https?:\/\/[^\s/?#]\S*$/iu.test(address))
    return undefined;
  if (/[\p{Cc}\p{Cs}]/u.test(address) || !URL.canParse(address)) return undefined;
  const { username, password, pathname, search } = new URL(address);
  return username + password !== '' || pathname + search === '/' ? undefined : address;
}

const longestAddress = 2000;

/** Parameters that newsletters, feeds and networks add to whatever they link to. */
const ofTheWay =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|oly_(?:anon|enc)_id|vero_id|wt_mc|at_(?:medium|campaign)\w*|s_cid|cmpid|ito|ns_\w+)$/iu;

/** Programs in a page name what they show behind `#!` and `#/`: that is kept. */
function unmarked(address: string): string {
  if (address.length > longestAddress) return address;
  const [page = '', place] = splitAt(address, '#');
  const [path = '', search = ''] = splitAt(page, '?');
  const kept = search.split('&').filter((one) => !ofTheWay.test(one.split('=', 1)[0] ?? ''));
  const asked = kept.join('&');
  const behind = /^[!/]/u.test(place ?? '') ? `#${place}` : '';
  return `${path}${asked === '' ? '' : `?${asked}`}${behind}`;
}

function splitAt(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Makes whole addresses of those that tell the way from where a page was found, or from the base that it names. */
export function wholeAddress(
  address: string | undefined,
  base: string | undefined,
): (told: string) => string {
  const from = URL.canParse(base ?? '', address) ? new URL(base ?? '', address).href : address;
  return (told) => {
    const isWhole = /^\s*[a-z][a-z\d+.-]*:/iu.test(told) || told.length > longestAddress;
    if (isWhole || from === undefined || !URL.canParse(told, from)) return told;
    return new URL(told, from).href;
  };
}

/** What addresses of one page have in common, whichever way it is reached. */
export function pageAt(address: string): string {
  const bare = unmarked(address);
  if (!URL.canParse(bare)) return bare;
  const { host, pathname, search } = new URL(bare);
  return `${host.replace(/^(?:www|m|amp)\./u, '')}${pathname.replace(/(?:\/amp)?\/*$/u, '')}${search}`;
}
