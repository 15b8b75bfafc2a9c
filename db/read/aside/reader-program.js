import { openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'libsql';

// Plain JavaScript, so that it runs as it stands: from the sources, too, the thread starts without a loader.

const keptStatements = 200;

const file = new Sqlite(workerData.address, { timeout: 5000 });
file.exec(workerData.pragmas);

/** @type {Map<string, import('libsql').Statement>} */
const prepared = new Map();

/**
 * The statement of this text, prepared when it is first needed; those that were used last are kept.
 * @param {string} text
 */
function statementOf(text) {
  const found = prepared.get(text);
  if (found !== undefined) prepared.delete(text);
  const statement = found ?? file.prepare(text).raw(true);
  prepared.set(text, statement);
  const [oldest] = prepared.size > keptStatements ? prepared.keys() : [];
  if (oldest !== undefined) prepared.delete(oldest);
  return statement;
}

/**
 * The first row that the statement answers with, and how long it kept a processor.
 * @param {{ text: string, values: unknown[] }} question
 */
function answerTo({ text, values }) {
  const since = processorMs();
  try {
    const row = statementOf(text).get(values);
    return { row, spentMs: processorMs() - since };
  } catch (error) {
    const { code, message } = Object(error);
    const failed = { code: String(code), message: String(message) };
    return { failed, spentMs: processorMs() - since };
  }
}

/** Where Linux tells how long this thread has had a processor: in nanoseconds, before the first space. */
const statistics = openStatistics();
const told = Buffer.alloc(64);

function openStatistics() {
  try {
    return openSync('/proc/thread-self/schedstat', 'r');
  } catch {
    return null;
  }
}

/** How long this thread has had a processor; by the clock, where the system does not tell. */
function processorMs() {
  if (statistics === null) return performance.now();
  // What a thread has had since the last tick is added up when its process is looked at.
  process.cpuUsage();
  const length = readSync(statistics, told, 0, told.length, 0);
  return Number(told.toString('latin1', 0, length).split(' ', 1)[0]) / 1e6;
}

parentPort?.on('message', (question) => {
  if (question !== null) return parentPort?.postMessage(answerTo(question));
  file.close();
  parentPort?.close();
});
