import type { Database } from '../../db/client.ts';
import { createErrorCoder } from '../../server/coded-errors.ts';
import { EventFeed, type FeedOptions } from '../../server/feed/feed.ts';
import { createLog } from '../../server/log.ts';

/** The feed of a record, without limits that a test would meet by chance. */
export function openFeed(db: Database, options: Partial<FeedOptions> = {}): EventFeed {
  const log = createLog({ level: 'silent' });
  return new EventFeed({
    db,
    coder: createErrorCoder({ log, production: false }),
    log,
    limits: { inAll: 10_000, perAddress: 10_000, perToken: 10_000 },
    lifetimeMs: 3_600_000,
    ...options,
  });
}
