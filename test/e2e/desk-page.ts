import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../db/rules/vocabulary.ts';
import type { OpenServer } from '../integration/server/open-server.ts';
import { patience } from '../kit/patience.ts';

/** The desk in a browser, worked by keys, which are counted. */
export interface DeskPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Presses one key, when nothing is carried out any more. */
  key(key: string): Promise<void>;
  /** Types letter by letter. */
  type(text: string): Promise<void>;
  /** Puts in what is copied elsewhere: one key. */
  paste(text: string): Promise<void>;
  /** Drops a file on the desk: no key. */
  drop(name: string, text: string): Promise<void>;
  /** Waits until the desk tells this. */
  told(words: string | RegExp): Promise<void>;
  /** How many keys were pressed. */
  keys(): number;
  /** What its scripts threw, and what its policy refused. */
  readonly faults: readonly string[];
  /** The requests that it sent to others than its own server. */
  readonly elsewhere: readonly string[];
  /** The bodies of its requests to the graph. */
  readonly asked: readonly string[];
}

let named = 0;

/** A token of a role. */
export async function tokenFor(server: OpenServer, role: Role): Promise<string> {
  named += 1;
  const answer = await server.askAsOwner(
    `mutation { createToken(input: { name: "${role.toLowerCase()}-${named}", role: ${role} }) { ... on CreateTokenPayload { secret } } }`,
  );
  return /"secret":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';
}

/** Opens the desk in a window of its own, not signed in. */
export async function openDeskPage(browser: Browser, server: OpenServer): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(patience.timeout);
  const page = await context.newPage();
  const faults: string[] = [];
  const elsewhere: string[] = [];
  const asked: string[] = [];
  let keys = 0;
  const { origin } = new URL(server.serving.url);
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) elsewhere.push(url);
    if (request.method() === 'POST') asked.push(request.postData() ?? '');
  });
  await page.goto(`${origin}/desk`);
  // Whoever is asked something is not waited for.
  const isIdle = () =>
    page
      .locator('body:has([aria-busy=true]):not(:has(dialog[open]))')
      .waitFor({ state: 'detached' });
  return {
    page,
    context,
    async key(key) {
      await isIdle();
      keys += 1;
      await page.keyboard.press(key);
    },
    async type(text) {
      keys += text.length;
      await page.keyboard.type(text);
    },
    async paste(text) {
      keys += 1;
      await page.keyboard.insertText(text);
    },
    async drop(name, text) {
      const transfer = await page.evaluateHandle(
        ([file, content]) => {
          const dropped = new DataTransfer();
          dropped.items.add(
            new File([content], file, { type: file.endsWith('html') ? 'text/html' : 'text/plain' }),
          );
          return dropped;
        },
        [name, text] as const,
      );
      await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    },
    async told(words) {
      await page.locator('output').filter({ hasText: words }).waitFor();
    },
    keys: () => keys,
    faults,
    elsewhere,
    asked,
  };
}

/** Signs in by keys: the token is pasted. */
export async function signIn(desk: DeskPage, token: string): Promise<void> {
  await desk.page.getByLabel('Token').waitFor();
  await desk.paste(token);
  await desk.key('Enter');
  await desk.page.getByRole('button', { name: 'Sign out' }).waitFor();
}

export const optionsOf = (desk: DeskPage) => desk.page.locator('.list [role=option]');

/** The draft that is open, once it was looked for what it may be. */
export async function openDraft(desk: DeskPage): Promise<string> {
  await desk.page.getByText('Looking for claims').waitFor({ state: 'detached' });
  return (await desk.page.locator('.list [role=option][aria-selected=true]').textContent()) ?? '';
}

export async function expectNoFaults(desk: DeskPage): Promise<void> {
  expect(desk.faults).toEqual([]);
  expect(desk.elsewhere).toEqual([]);
}
