import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleOnPage, type PageArticle } from '../../../../extract/web-page/page.ts';

const sentences = [
  'The harbour master said that the ferry would not sail on Monday, and that the crews knew.',
  'The mayor denied on Sunday evening that any order had been given to the crews of the ferry.',
  'A spokeswoman for the union said that its members had not been told of any change at all.',
];

/** A page with this in its head, at its root, at the beginning of its article and around it. */
interface Page {
  readonly head?: string;
  readonly root?: string;
  readonly top?: string;
  readonly article?: string;
  readonly h1?: string;
  readonly title?: string;
  readonly address?: string;
}

function read({
  head = '',
  root = '',
  top = '',
  article = '',
  h1,
  title,
  address,
}: Page): Omit<PageArticle, 'text'> {
  const heading = h1 ?? '<h1>Ferry talks stall</h1>';
  const paragraphs = sentences.map((words) => `<p>${words}</p>`).join('');
  const html = `<!doctype html><html ${root}><head><title>${title ?? 'Ferry talks stall'}</title>${head}</head>
    <body><article ${article}>${heading}${top}${paragraphs}</article></body></html>`;
  const found = articleOnPage(html, address);
  expect(found?.text).toContain(sentences[2]);
  return found ?? { notes: [], title: '' };
}

const script = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const news = (more: object, type: unknown = 'NewsArticle'): Page => ({
  head: script({ '@context': 'https://schema.org', '@type': type, ...more }),
});
const meta = (name: string, content: string): Page => ({
  head: `<meta name="${name}" content="${content}">`,
});

const at = '2023-01-05T22:30:00.000Z';
const datePublished = '2023-01-05T22:30:00Z';

test.each([
  ...['Article', 'NewsArticle', 'AnalysisNewsArticle', 'AskPublicNewsArticle'],
  ...['BackgroundNewsArticle', 'OpinionNewsArticle', 'ReportageNewsArticle', 'ReviewNewsArticle'],
  ...['AdvertiserContentArticle', 'SatiricalArticle', 'ScholarlyArticle', 'TechArticle'],
  ...['MedicalScholarlyArticle', 'BlogPosting', 'LiveBlogPosting', 'SocialMediaPosting', 'Report'],
  ...['https://schema.org/NewsArticle', 'http://schema.org/BlogPosting', 'schema:NewsArticle'],
])('%s is an article', (type) => {
  expect(read(news({ datePublished, author: 'Ann Example' }, type))).toMatchObject({
    publishedAt: at,
    byline: 'Ann Example',
  });
});

const article = { '@type': 'NewsArticle', headline: 'Ferry talks stall', datePublished };
const other = {
  '@type': 'NewsArticle',
  headline: 'Bridge opens to traffic',
  url: 'https://news.example/bridge',
  datePublished: '2020-02-02T08:00:00Z',
};
const mine = { ...article, url: 'https://news.example/ferry' };
const canonical = '<link rel="canonical" href="https://news.example/ferry">';

