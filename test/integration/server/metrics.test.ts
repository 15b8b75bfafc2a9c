import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import Sqlite from 'libsql';
import { describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { openDatabase } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { readConfig, type Settings } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { CannotListen, type Serving, serve } from '../../../server/serve.ts';
import { Connections } from '../../../server/sockets/connections.ts';
import { describeWith, programOf } from '../../kit/component.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { patience } from '../../kit/patience.ts';
import { freePort, startProgram } from '../../kit/program.ts';
import { openPlace } from '../cli/run-cli.ts';
import { openServer } from './open-server.ts';

/** A server that tells its metrics. */
interface WatchedServer extends AsyncDisposable {
  readonly record: TestRecord;
  readonly serving: Serving;
  ask(query: string, headers?: Record<string, string>): Promise<Response>;
  /** What is told now: values by names and labels. */
  told(): Promise<Readonly<Record<string, number>>>;
}

async function openWatched(settings: Settings = {}): Promise<WatchedServer> {
  const metrics = createMetrics();
  const record = await openRecord({ onWait: metrics.noteWait, onBusy: metrics.noteBusy });
  const config = readConfig(
    { DATABASE_URL: `file:${record.path}`, PORT: '0', METRICS_PORT: '0', ...settings },
    {},
  );
  const log = createLog({ level: 'silent' });
  const serving = await serve({ config, db: record.db, log, metrics }).catch(async (error) => {
    await record[Symbol.asyncDispose]();
    throw error;
  });
  return {
    record,
    serving,
    ask: (query, headers = {}) =>
      fetch(serving.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
    told: async () => valuesIn(await (await fetch(String(serving.metricsUrl))).text()),
    async [Symbol.asyncDispose]() {
      await serving.stop();
      await record[Symbol.asyncDispose]();
    },
  };
}

function valuesIn(text: string): Readonly<Record<string, number>> {
  const lines = [...text.matchAll(/^([^#].*) (\S+)$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, Number(value)]));
}

const requests = (operation: string, transport: string, outcome: string): string =>
  `onrecord_requests_total{operation="${operation}",transport="${transport}",outcome="${outcome}"}`;
const errors = (code: string): string => `onrecord_errors_total{code="${code}"}`;
const ada = { slug: 'ada', name: 'Ada', kind: 'PERSON' } as const;
const follow = 'subscription { recordEvents { cursor } }';

describe('requests', () => {
  test('are counted by what they ask for and what comes of it', async () => {
    await using server = await openWatched();

    for (let round = 0; round < 3; round += 1) await (await server.ask('{ __typename }')).text();
    const record = 'mutation { recordActor(input: { name: "Ada", kind: PERSON }) { __typename } }';
    await (await server.ask(record)).text();
    await (await server.ask('{ nothing }')).text();
    await (await server.ask('{ claims', { authorization: 'Bearer nobody' })).text();
    await (await server.ask('{ claims')).text();

    expect(await server.told()).toMatchObject({
      [requests('query', 'http', 'answered')]: 3,
      [requests('mutation', 'http', 'refused')]: 1,
      [requests('none', 'http', 'refused')]: 3,
      [errors('UNAUTHENTICATED')]: 2,
      [errors('GRAPHQL_VALIDATION_FAILED')]: 1,
      [errors('GRAPHQL_PARSE_FAILED')]: 1,
      [errors('RATE_LIMITED')]: 0,
      'onrecord_request_seconds_count{operation="query",transport="http"}': 3,
      'onrecord_request_seconds_count{operation="mutation",transport="http"}': 1,
    });
  });

  test('that cost too much are counted', async () => {
    await using server = await openWatched({ LIMITS: 'cost=50' });

    await (await server.ask('{ claims(first: 100) { nodes { id } } }')).text();

    expect(await server.told()).toHaveProperty([errors('QUERY_TOO_COMPLEX')], 1);
  });

  test('that the server fails at are told apart from those that it refuses', async () => {
    await using server = await openWatched();
    asAnother(server.record, 'drop table search_public_claims');

    await (await server.ask('{ search(query: "bridge") { nodes { __typename } } }')).text();

    expect(await server.told()).toMatchObject({
      [requests('query', 'http', 'failed')]: 1,
      [errors('INTERNAL')]: 1,
    });
  });

  test('over a socket are counted once each, streams when they begin', async () => {
    await using server = await openWatched();
    const client = createClient({
      url: server.serving.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });

    await client.iterate({ query: '{ __typename }' }).next();
    await expect(client.iterate({ query: '{ nothing }' }).next()).rejects.toBeDefined();
    const stream = client.iterate({ query: follow });
    const first = stream.next();
    await vi.waitFor(
      async () => expect(await server.told()).toMatchObject({ onrecord_streams: 1 }),
      patience,
    );
    await stream.return?.();
    await first;
    await client.dispose();

    await vi.waitFor(
      async () => expect(await server.told()).toMatchObject({ onrecord_streams: 0 }),
      patience,
    );
    expect(await server.told()).toMatchObject({
      [requests('query', 'websocket', 'answered')]: 1,
      [requests('none', 'websocket', 'refused')]: 1,
      [requests('subscription', 'websocket', 'answered')]: 1,
      [errors('GRAPHQL_VALIDATION_FAILED')]: 1,
      'onrecord_request_seconds_count{operation="query",transport="websocket"}': 1,
    });
  });

  test('leave nothing of their own in the metrics', async () => {
    await using server = await openWatched();
    const before = Object.keys(await server.told());

    for (let round = 0; round < 20; round += 1) {
      await (await server.ask(`query Name${round} { __typename }`)).text();
      await (await fetch(`${server.serving.url}/${round}?name=${round}`)).text();
    }

    const names = Object.keys(await server.told()).filter((name) => !before.includes(name));
    expect(names.filter((name) => name.startsWith('onrecord_requests_total'))).toHaveLength(2);
    expect(names.join()).not.toMatch(/Name\d/);
  });
});

describe('the state of the server', () => {
  test('tells of writes that wait, and of locks that they meet', async () => {
    await using server = await openWatched();
    const other = new Sqlite(server.record.path);
    other.exec('begin immediate');

    const written = write(server.record.db, recordActor, ada);
    await vi.waitFor(
      async () => expect((await server.told()).onrecord_write_busy_total).toBeGreaterThan(0),
      patience,
    );
    const meanwhile = await server.told();
    other.exec('rollback');
    other.close();
    await written;

    expect(meanwhile).toMatchObject({ onrecord_writes_waiting: 1 });
    await vi.waitFor(
      async () =>
        expect(await server.told()).toMatchObject({
          onrecord_writes_waiting: 0,
          onrecord_write_wait_seconds_count: 1,
        }),
      patience,
    );
  });

  test('tells how far the log is, and how far behind the streams are', async () => {
    await using server = await openWatched();
    const { body } = await server.ask(follow, { accept: 'text/event-stream' });
    await write(server.record.db, recordActor, ada);
    await vi.waitFor(
      async () =>
        expect(await server.told()).toMatchObject({
          onrecord_events: 1,
          onrecord_feed_lag_events: 0,
        }),
      patience,
    );

    // Of what another program writes to its file, the feed is not told; it may have been about to look once more.
    await vi.waitFor(async () => {
      asAnother(
        server.record,
        `insert into events (seq, type, noun, subject, at, visibility, payload)
          select seq + 1, type, noun, subject, at + 1, visibility, payload from events
          order by seq desc limit 1`,
      );
      expect((await server.told()).onrecord_feed_lag_events).toBe(1);
    }, patience);

    expect(await server.told()).toMatchObject({
      [requests('subscription', 'sse', 'answered')]: 1,
      onrecord_feed_lag_events: 1,
      onrecord_streams: 1,
      onrecord_slow_consumers_total: 0,
    });
    await body?.cancel();
  });

  test('tells how large the file and its log are', async () => {
    await using server = await openWatched();
    await write(server.record.db, recordActor, ada);

    const told = await server.told();

    expect(told.onrecord_database_bytes).toBeGreaterThan(100_000);
    expect(told.onrecord_wal_bytes).toBeGreaterThan(4_096);
  });

  test('is told without what cannot be read', async () => {
    await using server = await openWatched();
    await rename(server.record.path, `${server.record.path}.away`);

    const told = await server.told();
    await rename(`${server.record.path}.away`, server.record.path);

    expect(told).not.toHaveProperty('onrecord_database_bytes');
    expect(told).toHaveProperty('onrecord_streams', 0);
    expect(await server.told()).toHaveProperty('onrecord_database_bytes');
  });

  test('tells how long the event loop is held up', async () => {
    await using server = await openWatched();

    expect((await server.told()).nodejs_eventloop_lag_p99_seconds).toBeGreaterThan(0);
  });
});

describeWith(['sqld'], 'beside a libSQL server', () => {
  test('they are told without what it does not answer, and do not wait for it', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-metrics-'));
    await using sqld = await startProgram(
      [programOf('sqld'), '--no-welcome', '--db-path', folder, '--http-listen-addr', address],
      { isReady: () => fetch(`http://${address}/health`).then(isOk, () => false) },
    );
    const db = await openDatabase({ url: `ws://${address}` });
    const feed = openFeed(db);
    const { registry, watch } = createMetrics();
    const connections = new Connections({ inAll: 1, perAddress: 1 });
    watch({ db, databaseUrl: `ws://${address}`, feed, connections, keeper: null });

    const before = valuesIn(await registry.metrics());
    process.kill(sqld.pid, 'SIGSTOP');
    const stateOf = () => readFile(`/proc/${sqld.pid}/stat`, 'utf8');
    await vi.waitFor(async () => expect(await stateOf()).toContain(') T '), patience);
    const meanwhile = valuesIn(await registry.metrics());
    process.kill(sqld.pid, 'SIGCONT');
    const after = valuesIn(await registry.metrics());
    feed.close();
    await db.close();
    await rm(folder, { recursive: true });

    expect(before).toMatchObject({ onrecord_events: 0, onrecord_streams: 0 });
    expect(before).not.toHaveProperty('onrecord_database_bytes');
    expect(meanwhile).toHaveProperty('onrecord_streams', 0);
    expect(meanwhile).not.toHaveProperty('onrecord_events');
    expect(after).toHaveProperty('onrecord_events', 0);
  });
});

describe('the metrics', () => {
  test('are told on a port of their own, to this machine alone', async () => {
    await using server = await openWatched({ HOST: '0.0.0.0' });

    const asked = await Promise.all(
      [`${server.serving.metricsUrl}`, server.serving.url.replace('graphql', 'metrics')].map(
        (url) => fetch(url, { headers: { accept: 'text/plain' } }),
      ),
    );

    expect(server.serving.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    expect(asked.map(({ status }) => status)).toEqual([200, 404]);
    expect(asked[0]?.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  test('are told nowhere, unless there is a port', async () => {
    await using server = await openServer();

    expect(server.serving.metricsUrl).toBeNull();
  });

  test('lead to nothing else', async () => {
    await using server = await openWatched();
    const url = String(server.serving.metricsUrl);

    const statuses = [
      (await fetch(url, { method: 'POST', body: '{}' })).status,
      (await fetch(url.replace('metrics', 'graphql?query={__typename}'))).status,
      (await fetch(url.replace('metrics', ''))).status,
      (await fetch(`${url}?x=1`)).status,
    ];

    expect(statuses).toEqual([404, 404, 404, 200]);
  });

  test('of two servers in a process are told apart', async () => {
    await using one = await openWatched();
    await using other = await openWatched();
    await (await one.ask('{ __typename }')).text();

    expect(await one.told()).toHaveProperty([requests('query', 'http', 'answered')], 1);
    expect(await other.told()).not.toHaveProperty([requests('query', 'http', 'answered')]);
  });

  test('end with the server', async () => {
    await using server = await openWatched();
    await server.told();

    await server.serving.stop();

    await expect(server.told()).rejects.toThrow('fetch failed');
  });

  test('on a port that is taken keep the server from starting, in one line', async () => {
    await using first = await openWatched();
    const { port } = new URL(String(first.serving.metricsUrl));

    const refused = await openWatched({ METRICS_PORT: port }).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(CannotListen);
    expect(refused).toMatchObject({
      message: `Cannot listen on 127.0.0.1:${port}: another process listens there; stop it, or give another METRICS_PORT.`,
    });
  });

  test('are told by the command where a port is given, and end with it', async () => {
    await using place = await openPlace();

    const serving = place.start('serve', '--metrics-port', '0');
    const welcome = await serving.until('call-happened');
    const [url = ''] = /http:\S+\/metrics/.exec(welcome) ?? [];
    const told = valuesIn(await (await fetch(url)).text());
    serving.process.kill('SIGTERM');

    expect(told.onrecord_events).toBeGreaterThan(10);
    expect(told.onrecord_write_wait_seconds_count).toBeGreaterThan(1);
    expect((await serving.ended()).code).toBe(0);
  });
});

const isOk = ({ ok }: Response): boolean => ok;

/** Does with the file what another program could. */
function asAnother({ path }: TestRecord, statement: string): void {
  const file = new Sqlite(path);
  file.exec(statement);
  file.close();
}
