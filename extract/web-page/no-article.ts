import { isGate } from './gate.ts';
import type { Block, Layout } from './layout.ts';
import { isListing } from './listing.ts';
import type { PageKind } from './page-kind.ts';
import { isProse } from './prose.ts';

/** What browsers and servers title pages with that stand in for another. */
const errors = titled(
  '(?:http )?(?:error )?(?:4\\d\\d|50\\d)(?:\\W+(?:error|(?:page )?not found|forbidden|gone|unauthori[sz]ed|bad gateway|(?:internal )?server error|service unavailable|too many requests))?',
  '(?:error\\W+)?(?:page|file|url)? ?not found',
  "(?:(?:we[’']?re )?sorry\\W+)?(?:this |that |the )?(?:page|content|article)(?: you (?:requested|were looking for))? (?:can[’']t|cannot|could not) be (?:found|displayed)",
  "(?:sorry\\W+)?we (?:can[’']t|cannot|could(?:n[’']t| not)) find (?:this|that|the|your) page.{0,30}",
  '(?:this |that )?(?:page|content|article) (?:is )?(?:no longer|not) (?:available|here)',
  'access (?:is )?denied',
  '(?:403 )?forbidden',
  'just a moment\\W*',
  'attention required\\W*',
  'are you (?:a robot|human)\\W*',
  '(?:service )?(?:temporarily )?unavailable',
  '(?:bad gateway|internal server error)',
);

const searches = titled(
  'search(?: results?)?',
  'search results? (?:for|:) .*',
  'you searched for .*',
  '\\d* ?results? for [“"‘\'«].*',
  '(?:nothing|no results?|no articles?|no posts?)(?: (?:was|were))? found.*',
);

/** What programs that keep weblogs title lists with. */
const lists = titled('(?:author|category|tag|topic|archives?|day|month|year|label)s?: .+');

function titled(...titles: readonly string[]): RegExp {
  return new RegExp(`^(?:${titles.join('|')})(?:\\s+[|–—-].*)?$`, 'iu');
}

/** What is known of a page by which it is told from an article. */
interface PageLooked {
  readonly title: string;
  /** Its paragraphs, and the blocks that they are where it shows them. */
  readonly paragraphs: readonly string[];
  readonly blocks: readonly Block[];
  readonly layout: Layout;
  /** What it tells that it is. */
  readonly kind: PageKind;
}

/** Why there is no article on a page; undefined where there is one. */
export function whyNoArticle({
  title,
  paragraphs,
  blocks,
  layout,
  kind,
}: PageLooked): string | undefined {
  if (!paragraphs.some(isProse))
    return layout.blocks.length === 0 ? 'it shows no words' : 'it shows no sentences';
  const length = paragraphs.join('').length;
  if (length < shortestArticle && errors.test(title)) return `it tells of an error: ${title}`;
  if (isGate(title, paragraphs, kind === 'article'))
    return 'it asks for something, or tells where to look, and shows no more';
  if (kind === 'article') return undefined;
  if (isListing(blocks, layout)) return 'its headings lead to others';
  if (kind === 'list') return 'it says that it lists others';
  if (kind === 'home' && length < longestOfHome) return 'it is the front page of a site';
  return searches.test(title) || lists.test(title) ? `it is a list: ${title}` : undefined;
}

const shortestArticle = 600;
const longestOfHome = 3000;
