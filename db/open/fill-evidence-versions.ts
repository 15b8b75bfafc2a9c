import type { Client } from '@libsql/client';
import { changedVersions } from '../queries/article-versions.ts';
import { versionChanges } from '../queries/version-changes.ts';
import { clientReader } from '../read/read.ts';

const versionsAtOnce = 100;

/**
 * Looks in the versions of pages that are on record already for the words of each other, once: the migration that made the
 * table has left a mark. Broken off, it begins anew at the next start. It reads through `primary`.
 */
export async function fillEvidenceVersions(
  client: Client,
  primary: Pick<Client, 'execute'>,
): Promise<void> {
  const mark = "from meta where name = 'evidence_versions'";
  const marked = await primary.execute(`select 1 ${mark}`);
  if (marked.rows.length === 0) return;
  const reader = clientReader(primary);
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: readonly { readonly key: number }[] = await reader.read(changedVersions, {
      after,
      limit: versionsAtOnce,
    });
    const { added } = await versionChanges(reader, { articles: page.map(({ key }) => key) });
    const rows = JSON.stringify(added);
    const sql = `insert or ignore into evidence_versions (evidence, article)
      select value ->> 0, value ->> 1 from json_each(?)`;
    await client.execute({ sql, args: [rows] });
    after = page.length < versionsAtOnce ? undefined : page.at(-1)?.key;
  }
  await client.execute(`delete ${mark}`);
}
