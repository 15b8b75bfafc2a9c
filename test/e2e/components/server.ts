import { onrecord } from '../../kit/onrecord.ts';
import { patience } from '../../kit/patience.ts';
import { freePort, type Program, startProgram } from '../../kit/program.ts';

/** The server as a user runs it, in a process of its own, over an empty record unless told otherwise. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  /** The first ADMIN token, where this server made it. */
  readonly token: string | null;
  /** Of the process that runs, or ran last. */
  pid(): number;
  /** What it has printed and logged: errors, unless told otherwise. */
  printed(): string;
  /** Ends the process, and tells its exit code: kill -9 unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again, with the same settings at the same port. */
  start(): Promise<void>;
}

/** Starts a server with these settings. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  flags: readonly string[] = ['--no-sample'],
): Promise<TestServer> {
  const port = `${await freePort()}`;
  const command = onrecord('serve', ...flags);
  const limits = { LIMITS: `requestMs=${patience.timeout}` };
  const env = { ...process.env, LOG_LEVEL: 'error', ...limits, ...settings, PORT: port };
  const start = (): Promise<Program> =>
    startProgram(command, { env, isReady: (printed) => printed.includes('createClient') });

  let server = await start();
  const token = /onr_\S+/.exec(server.printed())?.[0] ?? null;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    token,
    pid: () => server.pid,
    printed: () => server.printed(),
    async stop(signal) {
      await server.end(signal);
      return server.ended;
    },
    async start() {
      server = await start();
    },
    [Symbol.asyncDispose]: () => server.end(),
  };
}
