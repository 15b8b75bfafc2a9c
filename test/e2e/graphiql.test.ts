import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { importLines } from '../../db/interchange/import.ts';
import type { Settings } from '../../server/config.ts';
import { type OpenServer, openServer, recordActor } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { mistakes, prepareMistakes, withValues } from '../kit/mistakes.ts';
import { owner, write } from '../kit/owner.ts';
import { patience } from '../kit/patience.ts';
import { openChromium } from './chromium.ts';

describeWith(['chromium'], 'GraphiQL in Chromium', () => {
  let server: OpenServer;
  let browser: Browser;
  let page: Page;
  let token: string;
  const foreign: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([openSample(), openChromium()]);
    token = await makeToken(server);
    page = await open(browser, server, { foreign, faults });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  test.each([
    ['TheDisputedCall', 'DISPUTED'],
    ['AnActorsStances', 'Kremlin spokesman.'],
    ['OneClaimsChain', 'the question of land'],
  ])('the tab %s runs', async (name, shown) => {
    await openTab(page, name);

    const answer = await run(page, server);

    expect(answer).not.toContain('"errors"');
    expect(answer).toContain(shown);
    await shows(page, shown);
  });

  test('the tab RecordAClaim runs with a token, and the claim appears in the tab TheLiveFeed', async () => {
    const recording = await open(browser, server, { foreign, faults });
    await openTab(page, 'TheLiveFeed');
    const subscribed = page.waitForResponse((response) =>
      response.url().startsWith(server.serving.url),
    );
    await execute(page);
    await subscribed;

    await putToken(recording, server, token);
    await openTab(recording, 'RecordAClaim');
    const answer = await run(recording, server);

    expect(answer).toContain('"created":true');
    await shows(recording, 'RecordClaimPayload');
    await shows(page, 'both-would-talk');
    await page.getByRole('button', { name: 'Stop query' }).click();
    await page.getByRole('button', { name: 'Execute query' }).waitFor();
    await recording.context().close();
  });

  test('a question of the panel opens in a tab of its own, and runs', async () => {
    const asking = await open(browser, server, { foreign, faults });
    const before = await tabs(asking).count();
    await asking.getByRole('button', { name: 'Show Questions' }).click();
    const panel = asking.getByRole('region', { name: 'Questions' });
    const question = panel.getByRole('button', { name: /unnamed sources only/ });

    await question.click();
    await expect
      .poll(() => textIn(asking, queryEditor), patience)
      .toContain('OnUnnamedSourcesOnly');

    expect(await selectedTab(asking)).toContain('OnUnnamedSourcesOnly');
    expect(await run(asking, server)).toContain('Elon Musk took part');
    await openTab(asking, 'TheDisputedCall');
    await question.click();
    await expect
      .poll(() => textIn(asking, queryEditor), patience)
      .toContain('OnUnnamedSourcesOnly');
    expect(await tabs(asking).count()).toBe(before + 1);
    expect(await panel.getByRole('listitem').count()).toBe(25);
    expect(await panel.getByText('Needs an EDITOR token.').count()).toBe(2);
    await asking.context().close();
  });

  test('all that comes over the wire until the schema is there is less than 550 kB', async () => {
    const context = await browser.newContext();
    const counted = await context.newPage();
    const wire = await context.newCDPSession(counted);
    let bytes = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await wire.send('Network.enable');

    await counted.goto(server.serving.url, { waitUntil: 'networkidle' });
    await tabs(counted).first().waitFor();
    await counted.getByRole('button', { name: 'GraphiQL Explorer' }).click();
    await counted.locator('.graphiql-explorer-root').getByText('similarClaims').waitFor();

    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(550_000);
    expect(counted.workers()).toEqual([]);
    await context.close();
  });

  test('four reloads leave tabs, headers and what was typed last as they were', async () => {
    const reloaded = await open(browser, server);
    await openTab(reloaded, 'OneClaimsChain');
    await typeInto(reloaded, headersEditor, '{ "x-request-id": "the third tab" }');
    // What was run is kept as history.
    await run(reloaded, server);
    await openTab(reloaded, 'AnActorsStances');
    await reloaded.locator(queryEditor).click();
    await reloaded.keyboard.press('Control+Home');
    await reloaded.keyboard.insertText('# My own words.');
    const titles = await tabs(reloaded).allTextContents();

    for (let times = 0; times < 4; times += 1) {
      await reloaded.reload();
      await tabs(reloaded).first().waitFor();

      expect(await tabs(reloaded).allTextContents()).toEqual(titles);
      expect(await selectedTab(reloaded)).toContain('AnActorsStances');
      await expect.poll(() => textIn(reloaded, queryEditor), patience).toContain('# My own words.');
      expect(await headersOf(reloaded, 'OneClaimsChain')).toContain('the third tab');
      expect(await headersOf(reloaded, 'RecordAClaim')).toBe('{}');
      await openTab(reloaded, 'AnActorsStances');
    }
    expect(JSON.stringify(await reloaded.context().storageState())).not.toContain('the third tab');
    await reloaded.context().close();
  });

  test('who clears what is kept begins anew', async () => {
    const clearing = await open(browser, server, { foreign, faults });
    await clearing.getByLabel('Token', { exact: true }).fill(token);
    await typeInto(clearing, queryEditor, '{ __typename }');

    await clearing.getByRole('button', { name: 'Open settings dialog' }).click();
    const loaded = clearing.waitForEvent('load');
    await clearing.getByRole('button', { name: 'Clear data' }).click();
    await loaded;

    await expect.poll(() => selectedTab(clearing), patience).toContain('TheDisputedCall');
    expect(await clearing.getByLabel('Token', { exact: true }).inputValue()).toBe('');
    await clearing.context().close();
  });

  test.each([
    ['alone', ''],
    ['with what stands before it in a header', 'Bearer '],
  ])('a token is taken %s, kept in its window, and cleared by a button', async (_, before) => {
    const holding = await open(browser, server);
    const field = holding.getByLabel('Token', { exact: true });
    const tried = answered(holding, server);

    await field.pressSequentially(`${before}${token}`);
    await tried;
    await holding.reload();
    await tabs(holding).first().waitFor();
    const asked = holding.waitForRequest(server.serving.url);
    await execute(holding);

    expect((await asked).headers().authorization).toBe(`Bearer ${token}`);
    expect(await field.getAttribute('type')).toBe('password');
    expect(JSON.stringify(await holding.context().storageState())).not.toContain(token);
    const other = await holding.context().newPage();
    await other.goto(server.serving.url);
    await tabs(other).first().waitFor();
    expect(await other.getByLabel('Token', { exact: true }).inputValue()).toBe('');

    await holding.getByRole('button', { name: 'Clear token' }).click();
    const without = holding.waitForRequest(server.serving.url);
    await execute(holding);
    expect((await without).headers().authorization).toBeUndefined();
    expect(await holding.evaluate('JSON.stringify(sessionStorage)')).not.toContain(token);
    await holding.context().close();
  });

  test.each([
    ['an unknown token', `onr_${'x'.repeat(43)}`, /not known here.*field “Token”/],
    ['what can be no token', 'Bearer tökén', /field “Token” is no token/],
    ['several words', 'my token', /field “Token” is no token/],
  ])('%s is told beside the field', async (_, typed, sentence) => {
    const telling = await open(browser, server);

    await telling.getByLabel('Token', { exact: true }).fill(typed);

    await telling.getByRole('status').filter({ hasText: sentence }).waitFor();
    await telling.context().close();
  });

  test('a feed that is refused shows why', async () => {
    const refused = await open(browser, server);
    await putToken(refused, server, `onr_${'x'.repeat(43)}`);
    await openTab(refused, 'TheLiveFeed');

    await execute(refused);

    await shows(refused, 'This token is not known here');
    await refused.context().close();
  });

  test('who writes without a token is told where it belongs', async () => {
    const telling = await open(browser, server);
    await openTab(telling, 'RecordAClaim');

    await execute(telling);

    const sentence = /token.*field “Token”/;
    await telling.getByRole('status').filter({ hasText: sentence }).waitFor();
    await telling.context().close();
  });

  test('a token of an editor opens the schema where strangers may not see it', async () => {
    await using closed = await openSample({ PUBLIC_INTROSPECTION: 'false' });
    const editing = await open(browser, closed);
    await editing.getByRole('status').filter({ hasText: 'field “Token”' }).waitFor();

    await putToken(editing, closed, await makeToken(closed));

    await editing.getByRole('button', { name: 'GraphiQL Explorer' }).click();
    await editing.locator('.graphiql-explorer-root').getByText('similarClaims').waitFor();
    await editing.context().close();
  });

  test('a feed keeps its last fifty events, the newest first', async () => {
    const watching = await open(browser, server);
    await openTab(watching, 'TheLiveFeed');
    await typeInto(
      watching,
      queryEditor,
      'subscription TheLiveFeed { recordEvents { subject { ... on Actor { name } } } }',
    );
    const subscribed = watching.waitForResponse((response) =>
      response.url().startsWith(server.serving.url),
    );
    await execute(watching);
    await subscribed;

    for (let nth = 1; nth <= 60; nth += 1) await server.askAsOwner(recordActor(`Actor ${nth}`));
    await shows(watching, '"Actor 60"');

    const events: { data: { recordEvents: { subject: { name: string } } } }[] = JSON.parse(
      (await textIn(watching, responseEditor)) ?? '',
    );
    expect(events.map(({ data }) => data.recordEvents.subject.name)).toEqual(
      Array.from({ length: 50 }, (_, index) => `Actor ${60 - index}`),
    );
    await watching.context().close();
  });

  test('what people do wrong is told as it is by hand', async () => {
    const values = await prepareMistakes(server.serving.url, token);
    const mistaken = await open(browser, server);

    for (const { name, http } of mistakes) {
      if (http === undefined) continue;
      const [asked, message] = http;
      const {
        query,
        variables = {},
        headers = {},
      } = JSON.parse(withValues(JSON.stringify(asked), values));
      await put(mistaken, [query, JSON.stringify(variables), JSON.stringify(headers)]);
      // GraphiQL takes a moment to notice what was put there, and runs what stood there until then.
      const said = () => run(mistaken, server).then(() => saidIn(mistaken));
      await expect.poll(said, { message: name, ...patience }).toMatch(message);
    }
    await mistaken.context().setOffline(true);
    await execute(mistaken);
    await shows(mistaken, `The server at ${new URL(server.serving.url).origin} did not answer:`);
    await mistaken.context().close();
  });

  test('nothing was asked of any other server, nothing failed, and nothing was against the policy of the page', () => {
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
  });
});

