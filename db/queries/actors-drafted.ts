import { sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { actorReferred } from './named.ts';

/**
 * The actors whose slugs are among `slugs`, a JSON array, or that are of one of `called`: a JSON array of name, kind and the key
 * of whoever granted anonymity, null where nobody did. The earliest come first.
 */
export const actorsDrafted = statement(
  select({ ...actorReferred, description: actors.description })
    .from(actors)
    .where(
      sql`${actors.key} in (
        select same.key from json_each(${placeholder('slugs')}) given
          cross join actors same on same.slug = given.value
        union all
        select same.key from json_each(${placeholder('called')}) given
          cross join actors same on same.name = given.value ->> 0 and same.kind = given.value ->> 1
            and same.granted_by is given.value ->> 2)`,
    )
    .orderBy(actors.key),
);
