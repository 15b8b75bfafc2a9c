import { z } from 'zod';

const head = z.object({ data: z.object({ record: z.object({ feedCursor: z.string() }) }) });
const page = z.object({
  data: z.object({
    recordEvents: z.object({
      nodes: z.array(z.object({ cursor: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
});

/** Where the log of the server at this port ends now. */
export async function feedCursor(port: number): Promise<string> {
  const answer = head.parse(await ask(port, '{ record { feedCursor } }', {}));
  return answer.data.record.feedCursor;
}

/** The cursors of the claims that were added after this one, in the order of commits. */
export async function claimsAddedAfter(port: number, after: string): Promise<readonly string[]> {
  const query = `query($after: String!) {
    recordEvents(first: 100, after: $after, filter: { type: [CLAIM_ADDED] }) {
      nodes { cursor } pageInfo { hasNextPage }
    }
  }`;
  const answer = page.parse(await ask(port, query, { after })).data.recordEvents;
  const cursors = answer.nodes.map(({ cursor }) => cursor);
  const last = cursors.at(-1);
  if (!answer.pageInfo.hasNextPage || last === undefined) return cursors;
  return [...cursors, ...(await claimsAddedAfter(port, last))];
}

async function ask(port: number, query: string, variables: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}
