import Database from 'libsql';
import { z } from 'zod';

/** What a table or an index takes up in the file. */
interface PartSize {
  readonly name: string;
  /** The table, or that of the index. */
  readonly table: string;
  readonly kind: 'table' | 'index' | 'search';
  readonly bytesPerClaim: number;
}

export interface FileReport {
  readonly claims: number;
  readonly bytesPerClaim: number;
  /** The largest first. */
  readonly parts: readonly PartSize[];
}

const sizes = z.array(
  z.object({ name: z.string(), of: z.string(), type: z.string(), bytes: z.number() }),
);

/** What each table and index of a record takes up, for each claim in it. */
export function measureFile(record: string): FileReport {
  const db = new Database(record, { readonly: true });
  const found = sizes.parse(
    db
      .prepare(`select stat.name as name, coalesce(tbl_name, stat.name) as "of", coalesce(type, 'table') as type,
        sum(pgsize) as bytes from dbstat stat left join sqlite_schema on sqlite_schema.name = stat.name
        where aggregate = true group by stat.name order by bytes desc`)
      .all(),
  );
  db.close();
  const claims = claimsIn(record);
  const parts = found.map(({ name, of, type, bytes }): PartSize => {
    const kind = name.startsWith('search_') ? 'search' : type === 'index' ? 'index' : 'table';
    return { name, table: of, kind, bytesPerClaim: bytes / claims };
  });
  return { claims, bytesPerClaim: parts.reduce((sum, part) => sum + part.bytesPerClaim, 0), parts };
}

export function claimsIn(record: string): number {
  const db = new Database(record, { readonly: true });
  const [count] = db.prepare('select count(*) from claims').raw(true).all();
  db.close();
  return Array.isArray(count) ? Number(count[0]) : Number.NaN;
}
