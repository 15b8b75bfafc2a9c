import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recordActor } from '../../db/commands/record-actor.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { createLog } from '../../server/log.ts';
import { serve } from '../../server/serve.ts';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { bridgePromised, gazetteReports, quoting, recordHarbour } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';
import { patience } from '../kit/patience.ts';
import { faultsByAxe } from './axe.ts';
import { openChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const evil = '</script><img src=x onerror="window.ran = true"><script>window.ran = true</script>';

declare const window: { readonly ran?: boolean };
declare const document: {
  readonly activeElement: { readonly className: string } | null;
  dispatchEvent(event: object): void;
};
declare const Event: new (type: string) => object;

describeWith(['chromium'], 'pages with their scripts', () => {
  let browser: Browser;
  let server: OpenServer;
  let context: BrowserContext;
  /** What the page was refused by its policy, or threw. */
  let faults: string[];
  let streams: number;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    server = await openServer();
    await recordHarbour(server.db);
    await write(server.db, recordClaim, bridgePromised);
    await write(server.db, recordStance, gazetteReports);
    context = await browser.newContext({ timezoneId: 'Asia/Kathmandu' });
    context.setDefaultTimeout(patience.timeout);
    faults = [];
    streams = 0;
    context.on('weberror', (error) => faults.push(String(error.error())));
    context.on('console', (message) => {
      if (message.text().includes('Security Policy')) faults.push(message.text());
    });
    context.on('request', (request) => {
      if (request.headers().accept === 'text/event-stream') streams += 1;
    });
  });
  afterEach(async () => {
    await context?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL(path, server.serving.url).href);
    await page.locator('#live[data-state=live]').waitFor();
    return page;
  };
  const deny = (actor = 'mayor', words = 'I never promised a bridge') =>
    write(server.db, recordStance, {
      slug: `${actor}-denies`,
      claim: { slug: 'bridge-promised' },
      actor: { slug: actor },
      kind: 'DENIES',
      certainty: 'PLAIN',
      evidence: [quoting(words, ['gazette', actor])],
    });

  test('a dispute waits on the board and on the page of its claim until it is asked for', async () => {
    const pages = [await open('/'), await open('/claims/bridge-promised')];
    const before = await Promise.all(pages.map((page) => page.locator('main').textContent()));

    await deny();

    for (const [place, page] of pages.entries()) {
      const show = page.getByRole('button', { name: /new: show$/ });
      await show.waitFor();
      expect(await page.getByRole('status').textContent()).toMatch(
        [/^1 new: show$/, /^Now: Disputed\. 1 new: show$/][place] ?? /never/,
      );
      expect(await page.locator('main').textContent()).toBe(before[place]);
      await show.click();
      await page.locator('b.status').filter({ hasText: 'Disputed' }).first().waitFor();
      expect(await show.isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('fresh');
    }
    await deny('town-hall', 'The bridge is needed');
    for (const page of pages) await page.getByRole('button', { name: /new: show$/ }).waitFor();
    expect(streams).toBe(1);
    expect(faults).toEqual([]);
  });

  test('what happened while the server was away, or the page was hidden or paused, is told when it is heard again', async () => {
    const page = await open('/claims/bridge-promised');
    const show = page.getByRole('button', { name: /show$/ });
    const { config, db, serving } = server;
    const port = Number(new URL(serving.url).port);

    await serving.stop();
    await page.locator('#live[data-state=connecting]').waitFor();
    await deny();
    await using again = await servingAgain({ config: { ...config, port }, db });
    await show.waitFor();
    await show.click();
    await setHidden(page, true);
    await deny('town-hall', 'The bridge is needed');
    expect(await show.isVisible()).toBe(false);
    await setHidden(page, false);
    await show.click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused').waitFor();
    await write(db, recordStance, { ...gazetteReports, slug: 'again', kind: 'QUALIFIES' });
    expect(await show.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Go on' }).click();
    await show.click();

    expect(await page.getByRole('region', { name: 'In part' }).count()).toBe(1);
    expect(again.url).toBe(serving.url);
    expect(faults).toEqual([]);
  });

  test('what changes nothing on the page is not told, and what was unfolded and typed stays', async () => {
    await Promise.all(
      Array.from({ length: 7 }, async (_, place) => {
        const slug = `bridge-${place}`;
        await write(server.db, recordClaim, { ...bridgePromised, slug, text: `Bridge ${place}.` });
        const stance = { ...gazetteReports, slug, claim: { slug }, note: 'Said so.' };
        await write(server.db, recordStance, stance);
      }),
    );
    const page = await open('/');
    const changed = page.getByRole('region', { name: 'What changed' });
    await changed.getByText(/\d more/).click();
    await page.getByLabel('Topic').fill('Har');
    const again = page.waitForResponse((response) => response.request().resourceType() === 'xhr');
    await write(server.db, recordActor, { slug: 'nobody', name: 'Nobody', kind: 'PERSON' });
    await (await again).finished();
    await deny();
    const show = page.getByRole('button', { name: '1 new: show' });
    await show.click();

    expect(
      await changed.locator('details').evaluate((details) => details.hasAttribute('open')),
    ).toBe(true);
    expect(await page.getByLabel('Topic').inputValue()).toBe('Har');
  });

  test('who searches sees while typing what the form would show, and keeps the focus', async () => {
    const page = await open('/');
    const field = page.getByRole('searchbox');

    await field.pressSequentially('bridge promi');
    await page.getByRole('heading', { name: 'Found for “bridge promi”' }).waitFor();

    expect(await field.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    expect(await page.title()).toContain('Found for “bridge promi”');
    const asForm = await context.newPage();
    await asForm.goto(page.url());
    expect(await page.locator('main').textContent()).toBe(
      await asForm.locator('main').textContent(),
    );
    await field.fill('');
    await page.getByRole('heading', { name: 'The board' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
  });

  test('axe finds nothing on a page, in light and dark, also where something new waits or is shown', async () => {
    const pages = [await open('/'), await open('/claims/bridge-promised')];
    await deny();
    for (const page of pages) {
      const show = page.getByRole('button', { name: /show$/ });
      await show.waitFor();
      expect(await faultsByAxe(page)).toEqual([]);
      await show.click();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsByAxe(page)).toEqual([]);
    }
    const page = await context.newPage();
    for (const path of ['/?q=bridge', '/articles/bridge-story', '/actors/mayor']) {
      await page.goto(new URL(path, server.serving.url).href);
      expect([path, ...(await faultsByAxe(page))]).toEqual([path]);
    }
  });

  test('a moment is told by the clock of who reads, too, and a day is no other day', async () => {
    await deny();
    const page = await open('/claims/bridge-promised');

    const moments = await page.locator('time.moment').allTextContents();
    const days = await page.locator('time:not(.moment)').allTextContents();

    expect(moments.length).toBeGreaterThan(1);
    for (const moment of moments)
      expect(moment).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d UTC \(.* GMT\+5:45\)$/);
    for (const day of days) expect(day).toMatch(/^\d+ \w+ \d{4}$/);
  });

  test('no text on record runs, however it comes upon a page', async () => {
    const page = await open('/');
    await write(server.db, recordActor, { slug: 'evil', name: evil, kind: 'PERSON' });
    await write(server.db, recordClaim, { ...bridgePromised, slug: 'evil', text: evil });
    await write(server.db, recordStance, {
      ...gazetteReports,
      slug: 'evil',
      claim: { slug: 'evil' },
      note: 'Said so.',
    });
    await page.getByRole('button', { name: /show$/ }).click();
    await page.getByRole('link', { name: evil }).first().waitFor();
    await page.getByRole('searchbox').fill(evil);
    await page.getByRole('heading', { name: 'Found for' }).waitFor();
    await page.getByRole('link', { name: evil }).first().waitFor();

    expect(await page.locator('main script, main img').count()).toBe(0);
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    expect(faults).toEqual([]);
  });
});

const servingAgain = async ({ config, db }: Pick<OpenServer, 'config' | 'db'>) => {
  const serving = await serve({ config, db, log: createLog({ level: 'silent' }) });
  return { url: serving.url, [Symbol.asyncDispose]: () => serving.stop() };
};

const setHidden = (page: Page, isHidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isHidden ? 'hidden' : 'visible',
  );
