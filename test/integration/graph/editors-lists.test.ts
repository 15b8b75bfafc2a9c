import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRows } from '../../kit/raw-rows.ts';
import { recordFiltered } from './every-filter.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordFiltered);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Whose halves are those that readers' lists hold and those that they do not; and the same in SQL, by their orders up and down. */
const reviewed = (review: string) => `review = '${review}' and withdrawn_at is null`;
const shown = (review: string) => `${reviewed(review)} and shown is null`;
const happened = ["coalesce(happened_from, 'z')", "coalesce(happened_from, '')"] as const;
const changed = ['standing_changed_at', 'standing_changed_at'] as const;
const said = ['effective_at', 'effective_at'] as const;
const withdrawn = `withdrawn_at is not null and review = 'VERIFIED' and exists (
  select 1 from claims where key = stances.claim and public_at is not null and review = 'VERIFIED')`;

const merged = [
  ['claims', 'review: DRAFT', 'HAPPENED_FROM', shown('DRAFT'), ...happened],
  ['claims', 'review: VERIFIED', 'HAPPENED_FROM', shown('VERIFIED'), ...happened],
  ['claims', 'review: DRAFT', 'STANDING_CHANGED_AT', shown('DRAFT'), ...changed],
  ['claims', 'review: VERIFIED', 'STANDING_CHANGED_AT', shown('VERIFIED'), ...changed],
  ['stances', 'review: DRAFT', 'SAID_AT', reviewed('DRAFT'), ...said],
  ['stances', 'review: VERIFIED', 'SAID_AT', reviewed('VERIFIED'), ...said],
  ['stances', 'withdrawn: true', 'SAID_AT', withdrawn, ...said],
] as const;

test.each(merged)(
  'editors page through %s with {%s} by %s, either way, and miss nothing',
  async (...list) => {
    const [table, filter, field, where, ascending, descending] = list;
    for (const direction of ['ASC', 'DESC'] as const) {
      const by = direction === 'ASC' ? `${ascending}, key` : `${descending} desc, key desc`;
      const all = rawRows<{ slug: string }>(
        graph.path,
        `select slug from ${table} where ${where} order by ${by}`,
      ).map(({ slug }) => slug);

      const order = `filter: { ${filter} }, orderBy: { field: ${field}, direction: ${direction} }`;
      expect(all.length).toBeGreaterThan(0);
      expect(await paged(`${table}(${order}, first: 2, after: $cursor)`, 'endCursor')).toEqual(all);
      const up = await paged(`${table}(${order}, last: 2, before: $cursor)`, 'startCursor');
      expect(up).toEqual(all.toReversed());
    }
  },
);

/** All of a list, page after page, in the order in which the pages come: each from the end that it is read from. */
async function paged(list: string, end: 'startCursor' | 'endCursor'): Promise<readonly string[]> {
  const [name = ''] = list.split('(');
  const query = `query ($cursor: String) { ${list} { nodes { slug } pageInfo { ${end} } } }`;
  const slugs: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const { data } = await graph.ask(query, { cursor }, 'EDITOR');
    const found: string[] = data[name].nodes.map(({ slug }: { slug: string }) => slug);
    if (found.length === 0) return slugs;
    slugs.push(...(end === 'endCursor' ? found : found.toReversed()));
    cursor = data[name].pageInfo[end];
  }
}
