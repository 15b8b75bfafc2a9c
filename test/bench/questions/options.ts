import { parseArgs } from 'node:util';
import { count } from '../options.ts';

export interface QuestionsOptions {
  readonly claims: number;
  /** The file of a record to ask a copy of, instead of one made for it. */
  readonly record: string | null;
  readonly rounds: number;
  readonly help: boolean;
}

export const questionsUsage = `Usage: npm run bench -- questions [options]

Asks a record each question of docs/questions.md, through the handler and in this process, and compares the CPU of an answer with
that of its bare statements, prepared and given the same values, and of a request that reads nothing. Tells the points of each, and which of its statements looks at a
whole table.

  --size N       claims in the record, 10k unless given
  --record FILE  asks a copy of this record instead
  --rounds N     rounds of each question, 5 unless given; the cheapest counts
  --help         this text`;

/** Throws an Error that names what is not understood. */
export function readQuestionsOptions(args: readonly string[]): QuestionsOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '10k' },
      record: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    claims: count('--size', values.size),
    record: values.record ?? null,
    rounds: count('--rounds', values.rounds),
    help: values.help,
  };
}
