import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { key } from './column.ts';

/**
 * A text, whoever published it, by its hash: likeness is one of texts. What was worked out from its words is there
 * as long as an article holds them; see db/rules/likeness.ts.
 */
export const texts = sqliteTable(
  'texts',
  {
    key: key(),
    sha256: text('sha256').notNull().unique(),
    /** The hash of the folded text; null where no article holds the text. */
    folded: text('folded'),
    /** How many distinct shingles it has. */
    shingles: integer('shingles'),
    /** The row that holds its sketch; null where it is too short to have one. */
    sketch: integer('sketch').references(() => sketches.key),
  },
  (t) => [index('texts_by_folded').on(t.folded)],
);

/** Sketches of some texts, one behind the other; see db/rules/sketch.ts. */
export const sketches = sqliteTable(
  'sketches',
  {
    key: key(),
    /** How many words of 32 bits each of them has. */
    width: integer('width').notNull(),
    entries: blob('entries', { mode: 'buffer' }).notNull(),
  },
  (t) => [index('sketches_by_width').on(t.width)],
);

/** Two texts that are alike, each pair in both directions. What was found stays when a text is erased. */
export const likenesses = sqliteTable(
  'likenesses',
  {
    one: integer('one')
      .notNull()
      .references(() => texts.key),
    other: integer('other')
      .notNull()
      .references(() => texts.key),
  },
  (t) => [primaryKey({ columns: [t.one, t.other] })],
);
