import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import {
  type Contender,
  type ContenderName,
  ownsItsFile,
  type StartOptions,
  startContender,
} from './contenders/contender.ts';
import { claimCursors } from './cursors.ts';
import type { Operation, Value } from './operations/operation.ts';

/** Contenders that run on one record. Whoever opens it disposes of it. */
export interface Session extends AsyncDisposable {
  readonly contenders: readonly Contender[];
  /** What an operation asks of this record. */
  values(operation: Operation): readonly Value[];
}

export interface SessionOptions extends Pick<StartOptions, 'build' | 'record' | 'launcher'> {
  /** Who is started. */
  readonly names: readonly ContenderName[];
  /** What node is told in their processes. */
  readonly nodeFlags?: readonly string[];
}

export async function openSession({
  record,
  names,
  nodeFlags = [],
  ...options
}: SessionOptions): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-run-'));
  const contenders: Contender[] = [];
  const db = new Database(record);
  const close = async () => {
    await Promise.all(contenders.map((contender) => contender.stop()));
    db.close();
    rmSync(folder, { recursive: true });
  };
  try {
    for (const name of names) {
      const copy = join(folder, `${name}.db`);
      if (ownsItsFile(name)) copyFileSync(record, copy, constants.COPYFILE_FICLONE);
      const started = await startContender(name, {
        ...options,
        record: ownsItsFile(name) ? copy : record,
        nodeFlags,
        logFile: join(folder, `${name}.log`),
      });
      contenders.push(started);
    }
    const cursors = claimCursors(db);
    return {
      contenders,
      values: (operation) => operation.values(db, cursors),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
