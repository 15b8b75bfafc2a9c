/** What strangers use, and how each is tried: by programs of its own, in the folder where all of them are installed. */
export interface StrangersClient {
  readonly name: string;
  /** The packages whose versions are told. */
  readonly packages: readonly string[];
  /** Those of the server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What it needs beside Node: a binary that the registry may not give, or a browser. */
  readonly needs?: 'bun' | 'deno' | 'chromium';
  /** What is made, and checked, before it is run; commands of installed packages. */
  readonly first?: readonly (readonly string[])[];
  /** The site that is served meanwhile, at a port. */
  readonly site?: (port: number) => readonly string[];
  readonly run?: readonly string[];
}

const compiler = 'typescript-7/bin/tsc';
const types = (name: string) => [compiler, '-p', `programs/${name}`];
const program = (name: string) => ['tsx', `programs/${name}/main.ts`];
const page = (name: string) => ['tsx', 'programs/in-chromium.ts', name];

const inChromium = (name: string, packages: readonly string[]): StrangersClient => ({
  name,
  packages,
  needs: 'chromium',
  first: [types(name)],
  run: page(name),
});

const inNode = (name: string, packages: readonly string[]): StrangersClient => ({
  name,
  packages,
  first: [types(name)],
  run: program(name),
});

export const clients: readonly StrangersClient[] = [
  inChromium('apollo', ['@apollo/client', 'react']),
  inChromium('urql', ['urql', '@urql/exchange-graphcache']),
  {
    ...inChromium('relay', ['react-relay', 'relay-compiler']),
    first: [['relay-compiler', 'programs/relay/relay.config.json'], types('relay')],
  },
  inChromium('tanstack', ['@tanstack/react-query', 'react-dom']),
  inChromium('eventsource', ['playwright-core']),
  inNode('gql-tada', ['gql.tada']),
  {
    ...inNode('client-preset', ['@graphql-codegen/client-preset', 'graphql-request']),
    first: [
      ['graphql-codegen', '--config', 'programs/client-preset/codegen.json'],
      types('client-preset'),
    ],
  },
  inNode('graphql-ws', ['graphql-ws']),
  inNode('graphql-sse', ['graphql-sse']),
  {
    ...inNode('typescript', ['typescript-5.0', 'typescript-5.9', 'typescript-6', 'typescript-7']),
    first: [],
  },
  {
    ...inNode('federation', ['@theguild/federation-composition']),
    settings: { SUBGRAPH: 'true' },
  },
  inNode('sdk', ['@onrecord/sdk']),
  { name: 'bun', packages: ['bun'], needs: 'bun', run: ['bun', 'programs/sdk/main.ts'] },
  {
    name: 'deno',
    packages: ['deno'],
    needs: 'deno',
    run: ['deno', 'run', '--no-prompt', '--allow-net', '--allow-env', 'programs/sdk/main.ts'],
  },
  {
    name: 'next',
    packages: ['next', '@tanstack/react-query'],
    needs: 'chromium',
    first: [['next', 'build', 'programs/next']],
    site: (port) => [
      'next',
      'start',
      'programs/next',
      '--port',
      `${port}`,
      '--hostname',
      '127.0.0.1',
    ],
    run: page('SITE'),
  },
];
