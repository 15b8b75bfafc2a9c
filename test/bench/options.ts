import { parseArgs } from 'node:util';
import { type ContenderName, contenderNames } from './contenders/contender.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations/operations.ts';

export interface BenchOptions {
  readonly claims: number;
  readonly rounds: number;
  readonly concurrency: number;
  readonly operations: readonly Operation[];
  readonly json: boolean;
  /** Whom to profile, instead of comparing. */
  readonly profiled: ContenderName | null;
  readonly help: boolean;
}

export const usage = `Usage: npm run bench -- [options] [operation ...]

Asks the server, and two that do as little as can be done, the same questions over the same record, and compares
what a request costs. Operations: ${operations.map(({ name }) => name).join(', ')}; all of them where none is named.

  --size N         claims in the record, 10k unless given; there are four times as many stances
  --rounds N       how often each value is asked for, 20 times unless given
  --concurrency N  requests under way at once, 4 unless given
  --prof SERVER    profiles one server (ours, floor or rows) alone, and tells where its time goes
  --json           the result as JSON
  --help           this text

npm run bench -- feed measures the live feed instead, npm run bench -- points what is asked against what it costs; --help
after either tells how.`;

/** Throws an Error that names what is not understood. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '10k' },
      rounds: { type: 'string', default: '20' },
      concurrency: { type: 'string', default: '4' },
      prof: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find(
    (name) => !operations.some((operation) => operation.name === name),
  );
  if (unknown !== undefined) throw new Error(`There is no operation ${unknown}.`);
  const profiled = contenderNames.find((name) => name === values.prof) ?? null;
  if (values.prof !== undefined && profiled === null) {
    throw new Error(`--prof is ${values.prof}; allowed is ${contenderNames.join(', ')}.`);
  }
  return {
    claims: count('--size', values.size),
    rounds: count('--rounds', values.rounds),
    concurrency: count('--concurrency', values.concurrency),
    operations: operations.filter(
      ({ name }) => positionals.length === 0 || positionals.includes(name),
    ),
    json: values.json,
    profiled,
    help: values.help,
  };
}

/** A number, or thousands: 10k. Throws an Error that names the option. */
export function count(option: string, given: string): number {
  const [, digits, thousands] = /^([1-9]\d{0,6})(k?)$/.exec(given) ?? [];
  if (digits === undefined)
    throw new Error(`${option} is ${given}; allowed is a number like 20 or 10k.`);
  return Number(digits) * (thousands === 'k' ? 1000 : 1);
}
