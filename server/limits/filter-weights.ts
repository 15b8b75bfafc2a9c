/** What finding a page of a list costs more by its filter, for each object that has such a list. */
export function filterPoints(_list: string, filter: unknown): number {
  return 4 * keysOf(filter).length;
}

/** What counting a list costs, by its filter. */
export function countPoints(_list: string, filter: unknown): number {
  return 20 + 20 * keysOf(filter).length;
}

function keysOf(filter: unknown): readonly string[] {
  return typeof filter === 'object' && filter !== null ? Object.keys(filter) : [];
}
