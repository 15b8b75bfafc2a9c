import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../extract/extractor.ts';
import type { ReadInput } from '../../schema/context.ts';
import { openRules, openWeights } from './extractors.ts';
import type { ReadingAnswer, ReadingMessage } from './reading-thread.ts';

/**
 * What the thread of a ReadingThread does: it opens an extractor once, and answers each question with one. Texts that it
 * was told of are read between the questions.
 */
const opened = new Map<string, Promise<Extractor>>();
const texts: { readonly extractor: string; readonly ahead: string }[] = [];
const mostTexts = 8;

parentPort?.on('message', (message: ReadingMessage) => {
  if ('ahead' in message) {
    texts.push(message);
    if (texts.length > mostTexts) texts.shift();
    if (texts.length === 1) setImmediate(readNext);
    return;
  }
  const { extractor, input } = message;
  const place = texts.findIndex(({ ahead }) => ahead === input?.text);
  if (place >= 0) texts.splice(place, 1);
  answerTo(extractor, input).then(
    (done) => tell({ done }),
    (failed: unknown) => tell({ failed }),
  );
});

function tell(answer: ReadingAnswer): void {
  parentPort?.postMessage(answer);
}

/** One text a turn, so that questions come first. What cannot be read is told to whoever asks. */
async function readNext(): Promise<void> {
  const next = texts.shift();
  if (next === undefined) return;
  try {
    const extractor = await extractorCalled(next.extractor);
    extractor.readAhead(next.ahead);
  } catch {}
  if (texts.length > 0) setImmediate(readNext);
}

async function answerTo(name: string, input: ReadInput | undefined): Promise<unknown> {
  const extractor = await extractorCalled(name);
  return input === undefined
    ? { id: extractor.id, version: extractor.version }
    : extractor.extract(input);
}

function extractorCalled(name: string): Promise<Extractor> {
  const opening =
    opened.get(name) ?? (name === 'rules' ? openRules() : openWeights(workerData.weights));
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}
