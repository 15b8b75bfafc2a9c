import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { buildTree } from './build.ts';
import {
  type Contender,
  type ContenderName,
  contenderNames,
  startContender,
} from './contenders/contender.ts';
import { claimCursors } from './cursors.ts';
import type { Cursors, Operation, Value } from './operations/operation.ts';

/** Contenders that run on copies of one record. Whoever opens it closes it. */
export interface Session {
  readonly contenders: ReadonlyMap<ContenderName, Contender>;
  /** What an operation asks of this record. */
  values(operation: Operation): readonly Value[];
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly record: string;
  /** What node is told in the process of this contender. */
  readonly nodeFlags?: (name: ContenderName) => readonly string[];
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const { record, nodeFlags } = options;
  const build = buildTree();
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-run-'));
  const contenders = new Map<ContenderName, Contender>();
  const db = new Database(record);
  const close = async () => {
    await Promise.all([...contenders.values()].map((contender) => contender.stop()));
    db.close();
    rmSync(folder, { recursive: true });
    build.remove();
  };
  try {
    for (const name of contenderNames) {
      const copy = join(folder, `${name}.db`);
      copyFileSync(record, copy, constants.COPYFILE_FICLONE);
      const process = { build: build.folder, record: copy, logFile: join(folder, `${name}.log`) };
      const flags = nodeFlags?.(name) ?? [];
      contenders.set(name, await startContender(name, { ...process, nodeFlags: flags }));
    }
    const cursors: Cursors = claimCursors(db);
    return { contenders, values: (operation) => operation.values(db, cursors), close };
  } catch (error) {
    await close();
    throw error;
  }
}
