import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { listed, placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { affiliations } from '../tables/affiliation.ts';
import { affiliationDrafts } from '../tables/affiliation-draft.ts';
import { claimConcerns, claims } from '../tables/claim.ts';
import { evidence } from '../tables/evidence.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';

/** How a claim was judged. */
export const claimJudged = statement(
  select({ key: claims.key, review: claims.review, text: claims.text })
    .from(claims)
    .where(eq(claims.key, placeholder('claim'))),
);

/** A stance on a claim that is neither rejected nor withdrawn. */
export const stanceLeft = statement(
  select({ key: stances.key })
    .from(stances)
    .where(
      and(
        eq(stances.claim, placeholder('claim')),
        ne(stances.review, 'REJECTED'),
        isNull(stances.withdrawnAt),
      ),
    )
    .limit(1),
);

/** The actors whom a claim bears on, in the order in which they were told. */
export const actorsConcerned = statement(
  select({ actor: claimConcerns.actor })
    .from(claimConcerns)
    .where(eq(claimConcerns.claim, placeholder('claim')))
    .orderBy(asc(claimConcerns.position)),
);

/** Which of `actors`, a JSON array of keys, are drafts, and who granted them anonymity. */
export const actorsInDraft = statement(
  select({ key: actors.key, grantedBy: actors.grantedBy })
    .from(actors)
    .where(and(inArray(actors.key, listed('actors')), eq(actors.review, 'DRAFT'))),
);

const shownOf = (key: unknown) =>
  sql`(select coalesce(one.shown, one.key) from ${actors} one where one.key = ${key})`;

/**
 * Whom the actor of a stance speaks for, by a draft that came with it: not where the stance is another's now, nor where an
 * affiliation of both is on record, even one that has ended.
 */
export const affiliationsDrafted = statement(
  select({
    actor: sql<string>`(select id from ${actors} holder where holder.key = ${affiliationDrafts.actor})`,
    of: sql<string>`(select id from ${actors} principal where principal.key = ${affiliationDrafts.of})`,
    role: affiliationDrafts.role,
  })
    .from(affiliationDrafts)
    .innerJoin(stances, eq(stances.key, affiliationDrafts.stance))
    .where(
      sql`${affiliationDrafts.stance} = ${placeholder('stance')} and ${stances.actor} = ${affiliationDrafts.actor}
        and ${shownOf(affiliationDrafts.actor)} <> ${shownOf(affiliationDrafts.of)}
        and not exists (
          select 1 from ${actors} named cross join ${affiliations} known on known.actor = named.key
          where (named.key = ${shownOf(affiliationDrafts.actor)} or named.shown = ${shownOf(affiliationDrafts.actor)})
            and known.kind = 'SPEAKS_FOR' and ${shownOf(sql`known.of_actor`)} = ${shownOf(affiliationDrafts.of)})`,
    ),
);

/** The last judgement of a stance. */
export const lastJudgement = statement(
  select({ reason: reviewLog.reason, recordedAt: reviewLog.recordedAt })
    .from(reviewLog)
    .where(eq(reviewLog.stance, placeholder('stance')))
    .orderBy(desc(reviewLog.key))
    .limit(1),
);

/** The evidence of the stance of the slug `known` that was recorded after the moment `at` from the words of the stance `draft`. */
export const evidenceMadeOf = statement(
  select({ id: evidence.id })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(
      sql`${stances.slug} = ${placeholder('known')} and ${evidence.recordedAt} > ${placeholder('at')}
        and ${evidence.withdrawnAt} is null and exists (
          select 1 from ${evidence} words where words.stance = ${placeholder('draft')}
            and words.article = ${evidence.article} and words.start = ${evidence.start} and words.end = ${evidence.end})`,
    ),
);
