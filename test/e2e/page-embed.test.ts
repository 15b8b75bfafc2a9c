import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { withdrawClaim } from '../../db/commands/withdraw-claim.ts';
import { createLog } from '../../server/log.ts';
import { serve } from '../../server/serve.ts';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { bridgePromised, gazetteReports, quoting, recordHarbour } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';
import { patience } from '../kit/patience.ts';
import { openChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const evil = '</script><img src=x onerror="window.ran = true"><script>window.ran = true</script>';

declare const window: { readonly ran?: boolean };

describeWith(['chromium'], 'a claim on the page of a newspaper', () => {
  let browser: Browser;
  let newspaper: Server;
  let record: OpenServer;
  let context: BrowserContext;
  let faults: string[];
  let asked: { readonly method: string; readonly headers: Readonly<Record<string, string>> }[];

  const recordAt = (): string => new URL(record.serving.url).origin;
  /** A page that lets nothing run, load or look out of place but what the docs say that a claim needs. */
  const policy = () =>
    `default-src 'none'; script-src ${recordAt()}; connect-src ${recordAt()}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const article = () => `<!doctype html><meta charset="utf-8"><title>Bridge</title>
<script async src="${recordAt()}/embed.js"></script>
<onrecord-claim slug="bridge-promised"><a href="${recordAt()}/claims/bridge-promised">Who says so</a></onrecord-claim>
<onrecord-claim slug="nothing"><a href="${recordAt()}/">Nothing</a></onrecord-claim>
<onrecord-claim slug="evil"></onrecord-claim>`;

  beforeAll(async () => {
    browser = await openChromium();
    newspaper = createServer((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': policy(),
      });
      response.end(article());
    });
    newspaper.listen(0, '127.0.0.1');
    await once(newspaper, 'listening');
  });
  afterAll(async () => {
    await browser?.close();
    newspaper?.close();
  });
  beforeEach(async () => {
    record = await openServer({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://record.example',
    });
    await recordHarbour(record.db);
    await write(record.db, recordClaim, bridgePromised);
    await write(record.db, recordStance, gazetteReports);
    await write(record.db, recordClaim, { ...bridgePromised, slug: 'evil', text: evil });
    await write(record.db, recordStance, {
      ...gazetteReports,
      slug: 'evil',
      claim: { slug: 'evil' },
      note: 'Said so.',
    });
    context = await browser.newContext();
    context.setDefaultTimeout(patience.timeout);
    faults = [];
    asked = [];
    context.on('weberror', (error) => faults.push(String(error.error())));
    context.on('console', (message) => {
      if (/Security Policy|CORS|Cross-Origin|TrustedHTML/.test(message.text()))
        faults.push(message.text());
    });
    context.on('request', (request) => {
      const isRecords = request.url().startsWith(recordAt());
      if (isRecords) asked.push({ method: request.method(), headers: request.headers() });
    });
  });
  afterEach(async () => {
    await context?.close();
    await record?.[Symbol.asyncDispose]();
  });

  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    const { port } = newspaper.address() as AddressInfo;
    await page.goto(`http://localhost:${port}/`);
    return page;
  };
  const deny = (actor = 'mayor', words = 'I never promised a bridge') =>
    write(record.db, recordStance, {
      slug: `${actor}-denies`,
      claim: { slug: 'bridge-promised' },
      actor: { slug: actor },
      kind: 'DENIES',
      certainty: 'PLAIN',
      evidence: [quoting(words, ['gazette', actor])],
    });

  test('stands there under a strict policy, as text, and changes with the record', async () => {
    const page = await open();
    const claim = page.locator('onrecord-claim').first();
    await claim.getByText('Reported', { exact: true }).waitFor();
    await deny();
    await claim.getByText('Disputed', { exact: true }).waitFor();
    const former = await claim.locator('small').textContent();
    await deny('town-hall', 'The bridge is needed');
    await claim
      .locator('small')
      .filter({ hasNotText: former ?? '' })
      .waitFor();
    await claim.getByRole('link').focus();
    await write(record.db, withdrawClaim, {
      claim: { slug: 'bridge-promised' },
      reason: 'A slip.',
    });
    await claim.getByText('This claim was taken off the record.').waitFor();

    expect(await claim.getByRole('link').getAttribute('href')).toBe(
      `${recordAt()}/claims/bridge-promised`,
    );
    expect(await claim.textContent()).not.toContain('slip');
    expect(await page.getByRole('link', { name: 'Nothing' }).isVisible()).toBe(true);
    expect(await page.locator('onrecord-claim').last().locator('p').first().textContent()).toBe(
      evil,
    );
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    expect(faults).toEqual([]);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
    for (const { headers } of asked) {
      expect(headers.authorization).toBeUndefined();
      expect(headers.cookie).toBeUndefined();
    }
  });

  test('is as it is now again when the server was away', async () => {
    const page = await open();
    const claim = page.locator('onrecord-claim').first();
    await claim.getByText('Reported', { exact: true }).waitFor();
    const { config, db, serving } = record;
    const port = Number(new URL(serving.url).port);

    await serving.stop();
    await deny();
    const again = await serve({
      config: { ...config, port },
      db,
      log: createLog({ level: 'silent' }),
    });
    await claim.getByText('Disputed', { exact: true }).waitFor();

    await again.stop();
  });

  test('is a link where no script runs', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const page = await still.newPage();
    const { port } = newspaper.address() as AddressInfo;
    await page.goto(`http://localhost:${port}/`);

    expect(await page.getByRole('link', { name: 'Who says so' }).isVisible()).toBe(true);
    await still.close();
  });
});
