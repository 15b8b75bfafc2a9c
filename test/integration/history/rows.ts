import { withRawRows } from '../../kit/raw-rows.ts';

interface Row {
  readonly key: number;
  readonly slug: string;
}

export interface StanceOfHistory extends Row {
  readonly claim: number;
  readonly actor: number;
  readonly kind: string;
  readonly polarity: string;
  readonly at: number;
  readonly basis: string;
  readonly saidOn: string | null;
  readonly counting: number;
  readonly listed: number;
  /** Whether it is verified, not withdrawn, shown by something that stands, and carried off by no retraction. */
  readonly inForce: number;
}

interface ClaimRow extends Row {
  readonly shown: number | null;
  readonly listed: number;
}

/** What is on record, as its tables hold it. */
export interface HistoryRows {
  readonly actors: readonly (Row & { readonly shown: number | null })[];
  readonly claims: readonly ClaimRow[];
  readonly stances: readonly StanceOfHistory[];
  readonly concerns: readonly { readonly claim: number; readonly actor: number }[];
  readonly speakers: readonly {
    readonly actor: number;
    readonly of: number;
    readonly from: string | null;
    readonly until: string | null;
  }[];
  readonly changes: readonly {
    readonly at: number;
    readonly subject: number;
  }[];
}

export function rowsAt(path: string): HistoryRows {
  return withRawRows(path, (rows) => ({
    actors: rows('select key, slug, shown from actors order by key'),
    claims: rows('select key, slug, shown, listed from claims order by key'),
    stances: rows(`
      select key, slug, shown_claim as claim, shown_actor as actor, kind, polarity, effective_at as at,
        effective_basis as basis, said_on as saidOn, counting, listed,
        review = 'VERIFIED' and withdrawn_at is null and carrier_retracted = 0 and (note is not null or exists (
          select 1 from evidence join articles on articles.key = evidence.article
          where stance = stances.key and evidence.withdrawn_at is null and articles.withdrawn_at is null)) as inForce
      from stances order by effective_at, polarity = 'WITHDRAWN', key`),
    concerns: rows('select claim, actor from claim_concerns order by claim, position'),
    speakers: rows(`
      select coalesce(a.shown, a.key) as actor, coalesce(b.shown, b.key) as of, from_date as "from", until_date as until
      from affiliations join actors a on a.key = actor join actors b on b.key = of_actor where affiliations.kind = 'SPEAKS_FOR'`),
    changes: rows("select at, subject from events where type = 'STANDING_CHANGED' order by seq"),
  }));
}
