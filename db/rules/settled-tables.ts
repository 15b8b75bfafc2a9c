import type { RowsChanged } from './grounds.ts';

/** A table that answers rest on row by row. */
interface SettledTable {
  /** As whose rows its own count. */
  readonly changes: keyof RowsChanged;
  /** The column with the keys of these. */
  readonly key: string;
  /** Whether one row of it may change by itself: where not, answers rest on it without naming it. */
  readonly mayChange: boolean;
}

/** By their names. An answer that is read from any other table rests on the record as a whole. */
export const settledTables: ReadonlyMap<string, SettledTable> = new Map([
  ['claims', { changes: 'claims', key: 'key', mayChange: true }],
  ['claim_topics', { changes: 'claims', key: 'claim', mayChange: false }],
  ['claim_concerns', { changes: 'claims', key: 'claim', mayChange: false }],
  ['standings', { changes: 'standings', key: 'claim', mayChange: true }],
  ['stances', { changes: 'stances', key: 'key', mayChange: true }],
  ['evidence', { changes: 'evidence', key: 'key', mayChange: true }],
  ['attributions', { changes: 'evidence', key: 'evidence', mayChange: false }],
  ['actors', { changes: 'actors', key: 'key', mayChange: false }],
  ['articles', { changes: 'articles', key: 'key', mayChange: false }],
]);

/** What the process notes for itself: nothing that is kept is answered from it. */
export const unreadTables: ReadonlySet<string> = new Set(['tokens', 'meta', 'idempotency_keys']);
