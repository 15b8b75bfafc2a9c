import type { Readable } from 'node:stream';
import { articleInFile, type FiledArticle, standardInput } from '../article-file.ts';

/** How many files are opened before their turn comes. */
export const filesAhead = 4;

interface FileAhead {
  readonly file: string;
  readonly article: Promise<FiledArticle>;
}

/**
 * The articles in the files, in their order. Before one is handed out, the next few are opened and told to `readAhead`, while
 * whoever asked is busy with it; what is wrong with a file is thrown at its turn. Standard input is waited for at its turn alone.
 */
export function* articlesAhead(
  files: readonly string[],
  stdin: Readable,
  readAhead: (article: FiledArticle) => Promise<void>,
): Generator<FileAhead> {
  const ahead: FileAhead[] = [];
  for (const [index, file] of files.entries()) {
    const taken = ahead.shift() ?? { file, article: articleInFile(file, stdin) };
    const begun = index + 1 + ahead.length;
    for (const next of files.slice(begun, index + 1 + filesAhead)) {
      if (next === standardInput) break;
      const article = articleInFile(next, stdin);
      article.then(readAhead).catch(() => {});
      ahead.push({ file: next, article });
    }
    yield taken;
  }
}
