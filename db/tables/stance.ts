import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type Certainty,
  certainties,
  type Polarity,
  polarities,
  type Review,
  reviews,
  type StanceKind,
  stanceKinds,
  type TimeBasis,
} from '../rules/vocabulary.ts';
import { actors } from './actor.ts';
import { claims } from './claim.ts';
import { date, flag, id, key, moment, oneOf, recordedAt, slug } from './column.ts';

/** One actor's position on one claim, at a time. The last group of columns is projected from the rules. */
export const stances = sqliteTable(
  'stances',
  {
    key: key(),
    id: id(),
    slug: slug(),
    claim: integer('claim')
      .notNull()
      .references(() => claims.key),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
    kind: text('kind').$type<StanceKind>().notNull(),
    polarity: text('polarity').$type<Polarity>().notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    saidAt: moment('said_at'),
    saidOn: date('said_on'),
    saidPhrase: text('said_phrase'),
    /** The claim that the occasion took place. */
    saidIn: integer('said_in').references(() => claims.key),
    /** When a record first held it, where an import told; else that is `recordedAt`. */
    knownBy: moment('known_by'),
    note: text('note'),
    review: text('review').$type<Review>().notNull(),
    recordedAt: recordedAt(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    /** The claim that is shown for `claim`, and the actor that is shown for `actor`: themselves, where no other is one with them. */
    shownClaim: integer('shown_claim').notNull().default(0),
    shownActor: integer('shown_actor').notNull().default(0),
    /** The one time of the stance, and from what it is known. */
    effectiveAt: moment('effective_at').notNull().default(0),
    effectiveBasis: text('effective_basis').$type<TimeBasis>().notNull().default('RECORDED'),
    /** Whether readers' lists hold it: verified, not withdrawn, and its claim is listed. */
    listed: flag('listed').notNull(),
    /** Whether it is its actor's current stance and counts in the standing. */
    counting: flag('counting').notNull(),
    /** Whether an unnamed source stands before the holder in every chain. */
    hearsay: flag('hearsay').notNull(),
    /** Whether every chain passes through an actor that retracted. */
    carrierRetracted: flag('carrier_retracted').notNull(),
    /** The earlier position of the same actor that it turned from, or took back. */
    turnedFrom: integer('turned_from'),
    /** Of a spokesperson's that points another way than its principal's own: that stance, and the principal. */
    splitFrom: integer('split_from'),
    splitOf: integer('split_of'),
  },
  (t) => [
    check('stance_kind', oneOf(t.kind, stanceKinds)),
    check('stance_polarity', oneOf(t.polarity, polarities)),
    check('stance_certainty', oneOf(t.certainty, certainties)),
    check('stance_review', oneOf(t.review, reviews)),
    check('stance_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`),
    index('stances_listed').on(t.listed),
    index('stances_by_claim').on(t.claim),
    index('stances_by_shown_claim').on(t.shownClaim, t.listed),
    index('stances_by_shown_claim_and_polarity').on(t.shownClaim, t.counting, t.polarity),
    index('stances_by_shown_actor').on(t.shownActor, t.listed),
    index('stances_by_shown_actor_and_claim').on(t.shownActor, t.listed, t.shownClaim),
    index('stances_by_shown_actor_and_polarity').on(
      t.shownActor,
      t.counting,
      t.polarity,
      t.shownClaim,
    ),
    index('stances_by_kind').on(t.listed, t.kind),
    index('stances_by_polarity').on(t.listed, t.polarity),
    index('stances_by_certainty').on(t.listed, t.certainty),
    index('stances_by_hearsay').on(t.listed, t.hearsay),
    index('stances_by_effective_at').on(t.listed, t.effectiveAt),
    index('stances_turned')
      .on(t.shownActor, t.listed, t.effectiveAt)
      .where(sql`${t.turnedFrom} is not null`),
    index('stances_split').on(t.shownActor).where(sql`${t.splitOf} is not null`),
    index('stances_split_of').on(t.splitOf).where(sql`${t.splitOf} is not null`),
    index('stances_by_said_in').on(t.saidIn).where(sql`${t.saidIn} is not null`),
    index('stances_by_review').on(t.review),
    index('stances_by_recorded_at').on(t.recordedAt),
  ],
);

export type StanceRow = typeof stances.$inferSelect;
