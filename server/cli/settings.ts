import type { Command } from 'commander';
import {
  type Config,
  flagOf,
  readConfig,
  type Setting,
  type Settings,
  settings,
} from '../config.ts';
import type { Call } from './shell.ts';

/** What each setting is, and how its flag's value is called. */
const descriptions: Readonly<
  Record<Exclude<Setting, 'NODE_ENV'>, readonly [value: string, what: string]>
> = {
  DATABASE_URL: [
    '<url>',
    'the database: file:PATH, or the address of a libSQL server (default: file:./data/onrecord.db)',
  ],
  DATABASE_AUTH_TOKEN: [
    '<token>',
    'what a libSQL server wants to be shown; better kept in the environment',
  ],
  REDIS_URL: [
    '<url>',
    'where processes that share a libSQL server wake each other, redis://HOST:PORT; better kept in the environment where it holds a password',
  ],
  HOST: ['<host>', 'the address to listen on (default: 127.0.0.1)'],
  PORT: ['<port>', 'the port to listen on; 0 takes any free one (default: 4000)'],
  CORS_ORIGINS: ['<origins>', 'origins whose pages may read, separated by commas'],
  PUBLIC_TEXTS: [
    '<true|false>',
    'whether everyone may read the texts of articles (default: false)',
  ],
  WEIGHTS: [
    '<file>',
    'weights that articles may be read with, as `onrecord train` wrote them (default: none)',
  ],
  READER_URL: [
    '<url>',
    'where texts are sent that a second reader is asked to read, http(s)://HOST/v1 of an OpenAI-compatible server (default: nowhere)',
  ],
  READER_MODEL: ['<name>', 'the model that reads there'],
  READER_KEY: ['<key>', 'what that server wants to be shown; better kept in the environment'],
  READER_SECONDS: ['<number>', 'how long it may take to answer to a passage (default: 120)'],
  READER_TOKENS_PER_DAY: [
    '<number>',
    'how many tokens it may take in a day (default: as many as it wants)',
  ],
  REQUIRE_TOKEN: ['<true|false>', 'whether strangers may read nothing (default: false)'],
  GRAPHIQL: ['<true|false>', 'whether browsers are shown GraphiQL (default: not in production)'],
  PAGES: [
    '<true|false>',
    'whether there are pages for people (default: in production only where PUBLIC_URL is set)',
  ],
  PUBLIC_URL: [
    '<url>',
    'where the server is found from outside, as in https://record.example; needed in production for pages (default: HOST and PORT)',
  ],
  CONTACT_URL: ['<url>', 'where corrections are asked for, https: or mailto: (default: nowhere)'],
  EMBED_ORIGINS: [
    '<origins>',
    'origins whose pages may embed claims, separated by commas, * or none (default: *)',
  ],
  INDEXING: ['<true|false>', 'whether search engines may list the pages (default: false)'],
  PUBLIC_INTROSPECTION: [
    '<true|false>',
    'whether strangers may ask for the schema (default: not in production)',
  ],
  SUGGESTIONS: [
    '<true|false>',
    'whether errors suggest names of the schema (default: not in production)',
  ],
  LIMITS: ['<limits>', 'other limits than the usual ones, as in cost=8000,depth=12'],
  DOCUMENTS: [
    '<file...>',
    'manifests of documents that may be asked for by their hash; may be repeated (default: none but those of the SDK)',
  ],
  ONLY_KNOWN: [
    '[true|false]',
    'whether strangers and READERs may ask nothing but such documents (default: false)',
  ],
  SUBGRAPH: [
    '[true|false]',
    'whether a gateway of a federated graph may ask for entities and the schema (default: false)',
  ],
  CACHE_SECONDS: [
    '<number>',
    'for how long caches may tell what is public without asking again; an erasure waits for them (default: 0)',
  ],
  TRUSTED_PROXY_HOPS: [
    '<number>',
    'how many proxies in front are trusted to tell who asks (default: 0)',
  ],
  MAX_STREAMS: ['<number>', 'how many streams there may be at once (default: 10000)'],
  MAX_STREAMS_PER_ADDRESS: [
    '<number>',
    'how many of them from one address, this machine’s own excepted (default: 100)',
  ],
  MAX_STREAMS_PER_TOKEN: ['<number>', 'how many of them with one token (default: 1000)'],
  MAX_SOCKETS: ['<number>', 'how many connections there may be at once (default: 12000)'],
  MAX_SOCKETS_PER_ADDRESS: [
    '<number>',
    'how many of them from one address, this machine’s own excepted (default: 250)',
  ],
  SOCKET_IDLE_SECONDS: [
    '<number>',
    'how long a WebSocket may stay open on which nothing runs (default: 300)',
  ],
  STREAM_MINUTES: [
    '<number>',
    'how long a stream lasts at most before its reader has to come again (default: 60)',
  ],
  KEPT_ANSWERS: [
    '<bytes>',
    'how many bytes of answers are kept in memory, of a file; 0 keeps none (default: 64000000)',
  ],
  METRICS_PORT: ['<port>', 'the port to tell Prometheus metrics on (default: none are told)'],
  METRICS_HOST: ['<host>', 'the address to tell them on (default: 127.0.0.1)'],
  LOG_LEVEL: ['<level>', 'fatal, error, warn, info, debug, trace or silent (default: info)'],
};

type FlaggedSetting = keyof typeof descriptions;

export const databaseSettings: readonly FlaggedSetting[] = ['DATABASE_URL', 'DATABASE_AUTH_TOKEN'];
export const readerSettings: readonly FlaggedSetting[] = [
  'READER_URL',
  'READER_MODEL',
  'READER_KEY',
  'READER_SECONDS',
  'READER_TOKENS_PER_DAY',
];
export const serverSettings: readonly FlaggedSetting[] = settings.filter(
  (setting) => setting !== 'NODE_ENV',
);

/** Gives a command the flags of these settings. A flag counts more than the environment. */
export function withSettings(command: Command, flagged: readonly FlaggedSetting[]): Command {
  for (const setting of flagged) {
    const [value, what] = descriptions[setting];
    command.option(`${flagOf(setting)} ${value}`, `${what} [env: ${setting}]`);
  }
  return command;
}

/** The configuration that a command's flags and the environment make. @throws SettingRefused */
export function configOf({ command, shell }: Call): Config {
  const given = new Map<string, unknown>(Object.entries(command.opts()));
  const flags: Record<string, string> = {};
  for (const setting of Object.keys(descriptions)) {
    const value = given.get(optionName(setting));
    // A flag that is repeated is a list, and one without a value is set.
    if (value !== undefined) flags[setting] = String(value);
  }
  return readConfig(flags satisfies Settings, shell.env);
}

/** `DATABASE_URL` as commander keeps it: `databaseUrl`. */
function optionName(setting: string): string {
  return setting.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
