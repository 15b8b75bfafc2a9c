import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageText } from './page.ts';

const root = new URL('../../', import.meta.url);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'sdk/README.md',
  'examples/README.md',
  ...pagesIn('docs/'),
  ...pagesIn('docs/decisions/'),
];

test.each(pages)('every link in %s leads to something', (page) => {
  const links = [...pageText(page).matchAll(/\]\((?!\w+:)([^)#\s]*)(#[^)\s]*)?\)/g)];

  const broken = links.flatMap(([link, path = '', anchor]) => {
    const target = new URL(path, new URL(page, root));
    if (!existsSync(target)) return [link];
    if (anchor === undefined) return [];
    const text =
      path === '' ? pageText(page) : pageText(target.pathname.slice(root.pathname.length));
    return anchorsIn(text).includes(anchor.slice(1)) ? [] : [link];
  });

  expect(broken).toEqual([]);
});

function pagesIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, root));
  return names.filter((name) => name.endsWith('.md')).map((name) => folder + name);
}

/** The anchors of headings, as they are made of them in browsers of repositories. */
function anchorsIn(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
