import { expect, test } from 'vitest';
import { exitCodes, exitCodesHelp } from '../../server/cli/exit.ts';
import { flagOf, readConfig, settings } from '../../server/config.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { readerFaultCodes } from '../../server/second-reader/reader-fault.ts';
import { openPlaceInProcess } from '../integration/cli/in-process.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/operate.md');

/** The least that a second reader needs: the rest is as usual then. */
const reader = { READER_URL: 'http://127.0.0.1/v1', READER_MODEL: 'small-1' };

test('every setting is documented, with its flag and its default', async () => {
  await using place = await openPlaceInProcess();
  const { out } = await place.run('serve', '--help');
  const config = readConfig({}, {});
  const defaults = new Map<string, unknown>([
    ['DATABASE_URL', config.databaseUrl],
    ['DATABASE_AUTH_TOKEN', config.databaseAuthToken ?? 'none'],
    ['REDIS_URL', config.redisUrl ?? 'none'],
    ['HOST', config.host],
    ['PORT', config.port],
    ['CORS_ORIGINS', config.corsOrigins.join() || 'none'],
    ['PUBLIC_TEXTS', config.publicTexts],
    ['WEIGHTS', config.weights ?? 'none'],
    ['READER_URL', config.reader?.url ?? 'none'],
    ['READER_MODEL', config.reader?.model ?? 'none'],
    ['READER_KEY', config.reader?.key ?? 'none'],
    ['READER_SECONDS', readConfig({}, reader).reader?.seconds],
    ['READER_TOKENS_PER_DAY', readConfig({}, reader).reader?.tokensPerDay ?? 'none'],
    ['REQUIRE_TOKEN', config.requireToken],
    ['GRAPHIQL', config.graphiql],
    ['PAGES', config.pages !== undefined],
    ['PUBLIC_URL', 'none'],
    ['CONTACT_URL', config.pages?.contactUrl ?? 'none'],
    ['EMBED_ORIGINS', config.pages?.embedOrigins.join()],
    ['INDEXING', config.pages?.indexing],
    ['PUBLIC_INTROSPECTION', config.publicIntrospection],
    ['SUGGESTIONS', config.suggestions],
    ['LIMITS', config.limits === defaultLimits ? 'none' : 'other'],
    ['DOCUMENTS', config.documents.join() || 'none'],
    ['ONLY_KNOWN', config.onlyKnown],
    ['SUBGRAPH', config.subgraph],
    ['CACHE_SECONDS', config.cacheSeconds],
    ['TRUSTED_PROXY_HOPS', config.trustedProxyHops],
    ['MAX_STREAMS', config.maxStreams],
    ['MAX_STREAMS_PER_ADDRESS', config.maxStreamsPerAddress],
    ['MAX_STREAMS_PER_TOKEN', config.maxStreamsPerToken],
    ['MAX_SOCKETS', config.maxSockets],
    ['MAX_SOCKETS_PER_ADDRESS', config.maxSocketsPerAddress],
    ['SOCKET_IDLE_SECONDS', config.socketIdleSeconds],
    ['STREAM_MINUTES', config.streamMinutes],
    ['KEPT_ANSWERS', config.keptAnswers],
    ['METRICS_PORT', config.metricsPort ?? 'none'],
    ['METRICS_HOST', config.metricsHost],
    ['LOG_LEVEL', config.logLevel],
    ['NODE_ENV', config.production ? 'production' : 'none'],
  ]);

  const documented = rowsIn(sectionOf(page, 'Start')).map((row) => row.slice(0, 3).map(plain));

  expect(documented).toEqual(
    settings.map((setting) => {
      const flag = flagOf(setting);
      return [
        setting,
        new RegExp(`${flag} [<[]`).test(out) ? flag : 'none',
        String(defaults.get(setting)),
      ];
    }),
  );
});

test('every command is documented, and no other', async () => {
  await using place = await openPlaceInProcess();
  const { out } = await place.run('--help');
  const [, listed = ''] = out.split('\nCommands:\n');
  const commands = [...listed.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);

  const documented = rowsIn(sectionOf(page, 'Commands')).map(([name]) => plain(name));

  expect(commands.length).toBeGreaterThan(5);
  expect(documented.sort()).toEqual(
    commands
      .filter((name) => name !== 'help')
      .map((name) => `onrecord ${name}`)
      .sort(),
  );
});

test('every exit code is documented, in the words of the help', () => {
  const documented = rowsIn(sectionOf(page, 'Exit codes of the command line'));

  const helped = [...exitCodesHelp.matchAll(/^ {2}(\d+) +(.+)$/gm)].map(([, code, what]) => [
    code,
    what,
  ]);
  expect(documented).toEqual(helped);
  expect(documented.map(([code]) => Number(code))).toEqual(Object.values(exitCodes));
});

test('every way in which a second reader fails is documented', () => {
  const told = rowsIn(sectionOf(pageText('docs/protocol.md'), 'A second reader')).map(([code]) =>
    plain(code),
  );

  expect(told).toEqual([...readerFaultCodes]);
});
