import { asc, inArray, sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { actorReferred } from './named.ts';

const drafted = { ...actorReferred, description: actors.description };

/** The actors whose slugs are among `names`, a JSON array. */
export const actorsDescribed = statement(
  select(drafted)
    .from(actors)
    .where(inArray(actors.slug, sql`(select value from json_each(${placeholder('names')}))`)),
);

/**
 * The actors of exactly these names, for each its place in `called`: a JSON array of name, kind and the key of whoever
 * granted anonymity, null where nobody did.
 */
export const actorsNamedSo = statement(
  select({ ...drafted, place: sql<number>`called.key` })
    .from(sql`json_each(${placeholder('called')}) called`)
    .crossJoin(actors)
    .where(
      sql`${actors.name} = called.value ->> 0 and ${actors.kind} = called.value ->> 1
        and ${actors.grantedBy} is called.value ->> 2`,
    )
    .orderBy(asc(actors.key)),
);
