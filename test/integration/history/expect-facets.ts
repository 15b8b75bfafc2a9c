import { withRawRows } from '../../kit/raw-rows.ts';
import type { Plainly } from './plainly.ts';
import type { HistoryRows, StanceOfHistory } from './rows.ts';

interface Row {
  readonly key: number;
  readonly slug: string;
  readonly recordedAt: number;
}

interface FacetRows {
  readonly names: readonly { readonly slug: string; readonly name: string }[];
  readonly claims: readonly (Row & {
    readonly shown: number | null;
    readonly kind: string;
    readonly topics: string;
    readonly withdrawnAt: number | null;
  })[];
  readonly stances: readonly Row[];
  readonly articles: readonly (Row & {
    readonly outlet: string | null;
    readonly publishedAt: number | null;
    readonly publishedOn: string | null;
  })[];
  readonly evidence: readonly { readonly stance: number; readonly article: number }[];
}

function facetRowsAt(path: string): FacetRows {
  return withRawRows(path, (rows) => ({
    names: rows('select slug, name from actors'),
    claims: rows(`select key, slug, shown, kind, topics, recorded_at as recordedAt,
      withdrawn_at as withdrawnAt from claims order by key`),
    stances: rows('select key, slug, recorded_at as recordedAt from stances'),
    articles:
      rows(`select articles.key, articles.slug, actors.slug as outlet, published_at as publishedAt,
      published_on as publishedOn, articles.recorded_at as recordedAt
      from articles left join actors on actors.key = outlet`),
    evidence: rows('select stance, article from evidence where withdrawn_at is null'),
  }));
}

interface Told {
  readonly slug: string;
}

interface Counted {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

interface Compared {
  readonly path: string;
  readonly rows: HistoryRows;
  readonly plainly: Plainly;
  /** By its slug, the status that each listed claim is told to have. */
  readonly statuses: ReadonlyMap<string, string>;
  readonly ask: (query: string) => Promise<object>;
  readonly expect: (what: string, found: unknown, expected: unknown) => void;
}

const facets = {
  claims: ['ACTOR', 'OUTLET', 'TOPIC', 'STATUS', 'KIND', 'MONTH_SAID', 'MONTH_RECORDED'],
  stances: ['ACTOR', 'OUTLET', 'TOPIC', 'STATUS', 'KIND', 'MONTH_SAID', 'MONTH_RECORDED'],
  articles: ['ACTOR', 'OUTLET', 'TOPIC', 'MONTH_SAID', 'MONTH_RECORDED'],
} as const;
type List = keyof typeof facets;

const facetsOf = (list: List): string =>
  facets[list].map((by) => `${by}: facets(by: ${by}, first: 100) { key label count }`).join(' ');
const page = (list: List, args = ''): string =>
  `${list}(first: 100 ${args}) { nodes { slug } ${facetsOf(list)} }`;

/** What lists of every kind are counted by is what their entries have, worked out one by one. Tells how many values there were. */
export async function expectFacets(compared: Compared): Promise<number> {
  const { ask, expect, rows } = compared;
  const { names, valuesOf } = values(compared);
  let told = 0;
  const expectList = (what: string, list: List, answer: object) => {
    const nodes: readonly Told[] = Reflect.get(answer, 'nodes');
    for (const by of facets[list]) {
      const found: readonly Counted[] = Reflect.get(answer, by);
      const counted = countsOf(nodes.map(({ slug }) => valuesOf[list](slug, by)));
      const expected = counted.map(([key, count]) => [key, names.get(key) ?? null, count]);
      const isNamed = by === 'ACTOR' || by === 'OUTLET';
      expect(
        `${what} by ${by}`,
        found.map(({ count, key, label }) => [key, isNamed ? label : null, count]),
        isNamed ? expected : expected.map(([key, , count]) => [key, null, count]),
      );
      told += found.length;
    }
  };
  const actor = `{ slug: "${rows.actors[0]?.slug}" }`;
  const lists: readonly (readonly [List, string])[] = [
    ['claims', ''],
    ['claims', 'filter: { kind: FACT }, orderBy: { field: MOST_DISPUTED }'],
    ['claims', `filter: { stances: [{ actor: ${actor} }] }`],
    ['claims', `filter: { outlet: ${actor} }`],
    ['stances', ''],
    ['stances', `filter: { actor: ${actor} }, orderBy: { field: SAID_AT }`],
    ['articles', 'orderBy: { field: PUBLISHED_AT, direction: ASC }'],
  ];
  for (const [list, args] of lists) {
    const answer = await ask(`{ ${page(list, args && `, ${args}`)} }`);
    expectList(`${list}(${args})`, list, Reflect.get(answer, list));
  }
  const nested: readonly (readonly [string, List])[] = [
    ['claims', 'stances'],
    ['claims', 'articles'],
    ['actors', 'claims'],
    ['actors', 'stances'],
    ['articles', 'claims'],
  ];
  for (const [parents, list] of nested) {
    const answer = await ask(`{ ${parents}(first: 100) { nodes { slug ${page(list)} } } }`);
    const nodes: readonly Told[] = Reflect.get(Reflect.get(answer, parents), 'nodes');
    for (const node of nodes) expectList(`${node.slug}.${list}`, list, Reflect.get(node, list));
  }
  return told;
}

/** How many entries have which value, the most frequent first, then by the value. */
function countsOf(
  ofEntries: readonly (readonly (string | null)[])[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const own of ofEntries.flatMap((each) => [...new Set(each)]))
    if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1);
  return [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1));
}

