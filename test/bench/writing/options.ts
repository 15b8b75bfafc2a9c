import { parseArgs } from 'node:util';
import { count } from '../options.ts';

/** What there is to measure of writing. */
export const writingParts = {
  changes:
    'each mutation by 16 connections: CPU, commits a second, latency, how late the event loop comes',
  import: 'an export imported into an empty file, beside bare inserts of the same rows',
  ingest: 'articles read and drafted, beside reading alone',
  feed: 'what a delivery costs 200 subscribers’ server, the recordings counted',
  file: 'what each table and index takes up, for each claim',
  start:
    'the time to the first answer, over an empty file and over the record, and of `onrecord --help`',
  syncs: 'whether each acknowledgement follows a sync, as strace sees it',
} as const;
export type WritingPart = keyof typeof writingParts;

const partNames = Object.keys(writingParts).filter(isPart);

export interface WritingOptions {
  /** Claims of the record that is written to, opened and measured. */
  readonly size: number;
  readonly rounds: number;
  /** Changes of each kind in a round. */
  readonly changes: number;
  /** Claims that are imported. */
  readonly claims: number;
  readonly articles: number;
  readonly parts: readonly WritingPart[];
  readonly json: boolean;
  /** Whether the page about the bench is given these figures. */
  readonly isWritten: boolean;
  /** Whether to profile the server while claims are recorded, instead of comparing. */
  readonly profiled: boolean;
  readonly help: boolean;
}

export const writingUsage = `Usage: npm run bench -- writing [options] [part ...]

Changes a record in every way that takes long, and compares what that costs with what the same rows cost those that do
nothing else. Parts; all of them where none is named:

${partNames.map((name) => `  ${name.padEnd(12)}${writingParts[name]}`).join('\n')}

  --size N      claims in the record, 100k unless given; there are four times as many stances
  --rounds N    rounds that count, 5 unless given, after one that does not where servers are asked
  --changes N   changes of each kind in a round, 480 unless given
  --claims N    claims that are imported, 10k unless given; 1M takes some 30 GB in the folder for temporary files
  --articles N  articles that are ingested, 300 unless given
  --write       puts the figures into docs/bench.md, whatever is given besides
  --prof        profiles the server while claims are recorded, and tells where its time goes
  --json        the result as JSON, with every round
  --help        this text`;

/** Throws an Error that names what is not understood. */
export function readWritingOptions(args: readonly string[]): WritingOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '100k' },
      rounds: { type: 'string', default: '5' },
      changes: { type: 'string', default: '480' },
      claims: { type: 'string', default: '10k' },
      articles: { type: 'string', default: '300' },
      write: { type: 'boolean', default: false },
      prof: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}.`);
  if (values.write && positionals.length > 0)
    throw new Error('--write takes all parts: docs/bench.md has them all.');
  return {
    size: count('--size', values.size),
    rounds: count('--rounds', values.rounds),
    changes: count('--changes', values.changes),
    claims: count('--claims', values.claims),
    articles: count('--articles', values.articles),
    parts: partNames.filter((name) => positionals.length === 0 || positionals.includes(name)),
    json: values.json,
    isWritten: values.write || args.length === 0,
    profiled: values.prof,
    help: values.help,
  };
}

function isPart(name: string): name is WritingPart {
  return Object.hasOwn(writingParts, name);
}
