import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patience } from '../kit/patience.ts';
import { startChild } from '../kit/program.ts';
import { createProject, type Project } from './sdk-project.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: RunningServer;
let project: Project;

beforeAll(async () => {
  server = await runServer();
  project = await createProject();
}, 120_000);

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await project?.[Symbol.asyncDispose]();
});

const forNode = { module: 'nodenext', lib: ['es2022', 'dom'] };
const forBundler = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'] };
const programs = ['call-sites.ts', 'every-operation.ts', 'follower.ts', 'recorder.ts'];
const compilePrograms = async (options: object = forNode) => {
  await project.add('graphql');
  await project.compile(programs, { ...options });
};
let compiled: Promise<void> | undefined;
/** Once for all tests that run them. */
const compiledPrograms = () => (compiled ??= compilePrograms());
const access = () => ({ URL: server.url, TOKEN: server.token });

test.each([
  ['Node', { ...forNode, lib: ['es2022'] }],
  ['a bundler', { ...forBundler, lib: ['es2022'] }],
])(
  'it type-checks for %s with neither the types of the DOM nor those of Node',
  async (_for, options) => {
    await project.compile(['bare.ts'], options);
  },
);

test('it type-checks for a bundler, and with the types of Node in place of the DOM’s', async () => {
  await compilePrograms(forBundler);
  await project.add('@types/node');
  await project.add('undici-types');
  await compilePrograms({ ...forNode, lib: ['es2022'], types: ['node'] });
});

