import type { Contender, ContenderName } from './contenders/contender.ts';
import type { Load } from './load.ts';
import type { Operation, Value } from './operations/operation.ts';

/** What a request of one round cost a contender. */
export interface Cost {
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** What each contender's requests cost in a round. */
export type Round = ReadonlyMap<ContenderName, Cost>;

export interface MeasureOptions {
  readonly load: Load;
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  /** How often each value is asked for in a round. */
  readonly passes: number;
  readonly warmUp: WarmUp;
}

/** How many requests each contender is sent before the rounds that count: as many as the slowest of them needs to settle. */
interface WarmUp {
  readonly least: number;
  readonly most: number;
}

/** The contenders answered the same question differently. */
class AnswersDiffer extends Error {
  constructor(operation: Operation, value: Value, answers: readonly string[]) {
    const told = answers.map((answer) => answer.slice(0, 500)).join('\n');
    super(`${operation.name} ${JSON.stringify(value.args)} is answered differently:\n${told}`);
    this.name = 'AnswersDiffer';
  }
}

/** Requests in a row to one contender: so few that whatever else the machine does falls on all of them. */
const sliceLength = 50;

/** By so much the CPU of a request may differ between two rounds of one that has settled. */
const settledWithin = 0.05;

/**
 * Asks every contender for every value in each round, in slices that take turns: while one is asked, the others are not.
 * @throws AnswersDiffer
 */
export async function measure(
  operation: Operation,
  values: readonly Value[],
  options: MeasureOptions,
): Promise<readonly Round[]> {
  const asked = Array.from({ length: options.passes }, () => values).flat();
  const play = () => playRound(operation, asked, options);
  await warmUp(play, { ...options.warmUp, step: asked.length });
  const rounds: Round[] = [];
  while (rounds.length < options.rounds) rounds.push(await play());
  return rounds;
}

/** What is asked often is compiled, and what is compiled is optimised, each after its number of requests. */
async function warmUp(
  play: () => Promise<Round>,
  { least, most, step }: WarmUp & { readonly step: number },
): Promise<void> {
  let before: Round | undefined;
  for (let asked = 0; asked < most; asked += step) {
    const latest = await play();
    if (asked + step >= least && before !== undefined && isSettled(before, latest)) return;
    before = latest;
  }
}

function isSettled(before: Round, latest: Round): boolean {
  return [...latest].every(([name, { cpuMicros }]) => {
    const earlier = before.get(name)?.cpuMicros ?? Number.NaN;
    return Math.abs(cpuMicros - earlier) <= settledWithin * earlier;
  });
}

async function playRound(
  operation: Operation,
  values: readonly Value[],
  { load, contenders }: MeasureOptions,
): Promise<Round> {
  const players = contenders.map((contender) => ({ contender, latencies: [] as number[] }));
  // Over the whole round, so that what a process puts off until others are asked counts as well.
  const before = await Promise.all(contenders.map((contender) => contender.cpuTime()));
  for (let from = 0; from < values.length; from += sliceLength) {
    const slice = values.slice(from, from + sliceLength);
    const told: string[][] = slice.map(() => []);
    for (const { contender, latencies } of inTurn(players, from / sliceLength)) {
      const requests = slice.map((value) => contender.request(operation, value));
      for (const [place, answer] of (await load.run(contender, requests)).entries()) {
        latencies.push(answer.latencyMs);
        told[place]?.push(answer.body);
      }
    }
    for (const [place, value] of slice.entries()) assertAlike(operation, value, told[place] ?? []);
  }
  const after = await Promise.all(contenders.map((contender) => contender.cpuTime()));
  return new Map(
    players.map(({ contender, latencies }, i) => {
      const cpuMicros = ((after[i] ?? 0) - (before[i] ?? 0)) / values.length;
      return [
        contender.name,
        { cpuMicros, p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) },
      ];
    }),
  );
}

/** The players in their order, each time begun with another. */
function inTurn<P>(players: readonly P[], turn: number): readonly P[] {
  const first = turn % players.length;
  return [...players.slice(first), ...players.slice(0, first)];
}

/** The same data, whatever its spaces and escapes, and whatever is told besides. */
function assertAlike(operation: Operation, value: Value, answers: readonly string[]): void {
  const normal = answers.map((answer) => JSON.stringify(JSON.parse(answer).data));
  if (new Set(normal).size > 1) throw new AnswersDiffer(operation, value, normal);
}

/** How many statements a request takes each contender. From now on they count, and are not to be measured any more. */
export async function statementsOf(
  operation: Operation,
  values: readonly Value[],
  { load, contenders }: Pick<MeasureOptions, 'load' | 'contenders'>,
): Promise<ReadonlyMap<ContenderName, number>> {
  const counted = new Map<ContenderName, number>();
  for (const contender of contenders) {
    const requests = values.map((value) => contender.request(operation, value));
    await contender.statements();
    await load.run(contender, requests);
    counted.set(contender.name, (await contender.statements()) / values.length);
  }
  return counted;
}

/** The figure below which this share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
