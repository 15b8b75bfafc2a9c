import type { ClaimPage, FeedState, StandingStatus } from '@onrecord/sdk';
import { useEffect, useState } from 'react';
import { record } from './record.ts';

interface LiveClaims {
  /** Undefined until the record has answered. */
  readonly page: ClaimPage | undefined;
  readonly state: FeedState['kind'];
  /** Why the list is not live any more. */
  readonly fault: Error | undefined;
}

/** The claims of this status, or all, those that changed last first; the list again at each change of it. */
export function useLiveClaims(status: StandingStatus | undefined): LiveClaims {
  const [page, setPage] = useState<ClaimPage>();
  const [state, setState] = useState<FeedState['kind']>('connecting');
  const [fault, setFault] = useState<Error>();

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const pages = record.claims.live({
      filter: { status },
      orderBy: { field: 'STANDING_CHANGED_AT' },
      first: 50,
      signal,
      onState: ({ kind }) => !signal.aborted && setState(kind),
    });
    const show = async () => {
      for await (const next of pages) if (!signal.aborted) setPage(next);
    };
    setFault(undefined);
    show().catch(setFault);
    return () => stop.abort();
  }, [status]);

  return { page, state, fault };
}
