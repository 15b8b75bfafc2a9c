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
 * The first row that the statement answers with.
 * @param {{ text: string, values: unknown[] }} question
 */
function answerTo({ text, values }) {
  try {
    return { row: statementOf(text).get(values) };
  } catch (error) {
    const { code, message } = Object(error);
    return { failed: { code: String(code), message: String(message) } };
  }
}

/**
 * What the answer took of the processor, in microseconds: no more than the whole process did, and no more than the time
 * that passed. Of one thread alone nobody tells.
 * @param {{ text: string, values: unknown[] }} question
 */
function answerAndCost(question) {
  const since = performance.now();
  const before = process.cpuUsage();
  const answer = answerTo(question);
  const { user, system } = process.cpuUsage(before);
  return { ...answer, micros: Math.min(user + system, (performance.now() - since) * 1_000) };
}

parentPort?.on('message', (question) => {
  if (question !== null) return parentPort?.postMessage(answerAndCost(question));
  file.close();
  parentPort?.close();
});
