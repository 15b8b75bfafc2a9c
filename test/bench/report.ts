import type { OperationReport } from './compare.ts';
import { type ContenderName, contenderNames } from './contenders/contender.ts';
import type { Cost, Round } from './measure.ts';
import { type Spread, spreadOf, spreadText } from './spread.ts';

/** What was measured over a record of this many claims. */
export interface SizeReport {
  readonly claims: number;
  readonly operations: readonly OperationReport[];
}

const mebibyte = 1024 * 1024;

/**
 * Lines of cells, the heading first: of each operation what a request costs. The floor's own figures stand in full, those of all
 * others as multiples of the floor's in the same round: the median of all rounds, and the least and the most.
 */
export function tableOf(operations: readonly OperationReport[]): string[][] {
  const names = contenderNames.filter((name) => operations[0]?.memory.has(name));
  const lines = operations.flatMap(({ operation, rounds, statements, memory }) => {
    const line = (figure: keyof Cost, unit: string, digits: number) =>
      names.map((name) =>
        name === 'floor'
          ? `${spreadOf(rounds.map((round) => costOf(round, name, figure))).median.toFixed(digits)} ${unit}`
          : spreadText(overFloor(rounds, name, figure)),
      );
    return [
      [operation, 'CPU', ...line('cpuMicros', 'us', 0)],
      ['', 'p50', ...line('p50Ms', 'ms', 2)],
      ['', 'p99', ...line('p99Ms', 'ms', 2)],
      ['', 'statements', ...names.map((name) => rounded(statements.get(name)))],
      ['', 'MiB', ...names.map((name) => ((memory.get(name) ?? Number.NaN) / mebibyte).toFixed(0))],
    ];
  });
  return [['operation', '', ...names], ...lines];
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

/** The same for programs, with the cost of every round. */
export function json(sizes: readonly SizeReport[], facts: object): string {
  const told = sizes.map(({ claims, operations }) => ({
    claims,
    operations: operations.map(({ rounds, memory, statements, ...report }) => ({
      ...report,
      rounds: rounds.map((round) => Object.fromEntries(round)),
      memory: Object.fromEntries(memory),
      statements: Object.fromEntries(statements),
    })),
  }));
  return JSON.stringify({ ...facts, sizes: told }, null, 2);
}

function overFloor(rounds: readonly Round[], name: ContenderName, figure: keyof Cost): Spread {
  return spreadOf(
    rounds.map((round) => costOf(round, name, figure) / costOf(round, 'floor', figure)),
  );
}

function costOf(round: Round, name: ContenderName, figure: keyof Cost): number {
  return round.get(name)?.[figure] ?? Number.NaN;
}

function rounded(count = Number.NaN): string {
  return Number.isInteger(count) ? String(count) : count.toFixed(1);
}
