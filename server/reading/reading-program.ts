import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../extract/extractor.ts';
import { openRules, openWeights } from './extractors.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-thread.ts';

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

function extractorCalled(name: string): Promise<Extractor> {
  const opening =
    opened.get(name) ?? (name === 'rules' ? openRules() : openWeights(workerData.weights));
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}
