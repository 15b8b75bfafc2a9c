import { defaultLimits, type Limits, limitsAllowed, limitsIn } from './limits/limits.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the process was told from outside: read once, the same for its whole life. */
export interface Config {
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
  /** Where the processes that share a libSQL server wake each other; it may hold a password. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Origins whose pages may read over HTTP and WebSocket; `*` is every origin. */
  readonly corsOrigins: readonly string[];
  readonly publicTexts: boolean;
  /** The file with the weights that articles may be read with. */
  readonly weights: string | undefined;
  /** Whether strangers may read nothing. */
  readonly requireToken: boolean;
  readonly graphiql: boolean;
  /** Whether strangers may ask for the schema. */
  readonly publicIntrospection: boolean;
  /** Whether errors suggest names of the schema. */
  readonly suggestions: boolean;
  readonly limits: Limits;
  /** How many proxies in front of the server are trusted to tell from which address a request comes. */
  readonly trustedProxyHops: number;
  /** How many streams there may be at once. */
  readonly maxStreams: number;
  readonly maxStreamsPerAddress: number;
  readonly maxStreamsPerToken: number;
  /** How long a stream lasts at most. */
  readonly streamMinutes: number;
  /** Where the metrics are told; nowhere, unless there is a port. 0 takes any free one. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

export const settings = [
  'DATABASE_URL',
  'DATABASE_AUTH_TOKEN',
  'REDIS_URL',
  'HOST',
  'PORT',
  'CORS_ORIGINS',
  'PUBLIC_TEXTS',
  'WEIGHTS',
  'REQUIRE_TOKEN',
  'GRAPHIQL',
  'PUBLIC_INTROSPECTION',
  'SUGGESTIONS',
  'LIMITS',
  'TRUSTED_PROXY_HOPS',
  'MAX_STREAMS',
  'MAX_STREAMS_PER_ADDRESS',
  'MAX_STREAMS_PER_TOKEN',
  'STREAM_MINUTES',
  'METRICS_PORT',
  'METRICS_HOST',
  'LOG_LEVEL',
  'NODE_ENV',
] as const;
export type Setting = (typeof settings)[number];
export type Settings = Readonly<Partial<Record<Setting, string | undefined>>>;

/** A setting whose value is not one of those allowed. */
export class SettingRefused extends Error {
  readonly code = 'SETTING_REFUSED';
  /** As it was given: `PORT` in the environment, `--port` on the command line. */
  readonly setting: string;
  readonly value: string;
  readonly allowed: string;

