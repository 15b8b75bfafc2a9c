import * as z from 'zod';
import { defaultLimits } from './limits/limits.ts';
import {
  contact,
  host,
  isPlainAddress,
  limits,
  list,
  oneOf,
  origins,
  originsOrNone,
  publicAddress,
  publicAddressAllowed,
  trueOrFalse,
  wholeNumber,
} from './setting-kinds.ts';
import { SettingRefused } from './setting-refused.ts';

const readerAllowed =
  'http(s)://host/v1, the address of an OpenAI-compatible server, with no password in it: a key is READER_KEY';

/** What each variable may hold; the message of a refusal tells what is allowed. */
const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^(file|libsql|https?|wss?):./s,
      'file:<path>, or the libsql://, http(s):// or ws(s):// address of a libSQL server',
    )
    .default('file:./data/onrecord.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'redis://host:port or rediss://host:port' })
    .optional(),
  HOST: host().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  CORS_ORIGINS: origins().prefault(''),
  PUBLIC_TEXTS: trueOrFalse().default(false),
  WEIGHTS: z.string().optional(),
  READER_URL: z.string().refine(isPlainAddress, readerAllowed).optional(),
  READER_MODEL: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'the name of a model, without spaces')
    .optional(),
  READER_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/, 'a key of printable letters, without spaces')
    .optional(),
  READER_SECONDS: wholeNumber(1, 300).default(120),
  READER_TOKENS_PER_DAY: wholeNumber(1, 999_999_999).optional(),
  REQUIRE_TOKEN: trueOrFalse().default(false),
  GRAPHIQL: trueOrFalse().optional(),
  PAGES: trueOrFalse().optional(),
  PUBLIC_URL: publicAddress().optional(),
  CONTACT_URL: contact().optional(),
  EMBED_ORIGINS: originsOrNone().prefault('*'),
  INDEXING: trueOrFalse().default(false),
  PUBLIC_INTROSPECTION: trueOrFalse().optional(),
  SUGGESTIONS: trueOrFalse().optional(),
  LIMITS: limits().default(() => defaultLimits),
  DOCUMENTS: list().prefault(''),
  ONLY_KNOWN: trueOrFalse().default(false),
  SUBGRAPH: trueOrFalse().default(false),
  CACHE_SECONDS: wholeNumber(0, 31_536_000).default(0),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  MAX_STREAMS: wholeNumber(0, 1_000_000).default(10_000),
  MAX_STREAMS_PER_ADDRESS: wholeNumber(0, 1_000_000).default(100),
  MAX_STREAMS_PER_TOKEN: wholeNumber(0, 1_000_000).default(1_000),
  MAX_SOCKETS: wholeNumber(1, 1_000_000).default(12_000),
  MAX_SOCKETS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(250),
  SOCKET_IDLE_SECONDS: wholeNumber(1, 86_400).default(300),
  STREAM_MINUTES: wholeNumber(1, 1_440).default(60),
  KEPT_ANSWERS: wholeNumber(0, 999_999_999).default(64_000_000),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: host().default('127.0.0.1'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  NODE_ENV: oneOf('production', 'development', 'test').optional(),
});

const configuration = variables
  .superRefine(assertReaderIsWhole)
  .superRefine(assertPagesAreFound)
  .transform((set) => {
    const production = set.NODE_ENV === 'production';
    return Object.freeze({
      databaseUrl: set.DATABASE_URL,
      databaseAuthToken: set.DATABASE_AUTH_TOKEN,
      /** Where the processes that share a libSQL server wake each other; it may hold a password. */
      redisUrl: set.REDIS_URL,
      host: set.HOST,
      /** 0 takes any free port. */
      port: set.PORT,
      /** Origins whose pages may read over HTTP and WebSocket; `*` is every origin. */
      corsOrigins: set.CORS_ORIGINS,
      publicTexts: set.PUBLIC_TEXTS,
      /** The file with the weights that articles may be read with. */
      weights: set.WEIGHTS,
      /** Who reads articles elsewhere; nobody, unless there is an address. */
      reader: readerIn(set),
      /** Whether strangers may read nothing. */
      requireToken: set.REQUIRE_TOKEN,
      graphiql: set.GRAPHIQL ?? !production,
      /** What the pages for people tell of the server; none are shown, unless there is something. */
      pages: pagesIn(set),
      /** Whether strangers may ask for the schema. */
      publicIntrospection: set.PUBLIC_INTROSPECTION ?? !production,
      /** Whether errors suggest names of the schema. */
      suggestions: set.SUGGESTIONS ?? !production,
      limits: set.LIMITS,
      /** The files with documents that may be asked for by their hash. */
      documents: set.DOCUMENTS,
      /** Whether strangers and READERs may ask nothing else. */
      onlyKnown: set.ONLY_KNOWN,
      /** Whether a gateway may ask as it asks a subgraph. */
      subgraph: set.SUBGRAPH,
      /** For how many seconds caches may tell what is public without asking again. */
      cacheSeconds: set.CACHE_SECONDS,
      /** How many proxies in front of the server are trusted to tell from which address a request comes. */
      trustedProxyHops: set.TRUSTED_PROXY_HOPS,
      /** How many streams there may be at once. */
      maxStreams: set.MAX_STREAMS,
      maxStreamsPerAddress: set.MAX_STREAMS_PER_ADDRESS,
      maxStreamsPerToken: set.MAX_STREAMS_PER_TOKEN,
      /** How many connections there may be at once; no more than there are descriptors for. */
      maxSockets: set.MAX_SOCKETS,
      maxSocketsPerAddress: set.MAX_SOCKETS_PER_ADDRESS,
      /** How long a WebSocket may stay open on which nothing runs. */
      socketIdleSeconds: set.SOCKET_IDLE_SECONDS,
      /** How long a stream lasts at most. */
      streamMinutes: set.STREAM_MINUTES,
      /** How many bytes of answers are kept; 0 keeps none. */
      keptAnswers: set.KEPT_ANSWERS,
      /** Where the metrics are told; nowhere, unless there is a port. 0 takes any free one. */
      metricsPort: set.METRICS_PORT,
      metricsHost: set.METRICS_HOST,
      logLevel: set.LOG_LEVEL,
      production,
    });
  });

