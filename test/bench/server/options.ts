import { parseArgs } from 'node:util';
import { count } from '../options.ts';

export interface ServerOptions {
  /** How long everything takes each way between a process and the libSQL server. */
  readonly delayMs: number;
  readonly claims: number;
  readonly atOnce: number;
  readonly json: boolean;
  readonly help: boolean;
}

export const serverUsage = `Usage: npm run bench -- server [options]

Records claims and asks lists through one and two processes on a libSQL server that syncs, behind a proxy that delays
what is asked and answered, and tells how long that takes and how many round trips it is.

  --delay N        milliseconds each way, 10 unless given
  --claims N       recorded in each case, 200 unless given
  --at-once N      32 unless given
  --json           the result as JSON
  --help           this text`;

/** Throws an Error that names what is not understood. */
export function readServerOptions(args: readonly string[]): ServerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      delay: { type: 'string', default: '10' },
      claims: { type: 'string', default: '200' },
      'at-once': { type: 'string', default: '32' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    delayMs: values.delay === '0' ? 0 : count('--delay', values.delay),
    claims: count('--claims', values.claims),
    atOnce: count('--at-once', values['at-once']),
    json: values.json,
    help: values.help,
  };
}
