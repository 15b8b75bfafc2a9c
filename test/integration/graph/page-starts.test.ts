import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { write } from '../../kit/owner.ts';
import { recordDispute } from '../pages/open-pages.ts';
import { openGraph } from './open-graph.ts';

async function recordMany(db: Database): Promise<void> {
  await recordDispute(db);
  for (let number = 0; number < 195; number += 1)
    await write(db, recordActor, {
      slug: `actor-${number}`,
      name: `Actor ${number}`,
      kind: 'PERSON',
    });
}

interface Page {
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const asked = (list: string) =>
  `query ($after: String) { ${list}(first: 100, after: $after, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { slug } pageInfo { hasNextPage } } }`;

test.each([undefined, 'EDITOR'] as const)(
  'a list is read whole in pages that all begin where it is told, by %s',
  async (role) => {
    await using graph = await openGraph(recordMany);
    const { data } = await graph.ask('{ pageStarts(of: ACTORS) }', {}, role);
    const { data: all } = await graph.ask('{ actors(first: 0) { totalCount } }', {}, role);

    const pages: Page[] = [];
    for (const after of [null, ...data.pageStarts]) {
      const page = await graph.ask(asked('actors'), { after }, role);
      pages.push(page.data.actors);
    }

    const slugs = pages.flatMap(({ nodes }) => nodes.map(({ slug }) => slug));
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([100, 100, all.actors.totalCount - 200]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    expect(new Set(slugs).size).toBe(all.actors.totalCount);
  },
);

test('of a list of one page nothing is told, of whichever it is', async () => {
  await using graph = await openGraph(recordDispute);

  const { data } = await graph.ask(
    '{ claims: pageStarts(of: CLAIMS) articles: pageStarts(of: ARTICLES) actors: pageStarts(of: ACTORS) }',
  );

  expect(data).toEqual({ claims: [], articles: [], actors: [] });
});
