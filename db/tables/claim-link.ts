import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type ClaimLinkKind,
  claimLinkKinds,
  type Judgement,
  judgements,
  type LinkEnd,
} from '../rules/vocabulary.ts';
import { claims } from './claim.ts';
import { id, key, moment, oneOf, recordedAt } from './column.ts';

/** A judged relation between claims. Appended and revoked, never overwritten. */
export const claimLinks = sqliteTable(
  'claim_links',
  {
    key: key(),
    id: id(),
    from: integer('from_claim')
      .notNull()
      .references(() => claims.key),
    to: integer('to_claim')
      .notNull()
      .references(() => claims.key),
    kind: text('kind').$type<ClaimLinkKind>().notNull(),
    judgement: text('judgement').$type<Judgement>().notNull(),
    reason: text('reason'),
    /** Of a SAME_AS link, which of its two is shown; null of others. Its migration holds it to FROM and TO. */
    shown: text('shown').$type<LinkEnd>(),
    recordedAt: recordedAt(),
    revokedAt: moment('revoked_at'),
    revokedReason: text('revoked_reason'),
  },
  (t) => [
    check('claim_link_kind', oneOf(t.kind, claimLinkKinds)),
    check('claim_link_judgement', oneOf(t.judgement, judgements)),
    check('claim_link_of_two', sql`${t.from} <> ${t.to}`),
    uniqueIndex('claim_links_in_force').on(t.from, t.to, t.kind).where(sql`${t.revokedAt} is null`),
    index('claim_links_by_from').on(t.from, t.kind),
    index('claim_links_by_to').on(t.to, t.kind),
  ],
);

export type ClaimLinkRow = typeof claimLinks.$inferSelect;