/** Pages of an article published at `at`, by how they tell it. */
const found: Readonly<Record<string, Page>> = {
  'a list of types': news({ datePublished }, ['CreativeWork', 'NewsArticle']),
  'a list of things': { head: script([{ '@type': 'BreadcrumbList' }, article]) },
  'a list in a list': { head: script([[article]]) },
  'a graph': { head: script({ '@graph': [{ '@type': 'WebSite' }, article] }) },
  'what a page is about': { head: script({ '@type': 'WebPage', mainEntity: article }) },
  'a page alone': { head: script({ '@type': 'WebPage', datePublished }) },
  'the second script': { head: script({ '@type': 'Organization' }) + script(article) },
  'a script in large letters': {
    head: script(article).replace('type="application/ld+json"', 'TYPE="Application/LD+JSON"'),
  },
  'the one with the address that is canonical': { head: canonical + script([other, mine]) },
  'the one with the address of og:url': {
    head: `<meta property="og:url" content="http://www.news.example/ferry/">${script([other, mine])}`,
  },
  'the one with the address where the page was found': {
    head: script([other, mine]),
    address: 'https://news.example/ferry#comments',
    h1: '<h1>Another heading</h1>',
    title: 'News',
  },
  'the one that is the main entity of the page': {
    head:
      canonical +
      script([
        other,
        {
          ...article,
          headline: 'Stalled',
          mainEntityOfPage: { '@id': 'https://news.example/ferry' },
        },
      ]),
    h1: '<h1>None of them</h1>',
  },
  'the one with the address as its id': {
    head:
      canonical +
      script([other, { ...article, headline: 'x', '@id': 'https://news.example/ferry#article' }]),
  },
  'the only one, whatever it is called': {
    head: canonical + script({ ...article, headline: 'Stalled' }),
  },
  'the only one, wherever it is': {
    head: canonical + script({ ...article, url: 'https://amp.example/1' }),
  },
  'the only one where nothing tells where the page is': {
    head: script({ ...mine, headline: 'Stalled' }),
  },
  'the one with the heading': { head: script([other, article]), title: 'News' },
  'the one in the title': {
    head: script([other, article]),
    h1: '<h2>Harbour</h2>',
    title: 'Ferry talks stall | Harbour Gazette',
  },
  'one told twice': {
    head:
      script({ ...article, headline: 'Stalled' }) +
      script({ '@type': 'Article', headline: 'Stalled' }),
  },
  CDATA: { head: script(`/*<![CDATA[*/${JSON.stringify(article)}/*]]>*/`) },
  'a comment of HTML': { head: script(`<!--\n${JSON.stringify(article)}\n-->`) },
  'comments in JSON': {
    head: script(
      `{ // the type\n "@type": "NewsArticle", /* when */ "datePublished": "${datePublished}" }`,
    ),
  },
  'commas at the end': {
    head: script(`{"@type": ["NewsArticle",], "datePublished": "${datePublished}",}`),
  },
  'a missing comma': {
    head: script(`{"@type": "NewsArticle"\n"datePublished": "${datePublished}"}`),
  },
  'control characters in strings': {
    head: script(
      `{"@type": "NewsArticle", "headline": "Ferry\n\ttalks\u0001", "datePublished": "${datePublished}"}`,
    ),
  },
  'quotation marks in strings': {
    head: script(
      `{"@type": "NewsArticle", "headline": "Mayor "denies" it", "datePublished": "${datePublished}"}`,
    ),
  },
  'JSON cut off': {
    head: script(`{"@type": "NewsArticle", "datePublished": "${datePublished}", "author": {"na`),
  },
  'JSON behind JSON': {
    head: script(`{"@type": "WebSite"}{"@type":"NewsArticle","datePublished":"${datePublished}"};`),
  },
  'JSON in HTML': { head: script(JSON.stringify(article).replaceAll('"', '&quot;')) },
  'a list of values': { head: script({ ...article, datePublished: [datePublished] }) },
  microdata: {
    article: 'itemscope itemtype="http://schema.org/NewsArticle"',
    top: `<meta itemprop="datePublished" content="${datePublished}">`,
  },
  'microdata in time': {
    article: 'itemscope itemtype="https://schema.org/BlogPosting"',
    top: `<time itemprop="datePublished" datetime="${datePublished}">today</time>`,
  },
  'microdata in words': {
    article: 'itemscope itemtype="https://schema.org/Article"',
    top: `<span itemprop="headline">Ferry talks stall</span><span itemprop="datePublished">${datePublished}</span>`,
  },
  'microdata elsewhere': {
    article: 'itemscope itemtype="https://schema.org/Article" itemref="made"',
    head: `<meta id="made" itemprop="datePublished" content="${datePublished}">`,
  },
  'microdata of a page that is about it': {
    root: 'itemscope itemtype="https://schema.org/WebPage"',
    article: 'itemprop="mainEntity" itemscope itemtype="https://schema.org/NewsArticle"',
    top: `<meta itemprop="datePublished" content="${datePublished}">`,
  },
  'microdata of a blog': {
    root: 'itemscope itemtype="https://schema.org/Blog"',
    article: 'itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"',
    top: `<abbr itemprop="datePublished" title="today" content="${datePublished}">5 Jan</abbr>`,
  },
  'microdata of a work': {
    article: 'itemscope itemtype="https://schema.org/CreativeWork"',
    top: `<time itemprop="datePublished" datetime="${datePublished}">5 Jan</time>`,
  },
  'microdata in the title of what is short for it': {
    article: 'itemscope itemtype="https://schema.org/BlogPosting"',
    top: `<abbr class="published" itemprop="datePublished" title="${datePublished}">22:30</abbr>`,
  },
  'microdata without a scope': {
    top: `<time itemprop="datePublished" datetime="2023-01-05T23:30:00+01:00">5 Jan</time>`,
  },
  'microdata beside that of a comment': {
    article: 'itemscope itemtype="https://schema.org/NewsArticle"',
    top: `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><meta itemprop="datePublished"
      content="2024-01-01T00:00:00Z"></div><meta itemprop="datePublished" content="${datePublished}">`,
  },
  RDFa: {
    article: 'vocab="https://schema.org/" typeof="NewsArticle"',
    top: `<span property="datePublished" content="${datePublished}">5 Jan</span>`,
  },
  'RDFa with a prefix': {
    article: 'typeof="schema:NewsArticle"',
    top: `<time property="schema:datePublished" datetime="${datePublished}">5 Jan</time>`,
  },
  'Open Graph': { head: `<meta property="article:published_time" content="${datePublished}">` },
  'Open Graph in large letters': {
    head: `<META PROPERTY="Article:Published_Time" CONTENT="${datePublished}">`,
  },
  ...Object.fromEntries(
    [
      'dc.date',
      'DC.date.issued',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'pubdate',
      'date',
    ].map((name) => [name, meta(name, datePublished)]),
  ),
  'the time with pubdate': {
    top: `<p>On <time datetime="2022-01-01">New Year</time></p><time pubdate datetime="${datePublished}">5 Jan</time>`,
  },
  'the time under the heading': {
    top: `<p>By Ann <time datetime="${datePublished}">5 Jan</time></p>`,
  },
  'the time in the header': {
    h1: `<header><h1>Ferry talks stall</h1><time datetime="${datePublished}">5 Jan</time>
      <time class="updated" datetime="2023-01-06T08:00:00Z">6 Jan</time></header>`,
  },
  'the time of publication by its class': {
    top: `<time class="entry-date published" datetime="${datePublished}">5 Jan</time> <time datetime="2021-01-01T00:00:00Z">x</time>`,
  },
  'a moment told beside its day': {
    head:
      script({ ...article, datePublished: '2023-01-05T23:30:00' }) +
      '<meta property="article:published_time" content="2023-01-05T23:30:00+01:00">',
  },
  'another source where the first tells nothing certain': {
    head:
      script({ ...article, datePublished: '05/01/2023' }) +
      `<meta property="article:published_time" content="${datePublished}">`,
  },
};

