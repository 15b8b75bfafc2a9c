import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { openReader, overSse, overWebSocket } from '../e2e/components/feed-reader.ts';
import { startServer } from '../e2e/components/server.ts';
import { watchMemory } from './memory.ts';
import { neverReadSse, neverReadWebSocket } from './never-reading.ts';
import type { Run } from './run.ts';
import { untilCount } from './stall.ts';

export interface UnreadOptions {
  /** How many events pass while nobody of the twenty reads. */
  readonly events: number;
  /** How long the description of each is, about. */
  readonly bytes?: number;
  readonly tell: (progress: string) => void;
}

interface UnreadFigures {
  readonly events: number;
  /** What each of those who read was told. */
  readonly told: readonly number[];
  readonly mutations: number;
  readonly slowestMutationMs: number;
  /** Of the server's resident memory, at its highest. */
  readonly grownMb: number;
  readonly ms: number;
}

const pairs = 10;
const mayGrowMb = 100;
const linesAtOnce = (bytes: number) => Math.floor(600_000 / bytes);

const selecting = (fields: string) =>
  `subscription($after: String) { told: recordEvents(after: $after) { cursor subject { ... on Actor { ${fields} } } } }`;

/** A record grows while ten subscribers over SSE and ten over WebSocket never read, and two others do. */
export async function unread({
  events,
  bytes = 1_200,
  tell,
}: UnreadOptions): Promise<Run<UnreadFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const leave: (() => void)[] = [];
  try {
    await using server = await startServer({ DATABASE_URL: `file:${join(folder, 'record.db')}` });
    const record = createClient({ url: server.url, token: server.token, timeoutMs: 120_000 });
    // What a process needs to run at all is no growth.
    for (const batch of batchesOf({ events: 2 * linesAtOnce(bytes), bytes }, 'first'))
      await record.importRecord(batch);
    const from = { url: server.url, after: (await record.summary()).feedCursor };
    const long = { ...from, query: selecting('description') };
    for (let pair = 0; pair < pairs; pair += 1)
      leave.push(await neverReadSse(long), await neverReadWebSocket(long));
    const short = { ...from, query: selecting('slug') };
    await using one = openReader(overSse, short);
    await using other = openReader(overWebSocket, short);
    const told = (): number[] => [one, other].map(({ heard }) => heard.length);

    const memory = await watchMemory(server.pid());
    const since = performance.now();
    const mutations = await write(record, { events, bytes }, (written) =>
      tell(`${written} of ${events} events, grown by ${Math.round(memory.grownMb())} MB`),
    );
    await untilCount(() => Math.min(...told()), events);
    await memory.end();
    const grownMb = memory.grownMb();
    const ms = performance.now() - since;
    return {
      figures: { events, told: told(), ...mutations, grownMb, ms },
      faults: [
        ...[one, other].flatMap(({ faults }) => faults),
        ...(told().some((count) => count > events) ? ['Somebody was told something twice.'] : []),
        ...(grownMb < mayGrowMb ? [] : [`The server has grown by ${Math.round(grownMb)} MB.`]),
      ],
    };
  } finally {
    for (const hangUp of leave) hangUp();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Brings in as many actors as there are to be events. @throws what a mutation fails with */
async function write(
  record: Client,
  size: Size,
  onWritten: (written: number) => void,
): Promise<{ readonly mutations: number; readonly slowestMutationMs: number }> {
  const tookMs: number[] = [];
  let written = 0;
  for (const batch of batchesOf(size, 'actor')) {
    const since = performance.now();
    await record.importRecord(batch);
    tookMs.push(performance.now() - since);
    written += batch.lines.length;
    onWritten(written);
  }
  return { mutations: tookMs.length, slowestMutationMs: Math.max(...tookMs) };
}

interface Size {
  readonly events: number;
  readonly bytes: number;
}

function* batchesOf({ events, bytes }: Size, name: string): Generator<{ lines: string[] }> {
  const most = linesAtOnce(bytes);
  for (let start = 0; start < events; start += most) {
    const length = Math.min(most, events - start);
    yield {
      lines: Array.from({ length }, (_, index) => actorLine(`${name}-${start + index}`, bytes)),
    };
  }
}

// Long, so that what nobody reads does not fit into the buffers of the system.
function actorLine(id: string, bytes: number): string {
  const description = `${id} `.repeat(bytes / (id.length + 1));
  return JSON.stringify({ type: 'actor', id, name: id, kind: 'PERSON', description });
}
