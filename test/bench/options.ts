import { parseArgs } from 'node:util';
import { type ContenderName, contendersAtHand } from './contenders/contender.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations/operations.ts';

export interface BenchOptions {
  /** How many claims the records have that are asked, one after the other. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly connections: number;
  readonly operations: readonly Operation[];
  readonly json: boolean;
  /** Whether the page about the bench is given these figures. */
  readonly isWritten: boolean;
  /** Whom to profile, instead of comparing. */
  readonly profiled: ContenderName | null;
  readonly help: boolean;
}

export const usage = `Usage: npm run bench -- [options] [operation ...]

Asks the server, and others that know nothing but these questions, the same over the same record, and compares what a request
costs. Operations: ${operations.map(({ name }) => name).join(', ')}; all of them where none is named. docs/bench.md tells who the
others are; a run without options gives it new figures.

  --size N,...       claims in the record, 10k,100k unless given, or 1M; there are four times as many stances. A record is made once
                     and kept in the folder for temporary files: 100k take some minutes, and 1 GB
  --rounds N         rounds that count, 5 unless given
  --connections N    requests under way at once, 16 unless given
  --write            puts the figures into docs/bench.md, whatever the sizes
  --prof SERVER      profiles one server (${contendersAtHand.join(', ')}) alone, and tells where its time goes
  --json             the result as JSON, with every round
  --help             this text

npm run bench -- feed measures the live feed instead, npm run bench -- writing what changes cost, npm run bench -- points what
is asked against what it costs, npm run bench -- questions what is asked against its bare statements; --help after any of them
tells how.`;

/** Throws an Error that names what is not understood. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '10k,100k' },
      rounds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '16' },
      write: { type: 'boolean', default: false },
      prof: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find(
    (name) => !operations.some((operation) => operation.name === name),
  );
  if (unknown !== undefined) throw new Error(`There is no operation ${unknown}.`);
  if (values.write && positionals.length > 0)
    throw new Error('--write takes all operations: docs/bench.md has them all.');
  const profiled = contendersAtHand.find((name) => name === values.prof) ?? null;
  if (values.prof !== undefined && profiled === null) {
    throw new Error(`--prof is ${values.prof}; allowed is ${contendersAtHand.join(', ')}.`);
  }
  return {
    sizes: values.size.split(',').map((one) => count('--size', one)),
    rounds: count('--rounds', values.rounds),
    connections: count('--connections', values.connections),
    operations: operations.filter(
      ({ name }) => positionals.length === 0 || positionals.includes(name),
    ),
    json: values.json,
    isWritten: values.write || args.length === 0,
    profiled,
    help: values.help,
  };
}

/** A number, thousands or millions: 10k. Throws an Error that names the option. */
export function count(option: string, given: string): number {
  const [, digits, unit] = /^([1-9]\d{0,6})([kM]?)$/.exec(given) ?? [];
  if (digits === undefined)
    throw new Error(`${option} is ${given}; allowed is a number like 20, 10k or 1M.`);
  return Number(digits) * (unit === 'M' ? 1_000_000 : unit === 'k' ? 1000 : 1);
}
