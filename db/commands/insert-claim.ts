import type { ClaimContent } from '../rules/claim-content.ts';
import { claimConcerns, claims, claimTopics } from '../tables/claim.ts';
import { standings } from '../tables/standing.ts';
import { insertRow, insertRows } from '../write/insert.ts';
import { projectNew } from '../write/project-new.ts';
import type { WriteTx } from '../write/transaction.ts';
import { factsOfNew, insertStances } from './new-stance.ts';
import type { ClaimTold } from './tell-claim.ts';

/** Inserts the rows of a claim and of its stances: a statement a table, projected as far as all that bears on it is known. */
export async function insertClaim(
  tx: WriteTx,
  { slug: _, stances: __, ...content }: ClaimContent,
  { claim: { key, id, slug, at, isPublic }, stances, reviews, review, withdrawnAt }: ClaimTold,
): Promise<void> {
  const topics = [...new Set(content.topics)];
  const row = {
    ...content,
    key,
    id,
    slug,
    review,
    recordedAt: at,
    withdrawnAt,
    allTopics: topics,
    publicAt: isPublic ? at : null,
    toldAt: isPublic ? at : null,
    shown: null,
    listed: isPublic && withdrawnAt === null,
    // A standing before any stance.
    status: 'UNADDRESSED' as const,
    onlyUnnamedSources: false,
    standingChangedAt: at,
  };
  const facts = stances.flatMap((stance) => factsOfNew(stance) ?? []);
  const projected =
    facts.length < stances.length
      ? null
      : await projectNew(tx, {
          claim: row,
          stances: stances.map((stance) => stance.row),
          facts: { claim: key, withdrawnAt, stances: facts },
        });
  await insertRow(tx, claims, { ...row, ...projected?.claim });
  await insertRows(
    tx,
    claimTopics,
    topics.map((topic) => ({ topic, claim: key })),
  );
  await insertRows(
    tx,
    claimConcerns,
    content.concerns.map(({ key: actor }, position) => ({ claim: key, position, actor })),
  );
  if (projected !== null) {
    const { standing } = projected.projection;
    await insertRows(tx, standings, [{ claim: key, rule: standing.rule, standing }]);
  }
  const made = stances.map((stance, place) => {
    return { ...stance, row: { ...stance.row, ...projected?.stances[place] } };
  });
  await insertStances(tx, made, reviews);
}
