import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../bench/record/random.ts';
import type { Run } from '../run.ts';
import { type Exchange, randomExchange } from './exchange.ts';
import { transcript } from './transcript.ts';
import { openWays, type Told, type Ways } from './ways.ts';

export interface LaneOptions {
  /** How many exchanges, of one to four requests each. */
  readonly exchanges: number;
  readonly seed: number;
  readonly tell: (progress: string) => void;
}

interface LaneFigures {
  readonly seed: number;
  requests: number;
  answeredByLane: number;
}

/** The servers of which each is asked a third, or the first of them where few are asked. */
const told: readonly Told[] = [
  { production: false },
  { production: true },
  { production: true, requireToken: true },
];

/** So few use one address that nobody's points come back meanwhile. */
const perAddress = 50;

/** Random requests to the lane and to Yoga alone: both answer, log and count the same. */
export async function sameByLane({
  exchanges,
  seed,
  tell,
}: LaneOptions): Promise<Run<LaneFigures>> {
  const figures: LaneFigures = { seed, requests: 0, answeredByLane: 0 };
  const faults: string[] = [];
  for (const [place, server] of told.entries()) {
    await using ways = await openWays(server);
    const random = createRandom(seed * told.length + place);
    const share = Math.ceil(exchanges / told.length);
    for (let number = 0; number < share; number += 1) {
      const poor = `203.0.113.${Math.floor(number / perAddress) % 250}`;
      const exchange = randomExchange(random, { tokens: ways.tokens, poor });
      const fault = await difference(ways, exchange);
      if (fault)
        faults.push(`Seed ${seed}, ${JSON.stringify(server)}, exchange ${number}: ${fault}`);
      figures.requests += exchange.methods.length;
      tell(`${JSON.stringify(server)}: ${number}`);
    }
    figures.answeredByLane += ways.lane.answeredByLane();
    faults.push(...(await differencesTold(ways)));
  }
  return { figures, faults };
}

async function difference({ lane, yoga }: Ways, exchange: Exchange): Promise<string | null> {
  const [one, other] = (
    await Promise.all([transcript(lane.port, exchange), transcript(yoga.port, exchange)])
  ).map((answers) => JSON.stringify(answers, null, 1));
  if (one === other) return null;
  const sent = Buffer.concat(exchange.pieces).toString('latin1').slice(0, 2_000);
  return `${exchange.ending}\n${sent}\nis answered by the lane\n${one}\nand by Yoga\n${other}`;
}

/** What was logged and counted differently, once all that was left unfinished has come to its end. */
async function differencesTold({ lane, yoga }: Ways): Promise<readonly string[]> {
  const look = async () =>
    [
      [...new Set([...lane.logged.keys(), ...yoga.logged.keys()])]
        .filter((line) => lane.logged.get(line) !== yoga.logged.get(line))
        .map(
          (line) => `Logged ${lane.logged.get(line)} and ${yoga.logged.get(line)} times: ${line}`,
        ),
      (await lane.counted()) === (await yoga.counted())
        ? []
        : [`Counted:\n${await lane.counted()}\nand\n${await yoga.counted()}`],
    ].flat();
  for (let looks = 0; looks < 40 && (await look()).length > 0; looks += 1) await pause(50);
  return look();
}
