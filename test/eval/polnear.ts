import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../extract/span.ts';

interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** The corpus as its authors publish it; not ours to pass on, so it is read where the user has it. */
export const polnearDir = process.env.POLNEAR_DIR ?? '../shared/data/polnear';

export function hasPolnear(split: string): boolean {
  return existsSync(join(polnearDir, split, 'attributions'));
}

/** The articles of a split by name. Where several people annotated one, the first by name counts. */
export function polnear(split: string): GoldArticle[] {
  const folder = join(polnearDir, split, 'attributions');
  const files = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const name = file.slice(0, file.lastIndexOf('_'));
    if (file.endsWith('.ann') && !files.has(name)) files.set(name, file);
  }
  return [...files].map(([name, file]) => {
    const text = readFileSync(join(polnearDir, split, 'text', `${name}.txt`), 'utf8');
    return {
      name,
      text,
      attributions: attributions(text, readFileSync(join(folder, file), 'utf8')),
    };
  });
}

function attributions(text: string, standoff: string): GoldAttribution[] {
  const unit = codeUnits(text);
  const spans = new Map<string, Span[]>();
  const found: GoldAttribution[] = [];
  for (const line of standoff.split('\n')) {
    const marked = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line);
    if (marked?.[1] !== undefined) spans.set(marked[1], spansOf(marked[2] ?? '', unit));
  }
  for (const line of standoff.split('\n')) {
    const tied = /^E\d+\t(.*)/.exec(line)?.[1];
    if (tied === undefined) continue;
    const of = (role: string) =>
      [...tied.matchAll(new RegExp(`\\b${role}\\d*:(T\\d+)`, 'g'))].flatMap(
        ([, id]) => spans.get(id ?? '') ?? [],
      );
    found.push({ source: of('Source'), cue: of('Cue'), content: of('Content') });
  }
  return found.filter(({ cue, content }) => cue.length > 0 && content.length > 0);
}

function spansOf(offsets: string, unit: (point: number) => number): Span[] {
  return offsets.split(';').map((pair) => {
    const [start = 0, end = 0] = pair.split(' ').map(Number);
    return { start: unit(start), end: unit(end) };
  });
}

/** From the corpus' code points to our UTF-16 code units. */
function codeUnits(text: string): (point: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return (point) => units[point] ?? text.length;
}
