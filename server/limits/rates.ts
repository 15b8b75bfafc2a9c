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
  /** Takes what was used already: what is not there is owed, a minute's points at most. */
  owe(purses: readonly Purse[], points: number): void;
  /** Who owes something, and in how many seconds not any more. */
  owed(purses: readonly Purse[]): Wait | null;
}

export interface Wait extends Pick<Purse, 'whose'> {
  readonly seconds: number;
}

/** What would be left in a purse. */
interface Rest {
  readonly purse: Purse;
  readonly rest: number;
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
      const wait = waitFor(rests);
      if (wait === null) for (const { purse, rest } of rests) keep(purse, rest, at);
      return wait;
    },
    owe(purses, points) {
      const at = now();
      for (const purse of purses)
        keep(purse, Math.max(-purse.perMinute, left(purse, at) - points), at);
    },
    owed(purses) {
      const at = now();
      return waitFor(purses.map((purse) => ({ purse, rest: left(purse, at) })));
    },
  };
}

function waitFor(rests: readonly Rest[]): Wait | null {
  const short = rests.find(({ rest }) => rest < 0);
  if (short === undefined) return null;
  const { perMinute, whose } = short.purse;
  return { whose, seconds: Math.ceil((-short.rest / perMinute) * minute.seconds) };
}
