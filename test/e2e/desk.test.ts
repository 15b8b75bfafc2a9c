import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '../../db/rules/vocabulary.ts';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { faultsByAxe } from './axe.ts';
import { openChromium } from './chromium.ts';
import { recordDrafts } from './desk-drafts.ts';
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

describeWith(['chromium'], 'the desk in Chromium', () => {
  let browser: Browser;
  let server: OpenServer;
  let opened: DeskPage[];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await openServer();
    opened = [];
  });
  afterEach(async () => {
    for (const { context } of opened) await context.close();
    await server?.[Symbol.asyncDispose]();
  });

  const open = async (): Promise<DeskPage> => {
    const desk = await openDeskPage(browser, server);
    opened.push(desk);
    return desk;
  };
  const openAs = async (role: Role): Promise<DeskPage> => {
    const desk = await open();
    await signIn(desk, await tokenFor(server, role));
    return desk;
  };
  const openAtDrafts = async (count: number, role: Role = 'REVIEWER'): Promise<DeskPage> => {
    await recordDrafts(server.db, count);
    const desk = await openAs(role);
    await optionsOf(desk).first().waitFor();
    await openDraft(desk);
    return desk;
  };
  const answered = async (query: string) =>
    JSON.parse(JSON.stringify(await server.askAsOwner(query))).data;

  test('a token is masked, kept by this tab for this origin alone, and forgotten when one signs out', async () => {
    const desk = await open();
    const { page } = desk;
    await desk.paste('onr_unknown');
    await desk.key('Enter');
    await page.locator('output.fault').waitFor();
    expect(await page.getByLabel('Token').getAttribute('type')).toBe('password');
    const kept = () =>
      page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
    expect(await kept()).toBe('[{},{}]');

    const token = await tokenFor(server, 'REVIEWER');
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await kept()).toBe(`[{"onrecord desk token":"${token}"},{}]`);
    expect(await page.content()).not.toContain(token);
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();

    expect(await kept()).toBe('[{},{}]');
    expect(await page.locator('.rooms').count()).toBe(0);
    expect(desk.elsewhere).toEqual([]);
  });

  test('what a role may not do is shown as such', async () => {
    const editor = await openAtDrafts(1, 'EDITOR');
    const reader = await openAs('READER');

    expect(await editor.page.getByRole('button', { name: 'Accept' }).isDisabled()).toBe(true);
    expect(await editor.page.getByRole('button', { name: 'Reject' }).isDisabled()).toBe(true);
    await editor.page.locator('form').getByText('Judging is for REVIEWER tokens').waitFor();
    await editor.key('a');
    await editor.told('Judging is for REVIEWER tokens');
    await editor.page.getByRole('button', { name: 'Merge' }).click();
    await editor.page.getByText('To merge actors is for REVIEWER tokens').waitFor();
    await reader.page.getByText('drafts are shown to editors alone').waitFor();
    expect(await optionsOf(reader).count()).toBe(0);
    await expectNoFaults(editor);
    await expectNoFaults(reader);
  });

  test('when a token ends, what was typed stays, and is judged with the next one', async () => {
    const desk = await openAtDrafts(1);
    await desk.key('e');
    await desk.type('Berth one was shut all week.');
    const { status } = await answered('{ status { tokens { id role } } }');
    const { id } = status.tokens.find(({ role }: { role: string }) => role === 'REVIEWER');
    await answered(`mutation { revokeToken(input: { token: { id: "${id}" } }) { __typename } }`);
    await desk.page.getByRole('dialog', { name: 'Sign in' }).waitFor();

    await desk.paste(await tokenFor(server, 'REVIEWER'));
    await desk.key('Enter');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await desk.page.locator('#claim-text').inputValue()).toBe(
      'Berth one was shut all week.',
    );
    await desk.page.getByText('· live').waitFor();
    await desk.key('a');
    await desk.told('ASSERTED');

    const { claims } = await answered('{ claims { nodes { text } } }');
    expect(claims.nodes).toEqual([{ text: 'Berth one was shut all week.' }]);
  });

  test('the last ten judgements are taken back, the last one first', async () => {
    const desk = await openAtDrafts(3);
    await desk.key('a');
    await desk.told('2 left.');
    await desk.key('r');
    await desk.type('Not so.');
    await desk.key('Enter');
    await desk.told('1 left.');

    await desk.key('u');
    await desk.told('Taken back: Berth 2 was shut.');
    expect(await openDraft(desk)).toContain('Clerk 0002');
    await desk.key('u');
    await desk.told('Taken back: Berth 1 was shut.');
    expect(await openDraft(desk)).toContain('Clerk 0001');
    await desk.key('u');
    await desk.told('nothing to undo');
    const { drafts, stances } = await answered(
      '{ drafts(article: { slug: "berths" }) { totalCount } stances(filter: { withdrawn: true }) { nodes { withdrawnReason claim { text standing { status } } } } }',
    );
    await desk.key('a');
    await desk.told('2 left.');

    expect(drafts.totalCount).toBe(3);
    expect(stances.nodes).toEqual([
      {
        withdrawnReason: 'Accepted in error.',
        claim: { text: 'Berth 1 was shut.', standing: { status: 'UNADDRESSED' } },
      },
    ]);
    const { claims } = await answered('{ claims { nodes { text standing { status } } } }');
    expect(claims.nodes).toEqual([{ text: 'Berth 1 was shut.', standing: { status: 'ASSERTED' } }]);
    await expectNoFaults(desk);
  });

  test('a claim that is on record is no second one without a question', async () => {
    const desk = await openAtDrafts(2);
    await desk.key('a');
    await desk.told('1 left.');
    await desk.key('e');
    await desk.type('Berth 1 was shut.');
    await desk.key('Escape');

    await desk.key('a');
    const dialog = desk.page.getByRole('dialog', { name: 'A claim on record says the same' });
    await dialog.waitFor();
    expect((await answered('{ claims { totalCount } }')).claims.totalCount).toBe(1);
    await dialog.getByRole('button', { name: 'Take this one' }).click();
    await desk.told('Nothing is left');

    const { claims } = await answered('{ claims { nodes { text standing { counts { for } } } } }');
    expect(claims.nodes).toEqual([{ text: 'Berth 1 was shut.', standing: { counts: { for: 2 } } }]);
    await expectNoFaults(desk);
  });

  test('hundreds of drafts are read by the hundred, and none is asked for by itself', async () => {
    const count = Number(process.env.DESK_DRAFTS ?? 300);
    const desk = await openAtDrafts(count);
    const atFirst = desk.asked.length;
    for (let press = 0; press < 7; press += 1) await desk.key('j');
    await desk.key('End');
    expect(await openDraft(desk)).toContain(`Clerk ${String(count).padStart(4, '0')}`);

    expect(await optionsOf(desk).count()).toBe(count);
    // Who asks, where the feed ends, what waits, the article, a page a hundred, candidates ahead, what is shown, and the feed itself.
    expect(atFirst).toBeLessThanOrEqual(9 + count / 100);
    expect(desk.asked.length - atFirst).toBeLessThanOrEqual(2);
    await expectNoFaults(desk);
  });

  test('a draft is judged by keys alone, which can be switched off, act in the list alone, and leave the focus there', async () => {
    const desk = await openAtDrafts(3);
    const focused = () => desk.page.evaluate('document.activeElement.getAttribute("role")');
    const list = desk.page.getByRole('listbox', { name: 'Drafts' });
    // What it says, without how it is marked up inside.
    const snapshot = async () =>
      (await list.ariaSnapshot())
        .split('\n')
        .filter((line) => /^ {0,2}- /.test(line))
        .map((line) => line.replace(/^( *- )'?(.*?)'?:?$/, '$1$2'))
        .join('\n');
    expect(await snapshot()).toBe(
      [
        '- listbox "Drafts 3 left."',
        '  - option "Clerk 0001 says so: Berth 1 was shut." [selected]',
        '  - option "Clerk 0002 says so: Berth 2 was shut."',
        '  - option "Clerk 0003 says so: Berth 3 was shut."',
      ].join('\n'),
    );
    expect(await focused()).toBe('listbox');

    await desk.key('e');
    await desk.type('a rat');
    await desk.key('Escape');
    expect(await focused()).toBe('listbox');
    await desk.key('r');
    await desk.type('Of rats.');
    await desk.key('Enter');
    await desk.told('2 left.');
    expect(await focused()).toBe('listbox');
    await desk.page.getByRole('checkbox', { name: 'Keys' }).uncheck();
    await list.focus();
    await desk.key('a');
    await desk.key('ArrowDown');
    expect(await openDraft(desk)).toContain('Clerk 0003');
    await desk.page.getByRole('button', { name: 'Accept' }).focus();
    await desk.key('Enter');
    await desk.told('1 left.');

    expect(await focused()).toBe('listbox');
    expect(await snapshot()).toBe(
      [
        '- listbox "Drafts 1 left."',
        '  - option "Clerk 0001 says so: Berth 1 was shut. Rejected."',
        '  - option "Clerk 0002 says so: Berth 2 was shut." [selected]',
        '  - option "Clerk 0003 says so: Berth 3 was shut. Accepted."',
      ].join('\n'),
    );
    await expectNoFaults(desk);
  });

  test('no word on record is markup, and none that turns text round is obeyed in a text', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>alert(2)</script>\u202egnp';
    await recordDrafts(server.db, 1, evil);
    for (const change of [
      `updateActor(input: { actor: { slug: "clerk-1" }, name: ${JSON.stringify(evil)} })`,
      `updateClaim(input: { claim: { slug: "berth-1" }, text: ${JSON.stringify(evil)}, topics: ["<b>bold</b>"] })`,
    ])
      await answered(`mutation { ${change} { __typename } }`);
    const desk = await openAs('REVIEWER');
    await optionsOf(desk).first().waitFor();

    expect(await openDraft(desk)).toContain('<img src=x onerror=alert(1)>');
    expect(await desk.page.locator('.text').textContent()).toContain('\u2426gnp');
    expect(await desk.page.locator('#desk :is(img, script, b)').count()).toBe(0);
    await desk.key('a');
    await desk.told('ASSERTED');
    await expectNoFaults(desk);
  });

  test('axe finds nothing, whatever is open', async () => {
    const desk = await open();
    expect(await faultsByAxe(desk.page)).toEqual([]);
    await recordDrafts(server.db, 3);
    await signIn(desk, await tokenFor(server, 'REVIEWER'));
    await optionsOf(desk).first().waitFor();
    await openDraft(desk);
    expect(await faultsByAxe(desk.page)).toEqual([]);
    for (const panel of ['By hand', 'On record', 'Article', 'Merge', 'Add an article']) {
      await desk.page.getByRole('button', { name: panel, exact: true }).click();
      expect([panel, ...(await faultsByAxe(desk.page))]).toEqual([panel]);
    }
    await desk.page.getByRole('button', { name: 'Drafts', exact: true }).click();
    await desk.page.getByRole('button', { name: 'Reject' }).click();
    await desk.page.getByRole('dialog').waitFor();
    expect(await faultsByAxe(desk.page)).toEqual([]);
    await desk.page.setViewportSize({ width: 320, height: 640 });
    expect(await desk.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(
      true,
    );
  });
});
