import { useFeed, useLiveClaims } from '@onrecord/sdk/react';

/** The hooks are typed, too. */
export function useEverything(): readonly unknown[] {
  const { data, state } = useLiveClaims({ filter: { status: 'DISPUTED' } });
  const { data: events } = useFeed('claimAdded', {}, { keep: 5 });
  // @ts-expect-error
  data?.nodes[0].slugg;
  // @ts-expect-error
  useFeed('claimsAdded');
  return [data?.nodes[0].slug, state, events?.[0].claim?.text];
}
