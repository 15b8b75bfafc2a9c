import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request as ask, createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { pageText } from '../docs/page.ts';
import { describeWith } from '../kit/component.ts';
import { openChromium, openPage } from './chromium.ts';
import { announce, createExamples, runTool } from './examples-project.ts';
import { type FolderServer, serveFolder } from './folder-server.ts';
import type { Project } from './sdk-project.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const widget = pageText('examples/disputed-claims.html');
const [, program = ''] = /<script type="module">\n(.*?)<\/script>/s.exec(widget) ?? [];

test('the widget has at most 20 lines of script', () => {
  const lines = program.split('\n').filter((line) => line.trim() !== '');

  expect(lines.length).toBeGreaterThan(5);
  expect(lines.length).toBeLessThanOrEqual(20);
});

describeWith(['chromium'], 'the example pages in Chromium', () => {
  let project: Project;
  let server: RunningServer;
  let record: Client;
  let site: FolderServer;
  let browser: Browser;
  beforeAll(async () => {
    project = await createExamples();
    server = await runServer();
    record = createClient({ url: server.url, token: server.token });
    site = await serveFolder(project.dir);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await project?.[Symbol.asyncDispose]();
  });

  const open = async (url: string) => {
    const opened = await openPage(browser, url);
    onTestFinished(() => opened.page.close());
    return opened;
  };
  const deny = (slug: string, actor: string) =>
    record.recordStance({
      claim: { slug },
      actor: { slug: actor },
      kind: 'DENIES',
      certainty: 'FIRM',
      note: 'Said by telephone.',
    });

  test('the page without a build calls the SDK as it is typed', async () => {
    await writeFile(join(project.dir, 'widget.js'), program);

    await project.compile(['widget.js'], {
      module: 'nodenext',
      lib: ['es2022', 'dom', 'dom.iterable'],
      allowJs: true,
      checkJs: true,
      strict: false,
      exactOptionalPropertyTypes: false,
    });
  });

  test('the widget shows a claim as soon as it is disputed, and takes it off when it no longer is', async () => {
    const address = `${site.url}/examples/disputed-claims.html?url=${server.url}`;
    const { page, loads, faults, origins } = await open(address);
    const card = page.getByRole('listitem').filter({ hasText: 'The ferry at-noon has left.' });
    await page.getByText('Denied by the Kremlin (also by Dmitry Peskov)').waitFor();
    await page.locator('output').getByText('live').waitFor();
    await announce(record, 'at-noon');

    const { stance } = await deny('at-noon', 'kremlin');
    await card.getByText('Denied by the Kremlin').waitFor();
    expect(await page.getByRole('listitem').first().textContent()).toContain('at-noon');
    expect(await page.getByRole('listitem').count()).toBe(3);
    await record.withdrawStance({
      stance: { id: stance.id },
      reason: 'It spoke of another ferry.',
    });
    await card.waitFor({ state: 'detached' });

    expect(loads()).toBe(1);
    expect(faults).toEqual([]);
    expect(origins).toEqual(new Set([site.url, new URL(server.url).origin]));
  });

  test.each([
    { get: true, heard: ['GET 200', 'GET 304'] },
    { get: false, heard: ['OPTIONS 204', 'POST 200', 'POST 200'] },
  ])(
    'what a page of another origin reads with get: $get arrives as $heard',
    async ({ get, heard }) => {
      await using counting = await openCounting(server.url);
      const { page, faults } = await open(`${site.url}/sdk/dist/index.js`);

      const slugs = await page.evaluate(`(async () => {
      const { createClient } = await import('/sdk/dist/index.js');
      const record = createClient({ url: '${counting.url}', get: ${get} });
      const read = () => record.claim({ by: { slug: 'call-happened' } });
      return [await read(), await read()].map((claim) => claim.slug);
    })()`);

      expect(slugs).toEqual(['call-happened', 'call-happened']);
      expect(counting.heard).toEqual(heard);
      expect(faults).toEqual([]);
    },
  );

  test('the React page asks, records and listens, also when the server is killed and started anew', async () => {
    const output = join(project.dir, 'examples/react/dist');
    await runTool(project, ['vite/bin/vite.js', 'build', 'react'], {
      VITE_ONRECORD_URL: server.url,
    });
    await using built = await serveFolder(output);
    const { page, loads, faults, origins } = await open(built.url);
    await stateIs(page, 'live');

    await page.getByRole('button', { name: 'disputed' }).click();
    await page.getByRole('link', { name: 'disputed Donald Trump and Vladimir Putin' }).click();
    const claim = page.getByRole('article');
    await claim.getByText('Denied by the Kremlin (also by Dmitry Peskov)').waitFor();
    await claim.getByText('Moscow says no', { exact: true }).waitFor();
    await claim.getByText('The Harbour Courier → Dmitry Peskov').first().waitFor();

    await page.getByRole('button', { name: 'all' }).click();
    await announce(record, 'at-one');
    await page.getByRole('link', { name: 'asserted The ferry at-one has left.' }).click();
    await claim.getByRole('heading', { name: 'The ferry at-one has left.' }).waitFor();
    await page.getByLabel('Who').selectOption('The Kremlin');
    await page.getByLabel('How', { exact: true }).selectOption('denies');
    await page.getByLabel('How you know').fill('Said by telephone.');
    await page.getByLabel('Your token').fill('onr_wrong');
    await page.getByRole('button', { name: 'Put on record' }).click();
    await page.getByRole('status').filter({ hasText: 'token' }).waitFor();
    await page.getByLabel('Your token').fill(server.token);
    await page.getByRole('button', { name: 'Put on record' }).click();
    await page.getByRole('status').filter({ hasText: 'It is on record.' }).waitFor();
    await page.getByRole('link', { name: 'disputed The ferry at-one has left.' }).waitFor();
    await claim.getByText('The Kremlin denies').waitFor();

    await server.kill();
    await stateIs(page, 'waiting');
    await server.restart();
    await announce(record, 'at-two');
    await page.getByRole('link', { name: 'asserted The ferry at-two has left.' }).waitFor();
    await stateIs(page, 'live');
    await deny('at-one', 'vladimir-putin');
    await claim.getByText('Vladimir Putin denies').waitFor();

    expect(loads()).toBe(1);
    expect(faults).toEqual([]);
    expect(origins).toEqual(new Set([built.url, new URL(server.url).origin]));
  });
});

async function stateIs(page: Page, state: string): Promise<void> {
  await page.locator(`output[data-state=${state}]`).waitFor();
}

/** The server by another port, and what it hears there and answers. */
interface Counting extends AsyncDisposable {
  readonly url: string;
  readonly heard: readonly string[];
}

async function openCounting(url: string): Promise<Counting> {
  const heard: string[] = [];
  const counting = createServer((request, response) => {
    const { method, headers } = request;
    const passedOn = ask(new URL(request.url ?? '', url), { method, headers }, (answer) => {
      const { statusCode = 502 } = answer;
      heard.push(`${method} ${statusCode}`);
      response.writeHead(statusCode, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passedOn);
  });
  const there = await served(counting);
  return { ...there, url: `${there.url}${new URL(url).pathname}`, heard };
}

async function served(server: Server): Promise<AsyncDisposable & { readonly url: string }> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
