import { type SQL, sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { Identities, type Joining } from '../rules/identity.ts';
import type { ClaimLinkKind, Judgement } from '../rules/vocabulary.ts';
import { isConfirmed, isSameAs, links, merges, otherEnds } from './other-ends.ts';

/** Two of which a judgement in force says that they are one, or may not be. */
const judged = {
  one: sql<string>`one`,
  other: sql<string>`other`,
  kind: sql<ClaimLinkKind>`kind`,
  judgement: sql<Judgement>`judgement`,
};

const named = sql`(select value from json_each(${placeholder('names')}))`;

const bothStand = sql.raw(
  'not exists (select 1 from claims where key in (from_claim, to_claim) and withdrawn_at is not null)',
);

/** The actors that are one with those in `start`, by merges in force. */
const wholeOfActors = (start: SQL) => sql`whole(actor) as (
    select key from (${start})
    union ${otherEnds(merges, { of: 'whole.actor', by: isConfirmed })}
  )`;

/** The claims that are one with those in `start`, by links in force. A withdrawn claim is one with none. */
const wholeOfClaims = (start: SQL) => sql`whole(claim) as (
    select key from (${start})
    union ${otherEnds(links, { of: 'whole.claim', by: sql`${isSameAs} and ${isConfirmed} and ${bothStand}` })}
  )`;

/** The actors that are one with `actor`, itself included. */
export const actorsOneWith = statement(
  select({ key: sql<number>`actor` }).from(sql`(
    with recursive ${wholeOfActors(sql`select ${placeholder('actor')} as key`)} select actor from whole
  ) one_actor`),
);

/** The claims that are one with `claim`, itself included. */
export const claimsOneWith = statement(
  select({ key: sql<number>`claim` }).from(sql`(
    with recursive ${wholeOfClaims(sql`select ${placeholder('claim')} as key`)} select claim from whole
  ) one_claim`),
);

/** What is judged of the actors of these `names` and of all that are one with them. */
export const actorsJudged = statement(
  select(judged).from(sql`(
    with recursive ${wholeOfActors(sql`select key from actors where slug in ${named}`)}, judged(merge) as (
      select key from whole cross join actor_merges on from_actor = actor and revoked_at is null
      union
      select key from whole cross join actor_merges on into_actor = actor and revoked_at is null
    )
    select a.slug as one, b.slug as other, 'SAME_AS' as kind, judgement
    from judged cross join actor_merges on actor_merges.key = merge
    join actors a on a.key = from_actor join actors b on b.key = into_actor
    where judgement <> 'SUGGESTED'
  ) judged_actors`),
);

/** What is judged of the claims of these `names` and of all that are one with them. */
export const claimsJudged = statement(
  select(judged).from(sql`(
    with recursive ${wholeOfClaims(sql`select key from claims where slug in ${named}`)}, judged(link) as (
      select key from whole cross join claim_links on from_claim = claim and kind in ('SAME_AS', 'CONTRADICTS')
      union
      select key from whole cross join claim_links on to_claim = claim and kind in ('SAME_AS', 'CONTRADICTS')
    )
    select a.slug as one, b.slug as other, claim_links.kind as kind, judgement
    from judged cross join claim_links on claim_links.key = link
    join claims a on a.key = from_claim join claims b on b.key = to_claim
    where revoked_at is null and ${bothStand}
      and (judgement = 'CONFIRMED' or judgement = 'REJECTED' and claim_links.kind = 'SAME_AS')
  ) judged_claims`),
);

interface JudgedPair extends Pick<Joining<string>, 'one' | 'other'> {
  readonly kind: ClaimLinkKind;
  readonly judgement: Judgement;
}

/** What some judgements in force come to. */
export function identitiesIn(pairs: readonly JudgedPair[]): Identities {
  const identities = new Identities();
  for (const pair of pairs) {
    if (pair.kind === 'CONTRADICTS') identities.part(pair, 'CONTRADICTS');
    else if (pair.judgement === 'REJECTED') identities.part(pair, 'REJECTED');
    else identities.join(pair);
  }
  return identities;
}
