import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './components/server.ts';

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

export async function runServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-e2e-'));
  const database = { DATABASE_URL: `file:${join(dir, 'onrecord.db')}` };
  const server = await startServer({ ...settings, ...database }, []);
  return {
    url: server.url,
    token: server.token ?? '',
    async kill() {
      await server.stop();
    },
    restart: () => server.start(),
    suspend: () => void process.kill(server.pid(), 'SIGSTOP'),
    resume: () => void process.kill(server.pid(), 'SIGCONT'),
    async [Symbol.asyncDispose]() {
      await server.stop();
      // What a killed server has started ends a moment after it.
      await rm(dir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
