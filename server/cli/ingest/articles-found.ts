import type { Readable } from 'node:stream';
import { type Found, fileSource, isStandardInput, nameOf, stdinSource } from './article-source.ts';
import type { FilesFound } from './files-to-read.ts';
import { isArchive, pagesArchived } from './web-archive.ts';

/** Where articles stand in files, one file after the other; archives are looked through when their turn comes. */
export async function* articlesFound(
  { files }: Pick<FilesFound, 'files'>,
  stdin: Readable,
): AsyncGenerator<Found> {
  for (const { path, name = nameOf(path), told = {} } of files) {
    if (typeof path === 'string' && isStandardInput(path)) yield { source: stdinSource(stdin) };
    else if (isArchive(path)) yield* pagesArchived({ path, name, told });
    else yield { source: fileSource({ path, name, told }) };
    yield { isFileDone: true };
  }
}
