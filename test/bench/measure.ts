import type { Contender, ContenderName } from './contenders/contender.ts';
import type { Load } from './load.ts';
import type { Operation, Value } from './operations/operation.ts';

/** What a request costs a contender: each figure is the median of the rounds. */
export interface Cost {
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface MeasureOptions {
  readonly load: Load;
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  /** Rounds before those that count: what is asked often is compiled by then. */
  readonly warmUps: number;
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
const sliceLength = 16;

/**
 * Asks every contender for every value in each round, in slices that take turns.
 * @throws AnswersDiffer
 */
export async function measure(
  operation: Operation,
  values: readonly Value[],
  options: MeasureOptions,
): Promise<ReadonlyMap<ContenderName, Cost>> {
  const rounds = new Map<ContenderName, Cost[]>();
  for (let round = -options.warmUps; round < options.rounds; round += 1) {
    for (const [name, cost] of await playRound(operation, values, options)) {
      if (round >= 0) rounds.set(name, [...(rounds.get(name) ?? []), cost]);
    }
  }
  return new Map([...rounds].map(([name, costs]) => [name, medianCost(costs)]));
}

async function playRound(
  operation: Operation,
  values: readonly Value[],
  { load, contenders }: MeasureOptions,
): Promise<ReadonlyMap<ContenderName, Cost>> {
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

function medianCost(costs: readonly Cost[]): Cost {
  const median = (figure: keyof Cost) =>
    quantile(
      costs.map((cost) => cost[figure]),
      0.5,
    );
  return { cpuMicros: median('cpuMicros'), p50Ms: median('p50Ms'), p99Ms: median('p99Ms') };
}

/** The figure below which this share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
