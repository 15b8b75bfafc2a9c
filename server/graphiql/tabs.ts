import { readFile } from 'node:fs/promises';

/** The documents of the tabs that GraphiQL opens with, in their order: each runs as it stands on the sample record. */
export const tabFiles = [
  'the-disputed-call.graphql',
  'an-actors-stances.graphql',
  'one-claims-chain.graphql',
  'record-a-claim.graphql',
  'the-live-feed.graphql',
] as const;

/** What GraphiQL shows to somebody who opens it for the first time. */
export function preparedDocuments(): Promise<string[]> {
  return Promise.all(tabFiles.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
}
