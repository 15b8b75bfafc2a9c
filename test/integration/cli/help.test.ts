import { describe, expect, test, vi } from 'vitest';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const commands = [
  'serve',
  'demo',
  'status',
  'migrate',
  'import',
  'export',
  'verify',
  'token',
  'token create',
  'token list',
  'token revoke',
  'print-schema',
];

describe('help', () => {
  test.each(commands)('of %s tells examples and exit codes', async (command) => {
    await using place = await openPlaceInProcess();

    const { code, out } = await place.run(...command.split(' '), '--help');

    expect(code).toBe(0);
    expect(out).toContain(`Usage: onrecord ${command}`);
    expect(out).toMatch(/Examples?:\n {2}\$ (\w+=\S+ )?onrecord /);
    expect(out).toContain('Exit codes:');
  });

  test('lists every command', async () => {
    await using place = await openPlaceInProcess();

    const { out } = await place.run('--help');

    for (const command of commands) expect(out).toContain(`  ${command.split(' ')[0]}`);
  });

  test('of serve has a flag for every setting', async () => {
    await using place = await openPlaceInProcess();

    const { out } = await place.run('serve', '--help');

    for (const setting of [
      'DATABASE_URL',
      'DATABASE_AUTH_TOKEN',
      'HOST',
      'PORT',
      'CORS_ORIGINS',
      'PUBLIC_TEXTS',
      'LOG_LEVEL',
    ]) {
      expect(out).toContain(`--${setting.toLowerCase().replaceAll('_', '-')}`);
      expect(out).toContain(setting);
    }
  });
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  const wrong: readonly (readonly [string[], string])[] = [
    [['bogus'], 'bogus'],
    [['import'], 'files'],
    [['import', 'no-such-file.jsonl'], 'no-such-file.jsonl cannot be read'],
    [['status', '--bogus'], '--bogus'],
    [['serve', '--port', 'high'], '--port is "high"; allowed is a whole number from 0 to 65535.'],
    [['status', '--url', 'ftp://x'], '--url is "ftp://x"; allowed is'],
    [['status', '--database-url', 'mysql://x'], '--database-url is "mysql://x"; allowed is'],
    [['token', 'create', '--name', 'x', '--role', 'KING'], 'KING'],
    [['demo', '--every', 'never'], 'never'],
  ];

  test.each(wrong)('%j', async (args, message) => {
    await using place = await openPlaceInProcess();

    const { code, err } = await place.run(...args);

    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

test('a process ends with the exit code of its command, and tells what is wrong on standard error', async () => {
  await using place = await openPlaceInProcess();

  const [helped, wrong] = await Promise.all([
    place.spawn('status', '--help').ended(),
    place.spawn('status', '--url', 'ftp://x').ended(),
  ]);

  expect(helped).toMatchObject({ code: 0, err: '' });
  expect(helped.out).toContain('Usage: onrecord status');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('--url is "ftp://x"; allowed is');
});

test('the schema is printed as it is committed', async () => {
  await using place = await openPlaceInProcess();

  const { code, out } = await place.run('print-schema');

  expect(code).toBe(0);
  expect(out).toContain('type Claim implements Node');
});
