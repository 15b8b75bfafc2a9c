import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../extract/extractor.ts';
import { NoArticle, Unreadable } from '../../extract/unreadable.ts';
import { openRules, openWeights } from './extractors.ts';
import type { PageAnswer, ReadingAnswer, ReadingRequest } from './reading-thread.ts';

/** What the thread of a ReadingThread does: it opens an extractor once, and answers each question with one. */
const opened = new Map<string, Promise<Extractor>>();

parentPort?.on('message', (request: ReadingRequest) => {
  answerTo(request).then(
    (done) => tell({ done }),
    (failed: unknown) => tell({ failed }),
  );
});

function tell(answer: ReadingAnswer): void {
  parentPort?.postMessage(answer);
}

async function answerTo(request: ReadingRequest): Promise<unknown> {
  if ('page' in request) return pageAnswer(request.page, request.address);
  if ('text' in request) {
    const { languageOf } = await import('../../extract/words/language.ts');
    return languageOf(request.text, request.declared);
  }
  if ('file' in request) {
    // Only the command line reads files, and only pages need a reader of pages.
    const { fileRead } = await import('../cli/article-file.ts');
    return fileRead(request.file);
  }
  const { extractor: name, input, isKept = false } = request;
  const extractor = await extractorCalled(name);
  if (input === undefined) return { id: extractor.id, version: extractor.version };
  if (isKept) extractor.readAhead(input.text);
  return extractor.extract(input);
}

/** What stands on a page, or why it is not read: on their way to another thread errors lose their class. */
async function pageAnswer(page: Uint8Array, address: string | undefined): Promise<PageAnswer> {
  // It takes a while to load, and only pages need it.
  const { articleInBytes } = await import('../../extract/web-page/page.ts');
  try {
    return { read: articleInBytes(page, { address }) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { unreadable: error.message, isNoArticle: error instanceof NoArticle };
  }
}

function extractorCalled(name: string): Promise<Extractor> {
  const opening =
    opened.get(name) ?? (name === 'rules' ? openRules() : openWeights(workerData.weights));
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}
