import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../../db/client.ts';
import { databaseLocation } from '../../db/file/location.ts';
import { lastSeq } from '../../db/queries/event.ts';
import type { EventFeed } from '../feed/feed.ts';
import type { Keeper } from '../kept/keeper.ts';
import type { Connections } from '../sockets/connections.ts';

export interface Watched {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly feed: EventFeed;
  readonly connections: Connections;
  /** Null where no answers are kept. */
  readonly keeper: Pick<Keeper, 'counts'> | null;
}

const patienceMs = 1_000;

const unsyncedFigures = { synced: 0, unsynced: 1, unknown: undefined } as const;

const checkFigures = { none: undefined, running: 0, passed: 1, failed: -1 } as const;

/** Has the registry tell the state of the server, as it is whenever somebody asks for it. */
export function watchState(
  registry: Registry,
  { connections, databaseUrl, db, feed, keeper }: Watched,
): void {
  const registers = [registry];
  /** What is not there, or cannot be read in time, is left out: the rest is told all the same. */
  const gauge = (name: string, help: string, read: () => Promise<number | undefined>): void => {
    const metric = new Gauge({
      name,
      help,
      registers,
      async collect() {
        const inVain = pause(patienceMs, undefined, { ref: false });
        const value = await Promise.race([read().catch(() => undefined), inVain]);
        if (value === undefined) metric.remove();
        else metric.set(value);
      },
    });
  };
  const events = async (): Promise<number> => (await db.reader.read(lastSeq))[0]?.seq ?? 0;

  gauge('onrecord_writes_waiting', 'Writes that wait or run.', async () => db.waiting());
  gauge('onrecord_reads_waiting', 'Operations that wait to read aside.', async () =>
    db.readsWaiting(),
  );
  gauge('onrecord_events', 'The number of the last event on record.', events);
  gauge('onrecord_feed_lag_events', 'Events on record that streams are not told yet.', async () =>
    feed.head === null ? 0 : Math.max(0, (await events()) - feed.head),
  );
  gauge('onrecord_streams', 'Subscriptions that are open.', async () => feed.counts.streams);
  watchStorage(db, gauge);
  gauge('onrecord_connections', 'Connections from afar.', async () => connections.count);
  gauge('onrecord_kept_answers', 'Answers that are kept.', async () => keeper?.counts.answers);
  gauge('onrecord_kept_answers_bytes', 'What kept answers take.', async () => keeper?.counts.bytes);
  watchFiles(databaseUrl, gauge);

  const counter = (name: string, help: string, read: () => number): void => {
    const metric = new Counter({
      name,
      help,
      registers,
      collect() {
        metric.reset();
        metric.inc(read());
      },
    });
  };
  counter(
    'onrecord_slow_consumers_total',
    'Readers that were cut off because they did not read.',
    () => feed.counts.slowConsumers,
  );
  counter(
    'onrecord_kept_answers_hits_total',
    'Questions whose answer was kept.',
    () => keeper?.counts.hits ?? 0,
  );
  counter(
    'onrecord_kept_answers_misses_total',
    'Questions whose answer could have been kept, and was not.',
    () => keeper?.counts.misses ?? 0,
  );
}

type AddGauge = (name: string, help: string, read: () => Promise<number | undefined>) => void;

function watchStorage(db: Database, gauge: AddGauge): void {
  gauge(
    'onrecord_file_in_place',
    'Whether the database is where it was opened: 0 or 1.',
    async () => {
      const fault = db.fileFault();
      return db.isLocal ? Number(fault === null || fault === 'file damaged') : undefined;
    },
  );
  gauge(
    'onrecord_file_check',
    'The check of the whole file: 1 it has passed, 0 it runs, -1 the file is damaged.',
    async () => checkFigures[db.fileCheck()],
  );
  gauge(
    'onrecord_unsynced',
    'Whether changes are acknowledged before they are synced: 0 or 1.',
    async () => unsyncedFigures[db.syncState()],
  );
}

function watchFiles(databaseUrl: string, gauge: AddGauge): void {
  const location = databaseLocation(databaseUrl);
  const sizeOf = async (suffix: string): Promise<number | undefined> =>
    location.kind === 'file' ? (await stat(location.path + suffix)).size : undefined;
  gauge('onrecord_database_bytes', 'The size of the database file.', () => sizeOf(''));
  gauge('onrecord_wal_bytes', 'The size of its write-ahead log.', () => sizeOf('-wal'));
}
