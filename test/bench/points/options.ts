import { parseArgs } from 'node:util';
import { count } from '../options.ts';
import { kinds } from './questions/questions.ts';

export interface PointsOptions {
  readonly claims: number;
  /** The file of a record to measure on, instead of one made for it. */
  readonly record: string | null;
  readonly rounds: number;
  readonly kinds: readonly string[];
  /** What the names of the questions have in them. */
  readonly word: string;
  readonly json: boolean;
  readonly help: boolean;
}

export const pointsUsage = `Usage: npm run bench -- points [options] [kind ...]

Asks the server whatever may be asked of it, and compares the CPU that it takes with the points that it costs.
Kinds: ${Object.keys(kinds).join(', ')}; all of them where none is named.

  --size N       claims in the record, 10k unless given
  --record FILE  measures on a copy of this record instead
  --rounds N     rounds of each question, 4 unless given; the cheapest counts
  --word TEXT    only questions whose names hold it
  --json         the result as JSON
  --help         this text`;

/** Throws an Error that names what is not understood. */
export function readPointsOptions(args: readonly string[]): PointsOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '10k' },
      record: { type: 'string' },
      rounds: { type: 'string', default: '4' },
      word: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(kinds, name));
  if (unknown !== undefined) throw new Error(`There is no kind of question ${unknown}.`);
  return {
    claims: count('--size', values.size),
    record: values.record ?? null,
    rounds: count('--rounds', values.rounds),
    kinds: positionals.length > 0 ? positionals : Object.keys(kinds),
    word: values.word,
    json: values.json,
    help: values.help,
  };
}
