import { setImmediate as nextTurn } from 'node:timers/promises';
import { brokenReferences, eventClock, type LoggedTable, loggedTables } from '../queries/verify.ts';
import type { Reader } from '../read/read.ts';
import type { Report } from './report.ts';

const eventsAtOnce = 5000;
const rowsAtOnce = 2000;

/** The numbers of the log without a gap, its moments strictly increasing, and an event for each row on record. */
export async function verifyLog(reader: Reader, report: Report): Promise<void> {
  let [seq, at] = [0, Number.NEGATIVE_INFINITY];
  for (let isMore = true; isMore; ) {
    const page = await reader.read(eventClock, { after: seq, limit: eventsAtOnce });
    for (const event of page) {
      if (event.seq !== seq + 1) report.fault('event', String(event.seq), `it follows upon ${seq}`);
      if (event.at <= at)
        report.fault('event', String(event.seq), 'its moment is not later than the last');
      [seq, at] = [event.seq, event.at];
    }
    report.checked.events += page.length;
    isMore = page.length === eventsAtOnce;
    await nextTurn();
  }
  for (const table of loggedTables) await verifyTold(reader, table, report);
}

/** Rows that refer to one that is not there. */
export async function verifyReferences(reader: Reader, report: Report): Promise<void> {
  for (const { table, row, parent } of await reader.read(brokenReferences, { limit: 1000 })) {
    report.fault(
      'database',
      `${table} ${row}`,
      `it refers to a row of ${parent} that is not there`,
    );
  }
}

async function verifyTold(
  reader: Reader,
  { noun, lastKey, untold }: LoggedTable,
  report: Report,
): Promise<void> {
  const [last] = await reader.read(lastKey);
  for (let after = 0; after < (last?.key ?? 0); after += rowsAtOnce) {
    for (const { id } of await reader.read(untold, { after, upTo: after + rowsAtOnce })) {
      report.fault(noun, id, 'no event of its moment tells that it was recorded');
    }
    await nextTurn();
  }
}
