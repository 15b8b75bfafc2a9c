import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { metadataOn } from '../../../../extract/web-page/metadata.ts';

const json = (text: string) => `<script type="application/ld+json">${text}</script>`;
const article = '{"@type": "NewsArticle", "headline": "a &amp; b"}';

/** What a stranger may send, some of it without sense; each is read once, and not far. */
const pages: Readonly<Record<string, string>> = {
  metas: '<meta name="author" content="Ann">'.repeat(30_000),
  'values in no scope': '<b itemprop="datePublished">x</b>'.repeat(30_000),
  scopes: '<b itemscope itemtype="https://schema.org/NewsArticle">x</b>'.repeat(20_000),
  'values in each other': `${'<div itemprop=headline>'.repeat(1000)}${'a'.repeat(500_000)}${'</div>'.repeat(1000)}`,
  'references to ids': `<b itemscope itemref="${'a '.repeat(50_000)}">x</b>`.repeat(20),
  times: `<article><h1>a</h1>${'<time datetime="2023-01-05">x</time>'.repeat(20_000)}</article>`,
  headings: '<h1>x</h1>'.repeat(30_000),
  'objects in objects': json('{"@graph":'.repeat(100_000)),
  'objects in objects that end': json(`${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`),
  'lists in lists': json('['.repeat(300_000)),
  'quotation marks': json('"'.repeat(500_000)),
  comments: json('{"a" /*"/*'.repeat(100_000)),
  spaces: json(`${' '.repeat(2e6)}{}${' '.repeat(1e6)}]`),
  scripts: json(article).repeat(5000),
  articles: json(`[${Array(10_000).fill(article).join(',')}]`),
  'references to characters': json(
    `{"@type": "Article", "articleBody": "${'&amp;&#65;&nosuch;'.repeat(50_000)}"}`,
  ),
  'tags that do not end': json(`{"@type": "Article", "articleBody": "${'<p '.repeat(200_000)}"}`),
};

test.each(Object.entries(pages))('a page of %s takes no time', (_what, html) => {
  const { document } = parseHTML(`<html><head></head><body>${html}</body></html>`);
  const before = process.cpuUsage();

  const { notes, headline = '' } = metadataOn(document).beside({ title: 'x', byline: undefined });

  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  expect(headline.length).toBeLessThanOrEqual(300);
  expect(notes.length).toBeLessThan(5);
});
