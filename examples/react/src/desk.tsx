import type { StandingStatus } from '@onrecord/sdk';
import { useState } from 'react';
import { ClaimInFull } from './claim-in-full.tsx';
import { ClaimList } from './claim-list.tsx';
import { useFragment } from './use-fragment.ts';
import { useLiveClaims } from './use-live-claims.ts';

const statuses = [
  'DISPUTED',
  'DENIED',
  'QUESTIONED',
  'REPORTED',
  'ASSERTED',
  'CORROBORATED',
] as const satisfies readonly StandingStatus[];

/** The page: the claims on the left, live; on the right the one that the address names. */
export function Desk() {
  const [status, setStatus] = useState<StandingStatus>();
  const { page, state, fault } = useLiveClaims(status);
  const slug = useFragment();

  return (
    <>
      <header className="masthead">
        <h1>Who says what</h1>
        <output className="light" data-state={state}>
          {state}
        </output>
      </header>
      <nav aria-label="Status">
        {[undefined, ...statuses].map((each) => (
          <button
            key={each ?? 'ALL'}
            type="button"
            aria-pressed={each === status}
            onClick={() => setStatus(each)}
          >
            {each?.toLowerCase() ?? 'all'}
          </button>
        ))}
      </nav>
      {fault && <p role="alert">{fault.message}</p>}
      <div className="columns">
        <ClaimList claims={page?.nodes} chosen={slug} />
        {slug ? (
          <ClaimInFull key={slug} slug={slug} changed={page?.feedCursor} />
        ) : (
          <p className="hint">Choose a claim.</p>
        )}
      </div>
    </>
  );
}
