import { articleAddress, wholeAddress } from './address.ts';
import {
  articlesOfPage,
  asShown,
  headlineOf,
  isArticle,
  isOfAPage,
  type PageNames,
  placesOf,
} from './article-things.ts';
import { PageElements } from './elements.ts';
import { jsonLdOn } from './json-ld.ts';
import { languageTag } from './language-tag.ts';
import { itemsOn } from './microdata.ts';
import {
  baseOf,
  canonicalOf,
  headingsOn,
  languageOf,
  metaOn,
  timesOn,
  titleOf,
} from './page-head.ts';
import { type PageKind, pageKindOf } from './page-kind.ts';
import { member, namesOf, paragraphsOf, plainWords, type Thing, wordsOf } from './thing.ts';
import { type ArticleDates, datesTold } from './told-dates.ts';
import { bylineIn, cutShort, firstUsable, given, nameIn } from './told-values.ts';

/** What a web page says of the article on it. What it does not tell for certain is left out. */
export interface PageMetadata extends ArticleDates {
  readonly headline?: string;
  readonly language?: string;
  readonly url?: string;
  /** Those whom it names as its authors, as they stand there. */
  readonly byline?: string;
  readonly publisher?: string;
  /** Whose copy the page says that it is. */
  readonly agency?: string;
  /** What the page tells that was left out or cut, and why. */
  readonly notes: readonly string[];
}

/** What is found in the text of a page, where the page does not tell it. */
export interface Found {
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

/**
 * What a page tells of the article on it, and its text where a script is to show it. JSON-LD is believed first, then
 * attributes of elements (microdata, RDFa), `meta`, the times at the head of the article, and what the page shows.
 * `address` is where it was found, where that is known: of several articles it tells which one is the page's.
 */
export function metadataOn(document: Document, address?: string) {
  const elements = new PageElements(document);
  const meta = metaOn(elements);
  const headings = headingsOn(elements);
  const whole = wholeAddress(address, baseOf(elements));
  const canonical = [...canonicalOf(elements), ...meta('og:url')].map(whole);
  const names = {
    addresses: address === undefined ? canonical : [...canonical, address],
    headings: [...headings, ...meta('og:title')],
    title: titleOf(elements),
    whole,
  };
  const notes: string[] = [];
  const told = toldOf(elements, names, notes);
  const kind: PageKind = pageKindOf({ ...told, meta, canonical });
  // One heading is the article's; titles often tell the name of the site, too.
  const heading = headings.length === 1 ? headings : [];
  const headline = [...told.headlines, ...heading, ...meta('og:title')][0];
  const shownAs = headline && asShown(headline, headings);
  const languages = [...told.languages, ...languageOf(elements), ...meta(...languageNames)];
  const addresses = [...told.addresses.map(whole), ...canonical];
  const times = timesOn(elements);
  const metadata = given({
    language: firstUsable({ key: 'language', told: languages, read: languageTag }, notes),
    url: firstUsable({ key: 'url', told: addresses, read: articleAddress }, notes),
    ...datesTold(
      {
        published: [...told.words('datePublished'), ...meta(...publishedNames), ...times.published],
        modified: [...told.words('dateModified'), ...meta(...modifiedNames), ...times.modified],
      },
      notes,
    ),
    publisher: nameIn([...told.first('publisher'), ...meta('og:site_name', 'dc.publisher')]),
    agency: nameIn([...told.words('creditText'), ...told.first('sourceOrganization', 'provider')]),
  });
  const authors = [...told.lists('author', 'creator'), ...authorNames.map((name) => meta(name))];
  return {
    kind,
    paragraphs: told.paragraphs,
    /** With what was found in its text. */
    beside({ title, byline }: Found): PageMetadata {
      const found = bylineIn([...authors, byline === undefined || isDated(byline) ? [] : [byline]]);
      const words = {
        headline: cutShort('title', shownAs ?? plainWords(title ?? ''), notes),
        byline: cutShort('byline', found, notes),
      };
      return { ...metadata, ...given(words), notes };
    },
  };
}

/** The values of the articles that structured data tells of the page, JSON-LD first. */
function toldOf(elements: PageElements, names: PageNames, notes: string[]) {
  const { things, byId } = jsonLdOn(elements, notes);
  const sources = [things, itemsOn(elements)];
  const articles = sources.flatMap((source) => articlesIn(source, names, notes));
  const of = (keys: readonly string[]) =>
    keys.flatMap((key) => articles.map((article) => member(article, key)));
  const lists = (...keys: readonly string[]) => of(keys).map((value) => namesOf(value, byId));
  return {
    things: sources.flat(),
    articles,
    headlines: articles.flatMap((article) => headlineOf(article) ?? []),
    addresses: articles.flatMap(placesOf),
    languages: of(['inLanguage']).flatMap((value) =>
      [value, member(value, 'alternateName'), member(value, 'name')].flatMap(
        (one) => wordsOf(one) ?? [],
      ),
    ),
    paragraphs: of(['articleBody']).map(paragraphsOf).find(isFilled) ?? [],
    lists,
    words: (...keys: readonly string[]) =>
      of(keys).flatMap((value) => wordsOf(typeof value === 'number' ? `${value}` : value) ?? []),
    /** The first name of each list. */
    first: (...keys: readonly string[]) => lists(...keys).flatMap(([name]) => name ?? []),
  };
}

function articlesIn(things: readonly Thing[], names: PageNames, notes: string[]): readonly Thing[] {
  const articles = things.filter(isArticle).slice(0, mostArticles);
  if (articles.length === 0) {
    const pages = things.filter(isOfAPage);
    return pages.length === 1 ? pages : [];
  }
  const ofPage = articlesOfPage(articles, names);
  if (ofPage.length === 0) {
    const count = articles.length === 1 ? 'an article' : `${articles.length} articles`;
    notes.push(
      `What the page tells of ${count} was left out: its address and its heading are others.`,
    );
  }
  return ofPage;
}

const mostArticles = 100;

/** What stands where authors are told, and tells when instead. */
const isDated = (words: string): boolean => /\d/u.test(words);

const isFilled = (list: readonly string[]): boolean => list.length > 0;

const languageNames = ['content-language', 'dc.language', 'dcterms.language', 'og:locale'];

/** Names under which `meta` tell when an article was published. */
const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'cxenseparse:recs:publishtime',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'dcterms.created',
  'date',
];

const modifiedNames = [
  'article:modified_time',
  'og:article:modified_time',
  'article:modified',
  'og:updated_time',
  'dcterms.modified',
  'datemodified',
  'lastmod',
  'last-modified',
];

const authorNames = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
];
