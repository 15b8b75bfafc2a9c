import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runServer } from '../e2e/sdk-server.ts';
import { lackOf, programOf } from '../kit/component.ts';
import { type Command, freePort, startChild, startProgram } from '../kit/program.ts';
import type { StrangersClient } from './clients.ts';

/** What came of a client. */
export interface Outcome {
  readonly how: 'passed' | 'FAILED' | 'absent';
  /** What is not as it has to be, or why it cannot be tried here. */
  readonly told: string;
}

const patienceMs = 600_000;

/** Tries a client with a server of its own. Whatever it does, this tells of it and throws nothing. */
export async function tryClient(client: StrangersClient, folder: string): Promise<Outcome> {
  const lack = await lackingOf(client, folder);
  if (lack !== undefined) return { how: 'absent', told: lack };
  try {
    await using server = await runServer(client.settings);
    const env = {
      ...process.env,
      RECORD_URL: server.url,
      RECORD_TOKEN: server.token,
      NEXT_TELEMETRY_DISABLED: '1',
      ...(client.needs === 'chromium' && { CHROMIUM: programOf('chromium') }),
    };
    const told = await runAll(client, { cwd: folder, env });
    return { how: told === '' ? 'passed' : 'FAILED', told };
  } catch (error) {
    return { how: 'FAILED', told: String(error) };
  }
}

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Tells what failed first; nothing where nothing did. */
async function runAll({ first = [], site, run }: StrangersClient, place: Place): Promise<string> {
  for (const command of first) {
    const failed = await failureOf(command, place);
    if (failed !== '') return failed;
  }
  if (run === undefined) return '';
  if (site === undefined) return failureOf(run, place);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const isReady = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  await using _served = await startProgram(commandOf(site(port), place.cwd), { ...place, isReady });
  // The site is served until this has ended.
  return await failureOf(
    run.map((word) => (word === 'SITE' ? address : word)),
    place,
  );
}

/** What a command printed that failed, or took too long. */
async function failureOf(words: readonly string[], place: Place): Promise<string> {
  const child = startChild(commandOf(words, place.cwd), place);
  child.stdin.end();
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
    });
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), patienceMs);
  await once(child, 'close');
  clearTimeout(timer);
  return child.exitCode === 0 ? '' : `${words.join(' ')} ended with ${child.exitCode}:\n${printed}`;
}

/** A command of an installed package: a program of its, or a file of it. */
function commandOf([name = '', ...args]: readonly string[], folder: string): Command {
  return name.includes('/')
    ? [process.execPath, join(folder, 'node_modules', name), ...args]
    : [join(folder, 'node_modules/.bin', name), ...args];
}

async function lackingOf({ needs }: StrangersClient, folder: string): Promise<string | undefined> {
  if (needs === 'chromium') return lackOf(['chromium'])?.reason;
  if (needs === undefined) return undefined;
  const failed = await failureOf([needs, '--version'], { cwd: folder, env: process.env }).catch(
    String,
  );
  return failed === '' ? undefined : `the registry gave no ${needs} that runs here`;
}

/** A package and its version, as it is installed. */
export function versionOf(name: string, folder: string): string {
  const file = join(folder, 'node_modules', name, 'package.json');
  const version = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'missing';
  return `${name} ${version}`;
}
