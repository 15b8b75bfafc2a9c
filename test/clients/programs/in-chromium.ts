import { createServer } from 'node:http';
import { createClient } from '@onrecord/sdk';
import { chromium } from 'playwright-core';
import { bundlePage } from './bundle-page.ts';
import { type Found, heardClaim } from './found.ts';
import { report, token, url, warn } from './report.ts';

// Opens a page of a client (its folder, or the address where it is served) and does with it what a user would.
const [, , page = ''] = process.argv;
const origin = page.startsWith('http') ? page : await servePage(page);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const opened = await browser.newPage();
opened.setDefaultTimeout(60_000);
opened.on('pageerror', ({ message }) => warn(message));
opened.on('console', (message) => {
  if (['warning', 'error'].includes(message.type())) warn(message.text());
});
const found = await use().catch(async (error: unknown) => {
  const shown = (await opened.textContent('body')) ?? '';
  warn(`${String(error).split('\n')[0]}\n${shown.replace(/\s+/g, ' ').slice(0, 500)}`);
  return {};
});
await browser.close();
report(found);

async function use(): Promise<Found> {
  await opened.goto(`${origin}?${new URLSearchParams({ url, token })}`);
  const claims = opened.locator('#claims li');
  await claims.nth(2).waitFor();
  const first = await claims.allTextContents();
  await opened.locator('#more').click();
  await claims.nth(5).waitFor();
  const both = await claims.allTextContents();
  const claim = await textOf('#claim');
  await opened.locator('#refuse').click();
  const refused = await textOf('#refused');
  await createClient({ url, token }).recordClaim(heardClaim);
  return { first, both, claim, refused, heard: await textOf('#heard') };
}

async function textOf(place: string): Promise<string> {
  await opened.locator(place).filter({ hasText: /./ }).waitFor();
  return (await opened.locator(place).textContent()) ?? '';
}

async function servePage(folder: string): Promise<string> {
  const script = await bundlePage(folder);
  const server = createServer(({ url: path }, response) => {
    response.setHeader('content-type', path === '/page.js' ? 'text/javascript' : 'text/html');
    response.end(
      path === '/page.js'
        ? script
        : '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${Object(server.address()).port}/`;
}
