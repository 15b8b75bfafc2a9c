import { articleAddress, pageAt } from './address.ts';
import { member, type Thing, wordsOf } from './thing.ts';

/** What a page is called, and where it is. */
export interface PageNames {
  readonly addresses: readonly string[];
  readonly headings: readonly string[];
  /** Its title, which may name its site, too. */
  readonly title: string | undefined;
  /** Makes a whole address of one that tells the way from this page. */
  readonly whole: (address: string) => string;
}

/** Whether it is told to be an article, of any of the kinds that schema.org has. */
export function isArticle(thing: Thing): boolean {
  return kindsOf(thing).some((kind) => /Article$/u.test(kind) || otherArticles.includes(kind));
}

/** Whether it is told to be a page, or a work of whatever kind: what is told of it is told of the article there. */
export function isOfAPage(thing: Thing): boolean {
  return kindsOf(thing).some((kind) => /^(?:WebPage|ItemPage|CreativeWork)$/u.test(kind));
}

/** Its types without where they are defined: `https://schema.org/NewsArticle` is a `NewsArticle`. */
export function kindsOf(thing: Thing): readonly string[] {
  return [member(thing, '@type')]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/u, ''));
}

const otherArticles = ['BlogPosting', 'LiveBlogPosting', 'SocialMediaPosting', 'Report'];

/**
 * Which of the articles that a page tells of it is about: those with its address, else those with its headline. Where nothing
 * else is told, those that have one headline are, unless they say that they are elsewhere; of several others none is.
 */
export function articlesOfPage(articles: readonly Thing[], page: PageNames): readonly Thing[] {
  const places = new Set(page.addresses.map(pageAt));
  const there = articles.filter((one) =>
    placesOf(one).some((told) => places.has(pageAt(page.whole(told)))),
  );
  if (there.length > 0) return there;
  const called = articles.filter((one) => isHeadlineOf(page, headlineOf(one)));
  if (called.length > 0) return called;
  if (articles.some((one) => isElsewhere(one, page))) return [];
  const [first, ...others] = articles.map(headlineOf);
  const areOne = first !== undefined && others.every((one) => one === first);
  return articles.length === 1 || areOne ? articles : [];
}

/** Whether it says that it is another page than this. */
function isElsewhere(thing: Thing, { addresses }: PageNames): boolean {
  const isTold = headlineOf(thing) !== undefined && addresses.length > 0;
  return isTold && placesOf(thing).some((place) => articleAddress(place) !== undefined);
}

/** Where a thing says that it is. */
export function placesOf(thing: Thing): readonly string[] {
  const page = member(thing, 'mainEntityOfPage');
  const told = [member(thing, 'url'), page, member(page, '@id'), member(page, 'url')];
  return [...told, member(thing, '@id')]
    .flat()
    .filter((one) => typeof one === 'string')
    .filter((one) => !one.startsWith('#') && !one.startsWith('_:'));
}

export function headlineOf(thing: Thing): string | undefined {
  return (
    wordsOf(member(thing, 'headline')) ??
    (isArticle(thing) ? wordsOf(member(thing, 'name')) : undefined)
  );
}

function isHeadlineOf({ headings, title }: PageNames, headline: string | undefined): boolean {
  const told = folded(headline ?? '');
  if (told === '') return false;
  const isInTitle = told.length >= shortestInTitle && folded(title ?? '').includes(told);
  return isInTitle || [...headings, title ?? ''].some((heading) => folded(heading) === told);
}

/** A headline as the page shows it, where it does: data that nobody sees have other quotation marks. */
export function asShown(headline: string, headings: readonly string[]): string {
  return headings.find((heading) => folded(heading) === folded(headline)) ?? headline;
}

const shortestInTitle = 10;

/** Letters and digits alone: quotation marks, dashes and spaces differ between the places of one headline. */
function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
