import { type SQL, sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import {
  type ClaimKind,
  claimKinds,
  type PartyRole,
  partyRoles,
  type Review,
  reviews,
  type StandingStatus,
  standingStatuses,
} from '../rules/vocabulary.ts';
import { actors } from './actor.ts';
import { date, flag, id, json, key, moment, oneOf, recordedAt, slug } from './column.ts';

/** One self-contained proposition. The last group of columns is the projection of its standing. */
export const claims = sqliteTable(
  'claims',
  {
    key: key(),
    id: id(),
    slug: slug(),
    text: text('text').notNull(),
    kind: text('kind').$type<ClaimKind>().notNull(),
    language: text('language').notNull(),
    topics: json<readonly string[]>('topics').notNull(),
    happenedFrom: date('happened_from'),
    happenedUntil: date('happened_until'),
    review: text('review').$type<Review>().notNull(),
    recordedAt: recordedAt(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    /** The claim that is shown for these words; null where they are shown themselves. */
    shown: integer('shown').references((): AnySQLiteColumn => claims.key),
    /** The topics of all its wordings. */
    allTopics: json<readonly string[]>('all_topics').notNull().default([]),
    /** When the first verified stance made it public. */
    publicAt: moment('public_at'),
    /** When its CLAIM_ADDED event told of it: not while other words are shown for it. */
    toldAt: moment('told_at'),
    /** Whether readers' lists hold it: public, verified, not withdrawn, and no other is shown for it. */
    listed: flag('listed').notNull(),
    status: text('status').$type<StandingStatus>().notNull(),
    onlyUnnamedSources: flag('only_unnamed_sources').notNull(),
    /** Who answered it, of those whom it bears on and who were asked: see `storedReplies`. */
    replies: text('replies').notNull().default('[]'),
    /** Whether somebody who was asked has not answered, and whether nobody asked somebody whom it bears on. */
    awaitingReply: flag('awaiting_reply')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`instr(${claims.replies}, 'NO_REPLY') > 0`, {
        mode: 'virtual',
      }),
    notAsked: flag('not_asked')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`instr(${claims.replies}, 'NOT_ASKED') > 0`, {
        mode: 'virtual',
      }),
    /** The more it is disputed, the larger. */
    dispute: integer('dispute').notNull().default(0),
    /** When the status last changed; until it first does, when the claim was recorded. */
    standingChangedAt: moment('standing_changed_at').notNull(),
    /** `happenedFrom` for ascending order, unknown last. */
    happenedAscending: text('happened_ascending')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(${claims.happenedFrom}, '~')`, {
        mode: 'virtual',
      }),
    /** `happenedFrom` for descending order, unknown last. */
    happenedDescending: text('happened_descending')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(${claims.happenedFrom}, '')`, { mode: 'virtual' }),
  },
  (t) => [
    check('claim_kind', oneOf(t.kind, claimKinds)),
    check('claim_review', oneOf(t.review, reviews)),
    check('claim_status', oneOf(t.status, standingStatuses)),
    check('claim_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`),
    index('claims_listed').on(t.listed),
    index('claims_by_status').on(t.listed, t.status),
    index('claims_by_status_and_change').on(t.listed, t.status, t.standingChangedAt),
    index('claims_by_kind').on(t.listed, t.kind),
    index('claims_by_language').on(t.listed, t.language),
    index('claims_by_only_unnamed_sources').on(t.listed, t.onlyUnnamedSources),
    index('claims_by_standing_changed_at').on(t.listed, t.standingChangedAt),
    index('claims_by_happened_ascending').on(t.listed, t.happenedAscending),
    index('claims_by_happened_descending').on(t.listed, t.happenedDescending),
    index('claims_by_dispute').on(t.listed, t.dispute),
    index('claims_awaiting_reply').on(t.listed).where(sql`${t.awaitingReply} = 1`),
    index('claims_not_asked').on(t.listed).where(sql`${t.notAsked} = 1`),
    index('claims_by_review').on(t.review),
    index('claims_by_recorded_at').on(t.recordedAt),
    index('claims_by_shown').on(t.shown).where(sql`${t.shown} is not null`),
  ],
);

export type ClaimRow = typeof claims.$inferSelect;

/** The topics of each claim, of all its wordings where it is shown, for the filter; `claims.allTopics` keeps their order. */
export const claimTopics = sqliteTable(
  'claim_topics',
  {
    topic: text('topic').notNull(),
    claim: integer('claim')
      .notNull()
      .references(() => claims.key),
  },
  (t) => [primaryKey({ columns: [t.topic, t.claim] }), index('claim_topics_by_claim').on(t.claim)],
);

/** The actors whom each claim bears on, in the order in which they were told. */
export const claimConcerns = sqliteTable(
  'claim_concerns',
  {
    claim: integer('claim')
      .notNull()
      .references(() => claims.key),
    position: integer('position').notNull(),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
  },
  (t) => [
    primaryKey({ columns: [t.claim, t.position] }),
    index('claim_concerns_by_actor').on(t.actor, t.claim),
  ],
);

/** The actors that each claim bears on, in any of its wordings, and those that are against it: by whom is shown, for the filters. */
export const claimParties = sqliteTable(
  'claim_parties',
  {
    role: text('role').$type<PartyRole>().notNull(),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
    claim: integer('claim')
      .notNull()
      .references(() => claims.key),
  },
  (t) => [
    check('party_role', oneOf(t.role, partyRoles)),
    primaryKey({ columns: [t.role, t.actor, t.claim] }),
    index('claim_parties_by_claim').on(t.claim),
  ],
);
