/** An object in Apollo's cache. */
export type Fields = Readonly<Record<string, unknown>>;

/** A list in pages, as Apollo's cache keeps it. */
export interface Connection extends Fields {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly Fields[];
  readonly pageInfo?: Fields;
}

/** What Apollo tells of a field that is written, as far as it is asked here. */
export interface MergeOptions {
  readonly args: Fields | null;
  /** What was there, also where Apollo reads anew and would have all of it overwritten. */
  readonly existingData?: unknown;
}

/** What there is of a list with a page of it that has been read. */
export function mergePages(
  existing: Connection | undefined,
  page: Connection,
  { args, existingData }: MergeOptions,
): Connection {
  const known = existing ?? (existingData as Connection | undefined);
  if (!known) return page;
  const after = args?.after ?? undefined;
  if (after !== undefined) return withPageAfter(known, page, after);
  // Who has a list read anew turns its pages anew. Who just asks once more keeps those that still are behind this one.
  const stays = existing !== undefined && beginsWith(entriesOf(known), entriesOf(page));
  const { nodes, edges, pageInfo } = known;
  return {
    ...known,
    ...page,
    ...(stays && {
      ...(nodes && { nodes }),
      ...(edges && { edges }),
      ...(pageInfo && { pageInfo }),
    }),
  };
}

/** The list without the edges whose things are not in the cache any more; Apollo itself looks after its nodes. */
export function readPages(
  existing: Connection | undefined,
  { canRead }: { canRead(value: never): boolean },
): Connection | undefined {
  const isThere = ({ node }: Fields) => node === undefined || canRead(node as never);
  return existing?.edges?.every(isThere) === false
    ? { ...existing, edges: existing.edges.filter(isThere) }
    : existing;
}

/** Whether two entries are one: the same thing, or values that are alike. */
export function isOne(one: unknown, other: unknown): boolean {
  const ref = refOf(one);
  return ref === undefined ? JSON.stringify(one) === JSON.stringify(other) : ref === refOf(other);
}

/** The key of a thing that the cache keeps by its id. */
export const refOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && '__ref' in value ? value.__ref : undefined;

const thingOf = (edge: Fields): unknown => edge.node ?? edge;

const entriesOf = ({ nodes, edges }: Connection): readonly unknown[] =>
  nodes ?? edges?.map(thingOf) ?? [];

const beginsWith = (list: readonly unknown[], start: readonly unknown[]): boolean =>
  list.length > start.length && start.every((entry, index) => isOne(entry, list[index]));

/** The list with the page behind a cursor. An entry that it has already stays where it is. */
function withPageAfter(known: Connection, page: Connection, after: unknown): Connection {
  const place = known.edges?.findIndex(({ cursor }) => cursor === after) ?? -1;
  const end = place < 0 ? undefined : place + 1;
  const kept = entriesOf(known).slice(0, end);
  const isNew = (entry: unknown) => !kept.some((other) => isOne(entry, other));
  const entries = entriesOf(page);
  // Of a page that was read twice, and of no other, all is there.
  if (end === undefined && entries.length > 0 && !entries.some(isNew)) return known;
  const { startCursor, hasPreviousPage } = known.pageInfo ?? {};
  return {
    ...known,
    ...page,
    ...(page.nodes && {
      nodes: [...(known.nodes ?? []).slice(0, end), ...page.nodes.filter(isNew)],
    }),
    ...(page.edges && {
      edges: [
        ...(known.edges ?? []).slice(0, end),
        ...page.edges.filter((edge) => isNew(thingOf(edge))),
      ],
    }),
    ...(page.pageInfo && {
      pageInfo: {
        ...page.pageInfo,
        ...(startCursor !== undefined && { startCursor }),
        ...(hasPreviousPage !== undefined && { hasPreviousPage }),
      },
    }),
  };
}
