import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../extract/extractor.ts';
import { NoArticle, Unreadable } from '../../extract/unreadable.ts';
import { openRules, openWeights } from './extractors.ts';
import type {
  PageAnswer,
  ReadingAnswer,
  ReadingMessage,
  ReadingRequest,
} from './reading-thread.ts';

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
  answerTo(message).then(
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

async function answerTo(request: ReadingRequest): Promise<unknown> {
  if ('page' in request) return pageAnswer(request.page);
  if ('text' in request) {
    const { languageOf } = await import('../../extract/words/language.ts');
    return languageOf(request.text, request.declared);
  }
  const { extractor: name, input } = request;
  const place = texts.findIndex(({ ahead }) => ahead === input?.text);
  if (place >= 0) texts.splice(place, 1);
  const extractor = await extractorCalled(name);
  return input === undefined
    ? { id: extractor.id, version: extractor.version }
    : extractor.extract(input);
}

/** What stands on a page, or why it is not read: on their way to another thread errors lose their class. */
async function pageAnswer(page: Uint8Array): Promise<PageAnswer> {
  // It takes a while to load, and only pages need it.
  const { articleInBytes } = await import('../../extract/web-page/page.ts');
  try {
    return { read: articleInBytes(page) };
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
