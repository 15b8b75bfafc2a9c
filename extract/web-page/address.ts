/**
 * An address as the record keeps it: absolute, on the web, without a password and of a length that browsers take. Undefined
 * where it is none, or that of a whole site: articles that share it would be taken for versions of each other.
 */
export function articleAddress(told: string): string | undefined {
  const address = told.trim();
  if (address.length > longestAddress || !/^https?:\/\/[^\s/?#]\S*$/iu.test(address))
    return undefined;
  if (/[\p{Cc}\p{Cs}]/u.test(address) || !URL.canParse(address)) return undefined;
  const { username, password, pathname, search } = new URL(address);
  return username + password !== '' || pathname + search === '/' ? undefined : address;
}

const longestAddress = 2000;

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
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^(?:www|m|amp)\./u, '')}${pathname.replace(/(?:\/amp)?\/*$/u, '')}${search}`;
}
