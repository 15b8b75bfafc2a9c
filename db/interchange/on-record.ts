import {
  actorsBySlug,
  actorsByWikidataId,
  affiliationsOf,
  articlesBySha256,
  articlesBySlug,
  claimsBySlug,
  linksFrom,
  mergesInForce,
  mergesOf,
} from '../queries/export.ts';
import { stancesBySlug } from '../queries/export-stance.ts';
import type { Reader, Statement } from '../read/read.ts';
import type { Review } from '../rules/vocabulary.ts';
import {
  actorLine,
  actorMergeLine,
  affiliationLine,
  articleLine,
  claimLine,
  claimLinkLine,
  stanceLine,
} from './content.ts';
import type {
  ActorLine,
  ActorMergeLine,
  AffiliationLine,
  ArticleLine,
  ClaimLine,
  ClaimLinkLine,
  Line,
  StanceLine,
} from './lines.ts';

/** A line that the record would write, and what was reviewed first of what it brings. */
export interface Recorded<L extends Line> {
  readonly line: L;
  readonly firstReview?: Review;
}

/** What the record holds of the things that some lines bring or refer to, as the lines that it would write. */
export interface OnRecord {
  readonly actors: ReadonlyMap<string, ActorLine>;
  readonly actorsByWikidataId: ReadonlyMap<string, ActorLine>;
  /** By slug, and by `sha256:` for the earliest of a hash. */
  readonly articles: ReadonlyMap<string, ArticleLine>;
  readonly articlesBySha256: ReadonlyMap<string, readonly ArticleLine[]>;
  readonly claims: ReadonlyMap<string, Recorded<ClaimLine>>;
  readonly stances: ReadonlyMap<string, Recorded<StanceLine>>;
  /** Of every actor and claim that a line leads from. */
  readonly affiliations: readonly AffiliationLine[];
  readonly claimLinks: readonly ClaimLinkLine[];
  readonly actorMerges: readonly ActorMergeLine[];
  /** Into whom actors are merged, read only where a line merges one. */
  readonly mergedInto: ReadonlyMap<string, string>;
}

/** Reads it; without a reader nothing is on record. */
export async function onRecord(reader: Reader | null, lines: readonly Line[]): Promise<OnRecord> {
  const named = namedIn(lines);
  const read = async <Row, L>(
    statement: Statement<Row>,
    names: ReadonlySet<string>,
    line: (row: Row) => L,
  ): Promise<readonly L[]> => {
    if (reader === null || names.size === 0) return [];
    const rows = await reader.read(statement, { names: JSON.stringify([...names]) });
    return rows.map(line);
  };
  const byWikidataId = await read(actorsByWikidataId, named.wikidataIds, actorLine);
  const bySha256 = await read(articlesBySha256, named.hashes, articleLine);
  const bySlug = await read(articlesBySlug, named.articles, articleLine);
  for (const { outlet, creditedTo } of [...bySlug, ...bySha256]) {
    add(named.actors, outlet, creditedTo);
  }
  // The earliest of a hash is what the hash stands for: it is set last.
  const hashed = bySha256.toReversed().map((line) => [`sha256:${line.sha256}`, line] as const);
  return {
    actors: byId(await read(actorsBySlug, named.actors, actorLine)),
    actorsByWikidataId: new Map(byWikidataId.map((line) => [line.wikidataId ?? '', line])),
    articles: new Map([...byId(bySlug), ...hashed]),
    articlesBySha256: grouped(bySha256),
    claims: byLineId(
      await read(claimsBySlug, named.claims, (row) => ({
        line: claimLine(row),
        firstReview: row.firstReview,
      })),
    ),
    stances: byLineId(
      await read(stancesBySlug, named.stances, (row) => ({
        line: stanceLine(row),
        firstReview: row.firstReview,
      })),
    ),
    affiliations: await read(affiliationsOf, named.affiliated, affiliationLine),
    claimLinks: await read(linksFrom, named.linked, claimLinkLine),
    actorMerges: await read(mergesOf, named.merged, actorMergeLine),
    mergedInto: await mergedActors(named.merged.size === 0 ? null : reader),
  };
}

async function mergedActors(reader: Reader | null): Promise<ReadonlyMap<string, string>> {
  const rows = reader === null ? [] : await reader.read(mergesInForce);
  return new Map(rows.map(({ from, into }) => [from, into]));
}

/** The names, by what they are names of. */
type Named = Readonly<
  Record<
    | 'actors'
    | 'wikidataIds'
    | 'articles'
    | 'hashes'
    | 'claims'
    | 'stances'
    | 'affiliated'
    | 'linked'
    | 'merged',
    Set<string>
  >
>;

function namedIn(lines: readonly Line[]): Named {
  const named: Named = {
    actors: new Set(),
    wikidataIds: new Set(),
    articles: new Set(),
    hashes: new Set(),
    claims: new Set(),
    stances: new Set(),
    affiliated: new Set(),
    linked: new Set(),
    merged: new Set(),
  };
  for (const line of lines) addNames(named, line);
  return named;
}

function addNames(named: Named, line: Line): void {
  switch (line.type) {
    case 'record':
      break;
    case 'actor':
      add(named.wikidataIds, line.wikidataId);
      add(named.actors, line.id, line.grantedBy);
      break;
    case 'affiliation':
      add(named.affiliated, line.actor);
      add(named.actors, line.actor, line.of);
      break;
    case 'article':
      add(named.actors, line.outlet, line.creditedTo);
      add(named.hashes, line.sha256);
      add(named.articles, line.id);
      addArticle(named, line.supersedes);
      break;
    case 'claim':
      add(named.claims, line.id);
      break;
    case 'claimLink':
      add(named.linked, line.from);
      add(named.claims, line.from, line.to);
      break;
    case 'actorMerge':
      add(named.merged, line.from);
      add(named.actors, line.from, line.into);
      break;
    case 'stance':
      addStanceNames(named, line);
      break;
  }
}

function addStanceNames(named: Named, line: StanceLine): void {
  add(named.stances, line.id);
  add(named.claims, line.claim, line.saidIn);
  add(named.actors, line.actor);
  for (const { article, attribution } of line.evidence) {
    addArticle(named, article);
    add(named.actors, ...(attribution ?? []));
  }
}

function addArticle(named: Named, reference: string | undefined): void {
  if (reference?.startsWith('sha256:')) named.hashes.add(reference.slice('sha256:'.length));
  else add(named.articles, reference);
}

function add(names: Set<string>, ...added: readonly (string | undefined)[]): void {
  for (const name of added) if (name !== undefined) names.add(name);
}

function byId<L extends { readonly id: string }>(lines: readonly L[]): ReadonlyMap<string, L> {
  return new Map(lines.map((line) => [line.id, line]));
}

function byLineId<L extends ClaimLine | StanceLine>(
  recorded: readonly Recorded<L>[],
): ReadonlyMap<string, Recorded<L>> {
  return new Map(recorded.map((one) => [one.line.id, one]));
}

function grouped(lines: readonly ArticleLine[]): ReadonlyMap<string, readonly ArticleLine[]> {
  const groups = new Map<string, ArticleLine[]>();
  for (const line of lines) groups.set(line.sha256, [...(groups.get(line.sha256) ?? []), line]);
  return groups;
}
