import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createClient } from '../../sdk/src/index.ts';
import { blocksIn, pageText, sectionOf } from '../docs/page.ts';
import { patience } from '../kit/patience.ts';
import { startChild } from '../kit/program.ts';
import { createProject, type Project } from './sdk-project.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 120_000 });

const readme = pageText('sdk/README.md');
const [opening = ''] = blocksIn(readme, 'ts');
const ten = sectionOf(readme, 'Ten tasks').split('\n### ').slice(1);
/** What else of the page runs, as the tasks 11 and 12. */
const others = ['TanStack Query', 'Selections of your own'].map((name) => sectionOf(readme, name));
const tasks = [...ten, ...others];

/** A task that runs. */
interface Running {
  /** Waits until it has printed so many lines, and answers them. */
  lines(count: number): Promise<string[]>;
  /** Waits for its end, and answers what it printed. */
  ended(): Promise<string[]>;
  stop(): Promise<void>;
}

let server: RunningServer;
let project: Project;
beforeAll(async () => {
  server = await runServer();
  project = await createProject();
  await project.add('graphql');
  await project.add('@types/node');
  await project.add('undici-types');
  await project.add('@tanstack/query-core');
  await project.add('gql.tada');
  const files = await Promise.all(tasks.map(programOf));
  await project.compile(files, { module: 'nodenext', types: ['node'], rootDir: '.' });
}, 120_000);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await project?.[Symbol.asyncDispose]();
});

/** Writes the example of a task, behind the opening of the page unless it has one of its own, and answers its name. */
async function programOf(task: string, index: number): Promise<string> {
  const name = `task-${index + 1}.ts`;
  const [example = ''] = blocksIn(task, 'ts');
  const program = example.includes('createClient') ? example : opening + example;
  const here = program.replace('http://127.0.0.1:4000/graphql', server.url);
  await writeFile(join(project.dir, name), `${here}\nexport {};\n`);
  return name;
}

function start(task: number): Running {
  const child = startChild([process.execPath, join(project.dir, 'out', `task-${task}.js`)], {
    cwd: project.dir,
    env: { ...process.env, ONRECORD_TOKEN: server.token },
  });
  child.stdin.end();
  child.stderr.pipe(process.stderr);
  const exit = once(child, 'exit');
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    printed += piece;
  });
  const lines = () => printed.split('\n').slice(0, -1);
  return {
    async lines(count) {
      await vi.waitUntil(() => lines().length >= count, patience);
      return lines();
    },
    async ended() {
      expect((await exit)[0]).toBe(0);
      return lines();
    },
    async stop() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const record = () => createClient({ url: server.url, token: server.token });

test('there are ten tasks', () => {
  expect(ten.map((task) => Number.parseInt(task, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('1 lists the disputed claims', async () => {
  expect(await start(1).ended()).toEqual([
    'withdrawal-precondition DISPUTED',
    'call-happened DISPUTED',
    'false',
  ]);
});

test('2 reads a claim', async () => {
  const lines = await start(2).ended();

  expect(lines[0]).toMatch(/^Denied by the Kremlin/);
  expect(lines).toContain('The Kremlin AGAINST');
  expect(lines).toContain('The Kremlin: Moscow says no');
});

test('3 walks through a list', async () => {
  expect(await start(3).ended()).toEqual(['DENIES call-happened']);
});

test('4 reads the lists of one thing', async () => {
  const lines = await start(4).ended();

  expect(lines).toEqual(
    expect.arrayContaining([
      'denied by kremlin',
      'denied by dmitry-peskov',
      'presupposed by call-land',
    ]),
  );
  expect(lines).toHaveLength(6);
});

test('5 searches', async () => {
  const lines = await start(5).ended();

  expect(lines).toContainEqual(expect.stringMatching(/^call-happened .*spoke by phone/));
});

test('6 watches a list, and 8 puts a claim on record', async () => {
  const watching = start(6);
  expect(await watching.lines(1)).toEqual(['disputed: 2']);

  expect(await start(8).ended()).toEqual(['ferry-on-time true ASSERTED']);
  expect(await start(8).ended()).toEqual(['ferry-on-time false ASSERTED']);
  await record().recordStance({
    claim: { slug: 'ferry-on-time' },
    actor: { slug: 'kremlin' },
    kind: 'DENIES',
    certainty: 'FIRM',
    note: 'Said by telephone.',
  });

  expect(await watching.ended()).toEqual(['disputed: 2', 'disputed: 3']);
});

test('7 follows new claims, and goes on where it was stopped', async () => {
  const first = start(7);
  expect(await first.lines(3)).toEqual(['connecting', 'catchingUp', 'live']);
  await announce('one');
  expect((await first.lines(4)).at(-1)).toBe('new: The claim one.');
  await announce('two');
  await first.lines(5);
  await first.stop();
  await announce('three');

  const again = start(7);

  const told = (await again.lines(4)).filter((line) => line.startsWith('new:'));
  expect(told.at(-1)).toBe('new: The claim three.');
  await again.stop();
});

test('9 answers a refusal', async () => {
  expect(await start(9).ended()).toEqual(['closest: Moscow says ']);
});

test('10 asks in words of its own', async () => {
  expect(await start(10).ended()).toEqual(['2']);
});

test('11 asks by TanStack Query, and 12 in selections that gql.tada types', async () => {
  expect(await start(11).ended()).toEqual(['2 1']);
  expect(await start(12).ended()).toEqual(['call-happened DISPUTED']);
});

async function announce(slug: string): Promise<void> {
  await record().recordClaim({
    slug,
    text: `The claim ${slug}.`,
    kind: 'FACT',
    language: 'en',
    stances: [
      { actor: { slug: 'kremlin' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'By telephone.' },
    ],
  });
}
