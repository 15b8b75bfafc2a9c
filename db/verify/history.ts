import { historiesToVerify } from '../queries/history.ts';
import type { Reader } from '../read/read.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

const nouns = ['actor', 'article', 'claim', 'stance'] as const;

/** What is on record is what the history says that it is by now. */
export async function verifyHistory(reader: Reader, report: Report): Promise<void> {
  for (const noun of nouns) {
    for await (const page of pages(reader, historiesToVerify[noun], 500)) {
      for (const { id, isKept } of page) {
        if (isKept !== 1) report.fault(noun, id, 'the history keeps it otherwise than it is');
      }
    }
  }
}
