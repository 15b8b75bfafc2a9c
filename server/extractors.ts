import { readFile } from 'node:fs/promises';
import type { Extractor } from '../extract/extractor.ts';
import type { OpenExtractor } from '../schema/context.ts';

/** The names of the extractors that there are. */
export const extractorIds = ['rules', 'weights'] as const;
export type ExtractorId = (typeof extractorIds)[number];

/** The extractor that needs nothing. Its model is loaded here and not before: it takes a second and 100 MB. */
export async function openRules(): Promise<Extractor> {
  const { createRules } = await import('../extract/rules.ts');
  return createRules();
}

/** The extractor that learnt, from a file that `onrecord train` wrote. @throws TypeError where it is none */
export async function openWeights(path: string): Promise<Extractor> {
  const { createWeighted } = await import('../extract/weights.ts');
  const { unpackWeights } = await import('../extract/weights/weights-file.ts');
  const file: unknown = JSON.parse(await readFile(path, 'utf8'));
  const { weights, version } = unpackWeights(file);
  return createWeighted(weights, version);
}

/** Opens each extractor of the server when it is first asked for, and keeps it. */
export function keepExtractors(): OpenExtractor {
  let rules: Promise<Extractor> | undefined;
  return async (name) => {
    if (name !== 'rules') return null;
    rules ??= openRules();
    return rules;
  };
}
