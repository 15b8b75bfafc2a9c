import type { IncomingMessage } from 'node:http';

/** Tells from which address a request comes. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * The address of whoever connected or, behind `hops` proxies that are trusted, what the first of them wrote into
 * `x-forwarded-for`. What stands before that anybody may have written.
 */
export function createAddressOf(hops: number): AddressOf {
  return ({ headers, socket }) => {
    const connected = socket.remoteAddress ?? '';
    if (hops === 0) {
      const address = withoutPrefix(connected);
      return isLoopback(address) && headers['x-forwarded-for'] ? behindProxy : address;
    }
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const path = [...forwarded.map((address) => address.trim()).filter(Boolean), connected];
    return withoutPrefix(path.at(-1 - hops) ?? path[0] ?? connected);
  };
}

/** The address of all whom a proxy on this machine brings that is not trusted to tell theirs. */
export const behindProxy = '127.0.0.1 behind a proxy';

/** Whether it is this machine's own, by which nobody can be told from anybody. */
export function isLoopback(address: string): boolean {
  return address === '' || address === '::1' || address.startsWith('127.');
}

/** IPv4 as IPv4, also where it came in over IPv6. */
function withoutPrefix(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
