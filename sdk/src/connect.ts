import type { Fetch, PlainFetch, Signal } from './host.ts';

declare const fetch: PlainFetch;
declare const location: { readonly href: string } | undefined;
declare const URL: new (url: string, base?: string) => { readonly protocol: string };

/**
 * Where the record is served, and who asks.
 * @example const options: ConnectionOptions = { url: 'https://record.example/graphql', timeoutMs: 5000 };
 */
export interface ConnectionOptions {
  /** The GraphQL endpoint: `https://record.example/graphql`. In a browser, `/graphql` will do. */
  readonly url: string;
  /**
   * Proves who you are; readers need none. A function is asked before every request. Where the server does not take its
   * token, it is asked once more, with that token as `refused`, and the request is sent anew.
   * @example token: async (refused) => (refused === kept ? (kept = await renew()) : kept)
   */
  readonly token?: string | null | undefined | TokenSource;
  /**
   * Gives headers to send with every request besides the SDK's own, which they do not replace.
   * @example headers: () => ({ traceparent: currentTrace() })
   */
  readonly headers?: HeaderSource | undefined;
  /** Sends the requests in place of the host's own `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How long a call may take with all its tries, in milliseconds: 30,000 unless told. Feeds last as long as you listen. */
  readonly timeoutMs?: number | undefined;
  /** How often what is safe to repeat is tried again when the server is away or busy: twice unless told. */
  readonly retries?: number | undefined;
}

/**
 * Gives the token to show, or none. `refused` is the one that the server has just not taken.
 * @example const token: TokenSource = async (refused) => (refused === kept ? (kept = await renew()) : kept);
 */
export type TokenSource = (
  refused?: string,
) => string | null | undefined | Promise<string | null | undefined>;

/**
 * Gives headers to send with a request.
 * @example const headers: HeaderSource = async () => ({ traceparent: await currentTrace() });
 */
export type HeaderSource = () =>
  | Readonly<Record<string, string>>
  | Promise<Readonly<Record<string, string>>>;

/**
 * The way to one server. It holds no socket and needs no closing.
 * @example const connection: Connection = connect({ url: 'https://record.example/graphql' });
 */
export interface Connection {
  readonly url: string;
  /** The token to show, `refused` being the one that was not taken. */
  readonly token: (refused?: string) => Promise<string | null | undefined>;
  /** Whether another token may be had for one that was not taken. */
  readonly renews: boolean;
  /** What is sent besides our own headers, by names in small letters. */
  readonly headers: () => Promise<Record<string, string>>;
  /** How what is read is asked for by GET; undefined where all is posted. */
  readonly byHash?: ByHash;
  readonly fetch: PlainFetch;
  /** Whether it is the host's own `fetch`, which shows nobody but who `token` and `headers` say. */
  readonly isPlain: boolean;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** What is read by the hash of its document, and what is posted. */
export interface ByHash {
  /** Where a question is read by GET; undefined where it has to be posted. */
  addressOf(question: Asked): Promise<string | undefined>;
  /** Whether the server has just said that it does not know the document: from then on it is posted. */
  isUnknown(question: Asked, error: unknown): boolean;
}

/** What the server is asked. */
interface Asked {
  readonly text: string;
  readonly variables: object;
}

/**
 * What every call takes beside its variables.
 * @example const { nodes } = await record.claims({ first: 5, signal: AbortSignal.timeout(2000), retries: 0 });
 */
export interface CallOptions {
  /** Gives the call up when it falls. */
  readonly signal?: Signal | undefined;
  /** How long this call may take, in milliseconds; the connection's `timeoutMs` unless told. */
  readonly timeoutMs?: number | undefined;
  /** How often this call is tried again; the connection's `retries` unless told. */
  readonly retries?: number | undefined;
}

/**
 * The way to a server, for the functions of `@onrecord/sdk/operations`.
 * @throws TypeError where the url is none, or an option is not known
 * @example
 * const connection = connect({ url: 'https://record.example/graphql' });
 * const { nodes } = await claims(connection, { filter: { status: 'DISPUTED' } });
 */
export function connect(options: ConnectionOptions): Connection {
  const {
    url,
    token,
    fetch: given,
    headers,
    timeoutMs = 30_000,
    retries = 2,
    ...unknown
  } = options ?? {};
  refuseOther('The client', Object.keys(unknown)[0]);
  assertUrl(url, given !== undefined);
  const renews = typeof token === 'function';
  return {
    url,
    token: renews ? renewing(token) : async () => token,
    renews,
    headers: async () => inSmallLetters((await headers?.()) ?? {}),
    // Looked up at each call, so that a host may put another in its place.
    fetch: (given as PlainFetch | undefined) ?? ((...call) => fetch(...call)),
    isPlain: !given,
    timeoutMs,
    retries,
  };
}

/** Whatever letters they were given in, there is one header of a name. */
const inSmallLetters = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Passes when nothing was given that nobody would hear. @throws TypeError */
export function refuseOther(who: string | undefined, other: string | undefined): void {
  if (other !== undefined) throw new TypeError(`${who} takes no ${other}.`);
}

/** Passes when requests can be sent there: a `fetch` of the program's own may take a path alone. @throws TypeError */
function assertUrl(url: string, isFetched: boolean): void {
  try {
    const here = typeof location === 'object' ? location?.href : undefined;
    const base = isFetched && url[0] === '/' ? 'http://localhost' : here;
    if (url && /^https?:/.test(new URL(url, base).protocol)) return;
  } catch {
    // It is no address.
  }
  throw new TypeError('Give the url of a GraphQL endpoint.');
}

/** Asks for one new token where several requests were refused at once. */
function renewing(source: TokenSource): Connection['token'] {
  let renewal: Promise<string | null | undefined> | undefined;
  const ask = async (refused?: string) => source(refused);
  return (refused) => {
    if (refused === undefined) return ask();
    renewal ??= ask(refused).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
}
