import { sql } from 'drizzle-orm';
import { foldedOnce, type VersionScope, versionChanges } from '../queries/version-changes.ts';
import type { ReferredArticle } from '../rules/record-view.ts';
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

/** A piece of evidence that is new, and the article that it was quoted from. */
export interface NewEvidence {
  readonly evidence: number;
  readonly article: Pick<ReferredArticle, 'key' | 'isAlone'>;
}

/** The same for evidence that is new, whose claims are touched for it. Most articles have no other version: nothing is looked for then. */
export async function keepVersionsOfNew(
  tx: WriteTx,
  pieces: readonly NewEvidence[],
): Promise<void> {
  const among = pieces.filter(({ article }) => !article.isAlone);
  if (among.length === 0) return;
  const changes = await changesIn(tx, {
    evidence: among.map(({ evidence }) => evidence),
    articles: among.map(({ article }) => article.key),
  });
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
  await insertRows(tx, evidenceVersions, rows);
  if (gone.length === 0) return;
  await tx.drizzle.run(sql`
    delete from evidence_versions where (evidence, article) in (
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(gone)}))`);
}
