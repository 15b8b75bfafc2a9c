import { parseArgs } from 'node:util';
import { count } from '../options.ts';
import { type FeedCase, feedCases } from './cases.ts';

export interface FeedOptions {
  readonly subscribers: number;
  readonly claims: number;
  readonly rounds: number;
  /** How many subscribers to whom nothing happens; 0 to leave that out. */
  readonly idle: number;
  readonly cases: readonly FeedCase[];
  readonly json: boolean;
  /** Whether to profile the server, instead of comparing. */
  readonly profiled: boolean;
  readonly help: boolean;
}

export const feedUsage = `Usage: npm run bench -- feed [options] [case ...]

Follows new claims with many subscribers, and compares what each delivery costs the server with what it costs a bare
loop to write the same bytes to as many open responses. Cases; all of them where none is named:

${feedCases.map(({ name, shows }) => `  ${name.padEnd(17)}${shows}`).join('\n')}
  idle             memory of subscribers to whom nothing happens

  --subscribers N  200 unless given
  --claims N       recorded in each round, 100 unless given
  --rounds N       5 unless given, after one that does not count
  --idle N         subscribers to whom nothing happens, 2000 unless given
  --prof           profiles the server, and tells where its time goes
  --json           the result as JSON
  --help           this text`;

/** Throws an Error that names what is not understood. */
export function readFeedOptions(args: readonly string[]): FeedOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      subscribers: { type: 'string', default: '200' },
      claims: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '5' },
      idle: { type: 'string', default: '2000' },
      prof: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const known = [...feedCases.map(({ name }) => name), 'idle'];
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no case ${unknown}.`);
  const isMeant = (name: string) => positionals.length === 0 || positionals.includes(name);
  return {
    subscribers: count('--subscribers', values.subscribers),
    claims: count('--claims', values.claims),
    rounds: count('--rounds', values.rounds),
    idle: isMeant('idle') ? count('--idle', values.idle) : 0,
    cases: feedCases.filter(({ name }) => isMeant(name)),
    json: values.json,
    profiled: values.prof,
    help: values.help,
  };
}
