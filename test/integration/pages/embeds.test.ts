import { describe, expect, test } from 'vitest';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { write } from '../../kit/owner.ts';
import { bearer, type OpenHandler } from '../http/open-handler.ts';
import { openPages, wordsOf } from './open-pages.ts';

const open = (
  embedOrigins: readonly string[],
  options: Parameters<typeof openPages>[0] = {},
): Promise<OpenHandler> =>
  openPages({
    pages: {
      publicUrl: 'https://record.example',
      contactUrl: undefined,
      indexing: true,
      embedOrigins,
    },
    ...options,
  });

const page = 'https://record.example/claims/bridge-promised';
const oembed = (url: string, more = {}): string =>
  `/oembed?${new URLSearchParams({ url, ...more })}`;

describe('the frame of a claim', () => {
  test('tells its words and how it stands, and leads to its page', async () => {
    await using server = await open(['*']);

    const response = await server.get('/claims/bridge-promised/embed');
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(wordsOf(html)).toMatch(/The mayor promised a new bridge\. Disputed since/);
    expect(html).toContain(`<a class="away" href="${page}" target="_blank" rel="noopener">`);
    expect(html).toContain(`<link rel="canonical" href="${page}">`);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<form/);
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test.each([
    [['*'], '*', null],
    [['https://news.example'], 'https://news.example', null],
    [[], "'none'", 'DENY'],
  ])(
    'with EMBED_ORIGINS %j is framed by %s, and no other page is by anybody',
    async (origins, ancestors, options) => {
      await using server = await open(origins);

      // Also where it is kept.
      for (let times = 0; times < 3; times += 1) {
        const { headers } = await server.get('/claims/bridge-promised/embed');
        expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${ancestors};`);
        expect(headers.get('x-frame-options')).toBe(options);
        expect(headers.get('access-control-allow-origin')).toBeNull();
      }
      for (const path of ['/claims/bridge-promised', '/', '/feed.atom', '/claims/nothing/embed']) {
        const { headers } = await server.get(path);
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      }
      expect((await server.get('/claims/bridge-promised')).headers.get('x-frame-options')).toBe(
        'DENY',
      );
    },
  );

  test('tells of a claim that was withdrawn nothing but that, as oEmbed does', async () => {
    await using server = await open(['*']);
    for (let times = 0; times < 3; times += 1) await server.get('/claims/bridge-promised/embed');
    const claim = { slug: 'bridge-promised' };
    await write(server.db, withdrawClaim, { claim, reason: 'A slip.' });

    const frame = await (await server.get('/claims/bridge-promised/embed')).text();
    const told = await (await server.get(oembed(page))).text();

    expect(frame).toContain('This claim was taken off the record on');
    expect(told).toContain('Taken off the record');
    for (const text of [frame, told]) expect(text).not.toMatch(/promised a|slip|Disputed|mayor/i);
  });

  test('is not there of a draft, whatever token is shown, and where reading needs one not at all', async () => {
    await using server = await open(['*']);
    const authorization = await bearer(server.db, { role: 'ADMIN' });
    await write(server.db, recordClaim, {
      ...{ slug: 'hidden', text: 'Hidden.', kind: 'FACT', language: 'en' },
    });
    await using closed = await open([], { requireToken: true });

    const hidden = ['/claims/hidden/embed', oembed('https://record.example/claims/hidden')];
    for (const path of hidden) expect((await server.get(path, { authorization })).status).toBe(404);
    expect((await closed.get('/claims/bridge-promised/embed')).status).toBe(401);
  });
});

describe('oEmbed', () => {
  test('tells how the page of a claim is framed, which leads to it', async () => {
    await using server = await open(['*']);
    const claimPage = await (await server.get('/claims/bridge-promised')).text();
    const [, link = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)">/.exec(claimPage) ??
      [];
    const address = new URL(link.replaceAll('&amp;', '&'));

    const response = await server.get(address.pathname + address.search);

    expect(address.origin).toBe('https://record.example');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      version: '1.0',
      type: 'rich',
      provider_name: 'onrecord',
      provider_url: 'https://record.example',
      title: 'The mayor promised a new bridge.',
      html: `<iframe src="${page}/embed" title="The mayor promised a new bridge." width="600" height="260" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
      width: 600,
      height: 260,
    });
  });

  test.each([
    [{ maxwidth: '320', maxheight: '200' }, [320, 200]],
    [{ maxwidth: '9000' }, [600, 260]],
    [{ maxwidth: '-1', maxheight: '1e9' }, [600, 260]],
  ])('of %j answers with a frame of %j', async (more, size) => {
    await using server = await open(['*']);

    const { height, width } = await (await server.get(oembed(page, more))).json();

    expect([width, height]).toEqual(size);
  });

  test.each([
    'https://record.example/claims/nothing',
    'https://record.example/articles/bridge-story',
    'https://elsewhere.example/claims/bridge-promised',
    'http://record.example/claims/bridge-promised',
    'https://record.example@elsewhere.example/claims/bridge-promised',
    'javascript:alert(1)',
    'claims/bridge-promised',
    '',
  ])('has nothing of %s', async (url) => {
    await using server = await open(['*']);

    expect((await server.get(oembed(url))).status).toBe(404);
  });

  test('is told in JSON alone, and where nobody embeds not at all', async () => {
    await using server = await open(['*']);
    await using closed = await open([]);

    expect((await server.get(oembed(page, { format: 'xml' }))).status).toBe(501);
    expect((await closed.get(oembed(page))).status).toBe(404);
    expect(await (await closed.get('/claims/bridge-promised')).text()).not.toContain('oembed');
  });
});
