/** Whose points are taken, and how many of them come back in a minute. */
export interface Purse {
  readonly name: string;
  /** Who that is, as the beginning of a sentence. */
  readonly whose: string;
  readonly perMinute: number;
  /** How many there are at most, to be spent at once; those of a minute unless told. */
  readonly most?: number;
}

/** What whoever is named may still spend: a bucket of points that fills by itself. */
export interface Rates {
  /** Takes so many points from each purse, or nothing, and answers who has to wait, and for how many seconds. */
  take(purses: readonly Purse[], points: number): Wait | null;
  /**
   * Takes what was used already: what is not there is owed, a minute's points at most. Answers in how many seconds
   * nothing is owed.
   */
  owe(purses: readonly Purse[], points: number): number;
}

export interface Wait extends Pick<Purse, 'whose'> {
  readonly seconds: number;
}

const minute = { ms: 60_000, seconds: 60 };

/** How many buckets are kept at most. Whoever has not asked for longest begins anew, with a full one. */
const keptBuckets = 50_000;

/** Buckets that hold what may be spent in a minute, all of it at once, and are full again a minute later. */
export function createRates(now = () => performance.now()): Rates {
  const buckets = new Map<string, { readonly points: number; readonly at: number }>();

  const left = ({ most, name, perMinute }: Purse, at: number): number => {
    const room = most ?? perMinute;
    const bucket = buckets.get(name);
    if (bucket === undefined) return room;
    return Math.min(room, bucket.points + ((at - bucket.at) / minute.ms) * perMinute);
  };

  const keep = ({ name }: Purse, points: number, at: number): void => {
    // Set anew, a name is the last that is let go.
    buckets.delete(name);
    buckets.set(name, { points, at });
    if (buckets.size > keptBuckets) buckets.delete(buckets.keys().next().value ?? name);
  };

  return {
    take(purses, points) {
      const at = now();
      const rests = purses.map((purse) => {
        // What costs more than there ever is may be had for all there is.
        const rest = left(purse, at) - Math.min(purse.most ?? purse.perMinute, points);
        return { purse, rest };
      });
      for (const { purse, rest } of rests) {
        const { perMinute, whose } = purse;
        if (rest < 0) return { whose, seconds: Math.ceil((-rest / perMinute) * minute.seconds) };
      }
      for (const { purse, rest } of rests) keep(purse, rest, at);
      return null;
    },
    owe(purses, points) {
      const at = now();
      let seconds = 0;
      for (const purse of purses) {
        const { perMinute } = purse;
        const rest = Math.max(-perMinute, left(purse, at) - points);
        keep(purse, rest, at);
        seconds = Math.max(seconds, (-rest / perMinute) * minute.seconds);
      }
      return seconds;
    },
  };
}
