import type Sqlite from 'libsql';
import { claimList } from '../../db/queries/claim-list.ts';
import { newestFirst } from '../../db/read/page.ts';
import { NumberSeal } from '../../db/rules/number-seal.ts';
import { nameOf } from '../../schema/reading/list.ts';
import { encodePageCursor } from '../../schema/reading/page-cursor.ts';
import type { Cursors } from './operations/operation.ts';

/** Cursors of the list of all claims at any place, as a server of this record hands them out. */
export function claimCursors(db: Sqlite.Database): Cursors {
  const row = db.prepare("select value from meta where name = 'cursor_key'").raw(true).get();
  if (!Array.isArray(row)) throw new Error('The record has no key for its cursors.');
  const seal = new NumberSeal(String(row[0]));
  const order = newestFirst;
  const list = nameOf(claimList({ filter: {}, order, seesDrafts: false }), order);
  return (claim) => encodePageCursor(seal, list, { key: claim, value: null });
}
