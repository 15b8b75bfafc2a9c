import type { Claim } from '@onrecord/sdk';

/** A status in a word. The list of statuses may grow: one that this page does not know has no colour of its own. */
export function Status({ of: status }: { readonly of: Claim['standing']['status'] }) {
  return (
    <span className="status" data-status={status}>
      {status.toLowerCase()}
    </span>
  );
}
