import { projectedClaims, projectedStances } from '../queries/projection.ts';
import { standingFacts } from '../queries/standing-facts.ts';
import { claimsToVerify, lastStandings, stanceNames } from '../queries/verify.ts';
import type { Reader, Statement } from '../read/read.ts';
import { projectionOf, storedParties } from '../rules/projection.ts';
import { type ProjectedStance, type Standings, standingsIn } from '../rules/standing.ts';
import { storedStanding } from '../rules/standing-stored.ts';
import { polarityOf } from '../rules/vocabulary.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
type ProjectedClaim = RowOf<typeof projectedClaims>;
type ProjectedStanceRow = RowOf<typeof projectedStances>;

type Compared = readonly [name: string, stored: unknown, expected: unknown];

/** What is stored of the standing of one claim, and what the log says of it. */
interface Stored {
  readonly claim: RowOf<typeof claimsToVerify>;
  readonly row: ProjectedClaim;
  readonly stances: readonly ProjectedStanceRow[];
  readonly told: RowOf<typeof lastStandings> | undefined;
  readonly names: ReadonlyMap<number, RowOf<typeof stanceNames>>;
  /** Whether it ever was one with another. */
  readonly wasJoined: boolean;
}

/** Every stored standing, and what is stored with stances, against what the rules say of the record. */
export async function verifyStandings(reader: Reader, report: Report): Promise<void> {
  for await (const page of pages(reader, claimsToVerify, 100)) {
    const keys = page.map(({ key }) => key);
    const list = JSON.stringify(keys);
    const facts = await standingFacts(reader, keys);
    const standings = standingsIn(facts);
    const joined = new Set(
      facts.links.flatMap(({ kind, from, to }) => (kind === 'SAME_AS' ? [from, to] : [])),
    );
    const rows = byKey(await reader.read(projectedClaims, { claims: list }), ({ key }) => key);
    const stances = await reader.read(projectedStances, { claims: list });
    const told = byKey(await reader.read(lastStandings, { keys: list }), ({ claim }) => claim);
    const names = byKey(await reader.read(stanceNames, { keys: list }), ({ key }) => key);
    for (const claim of page) {
      const row = rows.get(claim.key);
      if (row === undefined) continue;
      const own = stances.filter((stance) => stance.claim === claim.key);
      const wasJoined = joined.has(claim.key);
      const stored = { claim, row, stances: own, told: told.get(claim.key), names, wasJoined };
      verifyClaim(stored, standings, report);
      verifyStances(stored, standings.stancesOn(claim.key), report);
    }
  }
}

function verifyClaim(stored: Stored, standings: Standings, report: Report): void {
  const { claim, row, stances, told, wasJoined } = stored;
  const standing = standings.of(claim.key);
  const { shown } = standings.wholeOf(claim.key);
  report.checked.claims += 1;
  const isPublic = row.publicAt !== null;
  const isListed =
    isPublic && row.review === 'VERIFIED' && row.withdrawnAt === null && shown === claim.key;
  // A claim that nobody touched has none yet, and needs none.
  const hasNone = row.standing === null && stances.length === 0;
  const { review, withdrawnAt } = row;
  const judged = { key: claim.key, review, withdrawnAt, isPublic };
  const projected = projectionOf(judged, stances, standings);
  const since = told?.causedAt ?? claim.recordedAt;
  const changedAt: Compared = ['standingChangedAt', row.standingChangedAt, since];
  const compared: readonly Compared[] = [
    ['status', row.status, standing.status],
    ['onlyUnnamedSources', row.onlyUnnamedSources, standing.onlyUnnamedSources],
    ['listed', row.listed, isListed],
    ['shown', row.shown ?? claim.key, shown],
    ['replies', row.replies, projected.claim.replies],
    ['dispute', row.dispute, projected.claim.dispute],
    ['parties', row.parties, storedParties(projected.parties)],
    // Of a claim that has, or had, several wordings it goes by what is, and was, shown.
    ...(wasJoined ? [] : [changedAt]),
    ['last STANDING_CHANGED', told?.to ?? 'UNADDRESSED', standing.status],
  ];
  for (const [name, found, expected] of compared) {
    if (found !== expected) report.fault('claim', claim.id, unlike(name, found, expected));
  }
  if (!hasNone && row.standing !== storedStanding(standing)) {
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
    const isReadable =
      row.publicAt !== null && row.review === 'VERIFIED' && row.withdrawnAt === null;
    const isListed = isReadable && stance.review === 'VERIFIED' && stance.withdrawnAt === null;
    const compared: readonly Compared[] = [
      ['polarity', name.polarity, polarityOf[name.kind]],
      ['listed', stance.listed, isListed],
      ['counting', stance.counting, rule?.counting ?? false],
      ['hearsay', stance.hearsay, rule?.hearsay ?? false],
      ['carrierRetracted', stance.carrierRetracted, rule?.carrierRetracted ?? false],
      ['shownClaim', stance.shownClaim, rule?.shownClaim],
      ['shownActor', stance.shownActor, rule?.shownActor],
      ['effectiveAt', stance.effectiveAt, rule?.effectiveAt],
      ['effectiveBasis', stance.effectiveBasis, rule?.effectiveBasis],
      ['turnedFrom', stance.turnedFrom, rule?.turnedFrom ?? null],
      ['splitFrom', stance.splitFrom, rule?.splitFrom ?? null],
      ['splitOf', stance.splitOf, rule?.splitOf ?? null],
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
