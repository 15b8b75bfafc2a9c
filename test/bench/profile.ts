import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const callFrame = z.object({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.number(),
  columnNumber: z.number(),
});
type Frame = z.infer<typeof callFrame>;

const profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame, children: z.array(z.number()).optional() })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

const shown = 40;

/** The functions in which the profiled process was found most often, by the share of the time that it was busy. */
export function hotSpots(folder: string): string {
  const { nodes, times } = readProfile(folder);
  const sources = new Sources();
  return shares(
    nodes.map(({ id, callFrame }) => [placeOf(callFrame, sources), times.get(id) ?? 0]),
  );
}

/** The folders and packages whose code was at work, each with all that Node and the machine did for it. */
export function busyParts(folder: string): string {
  const { nodes, times } = readProfile(folder);
  const sources = new Sources();
  const callers = new Map(nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node])));
  const partOfNode = (node: (typeof nodes)[number]): string => {
    const own = partOf(node.callFrame, sources);
    const caller = callers.get(node.id);
    return own ?? (caller === undefined ? node.callFrame.functionName : partOfNode(caller));
  };
  return shares(nodes.map((node) => [partOfNode(node), times.get(node.id) ?? 0]));
}

function readProfile(folder: string) {
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  if (name === undefined) throw new Error('The profile is missing.');
  const { nodes, samples, timeDeltas } = profile.parse(
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
  const times = new Map<number, number>();
  for (const [i, sample] of samples.entries())
    times.set(sample, (times.get(sample) ?? 0) + (timeDeltas[i] ?? 0));
  return { nodes: nodes.filter(({ callFrame }) => callFrame.functionName !== '(idle)'), times };
}

/** What stands for the same is summed; the most first. */
function shares(times: readonly (readonly [what: string, time: number])[]): string {
  const sums = new Map<string, number>();
  for (const [what, time] of times) sums.set(what, (sums.get(what) ?? 0) + time);
  const total = [...sums.values()].reduce((sum, time) => sum + time, 0);
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([what, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${what}`)
    .join('\n');
}

function placeOf(frame: Frame, sources: Sources): string {
  return `${frame.functionName || '(anonymous)'} ${sources.placeOf(frame)}`;
}

/** The package, or the folder of ours and the one in it; null for what belongs to whoever called it. */
function partOf(frame: Frame, sources: Sources): string | null {
  if (frame.functionName === '(garbage collector)' || frame.url.startsWith('node:internal/http'))
    return frame.functionName || null;
  const place = sources.placeOf(frame);
  if (/^node:(_http|net|_stream|internal\/(streams|stream_base))/.test(place)) return 'node: http';
  if (place.startsWith('node:') || place.startsWith(':')) return null;
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place) ?? [];
  if (packageName !== undefined) return packageName;
  return place.split('/').slice(0, 2).join('/').replace(/:\d+$/, '');
}

/** Finds the sources that built files were made of. */
class Sources {
  readonly #maps = new Map<string, SourceMap | null>();

  /** Where the function stands: its file, from the root of the tree or in its package, and its line. */
  placeOf({ url, lineNumber, columnNumber }: Frame): string {
    const entry = Object(this.#mapOf(url)?.findEntry(lineNumber, columnNumber));
    const { originalSource: file = url, originalLine: line = lineNumber } = entry;
    const short = String(file).replace(
      /^.*?(?=node_modules\/)|^(?:\.\.\/)+|^.*\/onrecord-bench-[^/]*\//,
      '',
    );
    return `${short}:${Number(line) + 1}`;
  }

  #mapOf(url: string): SourceMap | null {
    let map = this.#maps.get(url);
    if (map === undefined) {
      map = url.startsWith('file:') ? readMap(`${fileURLToPath(url)}.map`) : null;
      this.#maps.set(url, map);
    }
    return map;
  }
}

function readMap(path: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
