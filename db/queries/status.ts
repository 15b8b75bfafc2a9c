import { asc, desc, eq, sql } from 'drizzle-orm';
import { QueryBuilder, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Reader, statement } from '../read/read.ts';
import type { EventType, Role } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { events } from '../tables/event.ts';
import { evidence } from '../tables/evidence.ts';
import { meta } from '../tables/meta.ts';
import { stances } from '../tables/stance.ts';
import { tokens } from '../tables/token.ts';

/** What whoever runs the record wants to see first. Moments are milliseconds. */
export interface RecordStatus {
  readonly epoch: string;
  /** In the order in which they were run. */
  readonly migrations: readonly string[];
  /** Rows by noun, withdrawn ones included; as drafts, the stances that wait for a judgement. */
  readonly counts: Readonly<Record<CountedNoun, number>>;
  readonly lastEvent: {
    readonly seq: number;
    readonly type: EventType;
    readonly at: number;
  } | null;
  readonly tokens: readonly TokenOnRecord[];
  /** The latest backup of this file; null where none was made. */
  readonly backup: BackupOnRecord | null;
}

/** A backup that was made: of the record up to the event `seq`. */
export interface BackupOnRecord {
  readonly file: string;
  readonly at: number;
  readonly seq: number;
  readonly bytes: number;
  readonly sha256: string;
}

export type CountedNoun =
  | 'actors'
  | 'affiliations'
  | 'articles'
  | 'claims'
  | 'links'
  | 'merges'
  | 'stances'
  | 'drafts'
  | 'evidence'
  | 'events';

/** A token as the record knows it: its secret is not on record. */
interface TokenOnRecord {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly recordedAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

const query = new QueryBuilder();
const rowsOf = (table: SQLiteTable) => sql<number>`(select count(*) from ${table})`;

const counts = statement(
  query
    .select({
      actors: rowsOf(actors),
      affiliations: rowsOf(affiliations),
      articles: rowsOf(articles),
      claims: rowsOf(claims),
      links: rowsOf(claimLinks),
      merges: rowsOf(actorMerges),
      stances: rowsOf(stances),
      drafts: sql<number>`(select count(*) from stances where review = 'DRAFT' and withdrawn_at is null)`,
      evidence: rowsOf(evidence),
      events: rowsOf(events),
    })
    .from(meta)
    .where(eq(meta.name, 'epoch')),
);

const lastEvent = statement(
  query
    .select({ seq: events.seq, type: events.type, at: events.at })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1),
);

const migrations = statement(
  query.select({ name: sql<string>`name` }).from(sql`__drizzle_migrations`).orderBy(sql`id`),
);

const epoch = statement(
  query.select({ value: meta.value }).from(meta).where(eq(meta.name, 'epoch')),
);

const latestBackup = statement(
  query
    .select({
      file: sql<string>`value ->> 'file'`,
      at: sql<number>`value ->> 'at'`,
      seq: sql<number>`value ->> 'seq'`,
      bytes: sql<number>`value ->> 'bytes'`,
      sha256: sql<string>`value ->> 'sha256'`,
    })
    .from(meta)
    .where(eq(meta.name, 'backup')),
);

/** Every token, the oldest first. */
const tokensInOrder = statement(
  query
    .select({
      id: tokens.id,
      name: tokens.name,
      role: tokens.role,
      recordedAt: tokens.recordedAt,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
      revokedAt: tokens.revokedAt,
    })
    .from(tokens)
    .orderBy(asc(tokens.key)),
);

export async function recordStatus(reader: Reader): Promise<RecordStatus> {
  const [known] = await reader.read(epoch);
  const [counted] = await reader.read(counts);
  const [last] = await reader.read(lastEvent);
  const [backup] = await reader.read(latestBackup);
  if (known === undefined || counted === undefined) throw new Error('The database has no epoch.');
  return {
    epoch: known.value,
    migrations: (await reader.read(migrations)).map(({ name }) => name),
    counts: {
      actors: counted.actors,
      affiliations: counted.affiliations,
      articles: counted.articles,
      claims: counted.claims,
      links: counted.links,
      merges: counted.merges,
      stances: counted.stances,
      drafts: counted.drafts,
      evidence: counted.evidence,
      events: counted.events,
    },
    lastEvent: last === undefined ? null : { seq: last.seq, type: last.type, at: last.at },
    tokens: (await reader.read(tokensInOrder)).map(
      ({ id, name, role, recordedAt, expiresAt, lastUsedAt, revokedAt }) => ({
        id,
        name,
        role,
        recordedAt,
        expiresAt,
        lastUsedAt,
        revokedAt,
      }),
    ),
    backup: backup === undefined ? null : backupRow(backup),
  };
}

/** A row of an answer is a view: this is a value. */
function backupRow({ file, at, seq, bytes, sha256 }: BackupOnRecord): BackupOnRecord {
  return { file, at, seq, bytes, sha256 };
}
