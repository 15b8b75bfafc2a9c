import type { Fetch, PlainFetch, Signal } from './host.ts';

declare const fetch: PlainFetch;

/** Where the record is served, and who asks. */
export interface ConnectionOptions {
  /** The GraphQL endpoint: `https://record.example/graphql`. In a browser, `/graphql` will do. */
  readonly url: string;
  /** Proves who you are. A function is asked before every request, so that it may renew the token. Readers need none. */
  readonly token?:
    | string
    | null
    | undefined
    | (() => string | null | undefined | Promise<string | null | undefined>);
  /** Sends the requests in place of the host's own `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How long a request may take, in milliseconds: 30,000 unless told. Feeds last as long as you listen. */
  readonly timeoutMs?: number | undefined;
}

/** The way to one server. It holds no socket and needs no closing. */
export interface Connection {
  readonly url: string;
  readonly token: ConnectionOptions['token'];
  readonly fetch: PlainFetch;
  readonly timeoutMs: number;
}

/** What every call takes beside its variables. */
export interface CallOptions {
  /** Gives the call up when it falls. */
  readonly signal?: Signal | undefined;
  /** How long this call may take, in milliseconds; the connection's `timeoutMs` unless told. */
  readonly timeoutMs?: number | undefined;
}

/**
 * The way to a server, for the functions of `@onrecord/sdk/operations`.
 * @example
 * const connection = connect({ url: 'https://record.example/graphql' });
 * const { nodes } = await claims(connection, { filter: { status: 'DISPUTED' } });
 */
export function connect(options: ConnectionOptions): Connection {
  return {
    url: options.url,
    token: options.token,
    // Looked up at each call, so that a host may put another in its place.
    fetch: (options.fetch as PlainFetch | undefined) ?? ((url, request) => fetch(url, request)),
    timeoutMs: options.timeoutMs ?? 30_000,
  };
}
