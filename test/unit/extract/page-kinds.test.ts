import { expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/web-page/page.ts';

const title = 'Ferry talks stall';

const sentences = [
  'The harbour master said the ferry would not sail on Monday, and that the crews had been told so in writing.',
  'The mayor denied that any order had been given to the crews, and said so twice in the town hall on Sunday.',
  'A spokeswoman for the union said that members had not been told of any change to the timetable before.',
  'Residents gathered at the quay for the third evening in a row to hear the news from the council.',
];
const [first, second, third, fourth] = sentences;
const paragraphs = sentences.map((words) => `<p>${words}</p>`);

const site = {
  head: `<header class="site-header"><a href="/">Harbour Gazette</a><form action="/search"><input name="q"><button>Search</button></form>
    <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
    <div id="cookie-banner"><p>We use cookies to make this site work, and to know how it is used.</p><button>Accept all</button></div>`,
  foot: `<section class="related-stories"><h2>Related stories</h2><ul><li><a href="/b">Bridge opens to traffic after a year</a><p>The bridge is open again, the council said.</p></li></ul></section>
    <div class="newsletter-signup"><h3>The morning briefing</h3><p>Sign up to get the news of the harbour each day.</p><form><input><button>Sign up</button></form></div>
    <section id="comments"><h2>Comments</h2><article><p>I never believed a word that the mayor said about the ferry, and I never will.</p></article></section>
    <footer><p>The Harbour Gazette is printed by the harbour, for the harbour.</p></footer>`,
};

const onSite = (body: string) =>
  `<!doctype html><html lang="en"><head><title>${title} | Harbour Gazette</title></head><body>${site.head}${body}${site.foot}</body></html>`;

const links = (names: readonly string[]) =>
  `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`;

const kinds: readonly (readonly [
  kind: string,
  body: string,
  expected: readonly (string | undefined)[],
])[] = [
  ['plain', `<article><h1>${title}</h1>${paragraphs.join('')}</article>`, sentences],
  [
    'with a standfirst above its body, and a byline',
    `<main><article><header><h1>${title}</h1><div class="lead">What the mayor says, and what the crews were told</div><p class="byline">By Ann Example</p><time>5 January 2024, 10:30</time></header>
      <figure><img src="a.jpg" alt="A quay"><figcaption>The quay on Sunday. Photo: A. Roe</figcaption></figure>
      <div class="share"><a href="https://x.example">Share</a></div><div class="body">${paragraphs.join('')}</div></article></main>`,
    [
      'What the mayor says, and what the crews were told',
      'The quay on Sunday. Photo: A. Roe',
      ...sentences,
    ],
  ],
  [
    'without any part that says what it is',
    `<div id="wrap"><div class="col"><h1>${title}</h1><div>${first}<br><br>${second}</div><div>${third}</div><div><div>${fourth}</div></div></div></div>`,
    sentences,
  ],
  [
    'of lists in lists',
    `<article><h1>${title}</h1>${paragraphs[0]}<ul><li>The union:<ol><li>It said 40 members worked.</li><li>No more<ul><li>on Sunday</li></ul>and no less</li></ol></li><li>The council</li></ul>${paragraphs[1]}</article>`,
    [
      first,
      'The union:',
      'It said 40 members worked.',
      'No more',
      'on Sunday',
      'and no less',
      'The council',
      second,
    ],
  ],
  [
    'of names that are links',
    `<article><h1>${title}</h1>${paragraphs[0]}<p>Those who signed the letter are:</p>${links(['Ann Quill', 'Karl Weber', 'Marie Dupont', 'The guild of bakers and of the millers'])}${paragraphs[1]}<h2>Documents</h2>${links(['The letter', 'The answer'])}</article>`,
    [
      first,
      'Those who signed the letter are:',
      'Ann Quill',
      'Karl Weber',
      'Marie Dupont',
      'The guild of bakers and of the millers',
      second,
      'Documents',
      'The letter',
      'The answer',
    ],
  ],
  [
    'with ways on between its paragraphs and behind them',
    `<article><h1>${title}</h1>${paragraphs[0]}<p><a href="/b">Read more: Bridge opens to traffic</a></p><div class="ad-slot"><p>Advertisement</p></div>${paragraphs[1]}<h3>More on this story</h3>${links(['Bridge opens to traffic after a year', 'Ferry is late once more, say crews'])}${paragraphs[2]}<ul class="tags">${links(['Ferries', 'Harbour'])}</ul></article>`,
    [first, second, third],
  ],
  [
    'with a table',
    `<article><h1>${title}</h1>${paragraphs[0]}<table><caption>Who has paid for what</caption><thead><tr><th>Year</th><th>Sum</th></tr></thead><tbody><tr><td>2023</td><td>£40,000</td></tr><tr><td>2024<td>none, the mayor said.<p>The union denied it.</p></table>${paragraphs[1]}</article>`,
    [
      first,
      'Who has paid for what',
      'Year',
      'Sum',
      '2023',
      '£40,000',
      '2024',
      'none, the mayor said.',
      'The union denied it.',
      second,
    ],
  ],
  [
    'laid out in a table',
    `<table width="100%"><tr><td><a href="/">Home</a><br><a href="/b">Back</a></td><td><h1>${title}</h1><font size="2">${first}<br><br>${second}<br>${third}</font></td></tr></table>`,
    [first, `${second} ${third}`],
  ],
  [
    'of questions that open',
    `<article><h1>${title}</h1>${paragraphs[0]}<details><summary>What did the mayor say?</summary>Nothing was sold.</details><details open><summary>Who <b>pays</b>?</summary><p>The council does.</p></details><h3><button>Who knew?</button></h3><div><p>Nobody did, she said.</p></div>${paragraphs[1]}</article>`,
    [
      first,
      'What did the mayor say?',
      'Nothing was sold.',
      'Who pays?',
      'The council does.',
      'Who knew?',
      'Nobody did, she said.',
      second,
    ],
  ],
  [
    'with a poem',
    `<article><h1>${title}</h1>${paragraphs[0]}<pre>The boat has gone,\nthe quay is bare,\n\nand no one knows\nwho left it there</pre><blockquote><p>The boat<br>is gone<br><br>for good</p><footer>Ann Quill, <cite>Boats</cite></footer></blockquote>${paragraphs[1]}</article>`,
    [
      first,
      'The boat has gone, the quay is bare,',
      'and no one knows who left it there',
      'The boat is gone',
      'for good',
      'Ann Quill, Boats',
      second,
    ],
  ],
  [
    'with a list of terms, a pull quote, a box and a correction',
    `<article><h1>${title}</h1>${paragraphs[0]}<dl><dt>Quay<dd>Where the ferry lies<p>in summer</p><dt>Crew<dd>Forty people</dl><aside class="pullquote"><p>“I never promised a bridge to anybody.”</p></aside><aside><h3>The ferry</h3><p>It was built in 1972 and holds 200 people.</p></aside>${paragraphs[1]}<footer><p>This article was amended on 5 May: the letter was sent in March.</p><p>Posted in <a href="/ferries">Ferries</a></p></footer></article>`,
    [
      first,
      'Quay',
      'Where the ferry lies',
      'in summer',
      'Crew',
      'Forty people',
      '“I never promised a bridge to anybody.”',
      'The ferry',
      'It was built in 1972 and holds 200 people.',
      second,
      'This article was amended on 5 May: the letter was sent in March.',
    ],
  ],
];

test.each(kinds)('a page %s is read whole, and nothing around it', (_kind, body, expected) => {
  const { text } = articleOnPage(onSite(body));

  expect(text.trimEnd().split('\n\n')).toEqual([title, ...expected]);
});

const post = (number: number, part: string) =>
  `<${part} class="post" id="p${number}"><time>10:${number + 10}</time><h3><a href="#p${number}">Update number ${number}</a></h3><p>${first?.replace('Monday', `day ${number}`)}</p><p>Short.</p></${part}>`;

test.each(['article', 'div', 'section', 'li'])(
  'a live blog in %s elements is read post by post',
  (part) => {
    const posts = Array.from({ length: 12 }, (_, number) => post(number, part)).join('');

    const { text } = articleOnPage(
      onSite(`<main><h1>${title}</h1><p>${second}</p><div class="posts">${posts}</div></main>`),
    );

    expect(text.trimEnd().split('\n\n')).toEqual([
      title,
      second,
      ...Array.from({ length: 12 }, (_, number) => [
        `10:${number + 10}`,
        `Update number ${number}`,
        first?.replace('Monday', `day ${number}`),
        'Short.',
      ]).flat(),
    ]);
  },
);

const teaser = (number: number) =>
  `<article class="card"><h3><a href="/${number}">News of day ${number} from the harbour</a></h3><p>${first}</p></article>`;

const teasers = Array.from({ length: 12 }, (_, number) => teaser(number)).join('');

test.each([
  [
    'the first page of a site',
    onSite(`<main><h1>Harbour Gazette</h1>${teasers}</main>`),
    'its headings lead to others',
  ],
  [
    'a page of frames',
    '<html><frameset cols="1,2"><frame src="a.html"></frameset></html>',
    'shows no words',
  ],
  [
    'a page for a page that is not there',
    onSite(
      '<main><h1>Page not found</h1><p>The page that you are looking for is not here any more.</p></main>',
    ).replace(`${title} `, 'Page not found '),
    'tells of an error',
  ],
  ['nothing', '', 'shows no words'],
  ['white space', ' \n ', 'shows no words'],
  ['a comment', '<!-- The ferry is sold, said the mayor. -->', 'shows no words'],
  ['a doctype', '<!doctype html>', 'shows no words'],
  ['a few words', 'not an article', 'shows no sentences'],
  ['what is hidden', `<body><div hidden>${paragraphs.join('')}</div></body>`, 'shows no words'],
])('%s holds no article, and why is told', (_what, html, reason) => {
  expect(() => articleOnPage(html)).toThrow(reason);
});

const soup = sentences.map((words) => `<p>${words}`).join('\n');

test.each([
  ['without any tag', [title, ...sentences].join('\n\n')],
  ['without a body', `<html><head><title>${title}</title></head>${soup}</html>`],
  ['whose head does not end', `<html><head><title>${title}</title>${soup}`],
  ['whose head holds the body', `<html><head><title>${title}</title><body>${soup}</body></html>`],
  ['that is a part of one', `<h1>${title}</h1>${soup}`],
  [
    'with words behind its end',
    `<html><head><title>${title}</title></head><body><p>${first}</body></html><p>${second}<p>${third}<p>${fourth}`,
  ],
  ['that ends in a tag', `<h1>${title}</h1>${soup}<p class="`],
  [
    'hidden until a script has run',
    `<html><body style="display: none"><h1>${title}</h1>${soup}</body></html>`,
  ],
])('a page %s is read all the same', (_what, html) => {
  expect(articleOnPage(html).text.trimEnd().split('\n\n')).toEqual([title, ...sentences]);
});

test('a heading in two lines is a title of as many words', () => {
  const page = onSite(
    `<article><h1>Ferry talks<br>stall<span hidden>!</span></h1>${soup}</article>`,
  );

  expect(articleOnPage(page).title).toBe('Ferry talks stall');
});

test('what stands for no letter is left out of words, and what joins letters stays', () => {
  const page = `<h1>${title}</h1>${soup}<p>The ma\u00adyor de\u200bnied\u2060 it\ufeff,\u2009she &#146;said&#8217;&#1;&#0; می\u200cخواهم.`;

  expect(articleOnPage(page).text).toContain(
    'The mayor denied it, she ’said’\ufffd می\u200cخواهم.',
  );
});
