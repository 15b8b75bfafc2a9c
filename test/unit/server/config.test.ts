import { expect, test } from 'vitest';
import { flagOf, readConfig, type Settings, settings } from '../../../server/config.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { SettingRefused } from '../../../server/setting-refused.ts';

test('nothing needs to be configured', () => {
  expect(readConfig({}, {})).toEqual({
    databaseUrl: 'file:./data/onrecord.db',
    databaseAuthToken: undefined,
    redisUrl: undefined,
    host: '127.0.0.1',
    port: 4000,
    corsOrigins: [],
    publicTexts: false,
    requireToken: false,
    graphiql: true,
    pages: {
      publicUrl: 'http://127.0.0.1:4000',
      contactUrl: undefined,
      embedOrigins: ['*'],
      indexing: false,
    },
    publicIntrospection: true,
    suggestions: true,
    limits: defaultLimits,
    documents: [],
    onlyKnown: false,
    subgraph: false,
    cacheSeconds: 0,
    trustedProxyHops: 0,
    maxStreams: 10_000,
    maxStreamsPerAddress: 100,
    maxStreamsPerToken: 1_000,
    maxSockets: 12_000,
    maxSocketsPerAddress: 250,
    socketIdleSeconds: 300,
    streamMinutes: 60,
    keptAnswers: 64_000_000,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
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
  for (const frozen of [config, readConfig({}, {})]) {
    expect(Object.isFrozen(frozen)).toBe(true);
    expect(Object.isFrozen(frozen.corsOrigins)).toBe(true);
    expect(Object.isFrozen(frozen.limits)).toBe(true);
  }
});

test.each([
  [{}, ['*']],
  [{ EMBED_ORIGINS: 'none' }, []],
  [{ EMBED_ORIGINS: 'https://news.example' }, ['https://news.example']],
  [{ EMBED_ORIGINS: 'https://news.example', REQUIRE_TOKEN: 'true' }, []],
])('with %o the pages of %o embed claims', (environment, embedOrigins) => {
  expect(readConfig({}, environment).pages?.embedOrigins).toEqual(embedOrigins);
});

test('a flag goes before the environment, and an empty value counts as none', () => {
  expect(readConfig({ PORT: '1' }, { PORT: '2' }).port).toBe(1);
  expect(readConfig({ PORT: '' }, { PORT: '2' }).port).toBe(2);
  expect(readConfig({}, { PORT: '' }).port).toBe(4000);
});

test.each([
  ['DATABASE_URL', 'mysql://localhost/record'],
  ['DATABASE_URL', 'onrecord.db'],
  ['REDIS_URL', 'http://localhost:6379'],
  ['REDIS_URL', 'localhost:6379'],
  ['HOST', 'http://localhost'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4e3'],
  ['CORS_ORIGINS', 'news.example'],
  ['CORS_ORIGINS', 'https://news.example/path'],
  ['CORS_ORIGINS', 'null'],
  ['PUBLIC_TEXTS', 'yes'],
  ['REQUIRE_TOKEN', '1'],
  ['READER_URL', 'models.example/v1'],
  ['READER_URL', 'ftp://models.example/v1'],
  ['READER_URL', 'file:///etc/passwd'],
  ['READER_URL', 'https://models.example/v1#part'],
  ['READER_MODEL', 'two words'],
  ['READER_SECONDS', '301'],
  ['READER_TOKENS_PER_DAY', '0'],
  ['PUBLIC_URL', 'record.example'],
  ['PUBLIC_URL', 'https://record.example/path'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['CONTACT_URL', 'javascript:alert(1)'],
  ['EMBED_ORIGINS', 'news.example'],
  ['EMBED_ORIGINS', 'none,*'],
  ['INDEXING', 'all'],
  ['LIMITS', 'cost'],
  ['LIMITS', 'cost=0'],
  ['LIMITS', 'cost=1e9'],
  ['LIMITS', 'cost=9999999999'],
  ['LIMITS', 'toString=5'],
  ['LIMITS', 'cost=5,'],
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

test('in production there are pages where their address is set, and they are not asked for without it', () => {
  const PUBLIC_URL = 'https://record.example';
  const NODE_ENV = 'production';

  const refused = refusalOf(() => readConfig({}, { NODE_ENV, PAGES: 'true' }));

  expect(readConfig({}, { NODE_ENV }).pages).toBeUndefined();
  expect(readConfig({}, { NODE_ENV, PUBLIC_URL }).pages?.publicUrl).toBe(PUBLIC_URL);
  expect(readConfig({}, { PAGES: 'false', PUBLIC_URL }).pages).toBeUndefined();
  expect(refused.setting).toBe('PUBLIC_URL');
});

test.each([
  ['http://:hush@localhost:6379', '…@localhost:6379'],
  ['redis//user:hush@ha@localhost', '…@localhost'],
  ['hu/sh@localhost', '…@localhost'],
  ['http://localhost?password=hush', 'http://localhost?…'],
])('a refused REDIS_URL is told without its password', (value, shown) => {
  expect(refusalOf(() => readConfig({}, { REDIS_URL: value })).value).toBe(shown);
});

test('a refused DATABASE_URL is told without its password', () => {
  const DATABASE_URL = 'postgres://me:hush@db.example/record?sslkey=hush';

  const refused = refusalOf(() => readConfig({}, { DATABASE_URL }));

  expect(refused.value).toBe('…@db.example/record?…');
  expect(refused.message).not.toContain('hush');
});

test.each([
  ['http://me:hush@models.example/v1', '…@models.example/v1'],
  ['https://models.example/v1?key=hush', 'https://models.example/v1?…'],
])('a READER_URL holds no secret, and is told without it: %s', (READER_URL, shown) => {
  const refused = refusalOf(() => readConfig({}, { READER_URL, READER_MODEL: 'small-1' }));

  expect(refused).toMatchObject({ setting: 'READER_URL', value: shown });
  expect(refused.message).toContain('READER_KEY');
  expect(refused.message).not.toContain('hush');
});

test.each(['hush\nhush', 'hush hush', 'hush–hush', 'hush'.repeat(300)])(
  'a refused READER_KEY is not told',
  (READER_KEY) => {
    const whole = { READER_URL: 'http://127.0.0.1/v1', READER_MODEL: 'small-1' };
    const refused = refusalOf(() => readConfig({}, { ...whole, READER_KEY }));

    expect(refused).toMatchObject({ setting: 'READER_KEY', value: '…' });
    expect(refused.message).not.toContain('hush');
  },
);

test.each<[Settings, string, string]>([
  [{ READER_URL: 'http://127.0.0.1/v1' }, 'READER_MODEL', 'READER_URL is set'],
  [{ READER_MODEL: 'small-1' }, 'READER_URL', 'READER_MODEL is set'],
  [{ READER_KEY: 'hush' }, 'READER_URL', 'READER_KEY is set'],
])('half a second reader is refused: %j', (set, setting, because) => {
  const refused = refusalOf(() => readConfig({}, set));

  expect(refused.setting).toBe(setting);
  expect(refused.message).toContain(because);
  expect(refused.message).not.toContain('hush');
});

test('a second reader has an address and a model, and may have a key and a budget', () => {
  const set = { READER_URL: 'http://127.0.0.1:11434/v1/', READER_MODEL: 'qwen2.5:14b' };
  const more = { READER_KEY: 'k', READER_SECONDS: '30', READER_TOKENS_PER_DAY: '5000' };

  expect(readConfig({}, set).reader).toEqual({
    url: set.READER_URL,
    model: set.READER_MODEL,
    seconds: 120,
  });
  expect(readConfig({}, { ...set, ...more }).reader).toMatchObject({
    key: 'k',
    seconds: 30,
    tokensPerDay: 5_000,
  });
  expect(readConfig({}, { READER_SECONDS: '30' }).reader).toBeUndefined();
});

test('limits are changed one by one, and the others stay', () => {
  const { limits } = readConfig({}, { LIMITS: 'cost=8000, depth = 12' });

  expect(limits).toEqual({ ...defaultLimits, cost: 8_000, depth: 12 });
  expect(Object.isFrozen(limits)).toBe(true);
});

test('in production what helps to find one’s way is off, unless it is set', () => {
  const found = (environment: Settings) => {
    const { graphiql, publicIntrospection, suggestions } = readConfig({}, environment);
    return [graphiql, publicIntrospection, suggestions];
  };
  const on = { GRAPHIQL: 'true', PUBLIC_INTROSPECTION: 'true', SUGGESTIONS: 'true' };

  expect(found({})).toEqual([true, true, true]);
  expect(found({ NODE_ENV: 'production' })).toEqual([false, false, false]);
  expect(found({ NODE_ENV: 'production', ...on })).toEqual([true, true, true]);
  expect(found({ GRAPHIQL: 'false' })).toEqual([false, true, true]);
});

test('a bad flag is refused by the name of the flag', () => {
  expect(refusalOf(() => readConfig({ LOG_LEVEL: 'loud' }, {})).setting).toBe('--log-level');
});

test('each setting has a flag', () => {
  expect(settings.map(flagOf)).toEqual([
    '--database-url',
    '--database-auth-token',
    '--redis-url',
    '--host',
    '--port',
    '--cors-origins',
    '--public-texts',
    '--weights',
    '--reader-url',
    '--reader-model',
    '--reader-key',
    '--reader-seconds',
    '--reader-tokens-per-day',
    '--require-token',
    '--graphiql',
    '--pages',
    '--public-url',
    '--contact-url',
    '--embed-origins',
    '--indexing',
    '--public-introspection',
    '--suggestions',
    '--limits',
    '--documents',
    '--only-known',
    '--subgraph',
    '--cache-seconds',
    '--trusted-proxy-hops',
    '--max-streams',
    '--max-streams-per-address',
    '--max-streams-per-token',
    '--max-sockets',
    '--max-sockets-per-address',
    '--socket-idle-seconds',
    '--stream-minutes',
    '--kept-answers',
    '--metrics-port',
    '--metrics-host',
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
