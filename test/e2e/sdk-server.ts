import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The server as a user runs it, with the sample record, in a process of its own. */
export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  /** kill -9 */
  kill(): Promise<void>;
  /** Starts it again, on the same database and port. */
  restart(): Promise<void>;
  /** Lets it hang: it accepts what comes and answers nothing, until it is resumed. */
  suspend(): void;
  resume(): void;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist/server/cli/main.js');
const source = join(root, 'server/cli/main.ts');

export async function runServer(): Promise<RunningServer> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-e2e-'));
  const database = `file:${join(dir, 'onrecord.db')}`;
  let { child, shown } = await start(database, '0');
  const url = /http:\S+\/graphql/.exec(shown)?.[0] ?? '';
  const token = /onr_\S+/.exec(shown)?.[0] ?? '';
  const kill = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return {
    url,
    token,
    kill,
    suspend: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async restart() {
      ({ child, shown } = await start(database, new URL(url).port));
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function start(
  database: string,
  port: string,
): Promise<{ child: ChildProcess; shown: string }> {
  const program = (await isFresh()) ? [built] : ['--import', 'tsx', source];
  const settings = { DATABASE_URL: database, PORT: port, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [...program, 'serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const shown = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('createClient')) resolve(text);
    });
    child.once('exit', () => reject(new Error(`The server did not start:\n${text}`)));
  });
  return { child, shown };
}

/** Whether there is a build, and none of the sources is younger. */
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