test.each(Object.entries(found))('the time of publication is found in %s', (_where, page) => {
  expect(read(page)).toMatchObject({ publishedAt: at, notes: [] });
});

/** Pages that tell no time of publication for certain. */
const uncertain: Readonly<Record<string, Page>> = {
  'of two articles none of which is there': {
    head: `${script([other, { ...mine, headline: 'Ferry sails', url: 'https://news.example/sails' }])}<link rel="canonical" href="https://news.example/third">`,
  },
  'of the only one told, which is elsewhere': { head: canonical + script(other) },
  'of two without headlines': {
    head: script([
      { '@type': 'NewsArticle', datePublished },
      { '@type': 'BlogPosting', datePublished: '2024-01-01' },
    ]),
  },
  'of a recipe': { head: script({ '@type': 'Recipe', datePublished }) },
  'of what it lists': {
    head: script({
      '@type': 'ItemList',
      itemListElement: [{ item: { ...article, headline: 'Bridge' } }],
    }),
  },
  'of comments alone': {
    top: `<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="${datePublished}">x</time></div>`,
  },
  'of several without a scope': {
    top: `<time itemprop="datePublished" datetime="${datePublished}">x</time><time itemprop="datePublished" datetime="2023-02-05">y</time>`,
  },
  'of what happens in it': {
    top: `<p>The ferry, which the council bought in the year that the harbour was built, sails on <time datetime="${datePublished}">Thursday</time>.</p>`,
  },
  'of a change alone': { top: `<time class="updated" datetime="${datePublished}">x</time>` },
  'of the page around': { head: `<meta name="DC.date" content="03/04/2024">` },
};

test.each(Object.entries(uncertain))('a time %s is not that of the article', (_what, page) => {
  const told = read(page);

  expect([told.publishedAt, told.publishedOn]).toEqual([undefined, undefined]);
});

const modified = (dateModified: string, published = datePublished): Page =>
  news({ datePublished: published, dateModified });

