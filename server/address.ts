import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Tells from which address a request comes. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * The address of whoever connected or, behind `hops` proxies that are trusted, what the first of them wrote into
 * `x-forwarded-for`. What stands before that anybody may have written.
 */
export function createAddressOf(hops: number): AddressOf {
  return ({ headers, socket }) => {
    const connected = connectedFrom(socket);
    if (hops === 0)
      return isLoopback(connected) && headers['x-forwarded-for'] ? behindProxy : connected;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const path = [...forwarded.map((address) => address.trim()).filter(Boolean), connected];
    return withoutPrefix(path.at(-1 - hops) ?? path[0] ?? connected);
  };
}

/** From which address somebody connected; an empty one over a unix socket. */
export function connectedFrom({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): string {
  return withoutPrefix(remoteAddress);
}

/** The address of all whom a proxy on this machine brings that is not trusted to tell theirs. */
export const behindProxy = '127.0.0.1 behind a proxy';

/** Whether it is this machine's own, by which nobody can be told from anybody. */
export function isLoopback(address: string): boolean {
  return address === '' || address === '::1' || address.startsWith('127.');
}

/** Who counts as one: whoever has an IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  if (isLoopback(address) || !address.includes(':')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/** IPv4 as IPv4, also where it came in over IPv6. */
function withoutPrefix(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
