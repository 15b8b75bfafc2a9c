import type { Database } from '../../../db/client.ts';
import { exportLines } from '../../../db/interchange/export.ts';
import { recordStatus } from '../../../db/queries/status.ts';
import { openHandler } from '../http/open-handler.ts';

/** What is kept beside a database file: what its record told when it was made. */
export interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly tokens: readonly object[];
  /** The moments at which the standings of before are asked for. */
  readonly moments: readonly string[];
  /** Each public claim with its standing, and with what that was at the moments. */
  readonly claims: readonly object[];
  /** What a search finds, by slug. */
  readonly found: readonly string[];
  /** A cursor that a reader saved, and the events that it gets when it resumes. */
  readonly resumed: { readonly after: string; readonly events: readonly object[] };
}

interface Asked {
  readonly moments: readonly string[];
  /** Where a reader resumes; without it, this many events before the end. */
  readonly after: string | null;
}

interface Named {
  readonly slug: string;
}

const question = `query ($first: DateTime!, $second: DateTime!, $after: String) {
  claims(first: 40) {
    nodes {
      slug
      standing { status summary }
      first: standing(asOf: $first) { status }
      second: standing(asOf: $second) { status }
    }
  }
  search(query: "bridge", first: 100) {
    nodes { ... on Actor { slug } ... on Article { slug } ... on Claim { slug } }
  }
  recordEvents(after: $after, first: 100) { nodes { cursor at type } }
}`;

/** What a record tells through its usual doors, as its owner sees it. */
export async function toldBy(db: Database, { after, moments }: Asked): Promise<Told> {
  await using handler = await openHandler({ db });
  const [first, second] = moments;
  const body = { query: question, variables: { first, second, after } };
  const response = await handler.ask(body, {}, { isOwner: true });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { counts, tokens } = await recordStatus(db.reader);
  return {
    counts,
    tokens: tokens.map(({ id: _id, ...token }) => token),
    moments,
    claims: data.claims.nodes.sort(bySlug),
    found: data.search.nodes.sort(bySlug).map(({ slug }: Named) => slug),
    resumed: { after: after ?? '', events: data.recordEvents.nodes },
  };
}

const bySlug = (one: Named, other: Named): number => (one.slug < other.slug ? -1 : 1);

export async function exportOf(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(db.reader)) lines.push(line);
  return lines;
}
