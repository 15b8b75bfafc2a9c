import { projectedClaims, projectedStances } from '../queries/projection.ts';
import { standingFacts } from '../queries/standing-facts.ts';
import { claimsToVerify, lastStandings, stanceNames } from '../queries/verify.ts';
import type { Reader, Statement } from '../read/read.ts';
import {
  type ProjectedStance,
  type ProjectedStanding,
  stancesProjected,
  standingOf,
} from '../rules/standing.ts';
import { polarityOf } from '../rules/vocabulary.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
type ProjectedClaim = RowOf<typeof projectedClaims>;
type ProjectedStanceRow = RowOf<typeof projectedStances>;

/** What is stored of the standing of one claim, and what the log says of it. */
interface Stored {
  readonly claim: RowOf<typeof claimsToVerify>;
  readonly row: ProjectedClaim;
  readonly stances: readonly ProjectedStanceRow[];
  readonly told: RowOf<typeof lastStandings> | undefined;
  readonly names: ReadonlyMap<number, RowOf<typeof stanceNames>>;
}

/** Every stored standing, and what is stored with stances, against what the rules say of the record. */
export async function verifyStandings(reader: Reader, report: Report): Promise<void> {
  for await (const page of pages(reader, claimsToVerify, 100)) {
    const keys = page.map(({ key }) => key);
    const list = JSON.stringify(keys);
    const facts = await standingFacts(reader, keys);
    const rows = byKey(await reader.read(projectedClaims, { claims: list }), ({ key }) => key);
    const stances = await reader.read(projectedStances, { claims: list });
    const told = byKey(await reader.read(lastStandings, { keys: list }), ({ claim }) => claim);
    const names = byKey(await reader.read(stanceNames, { keys: list }), ({ key }) => key);
    for (const claim of page) {
      const row = rows.get(claim.key);
      if (row === undefined) continue;
      const own = stances.filter((stance) => stance.claim === claim.key);
      const stored = { claim, row, stances: own, told: told.get(claim.key), names };
      verifyClaim(stored, standingOf(facts, claim.key), report);
      verifyStances(stored, stancesProjected(facts, claim.key), report);
    }
  }
}

function verifyClaim(stored: Stored, standing: ProjectedStanding, report: Report): void {
  const { claim, row, stances, told } = stored;
  report.checked.claims += 1;
  const isPublic = row.publicAt !== null;
  const isListed = isPublic && row.review === 'VERIFIED' && row.withdrawnAt === null;
  // A claim that nobody touched has none yet, and needs none.
  const hasNone = row.standing === null && stances.length === 0;
  const compared: readonly [name: string, stored: unknown, expected: unknown][] = [
    ['status', row.status, standing.status],
    ['onlyUnnamedSources', row.onlyUnnamedSources, standing.onlyUnnamedSources],
    ['listed', row.listed, isListed],
    ['standingChangedAt', row.standingChangedAt, told?.causedAt ?? claim.recordedAt],
    ['last STANDING_CHANGED', told?.to ?? 'UNADDRESSED', standing.status],
  ];
  for (const [name, found, expected] of compared) {
    if (found !== expected) report.fault('claim', claim.id, unlike(name, found, expected));
  }
  if (!hasNone && row.standing !== JSON.stringify(standing)) {
    report.fault('claim', claim.id, 'its stored standing is not what the rules say');
  }
  if (!isPublic && stances.some(({ review }) => review === 'VERIFIED')) {
    report.fault('claim', claim.id, 'it has a verified stance and is not public');
  }
}

function verifyStances(
  { row, stances, names }: Stored,
  projected: readonly ProjectedStance[],
  report: Report,
): void {
  const expected = byKey(projected, ({ stance }) => stance);
  for (const stance of stances) {
    report.checked.stances += 1;
    const name = names.get(stance.key);
    const rule = expected.get(stance.key);
    if (name === undefined) continue;
    const isListed = row.listed && stance.review === 'VERIFIED' && stance.withdrawnAt === null;
    const compared: readonly [name: string, stored: unknown, expected: unknown][] = [
      ['polarity', name.polarity, polarityOf[name.kind]],
      ['listed', stance.listed, isListed],
      ['counting', stance.counting, rule?.counting ?? false],
      ['hearsay', stance.hearsay, rule?.hearsay ?? false],
      ['carrierRetracted', stance.carrierRetracted, rule?.carrierRetracted ?? false],
    ];
    for (const [key, found, wanted] of compared) {
      if (found !== wanted) report.fault('stance', name.id, unlike(key, found, wanted));
    }
  }
}

function unlike(name: string, found: unknown, expected: unknown): string {
  return `its ${name} is stored as ${found}, and is ${expected}`;
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => number): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
