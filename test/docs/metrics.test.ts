import { expect, test } from 'vitest';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { Connections } from '../../server/sockets/connections.ts';
import { openFeed } from '../kit/open-feed.ts';
import { openRecord } from '../kit/open-record.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const section = sectionOf(pageText('docs/operate.md'), 'Metrics');
const rows = rowsIn(section).map((row) => row.map(plain));

/** Every metric that a server tells, by its name. */
async function metricsTold() {
  const { registry, watch } = createMetrics();
  await using record = await openRecord();
  const feed = openFeed(record.db);
  const connections = new Connections({ inAll: 1, perAddress: 1 });
  watch({ db: record.db, databaseUrl: `file:${record.path}`, feed, connections, keeper: null });
  const told = await registry.getMetricsAsJSON();
  feed.close();
  return new Map(told.map((metric) => [metric.name, String(metric.type)]));
}

test('every metric of ours is documented, with its type, and no other', async () => {
  const told = await metricsTold();

  const ours = [...told].filter(([name]) => name.startsWith('onrecord_'));
  const documented = rows.filter(([name]) => name?.startsWith('onrecord_'));
  expect(ours.length).toBeGreaterThan(10);
  expect(documented.map(([name, type]) => [name, type]).sort()).toEqual(ours.sort());
  expect(documented.filter(([, , what]) => !what)).toEqual([]);
});

test('every metric of the process is named, and no other', async () => {
  const told = await metricsTold();

  const named = [...section.matchAll(/`((?:nodejs|process)_\w+)`/g)].map(([, name]) => name);
  const theirs = [...told.keys()].filter((name) => !name.startsWith('onrecord_'));
  expect([...new Set(named)].sort()).toEqual(theirs.sort());
});

test('every word that a label holds is documented', async () => {
  const { registry, noteAnswer } = createMetrics();
  const operations = ['query', 'mutation', 'subscription', 'none'] as const;
  const transports = ['http', 'sse', 'websocket', 'owner'] as const;
  for (const operation of operations) {
    for (const transport of transports) {
      for (const codes of [[], ['FORBIDDEN'], ['INTERNAL']]) {
        noteAnswer({ operation, transport, codes, ms: 1 });
      }
    }
  }

  const { values } = Object(await registry.getSingleMetric('onrecord_requests_total')?.get());
  const words = new Set<unknown>(
    [...values].flatMap(({ labels }: { labels: object }) => Object.values(labels)),
  );
  const [, , what = ''] =
    rowsIn(section).find(([name]) => plain(name) === 'onrecord_requests_total') ?? [];
  expect(words.size).toBe(11);
  expect([...words].filter((word) => !what.includes(`\`${word}\``))).toEqual([]);
});
