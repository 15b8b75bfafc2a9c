import type Database from 'libsql';
import { type Row, rowsOf } from './operation.ts';

/** What the list and the single claim ask of every stance. */
export const stanceFields =
  'stances { nodes { kind actor { name } evidence { quote article { title } } } }';

/** The newest stances on the claim `claim_key` of the statement around it, as one JSON array. */
export const stancesAsJson = `(
  select json_group_array(json_object('kind', kind, 'actor', json_object('name', name), 'evidence', (
    select json_group_array(json_object('quote', e.quote, 'article', json_object('title', r.title)))
    from evidence e join articles r on r.key = e.article
    where e.stance = stance_key)))
  from (
    select s.key as stance_key, s.kind, a.name from stances s join actors a on a.key = s.actor
    where s.claim = claim_key and s.listed = 1 order by s.key desc limit 20
  ))`;

interface StanceAnswer {
  readonly kind: unknown;
  readonly actor: { readonly name: unknown };
  readonly evidence: unknown[];
}

/** The newest stances on each of the claims, read in one go and put together here. */
export function stancesOf(
  db: Database.Database,
): (claims: readonly unknown[]) => (claim: unknown) => readonly StanceAnswer[] {
  const rows = rowsOf(
    db,
    `select s.claim, s.key, s.kind, a.name, e.quote, r.title
    from stances s
    join actors a on a.key = s.actor
    left join evidence e on e.stance = s.key
    left join articles r on r.key = e.article
    where s.claim in (select value from json_each(?)) and s.listed = 1
    order by s.claim desc, s.key desc`,
  );
  return (claims) => {
    const byClaim = assemble(rows([JSON.stringify(claims)]));
    return (claim) => byClaim.get(claim)?.slice(0, 20) ?? [];
  };
}

/** A stance comes once for each piece of its evidence. */
function assemble(rows: readonly Row[]): ReadonlyMap<unknown, StanceAnswer[]> {
  const byClaim = new Map<unknown, StanceAnswer[]>();
  let latest: unknown;
  for (const [claim, stance, kind, name, quote, title] of rows) {
    let stances = byClaim.get(claim);
    if (stances === undefined) {
      stances = [];
      byClaim.set(claim, stances);
    }
    if (stance !== latest) stances.push({ kind, actor: { name }, evidence: [] });
    latest = stance;
    if (quote !== null) stances.at(-1)?.evidence.push({ quote, article: { title } });
  }
  return byClaim;
}
