import { type ContenderName, contendersAtHand } from './contenders/contender.ts';
import { createLoad } from './load.ts';
import { type MeasureOptions, measure, type Round, statementsOf } from './measure.ts';
import type { Operation, Value } from './operations/operation.ts';
import { openSession, type SessionOptions } from './session.ts';

/** What an operation cost whom. */
export interface OperationReport {
  readonly operation: string;
  /** How many different things were asked for. */
  readonly values: number;
  readonly rounds: readonly Round[];
  /** Bytes that each process held after the rounds. */
  readonly memory: ReadonlyMap<ContenderName, number>;
  /** Of a request. */
  readonly statements: ReadonlyMap<ContenderName, number>;
}

export interface CompareOptions
  extends Pick<SessionOptions, 'build' | 'record' | 'launcher'>,
    Pick<MeasureOptions, 'rounds' | 'passes' | 'warmUp'> {
  readonly operations: readonly Operation[];
  /** Requests under way at once, each on a connection of its own. */
  readonly connections: number;
  /** How many different things each operation asks for: all of its values, unless given. */
  readonly most?: number;
}

const countedValues = 20;

/** Asks everyone that there is, operation by operation, and has their statements counted once nothing is measured any more. */
export async function compare(
  { operations, connections, most, ...options }: CompareOptions,
  tell: (progress: string) => void,
): Promise<readonly OperationReport[]> {
  await using session = await openSession({ ...options, names: contendersAtHand });
  const { contenders } = session;
  const load = createLoad(connections);
  const asked = new Map<Operation, readonly Value[]>(
    operations.map((operation) => [operation, session.values(operation).slice(0, most)]),
  );
  const reports: Omit<OperationReport, 'statements'>[] = [];
  try {
    for (const [operation, values] of asked) {
      tell(`asking: ${operation.name}`);
      const rounds = await measure(operation, values, { ...options, load, contenders });
      const memory = new Map<ContenderName, number>();
      for (const contender of contenders)
        memory.set(contender.name, (await contender.memory()).rss);
      reports.push({ operation: operation.name, values: values.length, rounds, memory });
    }
    const counts: ReadonlyMap<ContenderName, number>[] = [];
    for (const [operation, values] of asked) {
      counts.push(
        await statementsOf(operation, values.slice(0, countedValues), { load, contenders }),
      );
    }
    return reports.map((report, i) => ({ ...report, statements: counts[i] ?? new Map() }));
  } finally {
    load.close();
  }
}
