/** What whoever is named by a key may still spend: a bucket of points that fills by itself. */
export interface Rates {
  /** Takes so many points; answers 0, or takes nothing and answers in how many seconds there will be as many. */
  take(key: string, points: number): number;
}

const minute = { ms: 60_000, seconds: 60 };

/** How many buckets are kept at most. Whoever has not asked for longest begins anew, with a full one. */
const keptBuckets = 50_000;

/** Buckets that hold what may be spent in a minute, all of it at once, and are full again a minute later. */
export function createRates(perMinute: number, now = () => performance.now()): Rates {
  const buckets = new Map<string, { readonly points: number; readonly at: number }>();

  return {
    take(key, points) {
      const at = now();
      const bucket = buckets.get(key) ?? { points: perMinute, at };
      const filled = bucket.points + ((at - bucket.at) / minute.ms) * perMinute;
      // What costs more than there ever is may be had for all there is.
      const left = Math.min(perMinute, filled) - Math.min(perMinute, points);
      if (left < 0) return Math.ceil((-left / perMinute) * minute.seconds);
      // Set anew, a key is the last that is let go.
      buckets.delete(key);
      buckets.set(key, { points: left, at });
      if (buckets.size > keptBuckets) buckets.delete(buckets.keys().next().value ?? key);
      return 0;
    },
  };
}
