import { z } from 'zod';
import { now } from '../clock.ts';
import { followSocket } from '../feed/event-socket.ts';
import { followStream, type Leave } from '../feed/event-stream.ts';

/** What this process is told to do: it follows one feed with many readers, and tells what each of them was told. */
const order = z.union([
  z.object({
    follow: z.object({
      transport: z.enum(['sse', 'websocket']),
      port: z.number(),
      /** One for each reader. */
      paths: z.array(z.string()),
      query: z.string(),
      variables: z.array(z.looseObject({})),
    }),
  }),
  /** Waits until all of them together were told of so many events, and forgets them. */
  z.object({ collect: z.object({ events: z.number(), withinMs: z.number() }) }),
  z.object({ leave: z.literal(true) }),
]);
type Follow = Extract<z.infer<typeof order>, { follow: unknown }>['follow'];

/** Connections that are opened at once: fewer than the system keeps waiting. */
const lanes = 64;

let streams: Leave[] = [];
/** Each text that came, once, and its place in the list. */
let texts = new Map<string, number>();
/** For each reader, which text came when. */
let told: { readonly text: number; readonly at: number }[][] = [];
let count = 0;
let onCount = (_count: number): void => undefined;

process.on('message', (message) => {
  const given = order.parse(message);
  if ('follow' in given) void follow(given.follow);
  else if ('collect' in given) void collect(given.collect);
  else void leave();
});
// Nothing else keeps this process between two streams.
process.channel?.ref();
process.on('SIGTERM', () => process.exit());
process.on('disconnect', () => process.exit());
process.send?.({ ready: 1 });

async function follow({ transport, port, paths, query, variables }: Follow): Promise<void> {
  const open = transport === 'sse' ? followStream : followSocket;
  const waiting = [...paths.entries()];
  forget(paths.length);
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [reader, path] = next;
      const onEvent = (event: string) => take(reader, event);
      const asked = { port, path, query, variables: variables[reader] ?? {} };
      streams.push(await open({ ...asked, onEvent, onEnd: fail }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  process.send?.({ followed: streams.length });
}

function take(reader: number, event: string): void {
  const at = now();
  let text = texts.get(event);
  if (text === undefined) {
    text = texts.size;
    texts.set(event, text);
  }
  told[reader]?.push({ text, at });
  count += 1;
  onCount(count);
}

function fail(): void {
  throw new Error('The server ended a stream.');
}

async function collect(awaited: { events: number; withinMs: number }): Promise<void> {
  await new Promise<void>((resolve) => {
    const impatience = setTimeout(resolve, awaited.withinMs);
    onCount = (count) => {
      if (count < awaited.events) return;
      clearTimeout(impatience);
      resolve();
    };
    onCount(count);
  });
  const utf8 = [...texts.keys()].map((text) => Buffer.from(text, 'latin1').toString());
  process.send?.({ texts: utf8, told });
  forget(told.length);
}

function forget(readers: number): void {
  texts = new Map();
  told = Array.from({ length: readers }, () => []);
  count = 0;
  onCount = () => undefined;
}

async function leave(): Promise<void> {
  await Promise.all(streams.map((leaveStream) => leaveStream()));
  streams = [];
  process.send?.({ left: 1 });
}
