import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { databaseLocation } from '../../db/file/location.ts';
import { DatabaseOwned } from '../../db/file/startup-error.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import type { Progress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';
import type { ServerClient } from './server-client.ts';
import { configOf, databaseSettings, withSettings } from './settings.ts';
import type { Call } from './shell.ts';

/** Gives a command the flags that say where the record is. */
export function withAccess(command: Command): Command {
  return urlOptions(withSettings(command, databaseSettings));
}

/** Gives a command the flags that lead to a running server. */
export function urlOptions(command: Command): Command {
  return command
    .option(
      '--url <url>',
      'work through the server at this address, https://record.example/graphql',
    )
    .option(
      '--token <token>',
      'the token to show that server; better kept in the environment [env: ONRECORD_TOKEN]',
    );
}

// What works on a file, and what speaks to a server, is loaded where it is needed: of the two a command has one.

/** The server that `--url` leads to; null where it is not given. */
export async function urlGiven({ command, shell }: Call): Promise<ServerClient | null> {
  const { url, token = shell.env.ONRECORD_TOKEN } = command.opts<{
    url?: string;
    token?: string;
  }>();
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const message = `--url is ${JSON.stringify(url)}; allowed is an http or https address.`;
    throw new CommandFailed(exitCodes.usage, message);
  }
  const { urlClient } = await import('./server-client.ts');
  return urlClient(url, token);
}

/** How a command wants its record opened. */
export interface AccessOptions {
  /** Whether a file that is not there is made. */
  readonly create: boolean;
  /** Whether all of a file is looked at first; not, unless said otherwise: that takes the longer the larger it is. */
  readonly check?: boolean;
}

/** How whoever waits for a server is told of it, and stops. */
interface Waiting {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** The record that a command's flags lead to. A file that another process owns is worked on through its owner. */
export async function openAccess(
  call: Call,
  { create, check = false, ...waiting }: AccessOptions & Waiting,
): Promise<RecordAccess> {
  const given = await urlGiven(call);
  if (given !== null) return serverAccess(given, waiting);

  const { databaseUrl, databaseAuthToken: authToken } = configOf(call);
  const location = databaseLocation(databaseUrl);
  if (!create && location.kind === 'file' && !existsSync(location.path)) {
    throw new CommandFailed(exitCodes.unavailable, `There is no database at ${location.path}.`);
  }
  const [{ openDatabase }, { localAccess }] = await Promise.all([
    import('../../db/client.ts'),
    import('./local-access.ts'),
  ]);
  try {
    const db = await openDatabase({ url: databaseUrl, authToken, migrate: create, check });
    return localAccess(db, location.kind === 'file' ? location.path : location.url);
  } catch (error) {
    if (!(error instanceof DatabaseOwned) || error.socket === null) throw error;
    const { socketClient } = await import('./server-client.ts');
    return serverAccess(socketClient(error.socket), waiting);
  }
}

async function serverAccess(client: ServerClient, waiting: Waiting): Promise<RecordAccess> {
  const [{ remoteAccess }, { patientClient }] = await Promise.all([
    import('./remote-access.ts'),
    import('./patient-client.ts'),
  ]);
  return remoteAccess(client, patientClient(client, waiting));
}
