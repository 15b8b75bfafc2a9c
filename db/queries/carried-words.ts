import { sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import type { EvidenceMode } from '../rules/vocabulary.ts';

/** The words of earlier versions of `article` that show verified stances, the latest version's first; their chains as JSON. */
export const carriedWords = statement(
  new QueryBuilder()
    .select({
      stance: sql<string>`s.id`,
      quote: sql<string>`e.quote`,
      prefix: sql<string>`e.prefix`,
      suffix: sql<string>`e.suffix`,
      mode: sql<EvidenceMode>`e.mode`,
      cue: sql<string | null>`e.cue`,
      spokenLanguage: sql<string | null>`e.spoken_language`,
      attribution: sql<string>`(select json_group_array(id) from (
        select p.id from attributions c join actors p on p.key = c.actor
        where c.evidence = e.key order by c.position)) || ''`,
    })
    .from(
      sql`(
        with recursive older(key, depth) as (
          select supersedes, 1 from articles where key = ${sql.placeholder('article')}
          union
          select supersedes, depth + 1 from older cross join articles using (key)
        ) select key, depth from older where key is not null) earlier
        cross join articles a on a.key = earlier.key and a.withdrawn_at is null and a.erased_at is null
        cross join evidence e on e.article = a.key and e.withdrawn_at is null and e.quote is not null
        cross join stances s on s.key = e.stance and s.review = 'VERIFIED' and s.withdrawn_at is null`,
    )
    .orderBy(sql`earlier.depth`, sql`e.key`),
);
