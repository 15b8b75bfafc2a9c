'use client';

import { createClient, type RecordStanceInput, RefusedError } from '@onrecord/sdk';
import { claimQueryOptions, claimsInfiniteQueryOptions } from '@onrecord/sdk/query';
import { RecordProvider, useFeed, useRecord } from '@onrecord/sdk/react';
import { useInfiniteQuery, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { refusedStance } from '../../found';
import { reasonOf, told } from '../../line';
import { Shown } from '../../shown';

interface Address {
  readonly url: string;
  readonly token: string;
}

export function ClaimsPage({ url, token }: Address) {
  const record = useMemo(() => createClient({ url, token }), [url, token]);
  return (
    <RecordProvider record={record}>
      <Claims />
    </RecordProvider>
  );
}

function Claims() {
  const record = useRecord();
  const list = useInfiniteQuery(claimsInfiniteQueryOptions(record, { first: 3 }));
  const { data: claim } = useSuspenseQuery(
    claimQueryOptions(record, { by: { slug: 'call-happened' } }),
  );
  const stance = useMutation({
    mutationFn: (input: RecordStanceInput) => record.recordStance(input),
  });
  const { data: events } = useFeed('claimAdded');
  return (
    <Shown
      slugs={list.data?.pages.flatMap(({ nodes }) => nodes.map(({ slug }) => slug)) ?? []}
      more={() => void list.fetchNextPage()}
      claim={told(claim)}
      refuse={() => stance.mutate(refusedStance)}
      refused={stance.error instanceof RefusedError ? reasonOf(stance.error.refusal) : ''}
      heard={events?.[0]?.claim?.slug ?? ''}
    />
  );
}
