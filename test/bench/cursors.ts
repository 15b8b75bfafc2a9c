import type { Cursors } from './operations/operation.ts';

/** Cursors of the list of all claims at any place, made after one that the server at this port gives. */
export async function claimCursors(port: number): Promise<Cursors> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ claims(first: 1) { pageInfo { endCursor } } }' }),
  });
  const [, given] = /"endCursor":"([^"]+)"/.exec(await answer.text()) ?? [];
  if (given === undefined) throw new Error('The list of claims has no cursor.');
  const text = Buffer.from(given, 'base64url').toString();
  return (claim) => Buffer.from(text.replace(/\[\d+,/, `[${claim},`)).toString('base64url');
}