test.each([
  ['a moment after', modified('2023-01-06T08:00:00Z'), { modifiedAt: '2023-01-06T08:00:00.000Z' }],
  ['a day after', modified('2023-01-06'), { modifiedOn: '2023-01-06' }],
  ['the day of a moment', modified('2023-01-05'), { modifiedOn: '2023-01-05' }],
  ['a moment of the day', modified(datePublished, '2023-01-05'), { modifiedAt: at }],
  ['the same moment', modified('2023-01-05T23:30:00+01:00'), {}],
  ['the same day', modified('2023-01-05', '2023-01-05'), {}],
  ['a moment before', modified('2023-01-05T22:29:59Z'), {}],
  ['a day before', modified('2023-01-04'), {}],
  ['nothing certain', modified('06/01/2023'), {}],
  ['a moment by itself', news({ dateModified: datePublished }), { modifiedAt: at }],
  ['og:updated_time', meta('og:updated_time', datePublished), { modifiedAt: at }],
])('a change told as %s', (_what, page, expected) => {
  const { modifiedAt, modifiedOn } = read(page);

  expect({ ...(modifiedAt && { modifiedAt }), ...(modifiedOn && { modifiedOn }) }).toEqual(
    expected,
  );
});

test.each([1709999400, 1709999400000, '1709999400', '1709999400000'])(
  'the number %s is no certain time, and that is told',
  (seconds) => {
    const { publishedAt, publishedOn, notes } = read(news({ datePublished: seconds }));

    expect([publishedAt, publishedOn]).toEqual([undefined, undefined]);
    expect(notes).toEqual([
      `published: “${seconds}” was left out: it is no certain moment or day.`,
    ]);
  },
);

test('a headline is as the page shows it, where only its marks differ', () => {
  const told = news({ headline: "Mayor's 'ferry' talks - stalled" });
  const h1 = '<h1>Mayor’s ‘ferry’ talks – stalled</h1>';

  expect(read({ ...told, h1 }).title).toBe('Mayor’s ‘ferry’ talks – stalled');
  expect(read({ ...told, h1: '<h1>Another one</h1>' }).title).toBe(
    "Mayor's 'ferry' talks - stalled",
  );
});

test('when an article was published is nobody who wrote it', () => {
  const top = '<p class="byline">Updated 12:00 PM CEST, September 12, 2024</p>';

  expect(read({ top }).byline).toBeUndefined();
});

test('a change before the publication is told', () => {
  expect(read(modified('2023-01-04')).notes).toEqual([
    expect.stringMatching(/^modified: 2023-01-04 was left out/u),
  ]);
});

test.each([
  ['2023-01-05', '2023-03-01', ['published: 2023-01-05 was taken; 2023-03-01 is told, too.']],
  ['2023-01-05T23:30:00Z', '2023-01-06', []],
  ['2023-01-05', 'yesterday', []],
])('of two days of publication, %s and %s, the more trusted is taken', (told, other, notes) => {
  const meta = `<meta property="article:published_time" content="${other}">`;
  const { head = '' } = news({ datePublished: told });

  const article = read({ head: head + meta });

  expect(article.publishedOn ?? article.publishedAt?.slice(0, 10)).toBe('2023-01-05');
  expect(article.notes).toEqual(notes);
});

test.each([
  ['en_US', 'en-US'],
  ['en_gb.UTF-8', 'en-GB'],
  ['EN', 'en'],
  ['en-UK', 'en-GB'],
  ['zh_hant_tw', 'zh-Hant-TW'],
  ['sr-Latn', 'sr-Latn'],
  [' de-AT ', 'de-AT'],
])('the language %s is %s', (told, language) => {
  expect(read(news({ inLanguage: told }))).toMatchObject({ language, notes: [] });
});

test.each([
  'English',
  'x',
  'und',
  '<% lang %>',
  '1033',
  'e'.repeat(1000),
  'en '.repeat(400).replace(/^en /u, 'language '),
])('the language “%.20s” is left out and told', (told) => {
  const { language, notes } = read(news({ inLanguage: told }));

  expect(language).toBeUndefined();
  expect(notes).toEqual([
    expect.stringMatching(/^language: “.{1,80}” was left out: it names no language\.$/u),
  ]);
});

