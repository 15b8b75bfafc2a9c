import {
  type EmbedClaimData,
  hashOfEmbedChanges,
  hashOfEmbedClaim,
} from './generated/embed-documents.ts';

/** Where a record is asked. */
export interface Asking {
  /** The claim of that name. */
  claimAddress(slug: string): string;
  readonly changesAddress: string;
}

export type EmbeddedClaim = NonNullable<EmbedClaimData['claim']>;

/** Asks a record by GET, for documents that it knows by their hash: no browser asks it first whether it may. */
export function openAsking(record: string): Asking {
  const address = (hash: string, variables: object): string =>
    `${record}graphql?documentId=sha256:${hash}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  return {
    claimAddress: (slug) => address(hashOfEmbedClaim, { slug }),
    changesAddress: address(hashOfEmbedChanges, {}),
  };
}

/** What is told of a claim now; null where there is none, and undefined where nothing can be read. */
export async function claimOf(
  asking: Asking,
  slug: string,
): Promise<EmbeddedClaim | null | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  try {
    const response = await fetch(asking.claimAddress(slug), {
      // What a GET has to name in production, and every browser sends without asking first.
      headers: { accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // What was read before is asked about, and not read again.
      cache: 'no-cache',
    });
    const answer: { readonly data?: EmbedClaimData } = await response.json();
    return answer.data?.claim;
  } catch {
    return undefined;
  }
}
