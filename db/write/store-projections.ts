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

/** How rows of a table are stored: of their cells, the first is the key. */
interface Storing {
  readonly table: 'claims' | 'standings' | 'stances';
  /** Stores one whose cells are bound. */
  readonly one: string;
  /** Stores those of a JSON array. */
  readonly many: string;
}

const ofStatus = ['status', 'only_unnamed_sources', 'standing_changed_at', 'replies', 'dispute'];

const claims = updating('claims', [
  ...['public_at', 'told_at', 'listed', 'shown', 'all_topics'],
  ...ofStatus,
]);

/** Of most claims nothing else changes, and most indexes have nothing of these. */
const statuses = updating('claims', ofStatus);

const stances = updating('stances', [
  ...['listed', 'counting', 'hearsay', 'carrier_retracted'],
  ...['shown_claim', 'shown_actor', 'effective_at', 'effective_basis'],
  ...['turned_from', 'split_from', 'split_of'],
]);

const standings: Storing = {
  table: 'standings',
  one: 'insert or replace into standings (claim, rule, standing) values (?, ?, ?)',
  many: `
    insert or replace into standings (claim, rule, standing)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
};

const removeTopics = 'delete from claim_topics where claim in (select value from json_each(?))';

const insertTopics = `
  insert into claim_topics (topic, claim) select value ->> 0, value ->> 1 from json_each(?)`;

const removeParties = 'delete from claim_parties where claim in (select value from json_each(?))';

const insertParties = `
  insert into claim_parties (role, actor, claim) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`;

/** Stores of these projections what differs from what is stored; of many with a statement for each kind of row. */
export async function storeProjections(
  tx: Pick<WriteTx, 'run'>,
  projections: readonly ClaimProjection[],
): Promise<void> {
  // Where another claim is shown for one, whatever leads to it leads to that: then nobody tells which rows changed. See RowsWritten.
  const isTelling = projections.every(({ before, claim }) => before.shown === claim.shown);
  const run = async (text: string, rows: readonly unknown[]): Promise<void> => {
    if (rows.length > 0) await tx.run(text, [JSON.stringify(rows)]);
  };
  const store = async ({ table, one, many }: Storing, rows: readonly Cells[]): Promise<void> => {
    const [first, ...more] = rows;
    if (first === undefined) return;
    const told = isTelling ? { table, keys: rows.map(([key]) => key) } : undefined;
    // Values that are bound cost a part of what it takes to read them from JSON.
    if (more.length === 0) await tx.run(one, first, told);
    else await tx.run(many, [JSON.stringify(rows)], told);
  };
  await store(claims, projections.flatMap(claimCells));
  await store(statuses, projections.flatMap(statusCells));
  await store(standings, projections.flatMap(standingCells));
  await store(
    stances,
    projections.flatMap((projection) => projection.stances.flatMap(stanceCells)),
  );
  const retold = projections.flatMap(({ before, claim }) =>
    sameTopics(before.allTopics, claim.allTopics) ? [] : claim,
  );
  await run(
    removeTopics,
    retold.map(({ key }) => key),
  );
  await run(
    insertTopics,
    retold.flatMap(({ key, allTopics }) => allTopics.map((topic) => [topic, key])),
  );
  const others = projections.filter(
    ({ before, parties }) => before.parties !== storedParties(parties),
  );
  await run(
    removeParties,
    others.flatMap(({ before }) => (before.parties === '[]' ? [] : before.key)),
  );
  await run(
    insertParties,
    others.flatMap(({ claim, parties }) =>
      parties.map(({ role, actor }) => [role, actor, claim.key]),
    ),
  );
}

type Cells = readonly [key: number, ...(string | number | null)[]];

/** An update of these columns. */
function updating(table: 'claims' | 'stances', columns: readonly string[]): Storing {
  const bound = columns.map((column, place) => `${column} = ?${place + 2}`);
  const read = columns.map((column, place) => `${column} = row ->> ${place + 1}`);
  return {
    table,
    one: `update ${table} set ${bound} where key = ?1`,
    many: `
      update ${table} set ${read}
      from (select value as row from json_each(?)) where ${table}.key = row ->> 0`,
  };
}

function claimCells({ before, claim }: ClaimProjection): Cells[] {
  if (!isShownOtherwise(before, claim)) return [];
  const { key, publicAt, toldAt, listed, shown, allTopics } = claim;
  const topics = JSON.stringify(allTopics);
  return [[key, publicAt, toldAt, Number(listed), shown, topics, ...statusOf(claim)]];
}

function statusCells({ before, claim }: ClaimProjection): Cells[] {
  const isStored =
    before.status === claim.status &&
    before.onlyUnnamedSources === claim.onlyUnnamedSources &&
    before.replies === claim.replies &&
    before.dispute === claim.dispute &&
    before.standingChangedAt === claim.standingChangedAt;
  return isStored || isShownOtherwise(before, claim) ? [] : [[claim.key, ...statusOf(claim)]];
}

/** Whether it is to be shown elsewhere, or to others, than it is. */
function isShownOtherwise(before: ProjectedClaimRow, claim: ProjectedClaim): boolean {
  return !(
    before.publicAt === claim.publicAt &&
    before.toldAt === claim.toldAt &&
    before.listed === claim.listed &&
    before.shown === claim.shown &&
    sameTopics(before.allTopics, claim.allTopics)
  );
}

function statusOf(claim: ProjectedClaim) {
  const { status, onlyUnnamedSources, standingChangedAt, replies, dispute } = claim;
  return [status, Number(onlyUnnamedSources), standingChangedAt, replies, dispute] as const;
}

function sameTopics(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((topic, place) => topic === others[place]);
}

function standingCells({ before, claim, standing }: ClaimProjection): Cells[] {
  const stored = storedStanding(standing);
  return before.standing === stored ? [] : [[claim.key, standing.rule, stored]];
}

function stanceCells({ before, stance }: StanceProjection): Cells[] {
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
  const flags = [listed, counting, hearsay, carrierRetracted].map(Number);
  const time = [stance.effectiveAt, stance.effectiveBasis];
  const turns = [stance.turnedFrom, stance.splitFrom, stance.splitOf];
  return [[before.key, ...flags, shownClaim, shownActor, ...time, ...turns]];
}