const queryEditor = '.graphiql-query-editor .CodeMirror';
const headersEditor = '.graphiql-editor-tool .CodeMirror >> nth=1';
const responseEditor = '.graphiql-response .CodeMirror';

async function openSample(settings: Settings = {}): Promise<OpenServer> {
  const server = await openServer(settings);
  const sample = await readFile(new URL('../../db/sample/sample.jsonl', import.meta.url), 'utf8');
  await importLines(server.db, sample.trimEnd().split('\n'), { author: owner });
  return server;
}

async function makeToken(server: OpenServer): Promise<string> {
  const { token, hash } = newToken();
  await write(server.db, createToken, { name: 'the desk', role: 'ADMIN', hash });
  return token;
}

/** The page in a window with a storage of its own. */
async function open(
  browser: Browser,
  server: OpenServer,
  seen: { readonly foreign: string[]; readonly faults: string[] } = { foreign: [], faults: [] },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience.timeout);
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(server.serving.url).origin)
      seen.foreign.push(request.url());
  });
  page.on('pageerror', (error) => seen.faults.push(error.message));
  // What a policy forbids is an error, too.
  page.on('console', (message) => {
    if (message.type() === 'error') seen.faults.push(message.text());
  });
  await page.goto(server.serving.url);
  await tabs(page).first().waitFor();
  await page.locator(responseEditor).waitFor();
  return page;
}

