import type { ContenderName } from './contenders/contender.ts';
import type { Cost } from './measure.ts';

export interface OperationReport {
  readonly operation: string;
  /** How many different things were asked for in each round. */
  readonly values: number;
  readonly costs: ReadonlyMap<ContenderName, Cost>;
}

const heading = ['operation', 'server', 'CPU us', 'x floor', 'p50 ms', 'x rows', 'p99 ms'];

/** A table for people: CPU as a multiple of the floor's, latency as a multiple of that of rows put together in JS. */
export function table(reports: readonly OperationReport[]): string {
  const lines = reports.flatMap(({ operation, costs }) =>
    [...costs].map(([name, { cpuMicros, p50Ms, p99Ms }]) => [
      operation,
      name,
      cpuMicros.toFixed(0),
      times(cpuMicros, costs.get('floor')?.cpuMicros),
      p50Ms.toFixed(2),
      times(p50Ms, costs.get('rows')?.p50Ms),
      p99Ms.toFixed(2),
    ]),
  );
  return inColumns([heading, ...lines], 2);
}

/** Lines of cells, each column as wide as it needs to be: the first ones begin alike, the figures after them end alike. */
export function inColumns(lines: readonly (readonly string[])[], names: number): string {
  const widths = (lines[0] ?? []).map((_, i) =>
    Math.max(...lines.map((line) => line[i]?.length ?? 0)),
  );
  const print = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < names ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return lines.map(print).join('\n');
}

/** The same for programs. */
export function json(reports: readonly OperationReport[], facts: object): string {
  const operations = reports.map(({ operation, values, costs }) => ({
    operation,
    values,
    costs: Object.fromEntries(costs),
  }));
  return JSON.stringify({ ...facts, operations }, null, 2);
}

function times(figure: number, base: number | undefined): string {
  return base === undefined ? '' : (figure / base).toFixed(2);
}
