import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type Program, startProgram } from './program.ts';

/** The server as a user runs it, in a process of its own, over an empty record unless told otherwise. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  /** The first ADMIN token, where this server made it. */
  readonly token: string | null;
  /** Of the process that runs, or ran last. */
  pid(): number;
  /** Ends the process: kill -9 unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again, with the same settings at the same port. */
  start(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built = join(root, 'dist/server/cli/main.js');
const source = join(root, 'server/cli/main.ts');

/** Starts a server with these settings. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  flags: readonly string[] = ['--no-sample'],
): Promise<TestServer> {
  const port = `${await freePort()}`;
  const command = await onrecord('serve', ...flags);
  const env = { ...process.env, LOG_LEVEL: 'error', ...settings, PORT: port };
  const start = (): Promise<Program> =>
    startProgram(command, { env, isReady: (printed) => printed.includes('createClient') });

  let server = await start();
  const token = /onr_\S+/.exec(server.printed())?.[0] ?? null;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    token,
    pid: () => server.pid,
    stop: (signal) => server.end(signal),
    async start() {
      server = await start();
    },
    [Symbol.asyncDispose]: () => server.end(),
  };
}

/** The command line: built, where the build is not older than the sources, and from the sources otherwise. */
export async function onrecord(...args: string[]): Promise<[path: string, ...args: string[]]> {
  const program = (await isFresh()) ? [built] : ['--import', 'tsx', source];
  return [process.execPath, ...program, ...args];
}

async function isFresh(): Promise<boolean> {
  if (!existsSync(built)) return false;
  const { mtimeMs } = await stat(built);
  const folders = ['db', 'schema', 'server'].map((folder) => join(root, folder));
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const sources = await Promise.all(names.flat().map((name) => stat(name)));
  return sources.every((source) => source.mtimeMs <= mtimeMs);
}