/** What the process was told from outside: read once, the same for its whole life. */
export type Config = z.output<typeof configuration>;
export type ReaderSettings = NonNullable<Config['reader']>;
export type LogLevel = Config['logLevel'];
export type Setting = keyof typeof variables.shape;
export type Settings = Readonly<Partial<Record<Setting, string | undefined>>>;

export const settings: readonly Setting[] = variables.keyof().options;

/**
 * The configuration of this process: flags first, then the environment, then defaults. An empty value counts as none.
 * @throws SettingRefused
 */
export function readConfig(flags: Settings = {}, environment: Settings = process.env): Config {
  const given: Record<string, string> = {};
  for (const setting of settings) {
    const value = (flags[setting] || environment[setting])?.trim();
    if (value) given[setting] = value;
  }
  const read = configuration.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const setting = settings.find((name) => name === issue?.path[0]);
  if (issue === undefined || setting === undefined) throw read.error;
  const value = given[setting] ?? '';
  throw new SettingRefused({
    setting: flags[setting] ? flagOf(setting) : setting,
    value: withoutSecrets(setting, value),
    allowed: issue.message,
  });
}

/** `DATABASE_URL` as a flag: `--database-url`. */
export function flagOf(setting: Setting): string {
  return `--${setting.toLowerCase().replaceAll('_', '-')}`;
}

/** What may be shown of a value: of an address, or what was meant as one, not what stands before its host, nor its query; of a key nothing. */
function withoutSecrets(setting: Setting, value: string): string {
  if (setting.endsWith('_KEY')) return value && '…';
  if (!setting.endsWith('_URL')) return value;
  return value.replace(/^.*@/s, '…@').replace(/[?].*$/s, '?…');
}

type Reader = Pick<
  z.output<typeof variables>,
  'READER_URL' | 'READER_MODEL' | 'READER_KEY' | 'READER_SECONDS' | 'READER_TOKENS_PER_DAY'
>;

/** An address without a model, or a model or key without an address, is half of what is needed. */
function assertReaderIsWhole(set: Reader, { addIssue }: z.RefinementCtx): void {
  const { READER_URL: url, READER_MODEL: model, READER_KEY: key } = set;
  const issue = (name: keyof Reader, message: string): void =>
    addIssue({ code: 'custom', path: [name], message });
  if (url !== undefined && model === undefined)
    issue('READER_MODEL', 'the name of a model, since READER_URL is set');
  if (url === undefined && (model ?? key) !== undefined)
    issue(
      'READER_URL',
      `${readerAllowed}, since ${model === undefined ? 'READER_KEY' : 'READER_MODEL'} is set`,
    );
}

type Pages = Pick<
  z.output<typeof variables>,
  | 'PAGES'
  | 'PUBLIC_URL'
  | 'CONTACT_URL'
  | 'EMBED_ORIGINS'
  | 'INDEXING'
  | 'REQUIRE_TOKEN'
  | 'NODE_ENV'
  | 'HOST'
  | 'PORT'
>;

/** In production the pages have an address that somebody gave: what a request says of it anybody may have written. */
function assertPagesAreFound(set: Pages, { addIssue }: z.RefinementCtx): void {
  if (set.NODE_ENV !== 'production' || set.PAGES !== true || set.PUBLIC_URL !== undefined) return;
  const message = `${publicAddressAllowed}, since NODE_ENV is production and PAGES is true`;
  addIssue({ code: 'custom', path: ['PUBLIC_URL'], message });
}

function pagesIn(set: Pages) {
  const { HOST: host, NODE_ENV: environment, PAGES: pages, PORT: port, PUBLIC_URL: url } = set;
  const isShown = pages ?? (environment !== 'production' || url !== undefined);
  if (!isShown) return undefined;
  const isEverywhere = host === '0.0.0.0' || host === '::';
  return Object.freeze({
    publicUrl: url ?? `http://${isEverywhere ? 'localhost' : host}:${port}`,
    contactUrl: set.CONTACT_URL,
    // Nobody reads anything there without a token, which no embed has.
    embedOrigins: set.REQUIRE_TOKEN ? [] : set.EMBED_ORIGINS,
    indexing: set.INDEXING,
  });
}

function readerIn(set: Reader) {
  const { READER_URL: url, READER_MODEL: model } = set;
  if (url === undefined || model === undefined) return undefined;
  return Object.freeze({
    url,
    model,
    key: set.READER_KEY,
    /** How long it may take to answer to one passage. */
    seconds: set.READER_SECONDS,
    /** How many tokens it may take in a day; as many as it wants, unless set. */
    tokensPerDay: set.READER_TOKENS_PER_DAY,
  });
}
