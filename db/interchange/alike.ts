import { firstSuperseding } from '../queries/export.ts';
import { likenessesToTell } from '../queries/likeness.ts';
import type { Reader } from '../read/read.ts';

/** An article, and the slug at which its line is told. */
interface ToldArticle {
  readonly key: number;
  readonly slug: string;
  readonly at: string;
}

/**
 * The slugs of the articles on earlier lines that each of these articles is alike to, where whoever reads the lines
 * cannot find it out: one of both texts is not among them.
 */
export async function earlierAlike(
  reader: Reader,
  articles: readonly ToldArticle[],
  asOf: number,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = JSON.stringify(articles.map(({ key }) => key));
  const pairs = await reader.read(likenessesToTell, { keys, asOf, texts: 1 });
  const others = [...new Set(pairs.map(({ alike }) => alike))];
  const newer = await reader.read(firstSuperseding, { keys: JSON.stringify(others) });
  const firstNeeded = new Map(newer.map(({ key, slug }) => [key, slug]));
  const places = new Map(articles.map((article, place) => [article.key, { ...article, place }]));
  const earlier = new Map<number, string[]>();
  for (const { article, alike, slug } of pairs) {
    const own = places.get(article);
    if (own === undefined) continue;
    const needed = firstNeeded.get(alike);
    const at = needed !== undefined && needed < slug ? needed : slug;
    // At one slug the lines stand in the order of the chain, all of which is among these articles.
    const isEarlier = at === own.at ? (places.get(alike)?.place ?? 0) < own.place : at < own.at;
    if (isEarlier) earlier.set(article, [...(earlier.get(article) ?? []), slug]);
  }
  return earlier;
}
