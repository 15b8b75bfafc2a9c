import type { Operation, Value } from '../operations/operation.ts';
import { type Probed, type ProcessOptions, startProcess } from './process.ts';
import { startServer } from './server.ts';

export const contenderNames = ['ours', 'floor', 'rows'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A server process under measurement. Whoever starts it stops it. */
export interface Contender extends Pick<Probed, 'cpuTime' | 'stop'> {
  readonly name: ContenderName;
  readonly port: number;
  request(operation: Operation, value: Value): Request;
}

export interface Request {
  readonly path: string;
  readonly body: string;
  readonly token?: string;
}

export interface StartOptions extends Pick<ProcessOptions, 'build' | 'logFile' | 'nodeFlags'> {
  /** A copy of the record for this contender alone. */
  readonly record: string;
}

export function startContender(name: ContenderName, options: StartOptions): Promise<Contender> {
  return name === 'ours' ? startOurs(options) : startBare(name, options);
}

async function startOurs(options: StartOptions): Promise<Contender> {
  const { process, port } = await startServer(options);
  return {
    ...process,
    name: 'ours',
    port,
    request: ({ document }, { variables }) => ({
      path: '/graphql',
      body: JSON.stringify({ query: document, variables }),
    }),
  };
}

async function startBare(
  name: 'floor' | 'rows',
  { record, ...options }: StartOptions,
): Promise<Contender> {
  const script = `test/bench/contenders/${name}.js`;
  const process = startProcess({ ...options, script, args: [record] });
  return {
    ...process,
    name,
    port: await process.told('port'),
    request: (operation, { args }) => ({ path: `/${operation.name}`, body: JSON.stringify(args) }),
  };
}
