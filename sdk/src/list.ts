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

/**
 * The nodes of a list, read page by page as the loop gets there.
 * @example const sources = await record.actors.all({ filter: { kind: 'UNNAMED_SOURCE' } }).toArray();
 */
export interface Nodes<Node> extends AsyncGenerator<Node, void, undefined> {
  /** All that are still to come, in an array: for lists of a length that you know. */
  toArray(): Promise<Node[]>;
}

/** Every node of a list from `after` to its end. */
export function everyNode<Node, Variables extends Paging>(
  read: (variables: Variables) => Promise<Page<Node> | null>,
  variables: Variables,
): Nodes<Node> {
  const nodes = nodesFrom(read, variables);
  const toArray = async () => {
    const array: Node[] = [];
    for await (const node of nodes) array.push(node);
    return array;
  };
  return Object.assign(nodes, { toArray });
}

async function* nodesFrom<Node, Variables extends Paging>(
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
