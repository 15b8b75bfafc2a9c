import { readOfNew } from '../queries/standing-facts.ts';
import type { ClaimContent } from '../rules/claim-content.ts';
import type { ClaimFacts } from '../rules/standing-facts.ts';
import { claimConcerns, claimParties, claims, claimTopics } from '../tables/claim.ts';
import { standings } from '../tables/standing.ts';
import { insertRows } from '../write/insert.ts';
import { projectNew } from '../write/project-new.ts';
import type { Projected } from '../write/projecting.ts';
import type { WriteTx } from '../write/transaction.ts';
import { actorsOf, factsOfNew, insertStances } from './new-stance.ts';
import type { ClaimTold } from './tell-claim.ts';

/** Asks ahead for what is known of whom and what these claims name, where that is all that bears on them. */
export function readFactsAhead(tx: WriteTx, contents: readonly ClaimContent[]): void {
  const stances = contents.flatMap((content) => content.stances);
  const evidence = stances.flatMap((stance) => stance.evidence);
  const isMore = stances.some(({ saidIn }) => saidIn !== null);
  if (isMore || contents.length > claimsAtOnce) return;
  if (evidence.some(({ article }) => !article.isAlone)) return;
  const articles = evidence.map(({ article }) => article.key);
  const concerned = contents.flatMap(({ concerns }) => concerns.map(({ key }) => key));
  const actors = [...concerned, ...stances.flatMap(actorsOf), ...contents.flatMap(publishersIn)];
  for (const [statement, args] of readOfNew({ articles, actors })) tx.readAhead(statement, args);
}

function publishersIn({ stances }: ClaimContent): number[] {
  return stances.flatMap(({ evidence }) =>
    evidence
      .flatMap(({ article: { outlet, creditedTo } }) => [outlet?.key ?? [], creditedTo?.key ?? []])
      .flat(),
  );
}

// Facts are held for so many claims at once.
const claimsAtOnce = 500;

/** Inserts the rows of claims and of their stances: a statement a table, projected as far as all that bears on them is known. */
export async function insertClaims(tx: WriteTx, all: readonly ClaimTold[]): Promise<void> {
  const made: Made[] = [];
  for (let from = 0; from < all.length; from += claimsAtOnce)
    made.push(...(await rowsOf(tx, all.slice(from, from + claimsAtOnce))));
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

type Made = ReturnType<typeof madeOf>;

async function rowsOf(tx: WriteTx, all: readonly ClaimTold[]): Promise<readonly Made[]> {
  const rows = all.map((told) => ({ told, row: rowOf(told), facts: factsOf(told) }));
  const known = rows.flatMap(({ told: { content, stances }, row: claim, facts }) =>
    facts === null
      ? []
      : {
          claim,
          facts,
          stances: stances.map((stance) => stance.row),
          publishers: publishersIn(content),
        },
  );
  const projected = new Map(
    (await projectNew(tx, known)).map((one) => [one.claim.key, one] as const),
  );
  return rows.map(({ told, row }) => madeOf(told, row, projected.get(row.key)));
}

function rowOf({ content, claim, review, withdrawnAt }: ClaimTold) {
  const { slug: _, stances: __, ...told } = content;
  const { key, id, slug, at, isPublic } = claim;
  return {
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
}

/** The facts of a claim; null where those of a stance have to be looked for. */
function factsOf({ content, claim, stances, withdrawnAt }: ClaimTold): ClaimFacts | null {
  const facts = stances.flatMap((stance) => factsOfNew(stance) ?? []);
  if (facts.length < stances.length) return null;
  const concerns = content.concerns.map((actor) => actor.key);
  return { claim: claim.key, withdrawnAt, concerns, stances: facts };
}

function madeOf(
  { stances }: ClaimTold,
  row: ReturnType<typeof rowOf>,
  projected: Projected | undefined,
) {
  return {
    claim: { ...row, ...projected?.claim },
    standing: projected?.projection.standing,
    parties: projected?.projection.parties ?? [],
    stances: stances.map((stance, place) => {
      return { ...stance, row: { ...stance.row, ...projected?.stances[place] } };
    }),
  };
}
