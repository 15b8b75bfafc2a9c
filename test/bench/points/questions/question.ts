import type Database from 'libsql';

/** One thing that somebody may ask the server. */
export interface Question {
  readonly name: string;
  /** Who asks; a stranger, unless told. */
  readonly role?: Role;
  /** Whether the SDK asks it, with pages as full as the record can fill them: then it may not cost much more than it takes. */
  readonly isOfSdk?: boolean;
  /** How often it may be asked in a row; as often as it needs, unless told. */
  readonly most?: number;
  /** How many requests in a row belong together; each is for itself, unless told. */
  readonly every?: number;
  /** The body of the nth request: what changes with n is as new to the server each time. */
  body(n: number): string;
}

export type Role = 'EDITOR' | 'ADMIN' | 'nobody';

/** A question that is asked in the same words each time. */
export function asked(
  name: string,
  query: string,
  more: { variables?: object; operationName?: string } & Omit<Question, 'name' | 'body'> = {},
): Question {
  const { variables, operationName, ...rest } = more;
  const body = JSON.stringify({ query, variables, operationName });
  return { name, ...rest, body: () => body };
}

/** A question whose document is new each time. */
export function askedAnew(name: string, document: (n: number) => string): Question {
  return { name, body: (n) => JSON.stringify({ query: document(n) }) };
}

/** Asks it so often in one operation. */
export function manyTimes(count: number, field: string): string {
  return `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ')} }`;
}

/** What there is most of in a record, and little: names for filters. */
export interface Landmarks {
  readonly id: Readonly<Record<Named, string>>;
  readonly full: FullPages;
  readonly topic: string;
  readonly words: readonly string[];
  /** The claims recorded last. */
  readonly claimTexts: readonly string[];
  /** Those that say most, but for `id.actor`. */
  readonly otherActors: readonly string[];
  /** Stances, as many as a page holds. */
  readonly stances: readonly string[];
  readonly cursorOf: (place: number) => string;
}

/** What has as much of something as a page holds. */
export interface FullPages {
  /** Merges, and affiliations both ways. */
  readonly actor: string;
  /** Versions. */
  readonly article: string;
  /** Links, and changes of its status. */
  readonly claim: string;
  /** An article with claims. */
  readonly quoted: string;
  /** An article of which drafts were made. */
  readonly drafted: string;
}

type Named = 'actor' | 'outlet' | 'claim' | 'article' | 'rareActor' | 'rareClaim' | 'stance';

/** Looks for them. */
export function landmarksIn(db: Database.Database): Omit<Landmarks, 'cursorOf' | 'full'> {
  const column = (sql: string): readonly string[] => db.prepare(sql).raw(true).all([]).map(String);
  const claimTexts = column('select text from claims order by key desc limit 2000');
  const first = (sql: string): string => String(db.prepare(sql).raw(true).get([]));
  const of = (table: string, by: string, direction: 'asc' | 'desc'): string =>
    first(`select id from ${table} where key = (
      select ${by} from stances where listed = 1 group by ${by} order by count(*) ${direction}, ${by} limit 1)`);
  return {
    id: {
      actor: of('actors', 'shown_actor', 'desc'),
      rareActor: of('actors', 'shown_actor', 'asc'),
      claim: of('claims', 'shown_claim', 'desc'),
      rareClaim: of('claims', 'shown_claim', 'asc'),
      outlet: first(`select id from actors where key = (
        select shown_outlet from articles group by shown_outlet order by count(*) desc limit 1)`),
      article: first(`select id from articles where key = (
        select article from evidence group by article order by count(*) desc limit 1)`),
      stance: first(`select id from stances where key = (
        select stance from evidence group by stance order by count(*) desc, stance limit 1)`),
    },
    topic: first('select topic from claim_topics group by topic order by count(*) desc limit 1'),
    words: commonWords(claimTexts),
    claimTexts,
    stances: column('select id from stances where listed = 1 order by key desc limit 100'),
    otherActors:
      column(`select id from actors join (select shown_actor, count(*) as held from stances
      where listed = 1 group by shown_actor order by held desc, shown_actor limit 9 offset 1) on shown_actor = key
      order by held desc`),
  };
}

/** The words of the claims, the most frequent first. */
function commonWords(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}
