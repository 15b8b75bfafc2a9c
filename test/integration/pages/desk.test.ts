import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bearer } from '../http/open-handler.ts';
import { openPages } from './open-pages.ts';

const sources = new URL('../../../server/pages/browser/desk/', import.meta.url);

/** A script, and those that it loads with it. */
async function scriptsFrom(
  get: (path: string) => Promise<Response>,
  path: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const paths = [path];
  for (const each of paths) {
    const text = await (await get(each)).text();
    found.set(each, text);
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g))
      if (!paths.includes(`/pages/${name}`)) paths.push(`/pages/${name}`);
  }
  return found;
}

test('the desk is the same for everybody, also where reading needs a token: what it shows is asked for with one', async () => {
  await using server = await openPages();
  await using closed = await openPages({ requireToken: true });

  const stranger = await server.get('/desk');
  const editor = await server.get('/desk', {
    authorization: await bearer(server.db, { name: 'ida', role: 'EDITOR' }),
  });
  const page = await stranger.text();

  expect(stranger.status).toBe(200);
  expect(await editor.text()).toBe(page);
  expect((await closed.get('/desk')).status).toBe(200);
  expect(await (await closed.get('/')).text()).toContain('<a href="/desk">');
  expect(page).not.toContain('bridge');
  expect(stranger.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(stranger.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'; connect-src 'self'",
  );
  expect(stranger.headers.get('set-cookie')).toBeNull();
});

test('its scripts are 60 kB at most as they are sent, and name no other server', async () => {
  await using server = await openPages();
  const page = await (await server.get('/desk')).text();
  const [, script = ''] = /<script type="module" src="([^"]+)">/.exec(page) ?? [];
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(page) ?? [];

  const scripts = await scriptsFrom(server.get, script);

  const sizes = [...scripts.values()].map((text) => gzipSync(text).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
  expect((await server.get(sheet)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  for (const text of scripts.values()) {
    const addresses = [...text.matchAll(/https?:\/\/[\w.]+/g)].map(([address]) => address);
    // The names of SVG and MathML, and what the SDK reads a path against that its own `fetch` takes.
    const names = ['http://www.w3.org', 'http://localhost'];
    expect(addresses.filter((address) => !names.includes(address))).toEqual([]);
  }
});

test('none of it makes markup of text', () => {
  const files = readdirSync(sources).filter((name) => /\.tsx?$/.test(name));

  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    expect([file, readFileSync(new URL(file, sources), 'utf8')]).toEqual([
      file,
      expect.not.stringMatching(
        /innerHTML|outerHTML|insertAdjacentHTML|srcdoc|document\.write|\beval\(|new Function|DOMParser/i,
      ),
    ]);
  }
});