  constructor(facts: { setting: string; value: string; allowed: string }) {
    super(`${facts.setting} is ${JSON.stringify(facts.value)}; allowed is ${facts.allowed}.`);
    this.name = 'SettingRefused';
    this.setting = facts.setting;
    this.value = facts.value;
    this.allowed = facts.allowed;
  }
}

/**
 * The configuration of this process: flags first, then the environment, then defaults. An empty value counts as none.
 * @throws SettingRefused
 */
export function readConfig(flags: Settings = {}, environment: Settings = process.env): Config {
  const read = <T>(setting: Setting, parse: Parse<T>): T | undefined => {
    const name = flags[setting] ? flagOf(setting) : setting;
    const value = (flags[setting] || environment[setting])?.trim();
    return value
      ? parse(
          value,
          (allowed, shown = value) => new SettingRefused({ setting: name, value: shown, allowed }),
        )
      : undefined;
  };
  const isTrue = (setting: Setting, otherwise: boolean): boolean =>
    (read(setting, oneOf(['true', 'false'])) ?? String(otherwise)) === 'true';
  const production =
    read('NODE_ENV', oneOf(['production', 'development', 'test'])) === 'production';
  return Object.freeze({
    databaseUrl: read('DATABASE_URL', databaseUrl) ?? 'file:./data/onrecord.db',
    databaseAuthToken: read('DATABASE_AUTH_TOKEN', (value) => value),
    redisUrl: read('REDIS_URL', redisUrl),
    host: read('HOST', host) ?? '127.0.0.1',
    port: read('PORT', numberFrom(0, 65_535)) ?? 4000,
    corsOrigins: Object.freeze(read('CORS_ORIGINS', origins) ?? []),
    publicTexts: isTrue('PUBLIC_TEXTS', false),
    weights: read('WEIGHTS', (value) => value),
    requireToken: isTrue('REQUIRE_TOKEN', false),
    graphiql: isTrue('GRAPHIQL', !production),
    publicIntrospection: isTrue('PUBLIC_INTROSPECTION', !production),
    suggestions: isTrue('SUGGESTIONS', !production),
    limits: read('LIMITS', limits) ?? defaultLimits,
    trustedProxyHops: read('TRUSTED_PROXY_HOPS', numberFrom(0, 10)) ?? 0,
    maxStreams: read('MAX_STREAMS', numberFrom(0, 1_000_000)) ?? 10_000,
    maxStreamsPerAddress: read('MAX_STREAMS_PER_ADDRESS', numberFrom(0, 1_000_000)) ?? 100,
    maxStreamsPerToken: read('MAX_STREAMS_PER_TOKEN', numberFrom(0, 1_000_000)) ?? 1_000,
    streamMinutes: read('STREAM_MINUTES', numberFrom(1, 1_440)) ?? 60,
    metricsPort: read('METRICS_PORT', numberFrom(0, 65_535)),
    metricsHost: read('METRICS_HOST', host) ?? '127.0.0.1',
    logLevel: read('LOG_LEVEL', oneOf(logLevels)) ?? 'info',
    production,
  });
}

/** `DATABASE_URL` as a flag: `--database-url`. */
export function flagOf(setting: Setting): string {
  return `--${setting.toLowerCase().replaceAll('_', '-')}`;
}

/** What is `shown` of a refused value where it may hold a secret. */
type Parse<T> = (value: string, refused: (allowed: string, shown?: string) => SettingRefused) => T;

const databaseSchemes = ['file:', 'libsql:', 'http:', 'https:', 'ws:', 'wss:'];

const databaseUrl: Parse<string> = (value, refused) => {
  const isAllowed = databaseSchemes.some(
    (scheme) => value.startsWith(scheme) && value.length > scheme.length,
  );
  if (!isAllowed)
    throw refused(
      'file:<path>, or the libsql://, http(s):// or ws(s):// address of a libSQL server',
    );
  return value;
};

const redisUrl: Parse<string> = (value, refused) => {
  const isAllowed = URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol);
  if (!isAllowed) throw refused('redis://host:port or rediss://host:port', withoutSecrets(value));
  return value;
};

const host: Parse<string> = (value, refused) => {
  if (!/^[\w.:-]+$/.test(value)) throw refused('a host name or an IP address');
  return value;
};

const numberFrom =
  (least: number, most: number): Parse<number> =>
  (value, refused) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most))
      throw refused(`a whole number from ${least} to ${most}`);
    return number;
  };

const limits: Parse<Limits> = (value, refused) => {
  const found = limitsIn(value);
  if (found === null) throw refused(limitsAllowed);
  return found;
};

const origins: Parse<readonly string[]> = (value, refused) => {
  const listed = value
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  if (listed.some((origin) => origin !== '*' && !isOrigin(origin))) {
    throw refused('a list of origins like https://news.example, separated by commas, or *');
  }
  return listed;
};

const oneOf =
  <const Word extends string>(words: readonly Word[]): Parse<Word> =>
  (value, refused) => {
    const word = words.find((known) => known === value);
    if (word === undefined) throw refused(words.join(', '));
    return word;
  };

/** An address, or what was meant as one, without what stands before its host and without its query. */
function withoutSecrets(address: string): string {
  return address.replace(/^.*@/s, '…@').replace(/[?].*$/s, '?…');
}

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
  );
}
