import type { Statement } from '../read/read.ts';
import type { NamesOf } from '../rules/names.ts';
import { type Naming, namedBy } from '../rules/reference.ts';

/** Reads what is on record under some names. */
export type Read = <Row>(
  statement: Statement<Row>,
  wanted: Iterable<string>,
) => Promise<readonly Row[]>;

/** What is on record under these names, by how they name it. */
export async function readNamed<Row>(
  names: NamesOf,
  statements: { readonly [By in Naming['by']]?: Statement<Row> },
  read: Read,
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  const answers = await Promise.all(
    namedBy.map(async (by) => {
      const statement = statements[by];
      return { by, rows: statement === undefined ? [] : await read(statement, names[by]) };
    }),
  );
  for (const { by, rows } of answers) {
    // Of those with one hash the earliest is meant, and it comes first.
    for (const row of rows.toReversed()) {
      found.set(nameOf({ by, value: String(Reflect.get(Object(row), by)) }), row);
    }
  }
  return found;
}

/** How something is named, as one text. */
export function nameOf({ by, value }: Naming): string {
  return `${by} ${value}`;
}

/** The slugs of what is named, as far as it was found. */
export function slugsOf(
  names: NamesOf,
  found: ReadonlyMap<string, { readonly slug: string }>,
): ReadonlySet<string> {
  const slugs = namedBy.flatMap((by) =>
    [...names[by]].flatMap((value) => found.get(nameOf({ by, value }))?.slug ?? []),
  );
  return new Set(slugs);
}

/** Rows by their slugs. */
export function bySlug<Row extends { readonly slug: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.slug, row]));
}
