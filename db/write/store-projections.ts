import { type SQL, sql } from 'drizzle-orm';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { ProjectedClaimRow, ProjectedStanceRow } from '../queries/projection.ts';
import type { ProjectedStance, ProjectedStanding } from '../rules/standing.ts';
import type { ClaimRow } from '../tables/claim.ts';

type ProjectedClaim = Pick<
  ClaimRow,
  'key' | 'publicAt' | 'listed' | 'status' | 'onlyUnnamedSources' | 'standingChangedAt'
>;

/** The projection of one claim, beside what is stored of it. */
export interface ClaimProjection {
  readonly before: ProjectedClaimRow;
  readonly claim: ProjectedClaim;
  readonly standing: ProjectedStanding;
  readonly stances: readonly StanceProjection[];
}

interface StanceProjection {
  readonly before: ProjectedStanceRow;
  readonly stance: ProjectedStance & { readonly listed: boolean };
}

const updateClaims = (rows: string) => sql`
  update claims set
    public_at = row ->> 1, listed = row ->> 2, status = row ->> 3, only_unnamed_sources = row ->> 4,
    standing_changed_at = row ->> 5
  from (select value as row from json_each(${rows})) where claims.key = row ->> 0`;

const updateStances = (rows: string) => sql`
  update stances set
    listed = row ->> 1, counting = row ->> 2, hearsay = row ->> 3, carrier_retracted = row ->> 4
  from (select value as row from json_each(${rows})) where stances.key = row ->> 0`;

const replaceStandings = (rows: string) => sql`
  insert or replace into standings (claim, rule, standing)
  select value ->> 0, value ->> 1, value ->> 2 from json_each(${rows})`;

/** Stores of these projections what differs from what is stored: at most three statements. */
export async function storeProjections(
  db: SqliteRemoteDatabase,
  projections: readonly ClaimProjection[],
): Promise<void> {
  const store = async (statement: (rows: string) => SQL, rows: readonly unknown[]) => {
    if (rows.length > 0) await db.run(statement(JSON.stringify(rows)));
  };
  await store(updateClaims, projections.flatMap(claimCells));
  await store(replaceStandings, projections.flatMap(standingCells));
  await store(
    updateStances,
    projections.flatMap(({ stances }) => stances.flatMap(stanceCells)),
  );
}

function claimCells({ before, claim }: ClaimProjection): unknown[][] {
  const isStored =
    before.publicAt === claim.publicAt &&
    before.listed === claim.listed &&
    before.status === claim.status &&
    before.onlyUnnamedSources === claim.onlyUnnamedSources &&
    before.standingChangedAt === claim.standingChangedAt;
  if (isStored) return [];
  const { key, publicAt, listed, status, onlyUnnamedSources, standingChangedAt } = claim;
  return [[key, publicAt, Number(listed), status, Number(onlyUnnamedSources), standingChangedAt]];
}

function standingCells({ before, claim, standing }: ClaimProjection): unknown[][] {
  const stored = JSON.stringify(standing);
  return before.standing === stored ? [] : [[claim.key, standing.rule, stored]];
}

function stanceCells({ before, stance }: StanceProjection): unknown[][] {
  const isStored =
    before.listed === stance.listed &&
    before.counting === stance.counting &&
    before.hearsay === stance.hearsay &&
    before.carrierRetracted === stance.carrierRetracted;
  if (isStored) return [];
  const { listed, counting, hearsay, carrierRetracted } = stance;
  return [[before.key, ...[listed, counting, hearsay, carrierRetracted].map(Number)]];
}
