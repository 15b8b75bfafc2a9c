import { and, eq, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { among, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

const other = alias(evidence, 'other');
const otherwise = alias(stances, 'otherwise');

/** How many letters both quotes have. */
const shared = sql`min(${evidence.end}, ${other.end}) - max(${evidence.start}, ${other.start})`;

/**
 * For drafts of `keys`, by their `place` there: the drafts of which one can be right at most with them, since another extractor
 * read the same words so. One actor with two positions on a claim or, in nearly the same words, with two claims; two actors with one position.
 */
export const draftsReadOtherwise = statement(
  select({ place: among.place, stance: sql<number>`${otherwise.key}`.as('stance') })
    .from(among)
    .innerJoin(stances, and(eq(stances.key, among.parent), eq(stances.review, 'DRAFT')))
    .innerJoin(evidence, eq(evidence.stance, stances.key))
    .innerJoin(
      other,
      and(
        eq(other.article, evidence.article),
        ne(other.extractor, evidence.extractor),
        sql`2 * (${shared}) >= min(${evidence.end} - ${evidence.start}, ${other.end} - ${other.start})`,
      ),
    )
    .innerJoin(otherwise, and(eq(otherwise.key, other.stance), eq(otherwise.review, 'DRAFT')))
    .where(
      and(
        ne(evidence.mode, 'NARRATED'),
        ne(other.mode, 'NARRATED'),
        or(
          and(
            eq(otherwise.shownActor, stances.shownActor),
            eq(otherwise.claim, stances.claim),
            ne(otherwise.kind, stances.kind),
          ),
          and(
            eq(otherwise.shownActor, stances.shownActor),
            ne(otherwise.claim, stances.claim),
            sql`2 * (${shared}) >= max(${evidence.end} - ${evidence.start}, ${other.end} - ${other.start})`,
          ),
          and(
            ne(otherwise.shownActor, stances.shownActor),
            eq(otherwise.claim, stances.claim),
            eq(otherwise.kind, stances.kind),
          ),
        ),
      ),
    )
    .groupBy(among.place, otherwise.key)
    .orderBy(among.place, otherwise.key),
);
