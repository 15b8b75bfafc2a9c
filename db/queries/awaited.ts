import { and, eq, sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { awaitedReferences } from '../tables/awaited.ts';

/** The rows of a `noun` that await what has one of `names`, a JSON array. */
export const referencesAwaiting = statement(
  select({ subject: awaitedReferences.subject, name: awaitedReferences.name })
    .from(awaitedReferences)
    .where(
      and(
        eq(awaitedReferences.noun, placeholder('noun')),
        sql`${awaitedReferences.name} in (select value from json_each(${placeholder('names')}))`,
      ),
    ),
);
