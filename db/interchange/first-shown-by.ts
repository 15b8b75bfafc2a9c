import {
  articlesInChains,
  versionsInFile,
  versionsOfEvidence,
} from '../queries/evidence-versions.ts';
import { chainsIn, versionDates } from '../queries/version-changes.ts';
import type { Reader } from '../read/read.ts';
import { inOrderOfVersions } from '../rules/issue.ts';

/** A piece of evidence that is to be written. */
interface Piece {
  readonly key: number;
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
  const joined = (await reader.read(articlesInChains, { articles }))
    .filter(({ recordedAt }) => recordedAt <= asOf)
    .map(versionDates);
  const chains = chainsIn(joined).filter(({ length }) => length > 1);
  const keys = chains.flat().map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const rows = await reader.read(versionsInFile, { articles: JSON.stringify(keys) });
  const named = new Map(rows.map(({ key, slug, hasText }) => [key, { slug, hasText }]));

  const told = new Map<number, string>();
  for (const { key, quote } of pieces) {
    const having = new Set(shown.flatMap((row) => (row.evidence === key ? row.article : [])));
    const chain = chains.find((versions) => versions.some((version) => having.has(version.key)));
    const ordered = chain === undefined ? [] : inOrderOfVersions(chain);
    const first = ordered.findIndex((version) => having.has(version.key));
    const isSaid =
      quote !== null &&
      hasTexts &&
      ordered.slice(0, first + 1).every((version) => named.get(version.key)?.hasText === 1);
    const slug = named.get(ordered[first]?.key ?? 0)?.slug;
    if (!isSaid && slug !== undefined) told.set(key, slug);
  }
  return told;
}