test.each([
  ['JSON-LD before the page', { ...news({ inLanguage: 'en-GB' }), root: 'lang="de"' }, 'en-GB'],
  [
    'the page where JSON-LD names none',
    { ...news({ inLanguage: 'English' }), root: 'lang="en-AU"' },
    'en-AU',
  ],
  ['the page in large letters', { root: 'LANG="en-NZ"' }, 'en-NZ'],
  ['a language with a name', news({ inLanguage: { '@type': 'Language', name: 'en-IE' } }), 'en-IE'],
  ['meta', { head: '<meta http-equiv="Content-Language" content="en-CA">' }, 'en-CA'],
  ['Open Graph', meta('og:locale', 'en_ZA'), 'en-ZA'],
] as const)('the language is told by %s', (_where, page, language) => {
  expect(read(page).language).toBe(language);
});

test.each([
  'https://news.example/ferry talks',
  '/ferry',
  '//news.example/ferry',
  'javascript:alert(1)',
  'data:text/html,x',
  'ferry',
  'https://ann:secret@news.example/ferry',
  'https://',
  'http://[::1/ferry',
  'https://news.example/',
  'https://news.example',
  `https://news.example/${'a'.repeat(10_000)}`,
  'https://news.example/fer\\u0000ry',
])('the address %.40s is left out and told', (url) => {
  const told = read({ head: script(`{"@type": "NewsArticle", "url": "${url}"}`) });

  expect(told.url).toBeUndefined();
  expect(told.notes).toEqual([expect.stringMatching(/^url: “.{1,80}” was left out/u)]);
});

test.each([
  ['JSON-LD', news({ url: 'https://news.example/ferry' })],
  ['a canonical link', { head: canonical }],
  [
    'a canonical link in large letters',
    { head: '<LINK REL="CANONICAL" HREF="https://news.example/ferry">' },
  ],
  [
    'og:url beside a canonical link that is none',
    {
      head: `<link rel="canonical" href="/ferry">${meta('og:url', 'https://news.example/ferry').head}`,
    },
  ],
  [
    'a canonical link where all articles have the address of the site',
    { head: `${canonical}${script({ ...article, url: 'https://news.example/' })}` },
  ],
  ['an address with spaces around', news({ url: ' https://news.example/ferry\n' })],
  [
    'microdata',
    {
      article: 'itemscope itemtype="https://schema.org/NewsArticle"',
      top: '<a itemprop="url" href="https://news.example/ferry">Link</a>',
    },
  ],
] as const)('the address is told by %s', (_where, page) => {
  expect(read(page)).toMatchObject({ url: 'https://news.example/ferry', notes: [] });
});

test.each([
  ['a name', 'Ann Example', 'Ann Example'],
  ['words', 'By Ann Example and Bob Sample', 'By Ann Example and Bob Sample'],
  ['a person', { '@type': 'Person', name: 'Ann Example' }, 'Ann Example'],
  ['several', [{ name: 'Ann Example' }, 'Bob Sample'], 'Ann Example, Bob Sample'],
  ['one twice', [{ name: 'Ann Example' }, { name: 'ANN EXAMPLE' }], 'Ann Example'],
  [
    'addresses',
    ['https://news.example/ann', { name: 'Ann Example' }, '@ann', 'ann@news.example'],
    'Ann Example',
  ],
  ['nothing', [{ name: null }, 'null', 'undefined', '[object Object]', ''], undefined],
  ['one by an id', { '@id': '#ann' }, 'Ann of the graph'],
  ['an id that leads nowhere', { '@id': 'https://news.example/#bob' }, undefined],
  ['marked words', '<a href="/ann">Ann&nbsp;Example</a>', 'Ann Example'],
  ['names in a list', { name: ['Ann Example', 'A. E.'] }, 'Ann Example'],
])('authors told as %s', (_what, author, byline) => {
  const graph = [
    { '@id': '#ann', '@type': 'Person', name: 'Ann of the graph' },
    { ...article, author },
  ];

  expect(read({ head: script({ '@graph': graph }) }).byline).toBe(byline);
});

