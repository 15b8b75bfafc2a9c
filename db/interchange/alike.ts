import { likenessesToTell } from '../queries/likeness.ts';
import type { Reader } from '../read/read.ts';

/**
 * The slugs of the articles on earlier lines that each of these articles is alike to, where whoever reads the lines
 * cannot find it out: one of both texts is not among them.
 */
export async function earlierAlike(
  reader: Reader,
  articles: readonly number[],
  { asOf, texts }: { readonly asOf: number; readonly texts: boolean },
): Promise<ReadonlyMap<number, readonly string[]>> {
  const args = { keys: JSON.stringify(articles), asOf, texts: Number(texts) };
  const earlier = new Map<number, string[]>();
  for (const { article, alike, slug } of await reader.read(likenessesToTell, args)) {
    if (alike < article) earlier.set(article, [...(earlier.get(article) ?? []), slug]);
  }
  return earlier;
}
