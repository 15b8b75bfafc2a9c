import { sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';

/** What rests on the kind of `actor`: one of its unnamed sources, and an article without an outlet in which it starts a chain. */
export const restingOnKind = statement(
  select({
    source: sql<
      string | null
    >`(select slug from actors where granted_by = asked.actor order by key limit 1)`,
    article: sql<string | null>`(select slug from attributions
      join evidence on evidence.key = attributions.evidence
      join articles on articles.key = evidence.article
      where attributions.actor = asked.actor and position = 0
        and outlet is null and credited_to is not asked.actor
      order by articles.key limit 1)`,
  }).from(sql`(select ${placeholder('actor')} as actor) asked`),
);
