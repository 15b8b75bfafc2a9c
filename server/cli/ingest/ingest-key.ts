import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { FileBytes } from '../article-file.ts';
import type { ArticleDetails } from './article-details.ts';

interface IngestAsked {
  /** Who reads, in which version. */
  readonly readBy: string;
  readonly carryEvidence: boolean;
  readonly recordOnly: boolean;
  readonly narrated: boolean;
  readonly told: ArticleDetails;
  readonly otherwise: ArticleDetails;
}

/**
 * What the ingest of a file goes by, once it is on record: the same bytes with the same told of them, read by the same reader.
 * Where the file lies and what it is called does not matter.
 */
export function ingestKey({ name, bytes, isPage, charset }: FileBytes, asked: IngestAsked): string {
  const kind = isPage ? 'page' : extname(name).toLowerCase();
  return `ingest ${createHash('sha256')
    .update(JSON.stringify([kind, charset ?? null, asked]))
    .update(bytes)
    .digest('hex')}`;
}