const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7);

/** The values that each entry has, by its slug. */
function values({ path, plainly, rows, statuses }: Compared) {
  const all = facetRowsAt(path);
  const one = <R extends { readonly slug: string }>(found: readonly R[], slug: string): R => {
    const row = found.find((each) => each.slug === slug);
    if (row === undefined) throw new Error(`${slug} is on record.`);
    return row;
  };
  const outletOf = (article: number): string | null => {
    const outlet = all.articles.find(({ key }) => key === article)?.outlet;
    return outlet ? plainly.shownFor(outlet) : null;
  };
  const articlesWith = (stance: number) =>
    all.evidence.flatMap((piece) => (piece.stance === stance ? piece.article : []));
  const topicsOf = (claim: number): readonly string[] =>
    all.claims
      .filter(({ key, shown }) => key === claim || shown === claim)
      .filter(({ key, withdrawnAt }) => key === claim || withdrawnAt === null)
      .flatMap(({ topics }): string[] => JSON.parse(topics));
  const statusOf = (claim: number) =>
    statuses.get(rows.claims.find(({ key }) => key === claim)?.slug ?? '') ?? null;
  const saidBy = ({ actor }: StanceOfHistory) => plainly.slugOf(actor);
  const valuesOf = {
    claims: (slug: string, by: string): readonly (string | null)[] => {
      const { key, kind, recordedAt } = one(all.claims, slug);
      const on = rows.stances.filter(({ claim }) => claim === key);
      const counting = on.filter((stance) => stance.counting === 1);
      const listed = on.filter((stance) => stance.listed === 1);
      if (by === 'ACTOR') return counting.map(saidBy);
      if (by === 'OUTLET')
        return listed.flatMap((stance) => articlesWith(stance.key)).map(outletOf);
      if (by === 'TOPIC') return topicsOf(key);
      if (by === 'STATUS') return [statusOf(key)];
      if (by === 'KIND') return [kind];
      return by === 'MONTH_SAID' ? counting.map(({ at }) => monthOf(at)) : [monthOf(recordedAt)];
    },
    stances: (slug: string, by: string): readonly (string | null)[] => {
      const stance = one(rows.stances, slug);
      if (by === 'ACTOR') return [saidBy(stance)];
      if (by === 'OUTLET') return articlesWith(stance.key).map(outletOf);
      if (by === 'TOPIC') return topicsOf(stance.claim);
      if (by === 'STATUS') return [statusOf(stance.claim)];
      if (by === 'KIND') return [stance.kind];
      return [monthOf(by === 'MONTH_SAID' ? stance.at : one(all.stances, slug).recordedAt)];
    },
    articles: (slug: string, by: string): readonly (string | null)[] => {
      const { key, publishedAt, publishedOn, recordedAt } = one(all.articles, slug);
      const shown = rows.stances.filter(
        (stance) => stance.listed === 1 && articlesWith(stance.key).includes(key),
      );
      if (by === 'ACTOR') return shown.map(saidBy);
      if (by === 'OUTLET') return [outletOf(key)];
      if (by === 'TOPIC') return shown.flatMap(({ claim }) => topicsOf(claim));
      if (by === 'MONTH_RECORDED') return [monthOf(recordedAt)];
      return [publishedAt === null ? (publishedOn?.slice(0, 7) ?? null) : monthOf(publishedAt)];
    },
  };
  return { valuesOf, names: new Map(all.names.map(({ name, slug }) => [slug, name])) };
}
