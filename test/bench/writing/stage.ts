import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { write } from '../../kit/owner.ts';
import { type Probed, type ProcessOptions, startProcess } from '../contenders/process.ts';
import { type RunningServer, startServer } from '../contenders/server.ts';
import { type Material, openMaterial } from './material.ts';
import { NewRows } from './new-rows.ts';

/** Processes that write, each into a file of its own. Whoever opens it disposes of it. */
export interface Stage extends AsyncDisposable {
  /** The server as it is in production. */
  readonly ours: RunningServer;
  /** One row and one commit for each request. */
  readonly floor: RunningServer;
  /** Inserts the rows that ours wrote into a copy of the same record, in groups, each change asked for over HTTP. */
  readonly rows: RunningServer;
  /** The same without HTTP. */
  readonly bareRows: Probed;
  /** What ours has written. */
  readonly newRows: NewRows;
  readonly material: Material;
  /** Allows to record and to review. */
  readonly token: string;
}

export interface StageOptions extends Pick<ProcessOptions, 'build' | 'launcher'> {
  readonly record: string;
  /** What node is told in the process of our server. */
  readonly nodeFlags?: readonly string[];
}

/** More than is ever asked for here. */
const environment = { LIMITS: 'costPerMinute=2000000000' };

export async function openStage({ record, nodeFlags = [], ...how }: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-writing-'));
  const running: Probed[] = [];
  const fileOf = (name: string) => join(folder, `${name}.db`);
  const place = (name: string) => ({ ...how, logFile: join(folder, `${name}.log`), nodeFlags: [] });
  const start = async (name: string, script: string): Promise<RunningServer> => {
    const options = { ...place(name), script, args: [fileOf(name)] };
    const process = startProcess(options);
    running.push(process);
    return { process, port: await process.told('port') };
  };
  const close = async (): Promise<void> => {
    await Promise.all(running.map((process) => process.stop()));
    rmSync(folder, { recursive: true });
  };
  try {
    copyFileSync(record, fileOf('ours'), constants.COPYFILE_FICLONE);
    const token = await allowAll(fileOf('ours'));
    for (const name of ['rows', 'bare-rows'])
      copyFileSync(fileOf('ours'), fileOf(name), constants.COPYFILE_FICLONE);
    const material = openMaterial(fileOf('bare-rows'));
    const ours = await startServer({
      ...place('ours'),
      nodeFlags,
      environment,
      record: fileOf('ours'),
    });
    running.push(ours.process);
    const rows = await start('rows', 'test/bench/contenders/same-rows.js');
    const bareRows = await start('bare-rows', 'test/bench/contenders/same-rows.js');
    const floor = await start('floor', 'test/bench/contenders/one-row.js');
    const newRows = new NewRows(fileOf('ours'));
    return {
      ours,
      floor,
      rows,
      bareRows: bareRows.process,
      newRows,
      material,
      token,
      async [Symbol.asyncDispose]() {
        newRows.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes a token that may do all that is asked for here. */
export async function allowAll(path: string): Promise<string> {
  const db = await openDatabase({ url: `file:${path}` });
  const { token, hash } = newToken();
  await write(db, createToken, { name: 'bench', role: 'ADMIN', hash });
  await db.close();
  return token;
}
