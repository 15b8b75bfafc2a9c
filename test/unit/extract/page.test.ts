import { expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/page.ts';

const paragraphs = [
  'The mayor denied on Tuesday that she had promised a new bridge to the people of the harbour.',
  '“I never promised a bridge,” she said at the town hall, and added that the ferry would run on.',
  'The council, which met on Monday evening, declined to comment on the plans before they are published.',
];

const told = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Another name' },
    {
      '@type': ['NewsArticle'],
      headline: 'Mayor denies promise',
      datePublished: '2026-11-10T08:30:00+01:00',
      inLanguage: 'en-GB',
      author: [{ name: 'M. Noor' }, { name: 'A. Roe' }],
      publisher: { '@type': 'Organization', name: 'Harbour Gazette' },
      mainEntityOfPage: { '@id': 'https://gazette.example/bridge' },
    },
  ],
};

function page(head: string): string {
  return `<!doctype html><html lang="en"><head><title>Mayor denies promise | Gazette</title>${head}</head><body>
    <nav><a href="/">Home</a></nav>
    <article><h1>Mayor denies promise</h1>${paragraphs.map((words) => `<p>${words.replace(' ', '\n   ')}</p>`).join('')}</article>
    <footer><p>All rights reserved.</p></footer></body></html>`;
}

test('a page’s article is its title and paragraphs, a blank line between them', () => {
  const found = articleOnPage(page(''));

  expect(found?.text).toBe(`${['Mayor denies promise', ...paragraphs].join('\n\n')}\n`);
});

test('what JSON-LD tells of a news article is told', () => {
  const script = `<script type="application/ld+json">${JSON.stringify(told)}</script>`;

  const { text, ...rest } = articleOnPage(page(script)) ?? {};

  expect(text).toContain(paragraphs[1]);
  expect(rest).toEqual({
    title: 'Mayor denies promise',
    language: 'en-GB',
    url: 'https://gazette.example/bridge',
    byline: 'M. Noor, A. Roe',
    publishedAt: '2026-11-10T07:30:00.000Z',
    publisher: 'Harbour Gazette',
  });
});

test.each([
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":</script>'],
  ['JSON-LD of something else', '<script type="application/ld+json">[{"@type":"Recipe"}]</script>'],
])('%s is passed over', (_what, head) => {
  expect(articleOnPage(page(head))?.title).toContain('Mayor denies promise');
});

test('a page without words has no article', () => {
  expect(articleOnPage('<html><body><img src="a.png"></body></html>')).toBeNull();
});
