import { readFile } from 'node:fs/promises';

/** The documents of the tabs that GraphiQL opens with, in their order: each runs as it stands on the sample record. */
export const tabFiles = [
  'the-disputed-call.graphql',
  'an-actors-stances.graphql',
  'one-claims-chain.graphql',
  'record-a-claim.graphql',
  'the-live-feed.graphql',
] as const;

export interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

const strangersHeaders = '{}';

const editorsHeaders = `{
  // Writing needs a token. \`npm start\` printed one when
  // it made the database; \`onrecord token create\` makes
  // another.
  "Authorization": "Bearer PASTE_YOUR_TOKEN"
}
`;

/** What GraphiQL shows to somebody who opens it for the first time. */
export function defaultTabs(): Promise<Tab[]> {
  return Promise.all(tabFiles.map(tab));
}

async function tab(file: (typeof tabFiles)[number]): Promise<Tab> {
  const query = await readFile(new URL(file, import.meta.url), 'utf8');
  const isMutation = /^mutation\b/m.test(query);
  return { query, variables: '{}', headers: isMutation ? editorsHeaders : strangersHeaders };
}
