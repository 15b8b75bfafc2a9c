import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { openDatabase } from '../../db/client.ts';
import { databaseLocation } from '../../db/file/location.ts';
import { DatabaseOwned } from '../../db/file/startup-error.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { localAccess } from './local-access.ts';
import { patientClient } from './patient-client.ts';
import type { Progress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';
import { remoteAccess } from './remote-access.ts';
import { type ServerClient, socketClient, urlClient } from './server-client.ts';
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

/** The server that `--url` leads to; null where it is not given. */
export function urlGiven({ command, shell }: Call): ServerClient | null {
  const { url, token = shell.env.ONRECORD_TOKEN } = command.opts<{
    url?: string;
    token?: string;
  }>();
  if (url === undefined) return null;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return urlClient(url, token);
  const message = `--url is ${JSON.stringify(url)}; allowed is an http or https address.`;
  throw new CommandFailed(exitCodes.usage, message);
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
  const remote = (client: ServerClient) => remoteAccess(client, patientClient(client, waiting));
  const given = urlGiven(call);
  if (given !== null) return remote(given);

  const { databaseUrl, databaseAuthToken: authToken } = configOf(call);
  const location = databaseLocation(databaseUrl);
  if (!create && location.kind === 'file' && !existsSync(location.path)) {
    throw new CommandFailed(exitCodes.unavailable, `There is no database at ${location.path}.`);
  }
  try {
    const db = await openDatabase({ url: databaseUrl, authToken, migrate: create, check });
    return localAccess(db, location.kind === 'file' ? location.path : location.url);
  } catch (error) {
    if (error instanceof DatabaseOwned && error.socket !== null)
      return remote(socketClient(error.socket));
    throw error;
  }
}
