import { createExecutor } from '../../schema/reading/execute.ts';
import { schema } from '../../schema/schema.ts';
import { askAtRandom, type DocumentCounts } from '../integration/documents/ask-at-random.ts';
import type { Run } from './run.ts';

export interface DocumentsOptions {
  readonly documents: number;
  /** The number of the first of them: whoever looks into a fault begins with its document. */
  readonly from: number;
  readonly tell: (progress: string) => void;
}

/** Random documents are asked of random records: they are answered byte for byte as by graphql-js. */
export async function documents({
  documents: count,
  from,
  tell,
}: DocumentsOptions): Promise<Run<DocumentCounts>> {
  const { counts, differences } = await askAtRandom({
    from,
    documents: count,
    createExecutor: () => createExecutor(schema, { written: true }),
    tell,
  });
  return { figures: counts, faults: differences };
}
