import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';

/** The floor of the feed: holds responses open, and writes to each the bytes that it is given for it. Nothing else. */
const order = z.union([
  z.object({ cue: z.array(z.object({ bytes: z.string(), readers: z.array(z.number()) })) }),
  z.object({ play: z.object({ paceMs: z.number() }) }),
]);
type Cue = Extract<z.infer<typeof order>, { cue: unknown }>['cue'];

const responses = new Map<string, ServerResponse>();
let writes: readonly { readonly bytes: Buffer; readonly to: readonly ServerResponse[] }[] = [];

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  responses.set(request.url ?? '', response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
process.on('message', (message) => {
  const { data } = order.safeParse(message);
  if (data === undefined) return;
  if ('cue' in data) prepare(data.cue);
  else void play(data.play.paceMs);
});
process.on('SIGTERM', () => process.exit());
process.on('disconnect', () => process.exit());

function prepare(cue: Cue): void {
  writes = cue.map(({ bytes, readers }) => ({
    bytes: Buffer.from(bytes),
    to: readers.flatMap((reader) => responses.get(`/${reader}`) ?? []),
  }));
  process.send?.({ cued: writes.length });
}

async function play(paceMs: number): Promise<void> {
  for (const { bytes, to } of writes) {
    for (const response of to) response.write(bytes);
    await (paceMs > 0 ? pause(paceMs) : turn());
  }
}
