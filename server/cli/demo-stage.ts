import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { databaseLocation } from '../../db/file/location.ts';
import type { Config } from '../config.ts';
import { localAccess } from './local-access.ts';
import { urlGiven } from './open-access.ts';
import { patientClient } from './patient-client.ts';
import { terminalProgress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';
import { remoteAccess } from './remote-access.ts';
import { type ServerClient, serverBeside } from './server-client.ts';
import { configOf } from './settings.ts';
import type { Call } from './shell.ts';

/** A record that a demo is played to, and where it is to be seen. */
export interface DemoStage {
  readonly record: RecordAccess;
  /** Whether it is there for the demo alone. */
  readonly isOwn: boolean;
  /** Says what to open. */
  readonly announcement: string;
  end(): Promise<void>;
}

/** The server that the command's flags lead to or, where none runs, one of our own. */
export async function openStage(call: Call, signal: AbortSignal): Promise<DemoStage> {
  const config = configOf(call);
  const progress = terminalProgress(call.shell.stderr);
  const record = (client: ServerClient) =>
    remoteAccess(client, patientClient(client, { signal, progress }));
  const given = await urlGiven(call);
  if (given !== null) return stageOf(record(given), given.where);
  const location = databaseLocation(config.databaseUrl);
  const running = location.kind === 'file' ? await serverBeside(location.path) : null;
  if (running === null) return ownStage(config);
  const address = `http://${config.host}:${config.port}/graphql`;
  return stageOf(record(running), `${address} (unless the server was given another address)`);
}

function stageOf(record: RecordAccess, address: string): DemoStage {
  const announcement = `Playing to ${record.where}.\n${whatToOpen(address)}`;
  return { record, isOwn: false, announcement, end: () => record.close() };
}

async function ownStage(config: Config): Promise<DemoStage> {
  const [{ createLog }, { serve }] = await Promise.all([
    import('../log.ts'),
    import('../serve.ts'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-demo-'));
  const databaseUrl = `file:${join(folder, 'record.db')}`;
  const db = await openDatabase({ url: databaseUrl });
  const end = async (): Promise<void> => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const log = createLog({ level: config.logLevel === 'info' ? 'warn' : config.logLevel });
    const serving = await serve({ config: { ...config, databaseUrl }, db, log });
    return {
      record: localAccess(db, databaseUrl),
      isOwn: true,
      announcement: `No server runs, so this demo serves a record of its own.\n${whatToOpen(serving.url)}`,
      end: () => serving.stop().then(end),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function whatToOpen(address: string): string {
  return `
Open in a browser:
  ${address}
and run the tab with the live feed: what follows appears there as it is recorded.
`;
}
