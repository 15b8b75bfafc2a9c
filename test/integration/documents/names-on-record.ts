import type { nouns } from '../../../db/rules/vocabulary.ts';
import { withRawRows } from '../../kit/raw-rows.ts';

/** What arguments may name: each list in the order of recording, so that the same seed picks the same. */
export interface NamesOnRecord {
  /** By noun. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly slugs: Readonly<Record<string, readonly string[]>>;
  readonly wikidataIds: readonly string[];
  readonly hashes: readonly string[];
  readonly urls: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly moments: readonly number[];
  readonly days: readonly string[];
  /** What a search is likely to find. */
  readonly words: readonly string[];
}

const tables = {
  actor: 'actors',
  affiliation: 'affiliations',
  article: 'articles',
  claim: 'claims',
  evidence: 'evidence',
  link: 'claim_links',
  merge: 'actor_merges',
  stance: 'stances',
  token: 'tokens',
} as const satisfies Partial<Record<(typeof nouns)[number], string>>;

/** What the record at `path` holds that an argument may name. */
export function namesOnRecord(path: string): NamesOnRecord {
  return withRawRows(path, (rows) => {
    const all = <T>(select: string): T[] =>
      rows<{ one: T }>(`select ${select}`).map(({ one }) => one);
    const given = <T>(column: string, table: string): T[] =>
      all<T>(`distinct ${column} one from ${table} where ${column} is not null order by ${column}`);
    const byNoun = (column: string, nounsOf: readonly string[]) =>
      Object.fromEntries(
        Object.entries(tables)
          .filter(([noun]) => nounsOf.includes(noun))
          .map(([noun, table]) => [noun, all<string>(`${column} one from ${table} order by key`)]),
      );
    const texts = [
      ...all<string>('text one from claims order by key'),
      ...all<string>('name one from actors order by key'),
      ...all<string>('title one from articles order by key'),
      ...all<string>('name one from tokens order by key'),
    ];
    return {
      ids: byNoun('id', Object.keys(tables)),
      slugs: byNoun('slug', ['actor', 'article', 'claim', 'stance']),
      wikidataIds: given('wikidata_id', 'actors'),
      hashes: given('sha256', 'articles'),
      urls: given('url', 'articles'),
      topics: given('topic', 'claim_topics'),
      languages: given('language', 'articles'),
      moments: [...given<number>('effective_at', 'stances'), ...given<number>('at', 'events')],
      days: [...given<string>('happened_from', 'claims'), '2024-03-02'],
      words: [...new Set(texts.flatMap((text) => text.split(' ')))],
    };
  });
}
