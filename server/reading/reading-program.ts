import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../extract/extractor.ts';
import { openRules, openWeights } from './extractors.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-thread.ts';

/** What the thread of a ReadingThread does: it opens an extractor once, and answers each message with one. */
const opened = new Map<string, Promise<Extractor>>();

parentPort?.on('message', (asked: ReadingRequest) => {
  answerTo(asked).then(
    (done) => tell({ done }),
    (failed: unknown) => tell({ failed }),
  );
});

function tell(answer: ReadingAnswer): void {
  parentPort?.postMessage(answer);
}

async function answerTo({ extractor: name, input }: ReadingRequest): Promise<unknown> {
  const opening =
    opened.get(name) ?? (name === 'rules' ? openRules() : openWeights(workerData.weights));
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  const extractor = await opening;
  return input === undefined
    ? { id: extractor.id, version: extractor.version }
    : extractor.extract(input);
}
