import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { importLines } from '../../db/interchange/import.ts';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { owner, write } from '../kit/owner.ts';
import { patience } from '../kit/patience.ts';
import { openChromium } from './chromium.ts';

describeWith(['chromium'], 'GraphiQL in Chromium', () => {
  let server: OpenServer;
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    server = await openServer();
    await importSample(server);
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.setDefaultTimeout(patience.timeout);
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (
        protocol !== 'blob:' &&
        protocol !== 'data:' &&
        origin !== new URL(server.serving.url).origin
      )
        foreign.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await open(page, server);
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
    const { token, hash } = newToken();
    await write(server.db, createToken, { name: 'the desk', role: 'ADMIN', hash });
    const recording = await browser.newPage();
    await open(recording, server);

    await openTab(page, 'TheLiveFeed');
    const subscribed = page.waitForResponse((response) =>
      response.url().startsWith(server.serving.url),
    );
    await execute(page);
    await subscribed;
    await openTab(recording, 'RecordAClaim');
    await recording.getByRole('button', { name: 'Headers' }).click();
    // A double click selects the word.
    await recording
      .locator('.graphiql-editor-tool')
      .getByText('PASTE_YOUR_TOKEN')
      .dblclick({ position: { x: 120, y: 8 } });
    await recording.keyboard.insertText(token);
    const answer = await run(recording, server);

    expect(answer).toContain('"created":true');
    await shows(recording, 'RecordClaimPayload');
    await shows(page, 'both-would-talk');
    await recording.close();
  });

  test('nothing was asked of any other server, and nothing failed', () => {
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
  });
});

async function importSample(server: OpenServer): Promise<void> {
  const sample = await readFile(new URL('../../db/sample/sample.jsonl', import.meta.url), 'utf8');
  await importLines(server.db, sample.trimEnd().split('\n'), { author: owner });
}

async function open(page: Page, server: OpenServer): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.goto(server.serving.url);
  await page.getByRole('tab', { name: 'TheDisputedCall' }).waitFor();
}

/** Opens a tab, and waits until GraphiQL has noticed: until then its button runs the operation of the tab before. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect.poll(() => operationInTab(page), patience).toBe(name);
}

/** What GraphiQL has stored of the tab that it takes to be open. */
async function operationInTab(page: Page): Promise<unknown> {
  const { origins } = await page.context().storageState();
  const stored = origins.flatMap(({ localStorage }) => localStorage);
  const { value } = stored.find((entry) => entry.name === 'graphiql:tabState') ?? { value: '{}' };
  const { activeTabIndex, tabs } = JSON.parse(value);
  return tabs?.[activeTabIndex]?.operationName;
}

/** Presses the button, and tells what the server answered. */
async function run(page: Page, server: OpenServer): Promise<string> {
  const answered = page.waitForResponse((response) =>
    response.url().startsWith(server.serving.url),
  );
  await execute(page);
  return (await answered).text();
}

/** While an operation runs, the same button stops it. */
async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Execute query' }).click();
}

async function shows(page: Page, text: string): Promise<void> {
  await page.locator('.graphiql-response').filter({ hasText: text }).waitFor();
}
