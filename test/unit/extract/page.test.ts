import { expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/web-page/page.ts';

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

  const { text, notes, ...rest } = articleOnPage(page(script)) ?? {};

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

const news = {
  '@type': 'NewsArticle',
  headline: 'Mayor &amp; council',
  publisher: { '@id': '#gazette' },
  author: [{ name: ['M. Noor'] }, 'https://gazette.example/noor'],
};

function script(json: unknown): string {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return `<script type="application/ld+json">${text}</script>`;
}

test.each([
  ['behind another script, one of which is broken', script('{"@type"') + script(news)],
  ['in a list', script([{ '@type': 'BreadcrumbList' }, news])],
  ['as what the page is about', script({ '@type': 'WebPage', mainEntity: news })],
  ['between marks for old browsers', script(`//<![CDATA[\n${JSON.stringify(news)}\n//]]>`)],
  [
    'with lines broken inside its strings',
    script(JSON.stringify(news).replace('Mayor ', 'Mayor\n')),
  ],
])('a news article is found %s', (_where, head) => {
  expect(articleOnPage(page(head))).toMatchObject({ title: 'Mayor & council', byline: 'M. Noor' });
});

test('who is named by an id in a graph is told by name', () => {
  const graph = [{ '@type': 'Organization', '@id': '#gazette', name: 'Harbour Gazette' }, news];

  expect(articleOnPage(page(script({ '@graph': graph })))?.publisher).toBe('Harbour Gazette');
});

test('what a script is to show is read where the page itself tells it', () => {
  const told = { ...news, articleBody: paragraphs.join('\n\n') };
  const empty = `<html><head>${script(told)}</head><body><nav>Home</nav><div id="app"></div></body></html>`;

  expect(articleOnPage(empty)?.text).toBe(`${['Mayor & council', ...paragraphs].join('\n\n')}\n`);
  expect(articleOnPage(page(script({ ...told, articleBody: 'In short.' })))?.text).toContain(
    paragraphs[2],
  );
});

test('what meta elements say stands in for what nothing else says', () => {
  const meta = Object.entries({
    'og:title': 'Mayor denies a promise',
    'og:url': 'https://gazette.example/bridge',
    'og:locale': 'en_GB',
    'og:site_name': 'Harbour Gazette',
    'article:published_time': '2026-11-10T08:30:00Z',
  }).map(([name, content]) => `<meta property="${name}" content="${content}">`);
  const plain = page(meta.join(''))
    .replace('lang="en"', '')
    .replace(/<h1>.*<\/h1>/u, '');

  const { text, notes, ...rest } = articleOnPage(plain) ?? {};

  expect(text).toMatch(/^Mayor denies a promise\n\n/u);
  expect(rest).toEqual({
    title: 'Mayor denies a promise',
    language: 'en-GB',
    url: 'https://gazette.example/bridge',
    publishedAt: '2026-11-10T08:30:00.000Z',
    publisher: 'Harbour Gazette',
  });
});

test('an address or a time that is none is left out', () => {
  const found = articleOnPage(
    page(
      '<link rel="canonical" href="/bridge"><meta property="article:published_time" content="soon">',
    ),
  );

  expect(found).not.toHaveProperty('url');
  expect(found).not.toHaveProperty('publishedAt');
});

test('places where a word may be broken are no part of it', () => {
  expect(articleOnPage(page('').replace('Tuesday', 'Tues&shy;day'))?.text).toContain('on Tuesday');
});

const headlines = Array.from(
  { length: 30 },
  (_, n) => `<li><a href="/${n}">The news of day ${n}</a></li>`,
);

test.each([
  ['without words', '<img src="a.png">'],
  ['to log in with', '<form><label>Name</label><input></form><a href="/join">Register</a>'],
  ['of headlines', `<ul>${headlines.join('')}</ul>`],
])('a page %s has no article', (_what, body) => {
  const reading = () => articleOnPage(`<html><body>${body}</body></html>`);

  expect(reading).toThrow('there is no article on this page');
});

test('the last change is told, and of a date without a time the day', () => {
  const script = (json: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...json })}</script>`;
  const told = (head: string) => {
    const { publishedAt, publishedOn, modifiedAt, modifiedOn } = articleOnPage(page(head)) ?? {};
    return { publishedAt, publishedOn, modifiedAt, modifiedOn };
  };

  expect(
    told(script({ datePublished: '2026-11-10', dateModified: '2026-11-11T09:00:00+01:00' })),
  ).toEqual({ publishedOn: '2026-11-10', modifiedAt: '2026-11-11T08:00:00.000Z' });
  expect(told('<meta property="article:modified_time" content="2026-11-12">')).toEqual({
    modifiedOn: '2026-11-12',
  });
  expect(told(script({ dateModified: 'yesterday' }))).toEqual({});
});
