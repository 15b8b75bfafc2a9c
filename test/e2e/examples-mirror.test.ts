import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { patience } from '../kit/patience.ts';
import { type Program, startProgram } from '../kit/program.ts';
import { announce, createExamples, runTool } from './examples-project.ts';
import type { Project } from './sdk-project.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

let project: Project;
let server: RunningServer;
let record: Client;
let dir: string;
beforeAll(async () => {
  project = await createExamples();
  await project.compile(['examples/mirror.ts'], {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
  });
  server = await runServer();
  record = createClient({ url: server.url, token: server.token });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await project?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'onrecord-mirror-'));
  return () => rm(dir, { recursive: true, force: true });
});

/** Starts the mirror, and waits until it hears what happens. */
async function mirror(...targets: readonly string[]): Promise<Program> {
  const program = await startProgram(
    [process.execPath, join(project.dir, 'out/examples/mirror.js'), ...targets],
    { env: { ...process.env, ONRECORD_URL: server.url }, isReady: (text) => text.includes('live') },
  );
  onTestFinished(() => program.end());
  return program;
}

const file = () => join(dir, 'claims.jsonl');
const place = () => `${file()}.place`;

/** The slugs of the claims in the file. Fails where a line is not whole. */
async function mirrored(): Promise<string[]> {
  if (!existsSync(file())) return [];
  const lines = (await readFile(file(), 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line).claim.slug);
}

const reaches = (count: number) =>
  vi.waitUntil(async () => (await linesIn(file())) >= count, patience);

async function linesIn(path: string): Promise<number> {
  return existsSync(path) ? (await readFile(path, 'utf8')).split('\n').length - 1 : 0;
}

test('the examples are typed as the packed SDK is', async () => {
  await runTool(project, ['typescript/bin/tsc', '-p', '.']);
});

test('every new claim is in the file once and in order, after kill -9 of the mirror and of the server', async () => {
  const slugs = Array.from({ length: 40 }, (_, index) => `mirrored-${index}`);
  const first = await mirror(file());
  const recording = (async () => {
    for (const slug of slugs) await announce(record, slug);
  })();

  await reaches(5);
  await first.end();
  const second = await mirror(file());
  await reaches(15);
  await server.kill();
  await server.restart();
  await reaches(25);
  await Promise.all([second.end(), server.kill()]);
  await server.restart();
  const third = await mirror(file());
  await recording;
  await reaches(slugs.length);
  await third.end();

  expect(await mirrored()).toEqual(slugs);
});

test('what was written and not yet saved as its place, whole or torn, is written once', async () => {
  const first = await mirror(file());
  await announce(record, 'before');
  const then = await placeSaved();
  await announce(record, 'written');
  await reaches(2);
  await first.end();
  await writeFile(place(), then);
  await appendFile(file(), '{"cursor":"half a li');
  await announce(record, 'meanwhile');

  const second = await mirror(file());
  await reaches(3);
  await second.end();

  expect(await mirrored()).toEqual(['before', 'written', 'meanwhile']);
});

/** What the file of the place holds, as soon as the mirror has kept a claim. */
function placeSaved(): Promise<string> {
  return vi.waitFor(async () => {
    const saved = await readFile(place(), 'utf8');
    expect(JSON.parse(saved).length).toBeGreaterThan(0);
    return saved;
  }, patience);
}

test('a file that is not the one that its place tells of is refused', async () => {
  const first = await mirror(file());
  await announce(record, 'to-be-lost');
  await placeSaved();
  await first.end();
  await rm(file());

  await expect(mirror(file())).rejects.toThrow('has become shorter');
});

test('it ends by itself when it is asked to', async () => {
  const running = await mirror(file());
  await running.end('SIGTERM');

  expect(running.printed().trimEnd().split('\n').at(-1)).toBe('ended');
});

test('a webhook hears of every new claim until it has taken it, and of none twice but under the same key', async () => {
  const heard: { key: unknown; slug: string; status: number | null }[] = [];
  let next: readonly (number | null)[] = [200, 503, 200, null];
  const webhook = await listening(async (request, response) => {
    const { claim } = JSON.parse(await textOf(request));
    const [status = 200, ...rest] = next;
    next = rest;
    heard.push({ key: request.headers['idempotency-key'], slug: claim.slug, status });
    if (status !== null) response.writeHead(status).end();
  });
  const targets = [webhook, join(dir, 'webhook.place')];

  const first = await mirror(...targets);
  for (const slug of ['posted', 'posted-again', 'left-hanging', 'posted-last'])
    await announce(record, slug);
  await vi.waitUntil(() => heard.length === 4, patience);
  await first.end();
  const second = await mirror(...targets);
  await vi.waitUntil(() => heard.length >= 6, patience);
  await second.end();

  expect(heard.map(({ slug, status }) => [slug, status])).toEqual([
    ['posted', 200],
    ['posted-again', 503],
    ['posted-again', 200],
    ['left-hanging', null],
    ['left-hanging', 200],
    ['posted-last', 200],
  ]);
  expect(new Set(heard.map(({ key }) => key)).size).toBe(4);
});

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<string> {
  const webhook = createServer((request, response) => void answer(request, response));
  onTestFinished(() => {
    webhook.close();
    webhook.closeAllConnections();
  });
  await once(webhook.listen(0, '127.0.0.1'), 'listening');
  const bound = webhook.address();
  return `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}/claims`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}
