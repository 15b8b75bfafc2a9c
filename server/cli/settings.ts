import type { Command } from 'commander';
import { type Config, flagOf, readConfig, type Setting, type Settings } from '../config.ts';

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
  HOST: ['<host>', 'the address to listen on (default: 127.0.0.1)'],
  PORT: ['<port>', 'the port to listen on; 0 takes any free one (default: 4000)'],
  CORS_ORIGINS: ['<origins>', 'origins whose pages may read, separated by commas'],
  PUBLIC_TEXTS: [
    '<true|false>',
    'whether everyone may read the texts of articles (default: false)',
  ],
  LOG_LEVEL: ['<level>', 'fatal, error, warn, info, debug, trace or silent (default: info)'],
};

type FlaggedSetting = keyof typeof descriptions;

export const databaseSettings: readonly FlaggedSetting[] = ['DATABASE_URL', 'DATABASE_AUTH_TOKEN'];
export const serverSettings: readonly FlaggedSetting[] = [
  ...databaseSettings,
  'HOST',
  'PORT',
  'CORS_ORIGINS',
  'PUBLIC_TEXTS',
  'LOG_LEVEL',
];

/** Gives a command the flags of these settings. A flag counts more than the environment. */
export function withSettings(command: Command, settings: readonly FlaggedSetting[]): Command {
  for (const setting of settings) {
    const [value, what] = descriptions[setting];
    command.option(`${flagOf(setting)} ${value}`, `${what} [env: ${setting}]`);
  }
  return command;
}

/** The configuration that a command's flags and the environment make. @throws SettingRefused */
export function configOf(command: Command): Config {
  const given = new Map<string, unknown>(Object.entries(command.opts()));
  const flags: Record<string, string> = {};
  for (const setting of Object.keys(descriptions)) {
    const value = given.get(optionName(setting));
    if (typeof value === 'string') flags[setting] = value;
  }
  return readConfig(flags satisfies Settings);
}

/** `DATABASE_URL` as commander keeps it: `databaseUrl`. */
function optionName(setting: string): string {
  return setting.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
