import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { patience } from '../kit/patience.ts';
import { openChromium } from './chromium.ts';
import { type FolderServer, serveFolder } from './folder-server.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page that shows actors live, asks when it is asked to, and mounts components. */
const program = `
import { createElement as h, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './sdk/src/index.ts';
import { RecordProvider, useLiveClaim, useLiveClaims } from './sdk/src/react.ts';

const asked = new URLSearchParams(location.search);
const token = asked.get('token') ?? undefined;
const record = createClient({ url: asked.get('url'), token });
const page = { record, shown: [], states: [], faults: [] };
window.page = page;

async function watch() {
  const onState = ({ kind }) => page.states.push(kind);
  for await (const { nodes } of record.actors.live({ first: 100, onState }))
    page.shown = nodes.map(({ slug }) => slug);
}

function Count({ name }) {
  const { data, error } = useLiveClaims({ filter: { topic: 'live' } });
  return h('p', { id: name }, error ? error.message : data ? String(data.nodes.length) : 'nothing yet');
}

function One() {
  const { data, error } = useLiveClaim({ by: { slug: 'one' } });
  return h('p', { id: 'one' }, error ? error.message : data === undefined ? 'nothing yet' : data ? data.text + ' ' + data.standing.status : 'not on record');
}

function App() {
  const [isThere, set] = useState(true);
  page.unmount = () => set(false);
  return isThere ? h('main', {}, h(Count, { name: 'first' }), h(Count, { name: 'second' }), h(One)) : h('p', {}, 'gone');
}

if (asked.has('react'))
  createRoot(document.getElementById('app')).render(
    h(StrictMode, {}, h(RecordProvider, { record }, h(App))),
  );
else watch().catch((error) => page.faults.push(String(error)));
`;

/** What the program leaves on its page. */
interface Live {
  readonly record: { summary(): Promise<{ counts: { actors: number } }> };
  readonly shown: readonly string[];
  readonly states: readonly string[];
  readonly faults: readonly string[];
  unmount(): void;
}
declare const window: { readonly page: Live };
declare const document: object & { dispatchEvent(event: object): void };
declare const Event: new (type: string) => object;

const isStream = (headers: Readonly<Record<string, string>>): boolean =>
  headers.accept === 'text/event-stream';

