import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '../../../db/client.ts';
import { articleToRead } from './articles-to-read.ts';
import { runCommand } from './command.ts';

/** What it cost to ingest articles, beside reading them alone. */
export interface IngestRound {
  readonly articles: number;
  readonly tookMs: number;
  readonly cpuMicros: number;
  readonly drafted: number;
  readonly readMs: number;
  readonly readMicros: number;
}

export interface IngestOptions {
  readonly build: string;
  readonly articles: number;
  readonly rounds: number;
}

const ingested = z.object({ created: z.number(), drafted: z.number() });
const read = z.object({ tookMs: z.number(), cpuMicros: z.number() });

/** Has a folder of articles ingested into an empty file, and read by the same extractor without recording anything. */
export async function measureIngest({
  build,
  articles,
  rounds,
}: IngestOptions): Promise<readonly IngestRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-ingest-'));
  const texts = join(folder, 'articles');
  try {
    mkdirSync(texts);
    for (let number = 1; number <= articles; number += 1)
      writeFileSync(join(texts, `${String(number).padStart(6, '0')}.txt`), articleToRead(number));
    const empty = await openDatabase({ url: `file:${join(folder, 'empty.db')}` });
    await empty.close();
    const played: IngestRound[] = [];
    while (played.length < rounds) {
      const file = join(folder, `ours-${played.length}.db`);
      copyFileSync(join(folder, 'empty.db'), file);
      const environment = { DATABASE_URL: `file:${file}` };
      const args = ['ingest', '--json', texts];
      const { out, ...cost } = await runCommand({ build, folder, environment, args });
      const { created, drafted } = ingested.parse(JSON.parse(out));
      if (created !== articles) throw new Error(`${created} of ${articles} articles were new.`);
      const script = 'test/bench/contenders/reading-alone.js';
      const alone = await runCommand({ build, folder, script, args: [texts] });
      const { tookMs: readMs, cpuMicros: readMicros } = read.parse(JSON.parse(alone.out));
      played.push({ ...cost, articles, drafted, readMs, readMicros });
    }
    return played;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
