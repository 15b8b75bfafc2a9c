import type { Reader } from '../read/read.ts';
import { verifyHistory } from './history.ts';
import { verifyLikenesses } from './likenesses.ts';
import { verifyLog, verifyReferences } from './log.ts';
import { verifyNames } from './names.ts';
import { verifyQuotes } from './quotes.ts';
import { Report, type Verification } from './report.ts';
import { type CheckSearch, verifySearch } from './search.ts';
import { verifyStandings } from './standings.ts';
import { verifyVersions } from './versions.ts';

export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told what is looked at next. */
  readonly onProgress?: ((looking: string) => void) | undefined;
}

/** Where a record is verified. */
interface Verified {
  readonly reader: Reader;
  readonly checkSearch: CheckSearch;
}

type Step = readonly [name: string, verify: (reader: Reader, report: Report) => Promise<void>];

const steps: readonly Step[] = [
  ['references', verifyReferences],
  ['quotes', verifyQuotes],
  ['likenesses', verifyLikenesses],
  ['versions', verifyVersions],
  ['standings', verifyStandings],
  ['events', verifyLog],
  ['the history', verifyHistory],
  ['names in texts', verifyNames],
];

/** Looks at all that is on record: every hash, quote, likeness, standing, reference, event, entry of the search, name, and what is kept of them. */
export async function verifyRecord(
  { reader, checkSearch }: Verified,
  { signal, onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const report = new Report();
  for (const [name, verify] of steps) {
    signal?.throwIfAborted();
    onProgress?.(name);
    await verify(reader, report);
  }
  signal?.throwIfAborted();
  onProgress?.('the search');
  await verifySearch(checkSearch, report);
  return report;
}
