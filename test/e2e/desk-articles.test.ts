import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { openChromium } from './chromium.ts';
import {
  type DeskPage,
  expectNoFaults,
  openDeskPage,
  openDraft,
  optionsOf,
  signIn,
  tokenFor,
} from './desk-page.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const meta = (outlet: string, day: string): string =>
  `<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${day}T08:00:00Z">`;
const page = (title: string, head: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`;

// Enough of it for a reprint to be known as one.
const harbour =
  'The harbour has two quays and a light, and boats come in with the tide and leave with the next one, as they have for a hundred years in this town on the coast.';
const denies = 'Mayor Anna Lind denied that the town had sold its last ferry.';

const report = page(
  'Ferry dispute',
  meta('The Northern Ledger', '2026-03-02'),
  'The Harbour Courier reported on Sunday that the town had sold its last ferry.',
);
const denial = page('Ferry dispute', meta('The Evening Post', '2026-03-03'), denies, harbour);
const reprint = page('Ferry row', meta('The Island Mail', '2026-03-03'), denies, harbour);
const correction = page(
  'Correction',
  meta('The Harbour Courier', '2026-03-05'),
  'The Harbour Courier retracted its report that the town had sold its last ferry.',
);
const speech = page(
  'Ferry speech',
  meta('The Evening Post', '2026-03-06'),
  'Karl Berg said that the pier would be closed.',
  'In the evening Ida Holm spoke of the light on the northern quay, which is to stay.',
);

describeWith(['chromium'], 'articles at the desk in Chromium', () => {
  let browser: Browser;
  let server: OpenServer;
  let desk: DeskPage;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await openServer();
    desk = await openDeskPage(browser, server);
    await signIn(desk, await tokenFor(server, 'REVIEWER'));
  });
  afterEach(async () => {
    await desk?.context.close();
    await server?.[Symbol.asyncDispose]();
  });

  const answered = async (query: string) =>
    JSON.parse(JSON.stringify(await server.askAsOwner(query))).data;
  const add = async (name: string, content: string): Promise<number> => {
    await desk.drop(name, content);
    await desk.page.getByLabel('Title').and(desk.page.locator(':focus')).waitFor();
    await desk.key('Enter');
    await desk.told(/^\d+ drafts? waits?\./);
    return optionsOf(desk).count();
  };

  const standings = async () =>
    (
      await answered(
        '{ claims { nodes { text standing { status summary articleCount } stances(first: 9) { nodes { kind actor { name } evidence { article { outlet { name } } } } } } } }',
      )
    ).claims.nodes;
  const judge = async (key: string, left: string): Promise<void> => {
    await openDraft(desk);
    await desk.key(key);
    await desk.told(left);
  };
  const choose = async (label: string, text: string): Promise<void> => {
    await desk.page.getByLabel(label).last().fill(text);
    await desk.page.getByRole('option', { name: text }).first().click();
  };
  const panel = (name: string) =>
    desk.page
      .getByRole('button', { name, exact: true })
      .and(desk.page.locator('.tabs button'))
      .click();

  test('a report, its denial with a reprint of it, and a retraction take 40 keystrokes each at most', async () => {
    const spent: number[] = [];
    let before = desk.keys();
    const spend = (): void => {
      spent.push(desk.keys() - before);
      before = desk.keys();
    };
    expect(await add('report.html', report)).toBe(1);
    await judge('a', 'REPORTED: Reported by Harbour Courier.');
    spend();
    expect(await add('denial.html', denial)).toBe(1);
    spend();

    // Both are judged by one key, taken back by one, and judged again.
    expect(await add('reprint.html', reprint)).toBe(1);
    await desk.page.getByLabel('Judge the same words with it in: The Evening Post').waitFor();
    await judge('a', 'DISPUTED: Denied by Anna Lind; reported by Harbour Courier.');
    await judge('u', 'Taken back');
    expect(
      (await answered('{ articles(filter: { hasDrafts: true }) { totalCount } }')).articles
        .totalCount,
    ).toBe(2);
    await judge('a', 'DISPUTED: Denied by Anna Lind; reported by Harbour Courier.');
    await panel('Article');
    await desk.page.getByLabel('Agency whose copy it is').focus();
    await desk.type('Reuters');
    await desk.key('Enter');
    await desk.told('Corrected.');
    spend();
    expect(await add('correction.html', correction)).toBe(1);
    await judge('a', 'DENIED: Denied by Anna Lind; retracted by Harbour Courier.');
    spend();

    for (const keys of spent) expect(keys).toBeLessThanOrEqual(40);
    expect(
      (await answered('{ articles(filter: { hasDrafts: true }) { totalCount } }')).articles
        .totalCount,
    ).toBe(0);
    const [claim, another] = await standings();
    expect(another).toBeUndefined();
    expect(claim.standing.articleCount).toBe(2);
    const denied = claim.stances.nodes.filter(({ kind }: { kind: string }) => kind === 'DENIES');
    expect(denied).toEqual([
      {
        kind: 'DENIES',
        actor: { name: 'Anna Lind' },
        evidence: [
          { article: { outlet: { name: 'The Island Mail' } } },
          { article: { outlet: { name: 'The Evening Post' } } },
        ],
      },
    ]);
    const { articles } = await answered(
      '{ articles { nodes { outlet { name } creditedTo { name } } } }',
    );
    expect(articles.nodes).toContainEqual({
      outlet: { name: 'The Island Mail' },
      creditedTo: { name: 'Reuters' },
    });
    await expectNoFaults(desk);
  });

  test('a draft is accepted with another name, day, chain, kind and topics, and a rejected one does not come back', async () => {
    await add('report.html', report);
    await openDraft(desk);
    await desk.key('w');
    await desk.type('The Courier');
    await desk.page.getByLabel('How', { exact: true }).selectOption('says so');
    await desk.page.getByLabel('Said on').fill('2026-03-01');
    await desk.page.getByLabel('Topics').fill('ferries, harbour');
    await desk.page.getByRole('button', { name: 'Add somebody in between' }).click();
    await choose('Search actors', 'a clerk of the town');
    await desk.page.getByRole('listbox', { name: 'Drafts' }).focus();
    await judge('a', 'ASSERTED: Asserted by The Courier');

    expect(await add('denial.html', denial)).toBe(1);
    await desk.key('r');
    await desk.type('In jest.');
    await desk.key('Enter');
    await desk.told('Nothing is left');
    await desk.drop('denial.html', denial);
    await desk.page.getByLabel('Title').and(desk.page.locator(':focus')).waitFor();
    await desk.key('Enter');
    await desk.told('0 drafts wait.');

    const { stances } = await answered(
      '{ stances { nodes { kind saidOn actor { name } claim { topics } evidence { attribution { name } } } } }',
    );
    expect(stances.nodes).toEqual([
      {
        kind: 'ASSERTS',
        saidOn: '2026-03-01',
        actor: { name: 'The Courier' },
        claim: { topics: ['ferries', 'harbour'] },
        evidence: [
          {
            attribution: [
              { name: 'The Northern Ledger' },
              { name: 'a clerk of the town' },
              { name: 'The Courier' },
            ],
          },
        ],
      },
    ]);
    await expectNoFaults(desk);
  });

  test('what nothing drafted is recorded by hand; words are corrected, stances withdrawn, and two names made one', async () => {
    expect(await add('speech.html', speech)).toBe(1);
    await judge('a', 'ASSERTED: Asserted by Karl Berg.');
    await panel('By hand');
    await desk.page.getByRole('textbox', { name: 'The words' }).fill('Ida Holm spoke of the light');
    await choose('Search actors', 'Ida Holm');
    await choose('Search claims on record', 'The light on the northern quay stays.');
    await desk.page.getByRole('button', { name: 'Put on record' }).click();
    await desk.told('ASSERTED: Asserted by Ida Holm.');

    await panel('On record');
    const ofIda = desk.page.locator('.shown li').filter({ hasText: 'Ida Holm' });
    await desk.page.locator('.text').getByText('northern').waitFor();
    await desk.page.locator('.text').evaluate((text) => {
      const place = text.textContent?.indexOf('which is to stay') ?? -1;
      const node = [...text.childNodes].find((each) =>
        each.textContent?.includes('which is to stay'),
      );
      if (node === undefined || place < 0) throw new Error('The words are not there.');
      const start = node.textContent?.indexOf('which is to stay') ?? 0;
      getSelection()?.setBaseAndExtent(node, start, node, start + 'which is to stay'.length);
      document.dispatchEvent(new PointerEvent('pointerup'));
    });
    await ofIda.getByRole('button', { name: 'Correct the words' }).click();
    await desk.page.getByLabel('Reason').fill('The wrong half of the sentence.');
    await desk.page.keyboard.press('Enter');
    await desk.told('Corrected.');
    const ofKarl = desk.page.locator('.shown li').filter({ hasText: 'Karl Berg' });
    await ofKarl.getByRole('button', { name: 'Withdraw' }).click();
    await desk.page.getByLabel('Reason').fill('He spoke of another pier.');
    await desk.page.keyboard.press('Enter');
    await desk.told('UNADDRESSED');

    await panel('Merge');
    const actors = desk.page.getByRole('form', { name: 'Two names, one actor' });
    for (const [label, name] of [
      ['This one', 'Ida Holm'],
      ['is this one, which is shown', 'Karl Berg'],
    ] as const) {
      await actors.getByLabel(label, { exact: true }).fill(name);
      await actors.getByRole('option', { name }).first().click();
    }
    await actors.getByLabel('Because').fill('A pen name.');
    await actors.getByRole('button', { name: 'Merge' }).click();
    await desk.told('They are one now.');

    const { stances } = await answered(
      '{ stances { nodes { actor { name } recordedUnder { slug } evidence { quote withdrawnAt } } } withdrawn: stances(filter: { withdrawn: true }) { nodes { withdrawnReason } } }',
    );
    expect(stances.nodes).toEqual([
      {
        actor: { name: 'Karl Berg' },
        recordedUnder: { slug: 'ida-holm' },
        evidence: [
          {
            quote: 'Ida Holm spoke of the light',
            withdrawnAt: expect.any(String),
          },
          { quote: 'which is to stay', withdrawnAt: null },
        ],
      },
    ]);
    await expectNoFaults(desk);
  });
});
