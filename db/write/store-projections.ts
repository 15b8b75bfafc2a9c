import type { ProjectedClaimRow, ProjectedStanceRow } from '../queries/projection.ts';
import { type Party, storedParties } from '../rules/projection.ts';
import type { ProjectedStance, ProjectedStanding } from '../rules/standing.ts';
import { storedStanding } from '../rules/standing-stored.ts';
import type { ClaimRow } from '../tables/claim.ts';
import type { WriteTx } from './transaction.ts';

type ProjectedClaim = Pick<
  ClaimRow,
  | 'key'
  | 'publicAt'
  | 'toldAt'
  | 'listed'
  | 'shown'
  | 'allTopics'
  | 'status'
  | 'onlyUnnamedSources'
  | 'replies'
  | 'dispute'
  | 'standingChangedAt'
>;

/** The projection of one claim, beside what is stored of it. */
export interface ClaimProjection {
  readonly before: ProjectedClaimRow;
  readonly claim: ProjectedClaim;
  readonly standing: ProjectedStanding;
  readonly parties: readonly Party[];
  readonly stances: readonly StanceProjection[];
}

interface StanceProjection {
  readonly before: ProjectedStanceRow;
  readonly stance: ProjectedStance & { readonly listed: boolean };
}

const updateClaims = `
  update claims set
    public_at = row ->> 1, told_at = row ->> 2, listed = row ->> 3, shown = row ->> 4, all_topics = row ->> 5,
    status = row ->> 6, only_unnamed_sources = row ->> 7, standing_changed_at = row ->> 8,
    replies = row ->> 9, dispute = row ->> 10
  from (select value as row from json_each(?)) where claims.key = row ->> 0`;

const updateStances = `
  update stances set
    listed = row ->> 1, counting = row ->> 2, hearsay = row ->> 3, carrier_retracted = row ->> 4,
    shown_claim = row ->> 5, shown_actor = row ->> 6, effective_at = row ->> 7, effective_basis = row ->> 8,
    turned_from = row ->> 9, split_from = row ->> 10, split_of = row ->> 11
  from (select value as row from json_each(?)) where stances.key = row ->> 0`;

const replaceStandings = `
  insert or replace into standings (claim, rule, standing)
  select value ->> 0, value ->> 1, value ->> 2 from json_each(?) returning claim`;

const removeTopics = 'delete from claim_topics where claim in (select value from json_each(?))';

const insertTopics = `
  insert into claim_topics (topic, claim) select value ->> 0, value ->> 1 from json_each(?)`;

const removeParties = 'delete from claim_parties where claim in (select value from json_each(?))';

const insertParties = `
  insert into claim_parties (role, actor, claim) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`;

/** Stores of these projections what differs from what is stored: at most three statements, and two more where topics are united, or others concerned or against. */
export async function storeProjections(
  tx: Pick<WriteTx, 'run'>,
  projections: readonly ClaimProjection[],
): Promise<void> {
  // Where another claim is shown for one, whatever leads to it leads to that. The ending tells which rows changed: see RowsWritten.
  const isTelling = projections.every(({ before, claim }) => before.shown === claim.shown);
  const telling = isTelling ? ' returning key' : '';
  const store = async (statement: string, rows: readonly unknown[]) => {
    if (rows.length > 0) await tx.run(statement, [JSON.stringify(rows)]);
  };
  await store(updateClaims + telling, projections.flatMap(claimCells));
  await store(replaceStandings, projections.flatMap(standingCells));
  await store(
    updateStances + telling,
    projections.flatMap(({ stances }) => stances.flatMap(stanceCells)),
  );
  const retold = projections.flatMap(({ before, claim }) =>
    sameTopics(before.allTopics, claim.allTopics) ? [] : claim,
  );
  await store(
    removeTopics,
    retold.map(({ key }) => key),
  );
  await store(
    insertTopics,
    retold.flatMap(({ key, allTopics }) => allTopics.map((topic) => [topic, key])),
  );
  const others = projections.filter(
    ({ before, parties }) => before.parties !== storedParties(parties),
  );
  await store(
    removeParties,
    others.flatMap(({ before }) => (before.parties === '[]' ? [] : before.key)),
  );
  await store(
    insertParties,
    others.flatMap(({ claim, parties }) =>
      parties.map(({ role, actor }) => [role, actor, claim.key]),
    ),
  );
}

function claimCells({ before, claim }: ClaimProjection): unknown[][] {
  const isStored =
    before.publicAt === claim.publicAt &&
    before.toldAt === claim.toldAt &&
    before.listed === claim.listed &&
    before.shown === claim.shown &&
    sameTopics(before.allTopics, claim.allTopics) &&
    before.status === claim.status &&
    before.onlyUnnamedSources === claim.onlyUnnamedSources &&
    before.replies === claim.replies &&
    before.dispute === claim.dispute &&
    before.standingChangedAt === claim.standingChangedAt;
  if (isStored) return [];
  const { key, publicAt, toldAt, listed, shown, allTopics, status } = claim;
  const topics = JSON.stringify(allTopics);
  const unnamed = Number(claim.onlyUnnamedSources);
  return [
    [
      key,
      publicAt,
      toldAt,
      Number(listed),
      shown,
      topics,
      status,
      unnamed,
      claim.standingChangedAt,
      claim.replies,
      claim.dispute,
    ],
  ];
}

function sameTopics(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((topic, place) => topic === others[place]);
}

function standingCells({ before, claim, standing }: ClaimProjection): unknown[][] {
  const stored = storedStanding(standing);
  return before.standing === stored ? [] : [[claim.key, standing.rule, stored]];
}

function stanceCells({ before, stance }: StanceProjection): unknown[][] {
  const isStored =
    before.listed === stance.listed &&
    before.counting === stance.counting &&
    before.hearsay === stance.hearsay &&
    before.carrierRetracted === stance.carrierRetracted &&
    before.shownClaim === stance.shownClaim &&
    before.shownActor === stance.shownActor &&
    before.effectiveAt === stance.effectiveAt &&
    before.effectiveBasis === stance.effectiveBasis &&
    before.turnedFrom === stance.turnedFrom &&
    before.splitFrom === stance.splitFrom &&
    before.splitOf === stance.splitOf;
  if (isStored) return [];
  const { listed, counting, hearsay, carrierRetracted, shownClaim, shownActor } = stance;
  return [
    [
      before.key,
      ...[listed, counting, hearsay, carrierRetracted].map(Number),
      shownClaim,
      shownActor,
      stance.effectiveAt,
      stance.effectiveBasis,
      stance.turnedFrom,
      stance.splitFrom,
      stance.splitOf,
    ],
  ];
}