test.each([
  [
    'meta',
    { head: '<meta name="author" content="Ann Example"><meta name="author" content="Bob Sample">' },
    'Ann Example, Bob Sample',
  ],
  ['citations', { head: '<meta name="citation_author" content="Example, Ann">' }, 'Example, Ann'],
  [
    'a meta behind one with an address',
    {
      head: '<meta property="article:author" content="https://facebook.com/ann"><meta name="parsely-author" content="Ann Example">',
    },
    'Ann Example',
  ],
  [
    'microdata',
    {
      article: 'itemscope itemtype="https://schema.org/NewsArticle"',
      top: '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ann Example</span></span>',
    },
    'Ann Example',
  ],
  [
    'a link in microdata',
    {
      article: 'itemscope itemtype="https://schema.org/NewsArticle"',
      top: '<a itemprop="author" href="/ann">Ann Example</a>',
    },
    'Ann Example',
  ],
  [
    'a link to the author',
    { top: '<p>By <a rel="author" href="/ann">Ann Example</a></p>' },
    'Ann Example',
  ],
] as const)('authors are told by %s', (_where, page, byline) => {
  expect(read(page).byline).toBe(byline);
});

test('a headline and authors without an end are cut at a word and told', () => {
  const long = 'ferry '.repeat(3500).trim();

  const { title, byline = '', notes } = read(news({ headline: long, author: long }));

  for (const cut of [title, byline]) {
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(cut).toMatch(/^(?:ferry )+ferry…$/u);
  }
  expect(notes).toEqual([
    expect.stringMatching(/^title: it was cut/u),
    expect.stringMatching(/^byline: it was cut/u),
  ]);
});

test.each([
  ['a lone surrogate', 'Ferry \\ud83d talks', 'Ferry talks'],
  ['a NUL', 'Ferry\\u0000 talks', 'Ferry talks'],
  ['marks that turn words around', 'Ferry \\u202etalks\\u202c', 'Ferry talks'],
  ['marks of HTML', '<b>Ferry</b> &amp; talks', 'Ferry & talks'],
  ['nothing to see', '\\u200b\\u00ad', 'Ferry talks stall'],
  ['half a long word', `${'a'.repeat(298)}🚢🚢`, `${'a'.repeat(298)}…`],
])('a headline with %s', (_what, headline, title) => {
  expect(read({ head: script(`{"@type": "NewsArticle", "headline": "${headline}"}`) }).title).toBe(
    title,
  );
});

test('a headline in several lines has spaces between them', () => {
  const top = '<div itemprop="headline">Ferry<br>talks <b>st</b>all</div>';

  const { title } = read({ article: 'itemscope itemtype="https://schema.org/NewsArticle"', top });

  expect(title).toBe('Ferry talks stall');
});

test('whose copy it is is told as the page tells it', () => {
  expect(read(news({ sourceOrganization: { name: 'Northern Wire' } })).agency).toBe(
    'Northern Wire',
  );
  expect(
    read(news({ provider: [{ '@type': 'Organization', name: 'Northern Wire' }] })).agency,
  ).toBe('Northern Wire');
  expect(read(news({ creditText: 'Northern Wire' })).agency).toBe('Northern Wire');
});

test('a name as long as a text is none of an outlet', () => {
  expect(read(news({ publisher: { name: 'Gazette '.repeat(500) } })).publisher).toBeUndefined();
});

const cases = new URL('../../../../../shared/cases/pages/', import.meta.url);
const missing = existsSync(cases) ? '' : ': SKIPPED, ../shared/cases/pages is not here';

/** What the cases say of dates, in words, as values. */
const right: Readonly<Record<string, object>> = {
  'lang-underscore': { language: 'en-US', notes: [] },
  'date-nozone': { publishedOn: '2023-01-05' },
  'date-dmy': { notes: [expect.stringContaining('03/04/2024')] },
  'date-zero-dotnet': { notes: [expect.stringContaining('0001-01-01')] },
  'two-articles-graph': {
    title: 'Ferry talks stall',
    url: 'https://news.example/ferry',
    byline: 'Ann Example',
    publishedAt: at,
  },
  'type-blogposting': { publishedAt: at, byline: 'Ann Example' },
  'microdata-date': { publishedAt: '2023-01-05T21:30:00.000Z' },
  'url-space': { notes: [expect.stringContaining('ferry talks')] },
};

test.skipIf(missing !== '').each(Object.entries(right))(
  `the case %s${missing}`,
  (name, expected) => {
    const found = articleOnPage(readFileSync(new URL(`${name}.html`, cases), 'utf8'));

    expect(found).toMatchObject(expected);
    const dates = Object.keys(found ?? {}).filter((key) =>
      /^(?:published|modified)(?:At|On)$/u.test(key),
    );
    expect(dates).toEqual(Object.keys(expected).filter((key) => key.startsWith('published')));
    expect(found?.url).toBe('url' in expected ? expected.url : undefined);
  },
);
