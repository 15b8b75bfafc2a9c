import { articlesInChains, versionsInFile } from '../queries/article-versions.ts';
import { versionsOfEvidence } from '../queries/evidence-versions.ts';
import type { Reader } from '../read/read.ts';

/** A piece of evidence that is to be written. */
interface Piece {
  readonly key: number;
  /** The slug of the article that it is quoted from. */
  readonly article: string;
  /** Null where the file does not tell it. */
  readonly quote: string | null;
}

interface Written {
  /** Whether the file tells texts at all. */
  readonly hasTexts: boolean;
  /** What was recorded later is not in the file. */
  readonly asOf: number;
}

/**
 * The slug of the earliest version that has the words, by the key of the evidence: of those only of which texts in the file do
 * not say it.
 */
export async function firstShownBy(
  reader: Reader,
  pieces: readonly Piece[],
  { hasTexts, asOf }: Written,
): Promise<ReadonlyMap<number, string>> {
  const evidence = JSON.stringify(pieces.map(({ key }) => key));
  const shown = await reader.read(versionsOfEvidence, { evidence });
  const articles = JSON.stringify([...new Set(shown.map(({ article }) => article))]);
  const joined = (await reader.read(articlesInChains, { articles })).filter(
    ({ recordedAt }) => recordedAt <= asOf,
  );
  const supersedes = new Map(joined.map((version) => [version.key, version.supersedes]));
  const keys = JSON.stringify([...supersedes.keys()]);
  const rows = await reader.read(versionsInFile, { articles: keys });
  const named = new Map(rows.map(({ key, slug, hasText }) => [key, { slug, hasText }]));
  const keyOf = new Map(rows.map(({ key, slug }) => [slug, key]));

  const told = new Map<number, string>();
  for (const { key, article, quote } of pieces) {
    const having = new Set(shown.flatMap((row) => (row.evidence === key ? row.article : [])));
    const versions = versionsBack(keyOf.get(article), supersedes);
    if (versions.length < 2) continue;
    const first = versions.findLastIndex((version) => having.has(version));
    const isSaid =
      quote !== null &&
      hasTexts &&
      versions.slice(first).every((version) => named.get(version)?.hasText === 1);
    const slug = named.get(versions[first] ?? 0)?.slug;
    if (!isSaid && slug !== undefined) told.set(key, slug);
  }
  return told;
}

/** An article and those that it supersedes, step by step. */
function versionsBack(
  article: number | undefined,
  supersedes: ReadonlyMap<number, number | null>,
): readonly number[] {
  const versions: number[] = [];
  for (let key: number | null | undefined = article; key; key = supersedes.get(key)) {
    versions.push(key);
  }
  return versions;
}