describeWith(['chromium'], 'what is live, in pages of Chromium', () => {
  let folder: string;
  let site: FolderServer;
  let browser: Browser;
  let server: OpenServer;
  let context: BrowserContext;
  /** The pages whose streams are open, and how many were ever opened. */
  let streams: Set<Page>;
  let opened: number;
  let sent: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-live-'));
    await build({
      stdin: { contents: program, resolveDir: root, loader: 'js' },
      bundle: true,
      format: 'esm',
      outfile: join(folder, 'live.js'),
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'error',
    });
    const html = '<!doctype html><meta charset="utf-8"><div id="app"></div>';
    await writeFile(
      join(folder, 'index.html'),
      `${html}<script type="module" src="live.js"></script>`,
    );
    site = await serveFolder(folder);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  beforeEach(async () => {
    server = await openServer();
    context = await browser.newContext();
    context.setDefaultTimeout(patience.timeout);
    streams = new Set();
    opened = 0;
    sent = [];
    context.on('request', (request) => {
      if (request.method() === 'POST') sent.push(String(request.postData()));
      if (!isStream(request.headers()) || request.method() !== 'POST') return;
      opened += 1;
      const page = request.frame().page();
      streams.add(page);
      page.once('close', () => streams.delete(page));
    });
    const close = (request: Request) => {
      if (isStream(request.headers())) streams.delete(request.frame().page());
    };
    context.on('requestfinished', close);
    context.on('requestfailed', close);
  });
  afterEach(async () => {
    await context?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const open = async (search = ''): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${site.url}/?url=${encodeURIComponent(server.serving.url)}${search}`);
    return page;
  };
  const shows = async (page: Page, slug: string): Promise<void> => {
    await page.waitForFunction((name) => window.page.shown.includes(name), slug);
    expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  };
  const isLive = (page: Page) => page.waitForFunction(() => window.page.states.at(-1) === 'live');
  const add = async (name: string): Promise<void> => {
    const input = { slug: name, name, kind: 'GROUP' };
    await server.askAsOwner(
      'mutation($input: RecordActorInput!) { recordActor(input: $input) { __typename } }',
      { input },
    );
  };
  const setHidden = (page: Page, isHidden: boolean) =>
    page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      },
      isHidden ? 'hidden' : 'visible',
    );
  const leader = (): Page => {
    const [page] = streams;
    if (page === undefined) throw new Error('No page has a stream.');
    return page;
  };

  test('eight tabs share one stream, and all answer; another takes it over from one that is closed or hidden', async () => {
    await add('ada');
    const pages: Page[] = [];
    for (let index = 0; index < 8; index += 1) pages.push(await open());
    await Promise.all(pages.map((page) => shows(page, 'ada')));
    await Promise.all(pages.map(isLive));

    await add('bea');
    await Promise.all(pages.map((page) => shows(page, 'bea')));
    expect([opened, streams.size]).toEqual([1, 1]);
    for (const page of pages) {
      const { counts } = await page.evaluate(() => window.page.record.summary());
      expect(counts.actors).toBe(2);
    }

    // What happens while nobody has the stream is told by the next who has.
    const [first] = [leader()];
    const closing = first.close();
    await add('cyd');
    await closing;
    const others = pages.filter((page) => page !== first);
    await Promise.all(others.map((page) => shows(page, 'cyd')));
    await vi.waitUntil(() => streams.size === 1, patience);
    expect(opened).toBe(2);

    const hidden = leader();
    await setHidden(hidden, true);
    await vi.waitUntil(() => streams.size === 1 && leader() !== hidden, patience);
    await add('dee');
    await Promise.all(others.filter((page) => page !== hidden).map((page) => shows(page, 'dee')));
    expect(await hidden.evaluate(() => window.page.shown)).not.toContain('dee');
    await setHidden(hidden, false);
    await shows(hidden, 'dee');
    await add('eve');
    await Promise.all(others.map((page) => shows(page, 'eve')));
    expect([opened, streams.size]).toEqual([3, 1]);
  });

  test('a tab with another token has a stream of its own', async () => {
    const created = await server.askAsOwner(
      'mutation { createToken(input: { name: "tab", role: EDITOR }) { ... on CreateTokenPayload { secret } } }',
    );
    const secret = /"secret":"([^"]+)"/.exec(JSON.stringify(created))?.[1] ?? '';
    await add('ada');
    const strangers = [await open(), await open()];
    const editor = await open(`&token=${secret}`);
    await Promise.all([...strangers, editor].map((page) => shows(page, 'ada')));
    await Promise.all([...strangers, editor].map(isLive));

    await add('bea');
    await Promise.all([...strangers, editor].map((page) => shows(page, 'bea')));

    expect([opened, streams.size]).toEqual([2, 2]);
    expect(streams.has(editor)).toBe(true);
  });

  test('where streams are refused, pages are live all the same', async () => {
    await context.route(server.serving.url, (route) =>
      isStream(route.request().headers()) && route.request().method() === 'POST'
        ? route.fulfill({ status: 403, contentType: 'text/html', body: '<p>No.' })
        : route.continue(),
    );
    await add('ada');
    const pages = [await open(), await open()];
    await Promise.all(pages.map((page) => shows(page, 'ada')));

    await add('bea');
    await Promise.all(pages.map((page) => shows(page, 'bea')));
  });

  test('hooks are live under StrictMode, read the same once, and let go of all when they are unmounted', async () => {
    const page = await open('&react');
    const text = (id: string) => page.locator(`#${id}`);
    const says = async (id: string, wanted: string) =>
      text(id).filter({ hasText: wanted }).waitFor();
    await says('first', '0');
    await says('second', '0');
    await says('one', 'not on record');
    const reads = () => sent.filter((body) => body.includes('"operationName":"claims"')).length;
    expect([reads(), opened]).toEqual([1, 1]);

    const stances = [
      { actor: { slug: 'ada' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'Said so.' },
    ];
    const input = {
      slug: 'one',
      text: 'One.',
      kind: 'FACT',
      language: 'en',
      topics: ['live'],
      stances,
    };
    await add('ada');
    await server.askAsOwner(
      'mutation($input: RecordClaimInput!) { recordClaim(input: $input) { __typename } }',
      { input },
    );
    await says('first', '1');
    await says('second', '1');
    await says('one', 'One. ASSERTED');

    await page.evaluate(() => window.page.unmount());
    await page.getByText('gone').waitFor();
    await vi.waitUntil(() => streams.size === 0, patience);
    const before = sent.length;
    await add('bea');
    await page.waitForTimeout(500);
    expect([sent.length, opened]).toEqual([before, 1]);
  });
});
