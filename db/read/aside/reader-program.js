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

parentPort?.on('message', (question) => {
  if (question !== null) return parentPort?.postMessage(answerTo(question));
  file.close();
  parentPort?.close();
});
