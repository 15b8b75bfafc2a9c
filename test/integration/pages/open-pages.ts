import type { Database } from '../../../db/client.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import type { HandlerOptions } from '../../../server/yoga.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  quoting,
  recordHarbour,
} from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { type OpenHandler, openHandler } from '../http/open-handler.ts';

/** A claim that one reports, one denies and one says again on the word of somebody unnamed. */
export async function recordDispute(db: Database): Promise<void> {
  await recordHarbour(db);
  await write(db, recordClaim, bridgePromised);
  await write(db, recordStance, gazetteReports);
  await write(db, recordStance, mayorDenies);
  await write(db, recordStance, {
    slug: 'sources-assert',
    claim: { slug: 'bridge-promised' },
    actor: { slug: 'council-sources' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    note: 'A note of the desk.',
    evidence: [
      {
        ...quoting('plans were drawn up in March', ['gazette', 'council-sources']),
        mode: 'DIRECT',
      },
    ],
  });
}

/** The pages over the dispute, or over another record. */
export function openPages(
  options: Partial<HandlerOptions> & { readonly filled?: (db: Database) => Promise<void> } = {},
): Promise<OpenHandler> {
  return openHandler({
    filled: recordDispute,
    keptAnswers: 4_000_000,
    pages: {
      publicUrl: 'https://record.example',
      contactUrl: 'mailto:desk@record.example',
      indexing: false,
    },
    ...options,
  });
}

/** A page without the one script that it may load from this server: no other is taken out. */
export const withoutItsScript = (page: string): string =>
  page.replace(/<script type="module" src="\/pages\/[\w-]+\.js"><\/script>/, '');

/** What a page says, without its markup. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
