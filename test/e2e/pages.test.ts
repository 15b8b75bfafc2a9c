import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../../db/interchange/import.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { owner } from '../kit/owner.ts';
import { openChromium } from './chromium.ts';

/** What a page is found wanting, by what its markup says of itself; run in the browser by its tools. */
const faultsOf = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const faults = [];
  const expect = (what, holds) => { if (!holds) faults.push(what); };
  expect('a language', document.documentElement.lang === 'en');
  expect('a title', document.title.length > 10);
  for (const landmark of ['header', 'main', 'footer', '[role=search]'])
    expect('one ' + landmark, all(landmark).length === 1);
  expect('one h1', all('h1').length === 1);
  const levels = all('h1,h2,h3,h4').map((heading) => Number(heading.tagName[1]));
  expect('no level of headings left out: ' + levels, levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1));
  const ids = all('[id]').map(({ id }) => id);
  expect('each id once', new Set(ids).size === ids.length);
  for (const link of all('a')) expect('a name for ' + link.outerHTML, link.textContent.trim() !== '');
  for (const link of all('a[href^="#"]')) expect(link.hash + ' is there', document.getElementById(link.hash.slice(1)));
  for (const each of all('[aria-labelledby]'))
    expect('a label for ' + each.outerHTML.slice(0, 60), document.getElementById(each.getAttribute('aria-labelledby')));
  for (const input of all('input')) expect('a label', input.labels.length === 1);
  for (const quote of all('blockquote')) expect('a language and a direction of its own', quote.lang && quote.dir === 'auto');
  for (const target of all('button, summary, input, .chain a'))
    if (target.checkVisibility()) expect('room for ' + target.outerHTML, target.getBoundingClientRect().height >= 23.9);
  expect('no scrolling sideways', document.documentElement.scrollWidth <= innerWidth);
  return faults;
})()`;

describeWith(['chromium'], 'the pages in Chromium', () => {
  let server: OpenServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      openServer({ PUBLIC_TEXTS: 'true', CONTACT_URL: 'mailto:desk@record.example' }),
      openChromium(),
    ]);
    await importFiles(server.db, [sampleRecord], { author: owner });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const paths = [
    ['/', 'Disputed now'],
    ['/?q=call', 'Found for'],
    ['/?status=DISPUTED', 'By topic'],
    ['/claims/call-happened', 'Who says what'],
    ['/articles/moscow-says-no', 'The text, with its stances marked'],
    ['/actors/kremlin', 'What it says'],
    ['/claims/nothing', 'There is nothing here'],
  ] as const;

  test.each(paths)('%s is whole without JavaScript, from 320 px on', async (path, heading) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    // The browser's own tools still run in it.
    await page.goto(new URL(path, server.serving.url).href);

    const faults = await page.evaluate(faultsOf);
    await page.setViewportSize({ width: 1280, height: 800 });
    const faultsOfWide = await page.evaluate(faultsOf);

    expect(faults).toEqual([]);
    expect(faultsOfWide).toEqual([]);
    expect(await page.getByRole('heading', { name: heading }).count()).toBe(1);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    const origin = new URL(server.serving.url).origin;
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(refused.filter((line) => !line.includes('404'))).toEqual([]);
    await context.close();
  });

  test('a reader finds a claim by its words, reads who denies it, and goes on to them by the keyboard', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL('/', server.serving.url).href);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('phone Ukraine conflict');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /spoke by phone about the Ukraine conflict/ }).click();
    const denial = page.getByRole('region', { name: 'Denies it' });
    await denial.getByRole('link', { name: 'The Kremlin' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The Kremlin' }).waitFor();

    expect(new URL(page.url()).pathname).toBe('/actors/kremlin');
    await context.close();
  });

  test('a page is printed with what is folded on it, in ink on paper, and without its form', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(new URL('/', server.serving.url).href);
    const folded = page.locator('details li').first();
    const isSeenFolded = await folded.isVisible();
    await page.emulateMedia({ media: 'print' });

    expect([isSeenFolded, await folded.isVisible()]).toEqual([false, true]);
    expect(await page.getByRole('search').isVisible()).toBe(false);
    expect(
      await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
    ).toBe('rgb(253, 253, 251)');
    await context.close();
  });
});
