import { claimConcerns, claimParties, claims, claimTopics } from '../tables/claim.ts';
import { standings } from '../tables/standing.ts';
import { insertRows } from '../write/insert.ts';
import { projectNew } from '../write/project-new.ts';
import type { WriteTx } from '../write/transaction.ts';
import { factsOfNew, insertStances } from './new-stance.ts';
import type { ClaimTold } from './tell-claim.ts';

/**
 * Inserts the rows of claims and of their stances: a statement a table, projected as far as all that bears on them is known,
 * each with statements of its own; or else all together, before the commit.
 */
export async function insertClaims(
  tx: WriteTx,
  all: readonly ClaimTold[],
  { isProjected = true }: { readonly isProjected?: boolean } = {},
): Promise<void> {
  const made: Awaited<ReturnType<typeof rowsOf>>[] = [];
  for (const told of all) made.push(await rowsOf(tx, told, isProjected));
  await insertRows(
    tx,
    claims,
    made.map(({ claim }) => claim),
  );
  await insertRows(
    tx,
    claimTopics,
    made.flatMap(({ claim }) => claim.allTopics.map((topic) => ({ topic, claim: claim.key }))),
  );
  await insertRows(
    tx,
    claimConcerns,
    all.flatMap(({ content, claim }) =>
      content.concerns.map(({ key: actor }, position) => ({ claim: claim.key, position, actor })),
    ),
  );
  await insertRows(
    tx,
    claimParties,
    made.flatMap(({ claim, parties }) => parties.map((party) => ({ ...party, claim: claim.key }))),
  );
  await insertRows(
    tx,
    standings,
    made.flatMap(({ claim, standing }) =>
      standing === undefined ? [] : { claim: claim.key, rule: standing.rule, standing },
    ),
  );
  await insertStances(
    tx,
    made.flatMap(({ stances }) => stances),
    all.flatMap(({ reviews }) => reviews),
  );
}

async function rowsOf(
  tx: WriteTx,
  { content, claim, stances, review, withdrawnAt }: ClaimTold,
  isProjected: boolean,
) {
  const { slug: _, stances: __, ...told } = content;
  const { key, id, slug, at, isPublic } = claim;
  const row = {
    ...told,
    key,
    id,
    slug,
    review,
    recordedAt: at,
    withdrawnAt,
    allTopics: [...new Set(content.topics)],
    publicAt: isPublic ? at : null,
    toldAt: isPublic ? at : null,
    shown: null,
    listed: isPublic && withdrawnAt === null,
    // A standing before any stance.
    status: 'UNADDRESSED' as const,
    onlyUnnamedSources: false,
    replies: '[]',
    dispute: 0,
    standingChangedAt: at,
  };
  const facts = stances.flatMap((stance) => factsOfNew(stance) ?? []);
  const projected =
    !isProjected || facts.length < stances.length
      ? null
      : await projectNew(tx, {
          claim: row,
          stances: stances.map((stance) => stance.row),
          facts: {
            claim: key,
            withdrawnAt,
            concerns: content.concerns.map((actor) => actor.key),
            stances: facts,
          },
        });
  return {
    claim: { ...row, ...projected?.claim },
    standing: projected?.projection.standing,
    parties: projected?.projection.parties ?? [],
    stances: stances.map((stance, place) => {
      return { ...stance, row: { ...stance.row, ...projected?.stances[place] } };
    }),
  };
}
