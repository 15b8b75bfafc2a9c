import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '../../sdk/src/index.ts';
import { runProgram } from '../kit/program.ts';
import { createProject, type Project } from './sdk-project.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const libraries = [
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'graphql',
  'react',
  'react-dom',
  'undici-types',
  'urql',
  'vite',
];

/** A project with the packed SDK in it, and the examples beside the SDK as in the repository. */
export async function createExamples(): Promise<Project> {
  const project = await createProject();
  await cp(examples, join(project.dir, 'examples'), { recursive: true });
  await symlink(join(project.dir, 'node_modules/@onrecord/sdk'), join(project.dir, 'sdk'));
  for (const library of libraries) await project.add(library);
  return project;
}

/** Runs a tool of the project in one of its folders. */
export async function runTool(
  project: Project,
  [bin = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const tool = fileURLToPath(new URL(`../../node_modules/${bin}`, import.meta.url));
  const cwd = join(project.dir, 'examples');
  const ran = await runProgram([process.execPath, tool, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  if (ran.code !== 0) throw new Error(`${args.join(' ')} fails:\n${ran.out}${ran.err}`);
}

/** Puts a claim on record that one outlet asserts, whatever becomes of the server meanwhile. */
export async function announce(record: Client, slug: string): Promise<void> {
  await record.recordClaim(
    {
      slug,
      text: `The ferry ${slug} has left.`,
      kind: 'FACT',
      language: 'en',
      stances: [
        {
          actor: { slug: 'northern-ledger' },
          kind: 'ASSERTS',
          certainty: 'PLAIN',
          note: 'Said by telephone.',
        },
      ],
    },
    { retries: 100, timeoutMs: 100_000 },
  );
}
