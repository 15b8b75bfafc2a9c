import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { databaseLocation, nameOf } from '../../db/file/location.ts';
import { DatabaseOwned, NoFileHere } from '../../db/file/startup-error.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import type { Progress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';
import type { ServerClient } from './server-client.ts';
import { configOf, databaseSettings, withSettings } from './settings.ts';
import type { Call } from './shell.ts';

/** Whether `--url` says something else on a command: `--server` alone leads to a server then. */
interface UrlTaken {
  readonly isUrlTaken?: boolean;
}

/** Gives a command the flags that say where the record is. */
export function withAccess(command: Command, { isUrlTaken = false }: UrlTaken = {}): Command {
  const given = withSettings(command, databaseSettings);
  return isUrlTaken ? serverOptions(given) : urlOptions(given);
}

/** Gives a command the flags that lead to a running server. */
export function urlOptions(command: Command): Command {
  return serverOptions(command).option('--url <url>', 'the same as --server');
}

function serverOptions(command: Command): Command {
  return command
    .option(
      '--server <url>',
      'work through the server at this address, https://record.example/graphql',
    )
    .option(
      '--token <token>',
      'the token to show that server; better kept in the environment [env: ONRECORD_TOKEN]',
    );
}

// What works on a file, and what speaks to a server, is loaded where it is needed: of the two a command has one.

/** The server that `--server` or `--url` leads to; null where neither is given. */
export async function urlGiven(
  { command, shell }: Call,
  { isUrlTaken = false }: UrlTaken = {},
): Promise<ServerClient | null> {
  const given = command.opts<{ server?: string; url?: string; token?: string }>();
  const { token = shell.env.ONRECORD_TOKEN } = given;
  const url = given.server ?? (isUrlTaken ? undefined : given.url);
  if (url === undefined) return null;
  const flag = given.server === undefined ? '--url' : '--server';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const message = `${flag} is ${JSON.stringify(url)}; allowed is an http or https address.`;
    throw new CommandFailed(exitCodes.usage, message);
  }
  const { urlClient } = await import('./server-client.ts');
  return urlClient(url, token);
}

/** How a command wants its record opened. */
export interface AccessOptions extends UrlTaken {
  /** Whether a file that is not there is made. */
  readonly create: boolean;
  /** Whether all of a file is looked at first; not, unless said otherwise: that takes the longer the larger it is. */
  readonly check?: boolean;
  /** For how long a file's transaction takes on changes that wait: for a command that makes many, and whom nobody waits for. */
  readonly groupMs?: number;
  /** Whether it is the server beside the file that is to be asked, and nobody else; not, unless said otherwise. */
  readonly isServed?: boolean;
}

/** How whoever waits for a server is told of it, and stops. */
interface Waiting {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * The record that a command's flags lead to. A file that a server owns is worked on through that server; one that another
 * command owns is waited for.
 */
export async function openAccess(
  call: Call,
  {
    create,
    check = false,
    isServed = false,
    groupMs,
    isUrlTaken,
    ...waiting
  }: AccessOptions & Waiting,
): Promise<RecordAccess> {
  if (isServed) return openServed(call);
  const given = await urlGiven(call, isUrlTaken === undefined ? {} : { isUrlTaken });
  if (given !== null) return serverAccess(given, waiting);

  const { databaseUrl, databaseAuthToken: authToken, requireSynced } = configOf(call);
  const location = databaseLocation(databaseUrl);
  if (location.kind === 'file' && !existsSync(location.path)) {
    // The file of a server that runs may have been taken away.
    const { serverBeside } = await import('./server-client.ts');
    const server = await serverBeside(location.path);
    if (server !== null) return serverAccess(server, waiting);
    if (!create) {
      throw new CommandFailed(exitCodes.unavailable, `There is no database at ${location.path}.`);
    }
  }
  const options = {
    url: databaseUrl,
    authToken,
    requireSynced,
    migrate: create,
    check,
    ...(groupMs && { groupMs }),
  };
  const [{ openDatabase }, { localAccess }] = await Promise.all([
    import('../../db/client.ts'),
    import('./local-access.ts'),
  ]);
  const open = async (): Promise<RecordAccess> => {
    const db = await openDatabase({
      ...options,
      command: fullName(call.command),
      onRescue: (file) =>
        waiting.progress.tell(`The database is gone: what was open is in ${file}.`),
    });
    return localAccess(db, location.kind === 'file' ? location.path : location.url);
  };
  const opened = await openInTurn(open, waiting);
  if (typeof opened !== 'string') return opened;
  const { socketClient } = await import('./server-client.ts');
  return serverAccess(socketClient(opened), waiting);
}

async function serverAccess(client: ServerClient, waiting: Waiting): Promise<RecordAccess> {
  const [{ remoteAccess }, { patientClient }] = await Promise.all([
    import('./remote-access.ts'),
    import('./patient-client.ts'),
  ]);
  return remoteAccess(client, patientClient(client, waiting));
}

/** `token create`, as it is called. */
function fullName(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${parent.name()} ${command.name()}` : command.name();
}

/** The server whose database file may be gone. @throws CommandFailed where none answers */
async function openServed(call: Call): Promise<RecordAccess> {
  const location = databaseLocation(configOf(call).databaseUrl);
  if (location.kind === 'server') throw new NoFileHere(nameOf(location));
  const [{ serverBeside }, { remoteAccess }] = await Promise.all([
    import('./server-client.ts'),
    import('./remote-access.ts'),
  ]);
  const server = await serverBeside(location.path);
  if (server !== null) return remoteAccess(server, { ...server, askOnce: server.ask });
  throw new CommandFailed(
    exitCodes.unavailable,
    `No server answers at ${location.path}.sock: only the one that has the database open can save it. Stop that one by SIGTERM: it saves what is open, and its log tells where.`,
  );
}

const patienceMs = 30_000;
const pauseMs = 250;

/** What was opened, or the socket of the server that owns the file. Another command is waited for. */
async function openInTurn(
  open: () => Promise<RecordAccess>,
  { signal, progress }: Waiting,
): Promise<RecordAccess | string> {
  let since = performance.now();
  for (let told = ''; ; ) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DatabaseOwned)) throw error;
      const { socket } = error;
      if (isServer(error) && socket !== null) return socket;
      if (isServer(error)) throw error;
      const text = `${workerText(error)} works on the database: waiting for it, half a minute at most.`;
      if (text !== told) {
        progress.tell(text);
        since = performance.now();
      }
      told = text;
      if (performance.now() - since >= patienceMs) throw error;
      await pause(pauseMs, undefined, { signal });
    }
  }
}

function workerText({ owner }: DatabaseOwned): string {
  return owner === null ? 'Another process' : `onrecord ${owner.command} (process ${owner.pid})`;
}

function isServer({ owner, socket }: DatabaseOwned): boolean {
  return owner === null ? socket === null || existsSync(socket) : owner.command === 'serve';
}
