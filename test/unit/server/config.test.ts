import { expect, test } from 'vitest';
import { flagOf, readConfig, SettingRefused, settings } from '../../../server/config.ts';

test('nothing needs to be configured', () => {
  expect(readConfig({}, {})).toEqual({
    databaseUrl: 'file:./data/onrecord.db',
    databaseAuthToken: undefined,
    host: '127.0.0.1',
    port: 4000,
    corsOrigins: [],
    publicTexts: false,
    logLevel: 'info',
    production: false,
  });
});

test('the environment is read once, and the configuration is frozen', () => {
  const environment = {
    PORT: '8080',
    PUBLIC_TEXTS: 'true',
    NODE_ENV: 'production',
    CORS_ORIGINS: 'https://a.example, https://b.example:8443',
  };

  const config = readConfig({}, environment);
  environment.PORT = '9090';

  expect(config).toMatchObject({
    port: 8080,
    publicTexts: true,
    production: true,
    corsOrigins: ['https://a.example', 'https://b.example:8443'],
  });
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.corsOrigins)).toBe(true);
});

test('a flag goes before the environment, and an empty value counts as none', () => {
  expect(readConfig({ PORT: '1' }, { PORT: '2' }).port).toBe(1);
  expect(readConfig({ PORT: '' }, { PORT: '2' }).port).toBe(2);
  expect(readConfig({}, { PORT: '' }).port).toBe(4000);
});

test.each([
  ['DATABASE_URL', 'mysql://localhost/record'],
  ['DATABASE_URL', 'onrecord.db'],
  ['HOST', 'http://localhost'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4e3'],
  ['CORS_ORIGINS', 'news.example'],
  ['CORS_ORIGINS', 'https://news.example/path'],
  ['CORS_ORIGINS', 'null'],
  ['PUBLIC_TEXTS', 'yes'],
  ['LOG_LEVEL', 'verbose'],
  ['NODE_ENV', 'prod'],
] as const)(
  '%s is not %s: refused with its name, its value and what is allowed',
  (setting, value) => {
    const refused = refusalOf(() => readConfig({}, { [setting]: value }));

    expect(refused).toMatchObject({ code: 'SETTING_REFUSED', setting, value });
    expect(refused.message).toContain(setting);
    expect(refused.message).toContain(value);
    expect(refused.message).toContain(refused.allowed);
  },
);

test('a bad flag is refused by the name of the flag', () => {
  expect(refusalOf(() => readConfig({ LOG_LEVEL: 'loud' }, {})).setting).toBe('--log-level');
});

test('each setting has a flag', () => {
  expect(settings.map(flagOf)).toEqual([
    '--database-url',
    '--database-auth-token',
    '--host',
    '--port',
    '--cors-origins',
    '--public-texts',
    '--log-level',
    '--node-env',
  ]);
});

function refusalOf(read: () => unknown): SettingRefused {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingRefused) return error;
  }
  throw new Error('It was not refused.');
}
