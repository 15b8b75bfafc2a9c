import { createClient, type RecordClaimInput, type RefusedError } from '@onrecord/sdk';
import { apolloCacheOptions, graphcacheOptions } from '@onrecord/sdk/cache';
import { ClaimDocument } from '@onrecord/sdk/documents';
import type { introspection, scalars } from '@onrecord/sdk/introspection';
import { claims, connect } from '@onrecord/sdk/operations';
import { claimsInfiniteQueryOptions, claimsQueryOptions } from '@onrecord/sdk/query';

const record = createClient({ url: 'http://127.0.0.1:4000/graphql' });

/** What each entry gives is typed: where a type has become any, one of the errors below is none. */
export async function everyEntry(input: RecordClaimInput): Promise<readonly unknown[]> {
  const { nodes } = await record.claims({ filter: { status: 'DISPUTED' } });
  const slug: string = nodes[0].slug;
  // @ts-expect-error
  const none: number = nodes[0].slug;
  // @ts-expect-error
  await record.claims({ filter: { status: 'DISPUTD' } });
  // @ts-expect-error
  await record.claims({ filtr: {} });
  const page = await claims(connect({ url: '/graphql' }), { first: 2 });
  // @ts-expect-error
  page.nodes[0].slugg;
  const answer = await record.recordClaim.safe(input);
  if (!answer.ok) {
    if (answer.refusal.code === 'QUOTE_NOT_IN_ARTICLE') answer.refusal.nearest[0].text.length;
    // @ts-expect-error
    answer.refusal.nearest;
  }
  for await (const { claim } of record.claimAdded()) claim?.standing.status;
  const options = claimsQueryOptions(record, { first: 2 });
  const [, , variables] = options.queryKey;
  const first: number | null | undefined = variables.first;
  // @ts-expect-error
  claimsInfiniteQueryOptions(record, { after: 'cursor' });
  return [slug, none, first, [] as RefusedError[], apolloCacheOptions, graphcacheOptions];
}

// @ts-expect-error
export const document: string = ClaimDocument;
export type Named = introspection['name'];
export const moment: scalars['DateTime'] = '2024-11-11T18:30:00Z';
