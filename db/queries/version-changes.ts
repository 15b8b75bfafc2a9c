import type { Reader, Statement } from '../read/read.ts';
import { inOrderOfVersions, type VersionDates } from '../rules/issue.ts';
import {
  type Fold,
  foldedLetters,
  type QuotedWords,
  standsIn,
  type VersionText,
} from '../rules/version-words.ts';
import { articlesInChains, textsOfVersions } from './article-versions.ts';
import { versionsOfEvidence, wordsInArticles, wordsOfEvidence } from './evidence-versions.ts';

/** A piece of evidence, and a version other than its own article in which its words stand. */
export type EvidenceVersion = readonly [evidence: number, article: number];

/** What is stored of the versions in which words stand, beside what their texts say. */
export interface VersionChanges {
  readonly added: readonly EvidenceVersion[];
  readonly gone: readonly EvidenceVersion[];
  /** The claims that the words of both bear on. */
  readonly claims: readonly number[];
}

/** Which pairs are looked at: those of the chains of `articles`. */
export interface VersionScope {
  readonly articles: readonly number[];
  /** Only these pieces of evidence. */
  readonly evidence?: readonly number[];
  /** Only these versions; what is stored of others stays. */
  readonly versions?: readonly number[];
  readonly fold?: Fold;
}

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
type Words = QuotedWords & Pick<RowOf<typeof wordsInArticles>, 'key' | 'claim'>;

/** The versions of one page in their order. */
interface Chain {
  readonly places: ReadonlyMap<number, number>;
  readonly texts: readonly VersionText[];
}

const none: VersionChanges = { added: [], gone: [], claims: [] };

/** What has to change in the table `evidence_versions`, so that it says what the texts on record say. */
export async function versionChanges(reader: Reader, scope: VersionScope): Promise<VersionChanges> {
  const { evidence, versions, fold = foldedOnce() } = scope;
  const joined = await reader.read(articlesInChains, { articles: JSON.stringify(scope.articles) });
  const keys = JSON.stringify(joined.map(({ key }) => key));
  const rows =
    evidence === undefined
      ? await reader.read(wordsInArticles, { articles: keys })
      : await reader.read(wordsOfEvidence, { evidence: JSON.stringify(evidence) });
  if (rows.length === 0) return none;

  const words = rows.map(wordsOf);
  const found = foundOf(
    await reader.read(versionsOfEvidence, {
      evidence: JSON.stringify(words.map(({ key }) => key)),
    }),
  );
  const chains = await readChains(reader, joined, versions);
  const [added, gone]: [EvidenceVersion[], EvidenceVersion[]] = [[], []];
  const claims = new Set<number>();
  for (const one of words) {
    const before = found.get(one.key) ?? new Set();
    const now = new Set(versionsWith(one, { chain: chains.get(one.article), before, fold }));
    const comes = [...now].filter((article) => !before.has(article));
    const goes = versions === undefined ? [...before].filter((article) => !now.has(article)) : [];
    added.push(...comes.map((article) => [one.key, article] as const));
    gone.push(...goes.map((article) => [one.key, article] as const));
    if (comes.length + goes.length > 0) claims.add(one.claim);
  }
  return { added, gone, claims: [...claims] };
}

/** Folds each text once. */
export function foldedOnce(): Fold {
  const folded = new Map<number, string>();
  return ({ key, text }) => {
    const letters = folded.get(key) ?? foldedLetters(text);
    folded.set(key, letters);
    return letters;
  };
}

function* versionsWith(
  words: Words,
  {
    chain,
    before,
    fold,
  }: {
    readonly chain: Chain | undefined;
    readonly before: ReadonlySet<number>;
    readonly fold: Fold;
  },
): Generator<number> {
  // Whose page has one version alone has no text to look into.
  if (chain === undefined) yield words.article;
  const first = chain?.places.get(words.firstShownBy ?? words.article) ?? 0;
  for (const version of chain?.texts ?? []) {
    const isTold = words.firstShownBy !== null;
    const isEarlier = isTold && (chain?.places.get(version.key) ?? first) < first;
    if (standsIn(words, version, { fold, isEarlier }) ?? before.has(version.key)) yield version.key;
  }
}

/** The chains of more than one version, by each of their articles. */
async function readChains(
  reader: Reader,
  joined: readonly RowOf<typeof articlesInChains>[],
  versions: readonly number[] | undefined,
): Promise<ReadonlyMap<number, Chain>> {
  const groups = chainsIn(joined.map(versionDates)).filter(({ length }) => length > 1);
  const wanted = groups.flat().map(({ key }) => key);
  if (wanted.length === 0) return new Map();
  const read = await reader.read(textsOfVersions, {
    articles: JSON.stringify(versions?.filter((key) => wanted.includes(key)) ?? wanted),
  });
  const chains = new Map<number, Chain>();
  for (const group of groups) {
    const ordered = inOrderOfVersions(group);
    const places = new Map(ordered.map(({ key }, place) => [key, place]));
    const texts = read
      .filter(({ key }) => places.has(key))
      .map(({ key, text, erasedAt }) => ({ key, text, erasedAt }));
    for (const { key } of group) chains.set(key, { places, texts });
  }
  return chains;
}

/** Articles by the pages whose versions they are. */
export function chainsIn<Version extends VersionDates>(
  joined: readonly Version[],
): readonly (readonly Version[])[] {
  const byKey = new Map(joined.map((version) => [version.key, version]));
  const newer = new Map<number, number[]>();
  for (const { key, supersedes } of joined) {
    if (supersedes !== null) newer.set(supersedes, [...(newer.get(supersedes) ?? []), key]);
  }
  const chains: Version[][] = [];
  for (const start of joined) {
    if (!byKey.has(start.key)) continue;
    const chain: Version[] = [];
    const open = [start.key];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const version = byKey.get(key);
      if (version === undefined) continue;
      byKey.delete(key);
      chain.push(version);
      open.push(
        ...(newer.get(key) ?? []),
        ...(version.supersedes === null ? [] : [version.supersedes]),
      );
    }
    chains.push(chain);
  }
  return chains;
}

/** A row reads from its answer: a plain value is copied out of it. */
export function versionDates(row: RowOf<typeof articlesInChains>): VersionDates {
  const { key, supersedes, publishedAt, publishedOn, modifiedAt, modifiedOn } = row;
  const { retrievedAt, recordedAt } = row;
  return {
    key,
    supersedes,
    publishedAt,
    publishedOn,
    modifiedAt,
    modifiedOn,
    retrievedAt,
    recordedAt,
  };
}

function wordsOf(row: RowOf<typeof wordsInArticles>): Words {
  const { key, article, claim, quote, prefix, suffix, recordedAt, firstShownBy } = row;
  return { key, article, claim, quote, prefix, suffix, recordedAt, firstShownBy };
}

function foundOf(
  rows: readonly RowOf<typeof versionsOfEvidence>[],
): ReadonlyMap<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { evidence, article } of rows) {
    const versions = found.get(evidence) ?? new Set();
    found.set(evidence, versions.add(article));
  }
  return found;
}
