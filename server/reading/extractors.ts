import { readFile } from 'node:fs/promises';
import { PageInvalid } from '../../db/rules/errors.ts';
import type { Drafts, Extractor } from '../../extract/extractor.ts';
import type { ArticleExtractor, OpenExtractor } from '../../schema/context.ts';
import type { SecondReader } from '../second-reader/second-reader.ts';
import {
  type PageAnswer,
  type ReadingOptions,
  type ReadingRequest,
  ReadingThread,
} from './reading-thread.ts';

/** The names of the extractors that there are. */
export const extractorIds = ['rules', 'weights', 'llm'] as const;
export type ExtractorId = (typeof extractorIds)[number];

/** The extractor that needs nothing. Its model is loaded here and not before: it takes a second and 100 MB. */
export async function openRules(): Promise<Extractor> {
  const { createRules } = await import('../../extract/rules.ts');
  return createRules();
}

/** The extractor that learnt, from a file that `onrecord train` wrote. @throws TypeError where it is none */
export async function openWeights(path: string): Promise<Extractor> {
  const { weights, version } = await weightsIn(path);
  const { createWeighted } = await import('../../extract/weights/weights.ts');
  return createWeighted(weights, version);
}

/** What a file that `onrecord train` wrote holds. @throws TypeError where it is none */
export async function weightsIn(path: string) {
  const { unpackWeights } = await import('../../extract/weights/weights-file.ts');
  const file: unknown = JSON.parse(await readFile(path, 'utf8'));
  return unpackWeights(file);
}

/** Extractors that read in a thread, which is ended by `close`. */
export interface Extractors {
  readonly open: OpenExtractor;
  close(): Promise<void>;
}

/** Who reads besides the rules. */
export interface OtherReaders extends ReadingOptions {
  /** Who reads elsewhere what the rules have read, loaded when that is first asked for. */
  readonly openSecondReader?: (() => Promise<SecondReader>) | undefined;
}

/** The rules and, where there are any, the weights and the second reader: each is opened when it is first asked for. */
export function keepExtractors({ openSecondReader, ...options }: OtherReaders = {}): Extractors {
  const thread = new ReadingThread(options);
  const known = new Map<string, Promise<ArticleExtractor>>();
  let second: Promise<SecondReader> | undefined;
  const openBoth = async (openSecond: () => Promise<SecondReader>): Promise<ArticleExtractor> => {
    second ??= openSecond();
    const { readTwice } = await import('../second-reader/read-twice.ts');
    return readTwice(await open('rules'), await second);
  };
  const open = (name: string): Promise<ArticleExtractor> => {
    const isBoth = name === 'llm' && openSecondReader !== undefined;
    const opening = known.get(name) ?? (isBoth ? openBoth(openSecondReader) : openIn(thread, name));
    known.set(name, opening);
    opening.catch(() => known.delete(name));
    return opening;
  };
  const there = new Set<string>(['rules']);
  if (options.weights !== undefined) there.add('weights');
  if (openSecondReader !== undefined) there.add('llm');
  return {
    open: async (name) => (there.has(name) ? open(name) : null),
    async close() {
      (await second)?.close();
      await thread.close();
    },
  };
}

/** Reads pages by what a thread answers. */
function pageReader(
  ask: (request: ReadingRequest, signal?: AbortSignal) => Promise<unknown>,
): ArticleExtractor['readPage'] {
  return async (page, { address, signal } = {}) => {
    const answer = (await ask({ page, address }, signal)) as PageAnswer;
    if ('read' in answer) return answer.read;
    const fault = answer.isNoArticle ? 'NO_ARTICLE' : 'NOT_A_PAGE';
    throw new PageInvalid({ fault, because: `The page: ${answer.unreadable}` });
  };
}

async function openIn(thread: ReadingThread, extractor: string): Promise<ArticleExtractor> {
  const { id, version } = Object(await thread.ask({ extractor }));
  return {
    id,
    version,
    // What the thread answers is what an extractor of ours answered there.
    extract: (input, { signal } = {}) =>
      thread.ask({ extractor, input }, signal) as Promise<Drafts>,
    languageOf: (text, declared, { signal } = {}) =>
      thread.ask({ text, declared }, signal) as Promise<string>,
    readPage: pageReader((request, signal) => thread.ask(request, signal)),
  };
}
