import { once } from 'node:events';
import { type Browser, chromium, type Page } from 'playwright-core';
import { programOf } from '../kit/component.ts';
import { endWithUs } from '../kit/keep.ts';
import { patience } from '../kit/patience.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that ends with the process that opens it. */
export async function openChromium(): Promise<Browser> {
  const server = await chromium.launchServer({
    executablePath: programOf('chromium'),
    args: flags,
  });
  const { pid } = server.process();
  if (pid !== undefined) endWithUs(pid, once(server.process(), 'exit'));
  const browser = await chromium.connect(server.wsEndpoint());
  browser.once('disconnected', () => void server.close());
  return browser;
}

/** A page, and what a test wants to know of it. */
export interface OpenPage {
  readonly page: Page;
  /** How often it was loaded. */
  loads(): number;
  /** What its scripts threw. */
  readonly faults: readonly string[];
  /** The origins that it asked for anything. */
  readonly origins: ReadonlySet<string>;
}

export async function openPage(browser: Browser, url: string): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(patience.timeout);
  let loads = 0;
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('load', () => {
    loads += 1;
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:') origins.add(origin);
  });
  await page.goto(url);
  return { page, loads: () => loads, faults, origins };
}
