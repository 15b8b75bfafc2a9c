import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../bench/record/random.ts';
import type { Run } from '../run.ts';
import { type Exchange, randomExchange } from './exchange.ts';
import { type AnswerTold, transcript } from './transcript.ts';
import { openWays, type Told, type Way, type Ways } from './ways.ts';

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
  changesByLane: number;
}

/** The servers of which each is asked an equal part, or the first of them where few are asked. */
const told: readonly Told[] = [
  { production: false },
  { production: true },
  { production: true, requireToken: true },
  { production: false, onlyKnown: true },
];

/** So few use one address that nobody's points come back meanwhile. */
const perAddress = 50;

/** Random requests to the lane and to Yoga alone: both answer, log, count and record the same. */
export async function sameByLane({
  exchanges,
  seed,
  tell,
}: LaneOptions): Promise<Run<LaneFigures>> {
  const figures: LaneFigures = { seed, requests: 0, answeredByLane: 0, changesByLane: 0 };
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
    figures.changesByLane += ways.lane.changesByLane();
    faults.push(...(await differencesTold(ways)));
  }
  return { figures, faults };
}

async function difference(
  { lane, yoga }: Pick<Ways, 'lane' | 'yoga'>,
  exchange: Exchange,
): Promise<string | null> {
  const [one, other] = await Promise.all([toldBy(lane, exchange), toldBy(yoga, exchange)]);
  const texts = Array.from({ length: Math.max(one.length, other.length) }, (_, place) =>
    [one, other].map((answers) => JSON.stringify(answers[place], null, 1)),
  );
  const differing = texts.find(([ofLane, ofYoga]) => ofLane !== ofYoga);
  if (differing === undefined) return null;
  const sent = Buffer.concat(exchange.pieces).toString('latin1').slice(0, 2_000);
  const [ofLane, ofYoga] = differing;
  return `${exchange.ending}\n${sent}\nis answered by the lane\n${ofLane}\nand by Yoga\n${ofYoga}`;
}

/** What came back; of who has left, once what they asked for is done. */
async function toldBy(way: Way, exchange: Exchange): Promise<readonly AnswerTold[]> {
  const before = linesOf(way);
  const told = await transcript(way.port, exchange);
  const isDone = () => exchange.ending !== 'leave' || linesOf(way) > before;
  for (let looks = 0; looks < patientLooks && !isDone(); looks += 1) await pause(5);
  return told;
}

const patientLooks = 200;

function linesOf({ logged }: Way): number {
  return [...logged.values()].reduce((sum, count) => sum + count, 0);
}

/** What was logged, counted and recorded differently, once all that was left unfinished has come to its end. */
async function differencesTold({ lane, yoga }: Pick<Ways, 'lane' | 'yoga'>) {
  const look = async (): Promise<readonly string[]> => [
    ...differing('Logged', lines(lane.logged), lines(yoga.logged)),
    ...differing('Counted', await lane.counted(), await yoga.counted()),
    ...differing('Recorded', await lane.recorded(), await yoga.recorded()),
  ];
  for (let looks = 0; looks < 40 && (await look()).length > 0; looks += 1) await pause(50);
  return look();
}

const lines = (tally: ReadonlyMap<string, number>): readonly string[] =>
  [...tally].map(([line, count]) => `${count} times ${line}`);

/** What one of them has and the other has not. */
function differing(what: string, ofLane: readonly string[], ofYoga: readonly string[]): string[] {
  const only = (some: readonly string[], others: readonly string[], by: string) =>
    some.filter((line) => !others.includes(line)).map((line) => `${what} by ${by} alone: ${line}`);
  return [...only(ofLane, ofYoga, 'the lane'), ...only(ofYoga, ofLane, 'Yoga')];
}
