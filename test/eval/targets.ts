import type { Scores } from './corpus.ts';
import { type Finding, type Piece, tallyOf } from './founding.ts';
import type { MemoryUse } from './memory.ts';
import { type GoldReading, goldTally } from './reading/gold-tally.ts';
import { percent, roles } from './score.ts';
import { mostTimesSplitting, type Speed } from './speed.ts';

/** What a reader has to reach, and what it reached. */
export interface Target {
  readonly name: string;
  readonly measured: number;
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
}

/** Exact F1 on dev. */
const exactAtLeast = {
  rules: { source: 62, cue: 62, content: 50 },
  weights: { source: 73, cue: 69, content: 58 },
} as const;

export type ReaderName = keyof typeof exactAtLeast;

const atLeast = (name: string, measured: number, limit: number): Target => ({
  name,
  measured,
  bound: 'at least',
  limit,
});

const atMost = (name: string, measured: number, limit: number): Target => ({
  name,
  measured,
  bound: 'at most',
  limit,
});

export function devTargets(reader: ReaderName, { exact, modes }: Scores): Target[] {
  const bare = roles.map((role) =>
    atLeast(`${reader}: exact F1 of ${role}`, percent(exact[role]).f1, exactAtLeast[reader][role]),
  );
  if (reader !== 'rules') return bare;
  const of = (mode: string) => percent(modes[mode] ?? { hits: 0, read: 0, gold: 0 });
  return [
    ...bare,
    atLeast('rules: relaxed F1 of direct quotes', of('DIRECT').f1, 85),
    atLeast('rules: relaxed F1 of mixed ones', of('MIXED').f1, 62),
    atLeast('rules: recall of indirect speech with a cue', of('INDIRECT, speech cue').recall, 65),
  ];
}

export function foundingTargets(findings: readonly Finding[], pieces: readonly Piece[]): Target[] {
  const { found, right, extra, denials, denialsFound } = tallyOf(findings, pieces);
  return [
    atLeast(`founding articles: found of ${pieces.length}`, found.size, 49),
    atMost('founding articles: extra drafts', extra.length, 14),
    atLeast('founding articles: actor and kind right, %', (100 * right) / found.size, 80),
    atLeast('founding articles: denials', denialsFound, denials.length),
  ];
}

/** A draft that turns a denial round, or makes somebody named speak, costs a reviewer more than none. */
export function goldGates(name: string, readings: readonly GoldReading[]): Target[] {
  const { inverted, wrongNamed } = goldTally(readings);
  return [
    atMost(`${name}: inverted polarity`, inverted, 0),
    atMost(`${name}: wrong named speaker`, wrongNamed, 0),
  ];
}

export function speedTarget({ reading, splitting }: Speed): Target {
  return atMost('rules: times sentence splitting', reading / splitting, mostTimesSplitting);
}

export function memoryTarget({ after100, after1000 }: MemoryUse): Target {
  const grown = (after1000.heap - after100.heap) / 2 ** 20;
  return atMost('rules: MiB of heap grown from 100 to 1,000 articles', grown, 5);
}

export const isMet = ({ measured, bound, limit }: Target): boolean =>
  bound === 'at least' ? measured >= limit : measured <= limit;

export function targetsReport(targets: readonly Target[]): string {
  const lines = targets.map((target) => {
    const { name, measured, bound, limit } = target;
    return `  ${isMet(target) ? 'met   ' : 'MISSED'} ${name.padEnd(52)} ${measured.toFixed(1).padStart(6)}  ${bound} ${limit}`;
  });
  return ['\ntargets', ...lines].join('\n');
}
