import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Extractor } from '../../extract/extractor.ts';

interface Memory {
  /** Bytes that are still in use when all waste is collected. */
  readonly heap: number;
  readonly rss: number;
}

export interface MemoryUse {
  readonly after100: Memory;
  readonly after1000: Memory;
}

/** Reads a thousand articles to the end, the same ones again where there are fewer. */
export function memoryUse(extractor: Extractor, texts: readonly string[]): MemoryUse {
  const read = (from: number, until: number): Memory => {
    for (let count = from; count < until; count++)
      extractor.extract({ text: `Story ${count}\n${texts[count % texts.length]}` });
    collect();
    const { heapUsed: heap, rss } = process.memoryUsage();
    return { heap, rss };
  };
  return { after100: read(0, 100), after1000: read(100, 1000) };
}

function collect(): void {
  setFlagsFromString('--expose_gc');
  const gc: () => void = runInNewContext('gc');
  gc();
}

export function memoryReport({ after100, after1000 }: MemoryUse): string {
  const shown = ({ heap, rss }: Memory) => `heap ${mebibytes(heap)}, process ${mebibytes(rss)} MiB`;
  return `\nmemory of rules, articles read to drafts: after 100 ${shown(after100)}; after 1,000 ${shown(after1000)}`;
}

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
