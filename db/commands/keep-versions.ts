import { sql } from 'drizzle-orm';
import { articlesInChains } from '../queries/evidence-versions.ts';
import { foldedOnce, type VersionScope, versionChanges } from '../queries/version-changes.ts';
import type { Fold } from '../rules/version-words.ts';
import { evidenceVersions } from '../tables/evidence.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

// A transaction may look into the same texts for many words.
const folds = new WeakMap<WriteTx, Fold>();

/**
 * Brings up to date in which versions words stand, of the chains of these articles, and touches the claims that this bears on.
 * To be called behind the event that changed it.
 */
export async function keepVersions(tx: WriteTx, scope: VersionScope): Promise<void> {
  const { added, gone, claims } = await changesIn(tx, scope);
  await store(tx, { added, gone });
  for (const claim of claims) tx.touch(claim);
}

/** The same for evidence that is new, each piece from the article at its place, whose claims are touched for it. */
export async function keepVersionsOfNew(
  tx: WriteTx,
  { evidence, articles }: Required<Pick<VersionScope, 'evidence' | 'articles'>>,
): Promise<void> {
  if (evidence.length === 0) return;
  const each = [...new Set(articles)];
  const joined = await tx.reader.read(articlesInChains, { articles: JSON.stringify(each) });
  const added = evidence.map((key, index) => [key, articles[index] ?? 0] as const);
  // Most articles have no other version: nothing is looked for then.
  const isAlone = joined.every(({ supersedes }) => supersedes === null);
  const changes = isAlone ? { added, gone: [] } : await changesIn(tx, { articles: each, evidence });
  await store(tx, changes);
}

/** The same for evidence that quotes other words now. */
export async function keepVersionsOfEdited(
  tx: WriteTx,
  scope: Required<Pick<VersionScope, 'evidence' | 'articles'>>,
): Promise<void> {
  await store(tx, await changesIn(tx, scope));
}

function changesIn(tx: WriteTx, scope: VersionScope) {
  const fold = folds.get(tx) ?? foldedOnce();
  folds.set(tx, fold);
  return versionChanges(tx.reader, { ...scope, fold });
}

type Pairs = Awaited<ReturnType<typeof versionChanges>>['added'];

async function store(
  tx: WriteTx,
  { added, gone }: { readonly added: Pairs; readonly gone: Pairs },
): Promise<void> {
  const rows = added.map(([evidence, article]) => ({ evidence, article }));
  await insertRows(tx.drizzle, evidenceVersions, rows);
  if (gone.length === 0) return;
  await tx.drizzle.run(sql`
    delete from evidence_versions where (evidence, article) in (
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(gone)}))`);
}
