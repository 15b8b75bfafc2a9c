import type { Database } from '../client.ts';
import { statusesOfClaims } from '../queries/export.ts';
import type { OnConflict, StandingStatus } from '../rules/vocabulary.ts';
import type { Author } from '../write/transaction.ts';
import type { Checked } from './checked.ts';
import { type LineAt, recordLines } from './record-lines.ts';
import { inBatches, type LineSource, linesOf, readLine } from './source.ts';

const linesAtOnce = 500;

/** A claim whose standing an import would change. */
export interface StandingToChange {
  /** Its slug. */
  readonly claim: string;
  readonly from: StandingStatus;
  readonly to: StandingStatus;
}

interface RehearsalOptions {
  readonly author: Author;
  readonly onConflict?: OnConflict | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly checked: Checked;
}

/**
 * The claims on record that these lines tell, too, and whose standing they would change: they are recorded and taken
 * back. Null where that cannot be done, as they refer to what is not on record, or nothing may be written.
 */
export async function standingsToChange(
  db: Database,
  sources: readonly LineSource[],
  { author, onConflict = 'FAIL', signal, checked }: RehearsalOptions,
): Promise<readonly StandingToChange[] | null> {
  const { sharedClaims, missing, later, unchanged, skipped } = checked;
  if (sharedClaims.length === 0) return [];
  if (missing.length > 0 || db.isReadOnly) return null;
  const names = JSON.stringify(sharedClaims);
  const before = await db.written.read(statusesOfClaims, { names });
  const after = await db.rehearse(author, {
    command: async (tx) => {
      let ordinal = 0;
      for await (const batch of inBatches(linesOf(sources), linesAtOnce)) {
        signal?.throwIfAborted();
        const lines: LineAt[] = [];
        for (const at of batch) {
          const isNew = !unchanged.has(ordinal) && !skipped.has(ordinal);
          ordinal += 1;
          const { line } = isNew ? await readLine(at) : {};
          if (line !== undefined) lines.push({ at, line });
        }
        await recordLines(tx, lines, { later, onConflict });
      }
    },
    look: async (reader) => reader.read(statusesOfClaims, { names }),
  });
  const statuses = new Map(after.map(({ slug, status }) => [slug, status]));
  return before.flatMap(({ slug, status }) => {
    const to = statuses.get(slug) ?? status;
    return to === status ? [] : [{ claim: slug, from: status, to }];
  });
}
