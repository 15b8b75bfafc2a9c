import { rawRows } from '../../kit/raw-rows.ts';
import type { StandsFor } from './from-the-start.ts';

interface Edge {
  readonly a: number;
  readonly b: number;
}

/** Who is one with whom by the merges in force, and that of those that are one the last `into` is shown. */
export function actorsAsOne(path: string): {
  readonly shown: StandsFor;
  readonly faults: string[];
} {
  const merges = rawRows<Edge>(
    path,
    `select from_actor as a, into_actor as b from actor_merges
    where judgement = 'CONFIRMED' and revoked_at is null order by key`,
  );
  const keys = rawRows<{ key: number; shown: number | null }>(
    path,
    'select key, shown from actors',
  );
  const rootOf = joined(merges);
  const stored = new Map(keys.map(({ key, shown }) => [key, shown ?? key]));
  const into = new Map<number, number>();
  const shownOf = (key: number): number => {
    const next = into.get(key);
    return next === undefined ? key : shownOf(next);
  };
  for (const { a, b } of merges) if (shownOf(a) !== shownOf(b)) into.set(shownOf(a), shownOf(b));
  const faults: string[] = [];
  for (const { key } of keys) {
    const shown = stored.get(key) ?? key;
    if (shown !== shownOf(key))
      faults.push(`actor ${key} is shown as ${shown}, not ${shownOf(key)}`);
    if (rootOf(shown) !== rootOf(key)) faults.push(`actor ${key} is shown as another, ${shown}`);
  }
  return { shown: shownOf, faults };
}

/** Which wording is shown for each claim, by the links in force, as the guide of the domain has it. */
export function claimsAsOne(path: string): StandsFor {
  const links = rawRows<Edge & { shown: 'FROM' | 'TO' | null }>(
    path,
    `select from_claim as a, to_claim as b, shown from claim_links
    where kind = 'SAME_AS' and judgement = 'CONFIRMED' and revoked_at is null`,
  );
  const claims = rawRows<{ key: number; isPublic: number; isWithdrawn: number }>(
    path,
    `select key, public_at is not null as isPublic, withdrawn_at is not null as isWithdrawn
    from claims order by key`,
  );
  const rootOf = joined(links);
  const aside = new Set(links.map(({ a, b, shown }) => (shown === 'FROM' ? b : a)));
  const wholes = new Map<number, typeof claims>();
  for (const claim of claims) {
    if (claim.isWithdrawn) continue;
    const root = rootOf(claim.key);
    wholes.set(root, [...(wholes.get(root) ?? []), claim]);
  }
  const shown = new Map<number, number>();
  for (const members of wholes.values()) {
    const readable = members.filter(({ isPublic }) => isPublic);
    const [first] = readable.length > 0 ? readable : members;
    const chosen =
      (readable.length > 0 ? readable : members).find(({ key }) => !aside.has(key)) ?? first;
    for (const { key } of members) if (chosen) shown.set(key, chosen.key);
  }
  return (key) => shown.get(key) ?? key;
}

function joined(edges: readonly Edge[]): StandsFor {
  const roots = new Map<number, number>();
  const rootOf = (key: number): number => {
    const above = roots.get(key);
    return above === undefined ? key : rootOf(above);
  };
  for (const { a, b } of edges) if (rootOf(a) !== rootOf(b)) roots.set(rootOf(a), rootOf(b));
  return rootOf;
}
