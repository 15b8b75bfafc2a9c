import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { startServer } from '../e2e/components/server.ts';
import { watchMemory } from './memory.ts';
import { faultsVerified } from './record-file.ts';
import type { Run } from './run.ts';

export interface IngestOptions {
  /** How many are read before it is watched: until the model is loaded, and the caches of the database are full. */
  readonly first?: number;
  readonly articles: number;
  readonly tell: (progress: string) => void;
}

interface IngestFigures {
  readonly articles: number;
  readonly drafted: number;
  /** What others asked meanwhile, one question after the other. */
  readonly answered: number;
  /** Of the server's resident memory, at its highest, since the articles that come first. */
  readonly grownMb: number;
  readonly articlesASecond: number;
}

const mayGrowMb = 150;

/** Articles are read one after the other, while somebody else asks. */
export async function ingest({
  first = 100,
  articles,
  tell,
}: IngestOptions): Promise<Run<IngestFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const file = join(folder, 'record.db');
  try {
    await using server = await startServer({ DATABASE_URL: `file:${file}` });
    const record = createClient({ url: server.url, token: server.token, timeoutMs: 120_000 });
    for (let number = 0; number < first; number += 1) await read(record, number);
    const memory = await watchMemory(server.pid());
    const asking = new AbortController();
    const answered = askMeanwhile(record, asking.signal);
    const since = performance.now();
    let drafted = 0;
    for (let number = first; number < first + articles; number += 1) {
      drafted += await read(record, number);
      tell(
        `${number - first} of ${articles} articles, grown by ${Math.round(memory.grownMb())} MB`,
      );
    }
    const ms = performance.now() - since;
    asking.abort();
    await memory.end();
    const grownMb = memory.grownMb();
    const { counts } = await record.summary();
    await server.stop('SIGTERM');
    const faults = await faultsVerified(file);
    return {
      figures: {
        articles: counts.articles - first,
        drafted,
        answered: await answered,
        grownMb,
        articlesASecond: (articles * 1_000) / ms,
      },
      faults: [
        ...faults,
        ...(grownMb < mayGrowMb ? [] : [`The server has grown by ${Math.round(grownMb)} MB.`]),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ingests an article, and tells how many stances were drafted. */
async function read(record: Client, number: number): Promise<number> {
  const title = `Of the harbour, part ${number}`;
  const input = {
    title,
    language: 'en',
    publisher: 'Harbour Gazette',
    text: textOf(title, number),
  };
  return (await record.ingestArticle(input)).drafted;
}

const names = ['Ada Reyes', 'Otto Lind', 'Ida Moreau', 'Tom Hale', 'Nora Vance', 'Piet Sand'];
const cues = ['said', 'denied', 'confirmed', 'warned', 'insisted'];
const things = ['ferry', 'bridge', 'railway', 'hospital', 'market', 'dam', 'library'];

function textOf(title: string, number: number): string {
  const paragraphs = Array.from({ length: 20 }, (_, place) => {
    const of = (words: readonly string[]) => words[(number * 7 + place * 3) % words.length];
    return `Minister ${of(names)} ${of(cues)} on Monday that the ${of(things)} would close after ${number + place} days. It had stood empty all year, and nobody in the town knew why.`;
  });
  return `${[title, ...paragraphs].join('\n\n')}\n`;
}

async function askMeanwhile(record: Client, signal: AbortSignal): Promise<number> {
  let answered = 0;
  while (!signal.aborted) {
    await record.claims({ first: 5 });
    answered += 1;
  }
  return answered;
}
