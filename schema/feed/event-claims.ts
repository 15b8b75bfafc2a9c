import type { FeedEvent } from '../../db/queries/event.ts';
import { hiddenClaims, publicIds } from '../../db/queries/public-id.ts';
import type { Reader } from '../../db/read/read.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';

type Told = Pick<FeedEvent, 'claim' | 'noun' | 'payload' | 'subject'>;

/**
 * The keys of the claims that an event tells of, and of all that were one with them when it was written: the claim that it
 * happened to, that of the stance or evidence, both ends of the link.
 */
export function claimsToldIn({ claim, noun, payload, subject }: Told): readonly number[] {
  const own = noun === 'claim' ? subject : claim;
  const others = keysIn(payload, noun === 'claim' ? 'names' : 'claims');
  return own === null || others.includes(own) ? others : [own, ...others];
}

/** The keys that are in a payload under this name. */
export function keysIn(payload: unknown, name: 'claims' | 'names'): readonly number[] {
  if (payload === null || typeof payload !== 'object') return [];
  const keys: unknown = Reflect.get(payload, name);
  return Array.isArray(keys) ? keys : [];
}

/** The ids of the claims that each of the events tells of. A claim that only editors see is told to them alone. */
export function claimIdsTold(
  events: readonly Told[],
  { reader, seesDrafts }: { readonly reader: Reader; readonly seesDrafts: boolean },
): MaybePromise<readonly (readonly string[])[]> {
  const told = events.map(claimsToldIn);
  const keys = [...new Set(told.flat())];
  if (keys.length === 0) return told.map(() => []);
  const rows = JSON.stringify(keys.map((key) => ['claim', key]));
  const hidden = seesDrafts ? [] : reader.read(hiddenClaims, { keys: JSON.stringify(keys) });
  return whenRead(hidden, (unseen) =>
    whenRead(reader.read(publicIds, { rows }), (found) => {
      const ids = new Map(keys.map((key, index) => [key, found[index]?.id ?? '']));
      for (const { key } of unseen) ids.delete(key);
      return told.map((claims) => claims.flatMap((key) => ids.get(key) || []));
    }),
  );
}
