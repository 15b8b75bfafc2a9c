import { expect, test } from 'vitest';
import { articleAddress } from '../../../../extract/web-page/address.ts';
import { languageTag } from '../../../../extract/web-page/language-tag.ts';
import { articleOnPage } from '../../../../extract/web-page/page.ts';

const words =
  '<h1>Ferry talks stall</h1><p>The mayor of Lissen denied on Monday that she had signed the contract for the ferry.</p>';
const page = (head: string) => `<!doctype html><head>${head}</head><body>${words}</body>`;
const found = 'https://gazette.example/2024/ferry?utm=1';

test.each([
  ['<link rel="canonical" href="/2024/ferry">', 'https://gazette.example/2024/ferry'],
  ['<link rel="canonical" href="//m.example/ferry">', 'https://m.example/ferry'],
  [
    '<base href="https://cdn.example/a/"><meta property="og:url" content="ferry">',
    'https://cdn.example/a/ferry',
  ],
  ['<link rel="canonical" href="https://else.example/ferry">', 'https://else.example/ferry'],
])('%s is whole by where its page was found', (head, url) => {
  expect(articleOnPage(page(head), found).url).toBe(url);
});

const at = 'https://gazette.example/ferry';

test.each([
  [`${at}?utm_source=rss&utm_medium=feed&fbclid=IwAR0`, at],
  [`${at}?id=7&UTM_Campaign=a&page=2`, `${at}?id=7&page=2`],
  [`${at}?gclid`, at],
  [`${at}?ref=home`, `${at}?ref=home`],
  [`${at}?q=a+b&q=%C3%A9`, `${at}?q=a+b&q=%C3%A9`],
  [`${at}#article`, at],
  [`${at}?utm_id=1#comments`, at],
  [`${at}#!/2024/ferry`, `${at}#!/2024/ferry`],
  [`${at}#/2024/ferry`, `${at}#/2024/ferry`],
  ['https://gazette.example/?utm_source=rss', undefined],
  ['https://gazette.example/#ferry', undefined],
  ['https://gazette.example/?p=4711', 'https://gazette.example/?p=4711'],
  ['https://ann:secret@gazette.example/ferry', undefined],
  [`${at} talks`, undefined],
])('of %s an article keeps %s', (told, kept) => {
  expect(articleAddress(told)).toBe(kept);
});

test('an article is told from another by its address, whichever way leads there', () => {
  const told = ['/2020/other?utm_source=a', '/2024/ferry?utm_source=b#top'].map((url) => ({
    '@type': 'NewsArticle',
    url,
    datePublished: url.slice(1, 5) === '2024' ? '2024-01-05' : '2020-01-05',
  }));
  const head = `<script type="application/ld+json">${JSON.stringify(told)}</script>`;

  expect(articleOnPage(page(head), found.replace('utm=1', 'fbclid=2')).publishedOn).toBe(
    '2024-01-05',
  );
});

test('of several articles the one is told whose address leads to where the page was found', () => {
  const told = ['/2020/other', '/2024/ferry?utm=1'].map((url, at) => ({
    '@type': 'NewsArticle',
    headline: `Headline ${at}`,
    url,
    datePublished: `202${4 * at}-01-05`,
  }));
  const head = `<script type="application/ld+json">${JSON.stringify(told)}</script>`;

  expect(articleOnPage(page(head), found).publishedOn).toBe('2024-01-05');
});

test.each([
  ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['things', '{"author":'.repeat(100_000)],
])('JSON-LD of %s in each other is left out, told, and no fault of the page', (_name, json) => {
  const { title, notes } = articleOnPage(
    page(`<script type="application/ld+json">${json}</script>`),
  );

  expect(title).toBe('Ferry talks stall');
  expect(notes).toEqual(['JSON-LD of the page was left out: it is nested more than 100 deep.']);
});

test.each([
  ['en-GB-oed', 'en-GB'],
  ['pt_br', 'pt-BR'],
  ['x-default', undefined],
  ['i-klingon', undefined],
  ['English', undefined],
])('the language %s is %s', (told, tag) => {
  expect(languageTag(told)).toBe(tag);
});
