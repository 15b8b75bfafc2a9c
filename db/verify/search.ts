import type { Report } from './report.ts';

/** Looks at each index of the search, and tells the names of those that do not hold the words that they are to hold. */
export type CheckSearch = () => Promise<readonly string[]>;

/** Everything that is to be found is found by its present words, and nothing else is. */
export async function verifySearch(checkSearch: CheckSearch, report: Report): Promise<void> {
  for (const index of await checkSearch()) {
    report.fault('database', index, 'the search finds things by other words than their own');
  }
}
