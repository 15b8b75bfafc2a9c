import type { CallOptions, Connection } from './connect.ts';
import { patience } from './patience.ts';
import { follow } from './subscribe.ts';
import { pause } from './watch.ts';

/** One page of a list. */
export interface Page<Node> {
  readonly nodes: ReadonlyArray<Node>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page that knows at which cursor of the record it was read: a feed that begins there misses nothing. */
export interface PageOnRecord<Node> extends Page<Node> {
  readonly feedCursor: string;
}

/** What the variables of every list have. */
export interface Paging extends CallOptions {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const largestPage = 100;
const settleMs = 100;
const changes = {
  text: 'subscription live($after:String,$checkpoints:Boolean){recordEvents(after:$after,checkpoints:$checkpoints){cursor at}}',
  variables: {},
};

/** Every node of a list from `after` to its end, read page by page as the loop gets there. */
export async function* everyNode<Node, Variables extends Paging>(
  read: (variables: Variables) => Promise<Page<Node>>,
  variables: Variables,
): AsyncGenerator<Node, void, undefined> {
  let { after } = variables;
  for (;;) {
    const { nodes, pageInfo } = await read({
      ...variables,
      first: variables.first ?? largestPage,
      after,
    });
    for (const node of nodes) {
      if (variables.signal?.aborted) throw variables.signal.reason;
      yield node;
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === after) return;
    after = pageInfo.endCursor;
  }
}

/** A page, then the same page again each time that a change of the record shows in it. */
export async function* livePage<OfPage extends PageOnRecord<unknown>>(
  connection: Connection,
  read: () => Promise<OfPage>,
  { signal }: CallOptions,
): AsyncGenerator<OfPage, void, undefined> {
  let shown = '';
  for (;;) {
    const page = await outlast(read, signal);
    if (!page) return;
    const content = JSON.stringify({ ...page, feedCursor: '' });
    if (content !== shown) yield page;
    shown = content;
    // One event is enough: whatever else has happened by then is in the page that is read next.
    for await (const _ of follow(connection, changes, { after: page.feedCursor, signal })) break;
    await pause(settleMs, signal);
  }
}

/** Repeats what fails for a reason that passes. Undefined when the signal falls. */
async function outlast<Answer>(
  task: () => Promise<Answer>,
  signal: CallOptions['signal'],
): Promise<Answer | undefined> {
  for (let failures = 0; !signal?.aborted; failures += 1) {
    try {
      return await task();
    } catch (error) {
      if (signal?.aborted) break;
      const wait = patience(error, failures);
      if (wait === undefined) throw error;
      await pause(wait, signal);
    }
  }
  return undefined;
}
