/** A row that may need another of its kind to stand on an earlier line. */
interface Linked {
  readonly key: number;
  readonly slug: string;
}

/** How such rows are linked. */
interface Parents<Row extends Linked> {
  /** The slug of the row that has to come before. */
  older(row: Row): string | null;
  /** The rows of these slugs, given as JSON. */
  load(slugs: string): Many<Row>;
  /** For each of these keys, given as JSON, that others need: the first slug among those. */
  firstNewer(keys: string): Many<{ readonly key: number; readonly slug: string }>;
}

type Many<Row> = readonly Row[] | Promise<readonly Row[]>;

/** The rows that are told at one slug. */
interface Told<Row> {
  readonly slug: string;
  readonly rows: readonly Row[];
}

/**
 * A page of rows in the order of slugs, but that each stands behind the one it needs: what is needed is told at the
 * first slug that needs it, wherever the page begins.
 */
export async function olderFirst<Row extends Linked>(
  page: readonly Row[],
  parents: Parents<Row>,
): Promise<readonly Told<Row>[]> {
  const rows = await withOlder(page, parents);
  const keys = JSON.stringify([...rows.values()].map(({ key }) => key));
  const newer = await parents.firstNewer(keys);
  const firstNeeded = new Map(newer.map(({ key, slug }) => [key, slug]));
  const toldAt = (row: Row): string => {
    const first = firstNeeded.get(row.key);
    return first !== undefined && first < row.slug ? first : row.slug;
  };

  return page.map(({ slug }) => {
    const chain: Row[] = [];
    let row = rows.get(slug);
    while (row !== undefined && toldAt(row) === slug && !chain.includes(row)) {
      chain.unshift(row);
      row = rows.get(parents.older(row) ?? '');
    }
    return { slug, rows: chain };
  });
}

/** The rows by slug, with all that they need, directly or not. */
async function withOlder<Row extends Linked>(
  page: readonly Row[],
  parents: Parents<Row>,
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map(page.map((row) => [row.slug, row]));
  let added = page;
  while (added.length > 0) {
    const needed = new Set(added.map((row) => parents.older(row)).filter((slug) => slug !== null));
    const missing = [...needed].filter((slug) => !rows.has(slug));
    added = missing.length === 0 ? [] : await parents.load(JSON.stringify(missing));
    for (const row of added) rows.set(row.slug, row);
  }
  return rows;
}
