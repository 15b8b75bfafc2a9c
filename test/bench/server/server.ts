import { type Client, createClient } from '../../../sdk/src/index.ts';
import { type CountingProxy, startCountingProxy } from '../../e2e/components/counting-proxy.ts';
import { startServer } from '../../e2e/components/server.ts';
import { startSqld } from '../../e2e/components/sqld.ts';
import { buildProgram } from '../../kit/onrecord.ts';
import type { ServerOptions } from './options.ts';

/** One way to use processes on a libSQL server, and what it took. */
export interface ServerCase {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
  /** Of all processes together, for each that was asked. */
  readonly roundTrips: number;
}

interface Stage {
  readonly clients: readonly Client[];
  readonly proxies: readonly CountingProxy[];
}

/** Asks one process alone, then two with many at once. */
export async function measureServer(
  { atOnce, claims, delayMs }: ServerOptions,
  tell: (progress: string) => void,
): Promise<readonly ServerCase[]> {
  tell('building');
  await buildProgram();
  await using sqld = await startSqld();
  await using near = await startCountingProxy(sqld.address, { delayMs });
  await using far = await startCountingProxy(sqld.address, { delayMs });
  const limits = 'requestMs=60000,costPerMinute=999999999';
  const settings = (proxy: CountingProxy) => ({
    DATABASE_URL: `ws://${proxy.address}`,
    REQUIRE_SYNCED: 'true',
    LIMITS: limits,
  });
  tell('starting');
  await using first = await startServer(settings(near), []);
  await using second = await startServer(settings(far), []);
  const clients = [first, second].map(({ url }) => createClient({ url, token: first.token }));
  const stage = { clients, proxies: [near, far] };
  const record = (client: Client, number: number) =>
    client.request(recordOne, { input: claim(number) });
  const cases: ServerCase[] = [];
  let done = 0;
  const measure = async (name: string, many: Many): Promise<void> => {
    tell(name);
    cases.push(await measureCase(name, stage, { ...many, from: done }));
    done += many.count;
  };
  await measure('warming up', { processes: 2, atOnce: 1, count: 20, ask: record });
  await measure('recordClaim, alone', { processes: 1, atOnce: 1, count: claims, ask: record });
  await measure(`recordClaim, ${atOnce} at once`, {
    processes: 1,
    atOnce,
    count: claims,
    ask: record,
  });
  await measure(`recordClaim, ${atOnce} at once, two processes`, {
    ...{ processes: 2, atOnce, count: claims, ask: record },
  });
  await measure('a list of three levels, alone', {
    ...{ processes: 1, atOnce: 1, count: claims, ask: (client) => client.request(list) },
  });
  return cases.slice(1);
}

interface Many {
  readonly processes: number;
  readonly atOnce: number;
  readonly count: number;
  readonly ask: (client: Client, number: number) => Promise<unknown>;
}

async function measureCase(
  name: string,
  { clients, proxies }: Stage,
  { processes, atOnce, count, ask, from }: Many & { readonly from: number },
): Promise<ServerCase> {
  const trips = () => proxies.reduce((sum, { roundTrips }) => sum + roundTrips, 0);
  const [before, since] = [trips(), performance.now()];
  const took: number[] = [];
  let next = 0;
  const askOn = async (place: number): Promise<void> => {
    const client = clients[place % processes];
    if (client === undefined) throw new Error('There is no such process.');
    while (next < count) {
      next += 1;
      const asked = performance.now();
      await ask(client, from + next);
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, place) => askOn(place)));
  const ms = performance.now() - since;
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    name,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    perSecond: (count * 1000) / ms,
    roundTrips: (trips() - before) / count,
  };
}

const claim = (number: number) =>
  ({
    text: `The harbour office said in its report number ${number} that the ferry was safe.`,
    kind: 'FACT',
    language: 'en',
    topics: ['ferry', 'harbour'],
    stances: [
      { actor: { slug: 'kremlin' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'In its report.' },
    ],
  }) as const;

/** What a desk asks that goes on by itself: the claim, and where its event stands. */
const recordOne = `mutation ($input: RecordClaimInput!) {
  recordClaim(input: $input) { ... on RecordClaimPayload { cursor claim { id slug text } } } }`;

const list = '{ claims { nodes { slug stances { nodes { kind actor { name } } } } } }';

/** The cases as a table. */
export function serverTable(cases: readonly ServerCase[]): string {
  const rows = cases.map(({ name, p50Ms, p99Ms, perSecond, roundTrips }) =>
    [name, p50Ms.toFixed(0), p99Ms.toFixed(0), perSecond.toFixed(1), roundTrips.toFixed(1)].join(
      ' | ',
    ),
  );
  return [
    '| | p50 ms | p99 ms | a second | round trips each |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
