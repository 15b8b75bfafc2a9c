import { meta } from '../tables/meta.ts';
import type { WriteTx } from '../write/transaction.ts';

/** A backup that was made. */
export interface BackupNoted {
  readonly file: string;
  readonly seq: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Notes the latest backup, for whoever looks after the record. Tells its moment; it is no event, since nothing on record has changed. */
export async function noteBackup(tx: WriteTx, backup: BackupNoted): Promise<number> {
  const { file, seq, bytes, sha256 } = backup;
  const at = tx.tick();
  const value = JSON.stringify({ file, seq, bytes, sha256, at });
  await tx.drizzle
    .insert(meta)
    .values({ name: 'backup', value })
    .onConflictDoUpdate({ target: meta.name, set: { value } });
  return at;
}
