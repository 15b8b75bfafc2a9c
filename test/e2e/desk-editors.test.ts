import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
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

describeWith(['chromium'], 'two editors at the desk', () => {
  let browser: Browser;
  let server: OpenServer;
  let desks: DeskPage[];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await openServer();
    desks = [];
  });
  afterEach(async () => {
    for (const { context } of desks) await context.close();
    await server?.[Symbol.asyncDispose]();
  });

  const reviewer = async (): Promise<DeskPage> => {
    const desk = await openDeskPage(browser, server);
    desks.push(desk);
    await signIn(desk, await tokenFor(server, 'REVIEWER'));
    await optionsOf(desk).first().waitFor();
    await openDraft(desk);
    await desk.page.getByText('· live').waitFor();
    return desk;
  };
  const judgements = async (): Promise<readonly Judged[]> => {
    const { data } = JSON.parse(
      JSON.stringify(
        await server.askAsOwner(
          '{ recordEvents(first: 100, filter: { type: [STANCE_REVIEWED, STANCE_WITHDRAWN] }) { nodes { type reason subject { ... on Stance { slug review } } by { name } } } }',
        ),
      ),
    );
    return data.recordEvents.nodes;
  };

  test('a colleague’s judgement marks the draft where it stands, and neither it nor the focus moves', async () => {
    await recordDrafts(server.db, 3);
    const [one, other] = [await reviewer(), await reviewer()];
    await other.key('e');
    await other.type('In other words. ');

    await one.key('a');
    await one.told('2 left.');
    await other.page.getByText(/accepted by reviewer-/).waitFor();

    expect(await openDraft(other)).toContain('Clerk 0001');
    expect(await other.page.locator('#claim-text').inputValue()).toContain('In other words.');
    await other.key('Escape');
    await other.key('j');
    expect(await openDraft(other)).toContain('Clerk 0002');
    await expectNoFaults(one);
    await expectNoFaults(other);
  });

  test('of two judgements of a draft the second is shown the first, and overturns it only when it is told to', async () => {
    await recordDrafts(server.db, 2);
    const [one, other] = [await reviewer(), await reviewer()];
    await one.key('r');
    await one.type('Hearsay.');
    await one.key('Enter');
    await one.told('1 left.');
    await other.page.getByText(/rejected by reviewer-/).waitFor();

    await other.key('a');
    const dialog = other.page.getByRole('dialog', { name: /was here before you/ });
    await dialog.waitFor();
    const versions = await dialog.getByRole('definition').allTextContents();
    await other.page.getByRole('button', { name: 'Leave it as it is now' }).click();
    await dialog.waitFor({ state: 'detached' });
    const left = await judgements();
    await other.key('a');
    await other.page.getByRole('button', { name: 'Take theirs back' }).click();
    await other.told('ASSERTED');

    expect(versions).toEqual([
      'rejected',
      'Clerk 0001',
      'says so',
      'Berth 1 was shut.',
      'accepted',
      'Clerk 0001',
      'says so',
      'Berth 1 was shut.',
    ]);
    expect(left).toHaveLength(1);
    expect((await judgements()).map(({ subject }) => subject.review)).toEqual(
      expect.arrayContaining(['VERIFIED']),
    );
    await expectNoFaults(other);
  });

  test('every draft is judged once, whoever comes first, in whatever order', async () => {
    const count = Number(process.env.DESK_DRAFTS ?? 16);
    await recordDrafts(server.db, count);
    const both = [await reviewer(), await reviewer()];

    await Promise.all(both.map((desk, place) => judgeAtRandom(desk, place + 7)));

    const { data } = JSON.parse(
      JSON.stringify(
        await server.askAsOwner(
          '{ drafts(article: { slug: "berths" }) { nodes { slug } } verified: stances(first: 1, filter: { review: VERIFIED }) { totalCount } rejected: stances(first: 1, filter: { review: REJECTED }) { totalCount } }',
        ),
      ),
    );
    expect(data.drafts.nodes).toEqual([]);
    expect(data.verified.totalCount + data.rejected.totalCount).toBe(count);
    const told = await allJudgements(server);
    expect(told).toHaveLength(count);
    expect(new Set(told.map(({ subject }) => subject.slug)).size).toBe(count);
    // Both had their share, and each is told on both desks as it was judged.
    expect(new Set(told.map(({ by }) => by.name)).size).toBe(2);
    for (const desk of both) {
      await desk.page.locator('.list').getByText('Nothing is left in this article.').waitFor();
      await expectNoFaults(desk);
    }
  });
});

interface Judged {
  readonly type: string;
  readonly subject: { readonly slug: string; readonly review: string };
  readonly by: { readonly name: string };
}

/** All judgements, page by page. */
async function allJudgements(server: OpenServer): Promise<readonly Judged[]> {
  const all: Judged[] = [];
  let after: string | null = null;
  for (;;) {
    const told: unknown = await server.askAsOwner(
      'query($after: String) { recordEvents(first: 100, after: $after, filter: { type: [STANCE_REVIEWED, STANCE_WITHDRAWN] }) { nodes { type subject { ... on Stance { slug review } } by { name } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    const { nodes, pageInfo } = JSON.parse(JSON.stringify(told)).data.recordEvents;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

/** Judges whatever waits, one at random after the other, and leaves to others what they have judged. */
async function judgeAtRandom(desk: DeskPage, seed: number): Promise<void> {
  let state = seed;
  const waiting = desk.page.locator('.list [role=option].waits');
  for (;;) {
    const left = await waiting.count();
    if (left === 0) return;
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const clicked = await waiting
      .nth(state % left)
      .click({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
    if (!clicked) continue;
    if (state % 3 === 0) {
      await desk.key('r');
      await desk.page.locator('dialog, output:has-text("judged already")').first().waitFor();
      if (await desk.page.getByLabel('Reason').isVisible()) {
        await desk.page.getByLabel('Reason').fill('Not so.');
        await desk.page.keyboard.press('Enter');
      }
    } else await desk.key('a');
    await desk.page
      .locator('body:has(.versions), body:not(:has([aria-busy=true]))')
      .first()
      .waitFor();
    const keep = desk.page.getByRole('button', { name: 'Leave it as it is now' });
    if (await keep.isVisible()) await keep.click();
  }
}
