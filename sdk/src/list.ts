import type { CallOptions } from './connect.ts';

/** One page of a list. */
export interface Page<Node> {
  readonly nodes: ReadonlyArray<Node>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What the variables of every list have. */
export interface Paging extends CallOptions {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const largestPage = 100;

/** Every node of a list from `after` to its end, read page by page as the loop gets there. */
export async function* everyNode<Node, Variables extends Paging>(
  read: (variables: Variables) => Promise<Page<Node> | null>,
  variables: Variables,
): AsyncGenerator<Node, void, undefined> {
  let { after } = variables;
  for (;;) {
    const page = await read({ ...variables, first: variables.first ?? largestPage, after });
    if (!page) return;
    const { nodes, pageInfo } = page;
    for (const node of nodes) {
      if (variables.signal?.aborted) throw variables.signal.reason;
      yield node;
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === after) return;
    after = pageInfo.endCursor;
  }
}
