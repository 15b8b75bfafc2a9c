import { eq, sql } from 'drizzle-orm';
import { actors } from '../tables/actor.ts';
import { affiliations } from '../tables/affiliation.ts';
import { affiliationDrafts } from '../tables/affiliation-draft.ts';
import { stances } from '../tables/stance.ts';
import type { WriteTx } from '../write/transaction.ts';
import { recordAffiliation } from './record-affiliation.ts';

const shownOf = (key: unknown) =>
  sql`(select coalesce(one.shown, one.key) from ${actors} one where one.key = ${key})`;

/**
 * Puts on record whom the actor of a stance speaks for, where a draft brought that along: not where the stance is another's
 * now, nor where an affiliation of both is on record, even one that has ended.
 */
export async function acceptAffiliations(tx: WriteTx, stance: number): Promise<void> {
  const drafted = await tx.drizzle
    .select({
      actor: affiliationDrafts.actor,
      of: affiliationDrafts.of,
      role: affiliationDrafts.role,
    })
    .from(affiliationDrafts)
    .innerJoin(stances, eq(stances.key, affiliationDrafts.stance))
    .where(
      sql`${affiliationDrafts.stance} = ${stance} and ${stances.actor} = ${affiliationDrafts.actor}
        and ${shownOf(affiliationDrafts.actor)} <> ${shownOf(affiliationDrafts.of)}
        and not exists (
          select 1 from ${affiliations} known where known.kind = 'SPEAKS_FOR'
            and ${shownOf(sql`known.actor`)} = ${shownOf(affiliationDrafts.actor)}
            and ${shownOf(sql`known.of_actor`)} = ${shownOf(affiliationDrafts.of)})`,
    );
  for (const { actor, of, role } of drafted) {
    const [holder, principal] = [await idOf(tx, actor), await idOf(tx, of)];
    await recordAffiliation(tx, { actor: holder, of: principal, kind: 'SPEAKS_FOR', role });
  }
}

async function idOf(tx: WriteTx, key: number) {
  const [row] = await tx.drizzle.select({ id: actors.id }).from(actors).where(eq(actors.key, key));
  if (row === undefined) throw new Error(`There is no actor ${key}.`);
  return row;
}
