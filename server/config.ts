const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the process was told from outside: read once, the same for its whole life. */
export interface Config {
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Origins whose pages may read over HTTP and WebSocket; `*` is every origin. */
  readonly corsOrigins: readonly string[];
  readonly publicTexts: boolean;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

export const settings = [
  'DATABASE_URL',
  'DATABASE_AUTH_TOKEN',
  'HOST',
  'PORT',
  'CORS_ORIGINS',
  'PUBLIC_TEXTS',
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
      ? parse(value, (allowed) => new SettingRefused({ setting: name, value, allowed }))
      : undefined;
  };
  return Object.freeze({
    databaseUrl: read('DATABASE_URL', databaseUrl) ?? 'file:./data/onrecord.db',
    databaseAuthToken: read('DATABASE_AUTH_TOKEN', (value) => value),
    host: read('HOST', host) ?? '127.0.0.1',
    port: read('PORT', port) ?? 4000,
    corsOrigins: Object.freeze(read('CORS_ORIGINS', origins) ?? []),
    publicTexts: read('PUBLIC_TEXTS', oneOf(['true', 'false'])) === 'true',
    logLevel: read('LOG_LEVEL', oneOf(logLevels)) ?? 'info',
    production: read('NODE_ENV', oneOf(['production', 'development', 'test'])) === 'production',
  });
}

/** `DATABASE_URL` as a flag: `--database-url`. */
export function flagOf(setting: Setting): string {
  return `--${setting.toLowerCase().replaceAll('_', '-')}`;
}

type Parse<T> = (value: string, refused: (allowed: string) => SettingRefused) => T;

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

const host: Parse<string> = (value, refused) => {
  if (!/^[\w.:-]+$/.test(value)) throw refused('a host name or an IP address');
  return value;
};

const port: Parse<number> = (value, refused) => {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= 65_535)) throw refused('a number from 0 to 65535');
  return number;
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

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
  );
}
