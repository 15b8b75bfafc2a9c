import { sql } from 'drizzle-orm';
import { select } from '../read/query.ts';
import { statement } from '../read/read.ts';

const counted = (from: string) => sql<number>`(select count(*) from ${sql.raw(from)})`;

// What is not for readers is seldom: it is taken off, where counting all the rest would read every row.
const claimsUnseen = `claims where listed = 0 and (public_at is null or review <> 'VERIFIED')`;
const linksUnseen = `
  select claim_links.key from (select key from ${claimsUnseen}) unseen cross join claim_links on from_claim = unseen.key
  union
  select claim_links.key from (select key from ${claimsUnseen}) unseen cross join claim_links on to_claim = unseen.key`;

/** How much readers see of each noun. */
export const recordCounts = statement(
  select({
    articles: sql<number>`${counted('articles')}
      - ${counted('article_withdrawals where restored_at is null')}`,
    actors: sql<number>`${counted('actors')}
      - ${counted(`actors where review = 'DRAFT' and shown is null`)} - ${counted('actors where shown is not null')}`,
    affiliations: counted('affiliations'),
    claims: counted('claims where listed = 1'),
    stances: counted('stances where listed = 1'),
    evidence: sql<number>`${counted('evidence')}
      - ${counted('stances cross join evidence on evidence.stance = stances.key where stances.listed = 0')}`,
    links: sql<number>`${counted('claim_links where revoked_at is null')}
      - ${counted(`claim_links where revoked_at is null and key in (${linksUnseen})`)}`,
  }).from(sql`(select 1)`),
);

/** The last migration that was run. */
export const latestMigration = statement(
  select({ name: sql<string>`name` })
    .from(sql`__drizzle_migrations`)
    .orderBy(sql`id desc`)
    .limit(1),
);
