// Mirrors new claims into a file, one line of JSON each, or posts each of them to a webhook:
//
//   npx tsx examples/mirror.ts claims.jsonl
//   npx tsx examples/mirror.ts https://desk.example/new-claims desk.place
//
// However it ends, and however the server does, start it again and it goes on where it was. Where that is stands in
// a file of its own: `claims.jsonl.place`, `webhook.place`, or what the second argument names.
import { existsSync } from 'node:fs';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type ClaimAdded, createClient } from '@onrecord/sdk';

/** How far the mirror has come: the feed's cursor, and how long the file was then. */
interface Place {
  readonly cursor: string;
  readonly length: number;
}

interface Mirror {
  /** Passes when the claim is kept. */
  add(event: ClaimAdded): Promise<void>;
  length(): Promise<number>;
}

/** Appends to a file. What a run wrote after it last saved its place is cut off, for it comes again. */
async function fileMirror(path: string, place: Place | null): Promise<Mirror> {
  const file = await open(path, 'a');
  const length = async () => (await file.stat()).size;
  if (place && (await length()) < place.length)
    throw new Error(`${path} has become shorter. Is it the file that ${placeFile} tells of?`);
  if (place) await file.truncate(place.length);
  return {
    async add(event) {
      await file.appendFile(`${JSON.stringify(event)}\n`);
      await file.datasync();
    },
    length,
  };
}

/** Posts to a webhook until it takes what it is sent. A claim may come twice, with the same key. */
function webhookMirror(url: string, signal: AbortSignal): Mirror {
  const isTaken = async ({ cursor, at, claim }: ClaimAdded): Promise<boolean> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': cursor },
      body: JSON.stringify({ cursor, at, claim }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    await response.arrayBuffer();
    if (!response.ok) console.error(`The webhook answers ${response.status}.`);
    return response.ok;
  };
  const isTakenNow = (event: ClaimAdded) =>
    isTaken(event).catch((error: unknown) => {
      console.error(`The webhook is not there: ${error}`);
      return false;
    });
  return {
    async add(event) {
      for (let waitMs = 500; !(await isTakenNow(event)); waitMs = Math.min(waitMs * 2, 60_000))
        await pause(waitMs, undefined, { signal });
    },
    length: async () => 0,
  };
}

/** Writes the file in one step: whatever happens, it holds the old place or the new one. */
async function savePlace(place: Place): Promise<void> {
  await writeFile(`${placeFile}.new`, JSON.stringify(place), { flush: true });
  await rename(`${placeFile}.new`, placeFile);
}

const [target = 'claims.jsonl', namedPlace] = process.argv.slice(2);
const isWebhook = /^https?:/.test(target);
const placeFile = namedPlace ?? (isWebhook ? 'webhook.place' : `${target}.place`);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());

const place: Place | null = existsSync(placeFile)
  ? JSON.parse(await readFile(placeFile, 'utf8'))
  : null;
const mirror = isWebhook ? webhookMirror(target, stop.signal) : await fileMirror(target, place);

const record = createClient({
  url: process.env.ONRECORD_URL ?? 'http://127.0.0.1:4000/graphql',
  token: process.env.ONRECORD_TOKEN,
});
const feed = record.claimAdded({
  signal: stop.signal,
  persist: {
    load: () => place?.cursor,
    save: async (cursor) => savePlace({ cursor, length: await mirror.length() }),
  },
  onState: ({ kind }) => console.error(kind),
});
try {
  for await (const event of feed) if (event.claim) await mirror.add(event);
} catch (error) {
  if (!stop.signal.aborted) throw error;
}
