import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { type EvidenceMode, evidenceModes } from '../rules/vocabulary.ts';
import { actors } from './actor.ts';
import { articles } from './article.ts';
import { id, key, moment, oneOf, recordedAt } from './column.ts';
import { stances } from './stance.ts';

/** The exact words that show a stance. */
export const evidence = sqliteTable(
  'evidence',
  {
    key: key(),
    id: id(),
    stance: integer('stance')
      .notNull()
      .references(() => stances.key),
    article: integer('article')
      .notNull()
      .references(() => articles.key),
    /** Null only where the text was erased, or it came without it and has not come yet. */
    quote: text('quote'),
    /** In UTF-16 code units of the article's text, as `end` is. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** Up to 32 characters before the quote; empty where the record holds no text. */
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    mode: text('mode').$type<EvidenceMode>().notNull(),
    cue: text('cue'),
    spokenLanguage: text('spoken_language'),
    /** The reader's confidence in a machine's reading, 0 to 1. */
    confidence: real('confidence'),
    /** The machine that read it, and its version: `rules/1`. Null where a person did. */
    extractor: text('extractor'),
    /** The version of its article that was told to be the first with the words, where no text says it. */
    firstShownBy: integer('first_shown_by').references(() => articles.key),
    recordedAt: recordedAt(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    check('evidence_mode', oneOf(t.mode, evidenceModes)),
    check('evidence_span', sql`${t.start} >= 0 and ${t.start} < ${t.end}`),
    check('evidence_confidence', sql`${t.confidence} between 0 and 1`),
    check('evidence_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`),
    index('evidence_by_stance').on(t.stance),
    index('evidence_by_article').on(t.article, t.stance),
    index('evidence_by_first_shown_by')
      .on(t.firstShownBy)
      .where(sql`${t.firstShownBy} is not null`),
  ],
);

export type EvidenceRow = typeof evidence.$inferSelect;

/**
 * The other versions of its article in which the words of a piece of evidence stand: a projection. Few articles have any.
 * What was found in a text stays when that is erased.
 */
export const evidenceVersions = sqliteTable(
  'evidence_versions',
  {
    evidence: integer('evidence')
      .notNull()
      .references(() => evidence.key),
    article: integer('article')
      .notNull()
      .references(() => articles.key),
  },
  (t) => [
    primaryKey({ columns: [t.evidence, t.article] }),
    index('evidence_versions_by_article').on(t.article),
  ],
);

/** The links of each chain, from the publisher (position 0) to the holder of the stance (the last). */
export const attributions = sqliteTable(
  'attributions',
  {
    evidence: integer('evidence')
      .notNull()
      .references(() => evidence.key),
    position: integer('position').notNull(),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
  },
  (t) => [
    primaryKey({ columns: [t.evidence, t.position] }),
    index('attributions_by_actor').on(t.actor, t.evidence),
  ],
);
