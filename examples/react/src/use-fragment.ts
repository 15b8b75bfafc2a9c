import { useSyncExternalStore } from 'react';

/** What stands behind the # of the page's address, and changes with it. */
export function useFragment(): string {
  return useSyncExternalStore(watchAddress, () => decodeURIComponent(location.hash.slice(1)));
}

function watchAddress(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
