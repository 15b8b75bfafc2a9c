import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Probed, startProcess } from '../contenders/process.ts';
import { type RunningServer, startServer } from '../contenders/server.ts';
import { writeGround } from './recorder.ts';

/** The processes that a feed is measured with. Whoever opens it disposes of it. */
export interface Stage extends AsyncDisposable {
  /** The server whose feed is followed. */
  readonly followed: RunningServer;
  /** The same server with the same record, which nobody follows. */
  readonly alone: RunningServer;
  /** Writes the same bytes to as many responses, and does nothing else. */
  readonly floor: RunningServer;
  readonly readers: Probed;
  readonly floorReaders: Probed;
  /** Allows to record. */
  readonly token: string;
  /** Numbers that no claim has yet. */
  newClaims(count: number): readonly number[];
}

/** More than is ever asked for here. */
const environment = {
  LIMITS: 'costPerMinute=2000000000',
  MAX_SOCKETS: '200000',
  MAX_STREAMS: '100000',
  MAX_STREAMS_PER_ADDRESS: '100000',
  MAX_STREAMS_PER_TOKEN: '100000',
};

export interface StageOptions {
  /** Where the compiled tree is. */
  readonly build: string;
  /** What node is told in the process of the server that is followed. */
  readonly nodeFlags: readonly string[];
}

export async function openStage({ build, nodeFlags }: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-feed-'));
  const running: Probed[] = [];
  const place = (name: string) => ({
    build,
    logFile: join(folder, `${name}.log`),
    nodeFlags: [],
  });
  const start = (name: string, script: string): Probed => {
    const started = startProcess({ ...place(name), script, args: [] });
    running.push(started);
    return started;
  };
  const serve = async (name: string, flags: readonly string[]): Promise<RunningServer> => {
    const record = join(folder, `${name}.db`);
    copyFileSync(join(folder, 'ground.db'), record, constants.COPYFILE_FICLONE);
    const options = { ...place(name), record, environment, nodeFlags: flags };
    const started = await startServer(options);
    running.push(started.process);
    return started;
  };
  const close = async (): Promise<void> => {
    await Promise.all(running.toReversed().map((process) => process.stop()));
    rmSync(folder, { recursive: true });
  };
  try {
    const token = await writeGround(join(folder, 'ground.db'));
    const floor = start('floor', 'test/bench/contenders/writes.js');
    const floorPort = await floor.told('port');
    const readers = start('readers', 'test/bench/contenders/readers.js');
    await readers.told('ready');
    const floorReaders = start('floor-readers', 'test/bench/contenders/readers.js');
    await floorReaders.told('ready');
    let claims = 0;
    return {
      followed: await serve('followed', nodeFlags),
      alone: await serve('alone', []),
      floor: { process: floor, port: floorPort },
      readers,
      floorReaders,
      token,
      newClaims: (count) => Array.from({ length: count }, () => ++claims),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