const tabs = (page: Page) => page.getByRole('tab');

const selectedTab = (page: Page) => page.getByRole('tab', { selected: true }).textContent();

/** Opens a tab, and waits for its words alone: its button runs them, though GraphiQL notices a moment later what stands there. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect.poll(() => textIn(page, queryEditor), patience).toContain(name);
}

/** What stands in an editor, in lines that are out of sight, too. */
function textIn(page: Page, editor: string): Promise<string | undefined> {
  return page
    .locator(editor)
    .evaluate((shown) => (shown as { CodeMirror?: { getValue(): string } }).CodeMirror?.getValue());
}

/** Puts a document, variables and headers in the place of what stands there. */
async function put(page: Page, texts: readonly string[]): Promise<void> {
  const editors = page.locator(`${queryEditor}, .graphiql-editor-tool .CodeMirror`);
  await editors.evaluateAll((shown, given) => {
    for (const [index, editor] of shown.entries())
      (editor as { CodeMirror?: { setValue(text: string): void } }).CodeMirror?.setValue(
        given[index] ?? '',
      );
  }, texts);
}

/** The sentence of the error, or of the refusal, that is shown. */
async function saidIn(page: Page): Promise<string> {
  const { data, errors } = JSON.parse((await textIn(page, responseEditor)) || '{}');
  const [refusal] = Object.values(Object(data));
  return errors?.[0]?.message ?? Object(refusal).message ?? '';
}

/** Types into an editor in place of what stands there. */
async function typeInto(page: Page, editor: string, text: string): Promise<void> {
  if (editor === headersEditor) await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator(editor).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await expect.poll(() => textIn(page, editor), patience).toContain(text);
}

async function headersOf(page: Page, name: string): Promise<string | undefined> {
  await openTab(page, name);
  return textIn(page, headersEditor);
}

async function putToken(page: Page, server: OpenServer, token: string): Promise<void> {
  const tried = answered(page, server);
  await page.getByLabel('Token', { exact: true }).fill(token);
  await tried;
}

function answered(page: Page, server: OpenServer) {
  return page.waitForResponse(
    (response) => response.url() === server.serving.url && response.request().method() === 'POST',
  );
}

/** Presses the button, and tells what the server answered. */
async function run(page: Page, server: OpenServer): Promise<string> {
  const told = answered(page, server);
  await execute(page);
  return (await told).text();
}

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Execute query' }).click();
}

async function shows(page: Page, text: string): Promise<void> {
  await page.locator('.graphiql-response').filter({ hasText: text }).waitFor();
}
