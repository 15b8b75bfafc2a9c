import { rawRows, withRawRows } from './raw-rows.ts';

/** An event as it was committed. */
export interface CommittedEvent {
  readonly seq: number;
  readonly type: string;
  readonly noun: string;
  readonly subject: number;
  readonly at: number;
  readonly by: number | null;
  readonly visibility: string;
  readonly payload: unknown;
}

/** The events after the number `after`, seen from another connection. */
export function committedEvents(path: string, after = 0): CommittedEvent[] {
  const select = `select json_object('seq', seq, 'type', type, 'noun', noun, 'subject', subject, 'at', at,
    'by', by_token, 'visibility', visibility, 'payload', json(payload)) as event
    from events where seq > ? order by seq`;
  return rawRows<{ event: string }>(path, select, after).map(({ event }) => JSON.parse(event));
}

/** Everything that the database holds, table by table, seen from another connection. */
export function everything(path: string): Record<string, unknown[]> {
  return withRawRows(path, (rows) => {
    const tables = rows<{ name: string }>(
      "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%'",
    );
    return Object.fromEntries(tables.map(({ name }) => [name, rows(`select * from "${name}"`)]));
  });
}
