import type { IncomingMessage } from 'node:http';

const host = /^(?:[\w.~-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether what a request says it is for makes an address: a host, or none, and a path. One that is told as a whole, as
 * proxies are told it, is brought into the usual form.
 */
export function hasAddress(request: IncomingMessage): boolean {
  const { headers, httpVersion } = request;
  if (headers.host === undefined && httpVersion !== '1.0') return false;
  const { host: named = '' } = headers;
  if (!isHost(named)) return false;
  const { url = '' } = request;
  if (/^https?:\/\//i.test(url)) {
    if (!URL.canParse(url)) return false;
    const { pathname, search } = new URL(url);
    request.url = pathname + search;
  }
  return request.url?.startsWith('/') === true;
}

/** What was found to be one: nearly all requests name the same. */
let known = 'localhost';

function isHost(named: string): boolean {
  if (named === '' || named === known) return true;
  if (!host.test(named) || !URL.canParse(`http://${named}/`)) return false;
  known = named;
  return true;
}