test('a wrong field, a wrong enum, a wrong or missing variable and an unhandled refusal do not compile', async () => {
  await expect(project.compile(['wrong.ts'], forNode)).rejects.toThrow(
    /\(4.*truth[\s\S]*\(5.*TRUE[\s\S]*\(6.*limit[\s\S]*\(7.*by[\s\S]*\(16.*TextInvalid.*never/,
  );
});

test('every call site does what it says', async () => {
  await compiledPrograms();

  const found = JSON.parse(await project.run('call-sites.js', access()));

  expect(found).toEqual({
    disputed: ['withdrawal-precondition', 'call-happened'],
    hasNextPage: false,
    total: 15,
    status: 'DISPUTED',
    summary: expect.stringContaining('Denied by the Kremlin (also by Dmitry Peskov)'),
    words: expect.arrayContaining(['Moscow says no']),
    unknown: null,
    kinds: ['DENIES'],
    recorded: ['kremlin', 'call-happened', true],
    refused: ['claim', 'no-such-claim', ['claim']],
    safe: 'CONFLICT',
    again: ['a-call-site', false],
    shown: [[], ['made-by-a-call-site']],
    heard: ['made-by-a-call-site true'],
    events: ['CLAIM_ADDED', 'STANCE_ADDED', 'STANDING_CHANGED'],
    mine: expect.any(Number),
    document: 'DISPUTED',
    viewer: { name: 'first admin', role: 'ADMIN' },
    feedEnded: ['CURSOR_INVALID', 'nonsense'],
    functions: [true, true, false],
  });
});

test('every operation that reads is answered', async () => {
  await compiledPrograms();

  const answers = JSON.parse(await project.run('every-operation.js', access()));

  expect(answers).toMatchObject({
    actor: { slug: 'kremlin', affiliates: { nodes: [{ actor: { slug: 'dmitry-peskov' } }] } },
    actorMerges: { totalCount: 0, nodes: [] },
    actors: { totalCount: 13, nodes: expect.arrayContaining([]) },
    article: { textIsPublic: true, text: expect.any(String) },
    articles: { totalCount: 2, pageInfo: { hasNextPage: false } },
    claim: { standing: { status: expect.any(String), since: null } },
    claims: { totalCount: expect.any(Number), pageInfo: { hasNextPage: false } },
    node: { __typename: 'Claim', claimKind: expect.any(String) },
    record: { counts: { articles: 2, actors: 13 }, versions: { format: 'onrecord/1' } },
    recordEvents: {
      nodes: [{ type: 'ACTOR_ADDED' }, { type: 'ACTOR_ADDED' }, { type: 'ACTOR_ADDED' }],
    },
    search: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    stances: { totalCount: expect.any(Number), nodes: expect.arrayContaining([]) },
    viewer: null,
    nodes: [{ __typename: 'Claim' }, null],
    actorAffiliates: { nodes: [{ kind: 'SPEAKS_FOR' }], totalCount: 1 },
    actorAffiliations: { nodes: [{ kind: 'PART_OF' }], totalCount: 1 },
    actorClaims: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    actorStances: { nodes: expect.arrayContaining([expect.objectContaining({ kind: 'DENIES' })]) },
    articleClaims: { nodes: expect.arrayContaining([]), pageInfo: { hasPreviousPage: false } },
    articleEvidence: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    claimArticles: { nodes: [{}, {}], totalCount: 2 },
    articleFacets: { totalCount: 2, facets: [{ count: 1 }, { count: 1 }] },
    claimFacets: { totalCountIsExact: true, facets: expect.arrayContaining([]) },
    stanceFacets: {
      facets: expect.arrayContaining([expect.objectContaining({ label: 'November 2024' })]),
    },
    topics: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    compareActors: { nodes: expect.arrayContaining([]), pageInfo: { hasPreviousPage: false } },
    claimTimeline: { nodes: expect.arrayContaining([]), pageInfo: { hasPreviousPage: false } },
    claimSaidAgain: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    actorReversals: { nodes: [], totalCount: 0 },
    actorSplits: { nodes: [], totalCount: 0 },
    claimLinks: { totalCount: 4, feedCursor: expect.any(String) },
    claimStances: { nodes: expect.arrayContaining([]), totalCount: expect.any(Number) },
    exportRecord: { lines: [expect.stringContaining('onrecord/1'), expect.any(String)] },
    status: { migrations: expect.arrayContaining([]), tokens: [{ role: 'ADMIN' }] },
    verifyRecord: { faultCount: 0, faults: [] },
  });
  expect(answers.articleEvidence.nodes[0].stance.claim.slug).toEqual(expect.any(String));
  const hits: { node: { __typename: string }; highlights: unknown[] }[] = answers.search.nodes;
  expect(hits.map(({ node }) => node.__typename)).toContain('Claim');
  expect(hits[0]?.highlights).not.toEqual([]);
});

test('a loop over new claims goes on after kill -9 of the server, and after its own, and misses nothing', async () => {
  await compiledPrograms();
  const recorded = (slugs: string) => project.run('recorder.js', { ...access(), SLUGS: slugs });
  const before = await recorded('claim-1 claim-2');

  const follower = follow(before);
  await vi.waitUntil(() => follower.heard.length === 2, patience);
  await server.kill();
  await server.restart();
  await recorded('claim-3');
  await vi.waitUntil(() => follower.heard.length === 3, patience);
  await follower.kill();
  await recorded('claim-4 claim-5');
  const again = follow(follower.heard.at(-1)?.cursor ?? '');
  await vi.waitUntil(() => again.heard.length === 2, patience);
  await again.kill();

  const slugs = [...follower.heard, ...again.heard].map(({ slug }) => slug);
  expect(slugs).toEqual(['claim-1', 'claim-2', 'claim-3', 'claim-4', 'claim-5']);
});

interface Follower {
  readonly heard: { readonly slug: string; readonly cursor: string }[];
  kill(): Promise<void>;
}

function follow(after: string): Follower {
  const heard: Follower['heard'] = [];
  const child = startChild([process.execPath, join(project.dir, 'out', 'follower.js')], {
    env: { ...access(), AFTER: after },
  });
  child.stderr.pipe(process.stderr);
  child.stdout.setEncoding('utf8').on('data', (lines: string) => {
    for (const line of lines.trimEnd().split('\n')) {
      const [slug = '', cursor = ''] = line.split(' ');
      heard.push({ slug, cursor });
    }
  });
  return {
    heard,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
