import { settings } from '../../../server/config.ts';
import type { Operation, Value } from '../operations/operation.ts';
import { type Probed, type ProcessOptions, startProcess } from './process.ts';
import { startServer } from './server.ts';

/** Who is asked: `kept` is `ours` with its kept answers. */
export const contenderNames = ['floor', 'rows', 'ours', 'kept', 'mercurius'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A server process under measurement. Whoever starts it stops it. */
export interface Contender extends Pick<Probed, 'cpuTime' | 'memory' | 'statements' | 'stop'> {
  readonly name: ContenderName;
  readonly port: number;
  request(operation: Operation, value: Value): Request;
}

export interface Request {
  readonly path: string;
  readonly body: string;
  readonly token?: string;
}

export interface StartOptions
  extends Pick<ProcessOptions, 'build' | 'launcher' | 'logFile' | 'nodeFlags'> {
  /** For a contender that owns its file a copy for it alone. */
  readonly record: string;
}

/** The setting of how many bytes of answers a server keeps; 0 is none. */
const keptAnswers = { name: 'KEPT_ANSWERS', given: { ours: '0', kept: '64000000' } } as const;

/** Whether the server is one that can be told to keep answers. */
export const keepsAnswers: boolean = settings.some((name: string) => name === keptAnswers.name);

/** Those that there are: all of them, where the server keeps answers. */
export const contendersAtHand: readonly ContenderName[] = contenderNames.filter(
  (name) => name !== 'kept' || keepsAnswers,
);

/** Whether nobody else may have the file of this contender open. */
export function ownsItsFile(name: ContenderName): name is 'ours' | 'kept' {
  return name === 'ours' || name === 'kept';
}

export function startContender(name: ContenderName, options: StartOptions): Promise<Contender> {
  return ownsItsFile(name) ? startOurs(name, options) : startBare(name, options);
}

async function startOurs(name: 'ours' | 'kept', options: StartOptions): Promise<Contender> {
  const environment = { [keptAnswers.name]: keptAnswers.given[name] };
  const { process, port } = await startServer({ ...options, environment });
  return {
    ...process,
    name,
    port,
    request: ({ document }, { variables }) => graphRequest(document, variables),
  };
}

async function startBare(
  name: 'floor' | 'rows' | 'mercurius',
  { record, ...options }: StartOptions,
): Promise<Contender> {
  const script = `test/bench/contenders/${name}.js`;
  const process = startProcess({ ...options, script, args: [record] });
  return {
    ...process,
    name,
    port: await process.told('port'),
    request: (operation, value) =>
      name === 'mercurius'
        ? graphRequest(operation.document, bareVariables(value))
        : { path: `/${operation.name}`, body: JSON.stringify(value.args) },
  };
}

function graphRequest(query: string, variables: Value['variables']): Request {
  return { path: '/graphql', body: JSON.stringify({ query, variables }) };
}

/** In the place of what only our server takes stands what it comes to: a key for a cursor, what FTS5 matches for words. */
function bareVariables({ variables, args }: Value): Value['variables'] {
  return Object.fromEntries(Object.keys(variables).map((name, i) => [name, String(args[i])]));
}
