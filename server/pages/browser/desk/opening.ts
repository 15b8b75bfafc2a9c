import { ask } from './ask.ts';
import { readCandidates } from './candidates.ts';
import type { Desk } from './desk.ts';
import { type DraftEntry, entryOf, isWaiting } from './draft-entry.ts';
import {
  type DeskStance,
  deskArticleInFullDocument,
  deskArticlesDocument,
  deskDraftsDocument,
} from './generated/documents.ts';
import { readShown } from './shown-words.ts';
import { readTwins } from './twins.ts';
import { words } from './words.ts';

/** Reads the newest articles that wait for a judgement; with `more`, those after them, too. */
export async function readWaiting(desk: Desk, { more = false } = {}): Promise<void> {
  const { waiting } = desk.state;
  const after = more ? waiting.after : null;
  const { articles, record } = await ask(desk.record, deskArticlesDocument, { after });
  const { nodes, pageInfo, totalCount } = articles;
  desk.store.set({
    articlesOnRecord: record.counts.articles,
    waiting: {
      articles: more ? [...waiting.articles, ...nodes] : nodes,
      total: totalCount ?? nodes.length,
      after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    },
  });
}

/** Opens an article with all its drafts. */
export async function openArticle(desk: Desk, slug: string): Promise<void> {
  const by = { slug };
  const [{ article }, drafts] = await Promise.all([
    ask(desk.record, deskArticleInFullDocument, { by }),
    readDrafts(desk, by),
  ]);
  if (article === null) return desk.tell(words.noSuchArticle(slug), 'fault');
  history.replaceState(null, '', `#${slug}`);
  const panel = drafts.length > 0 ? 'draft' : 'shown';
  desk.store.set({ article, drafts, at: 0, marked: null, panel, shown: [] });
  await Promise.all([readCandidates(desk), readTwins(desk), readShown(desk)]);
}

/** Opens the article that the address names, or else the first that waits. */
export async function openFirst(desk: Desk): Promise<void> {
  const named = decodeURIComponent(location.hash.slice(1));
  const slug = named || desk.state.waiting.articles[0]?.slug;
  if (slug) await openArticle(desk, slug);
  else if (desk.state.articlesOnRecord === 0) desk.store.set({ panel: 'add' });
}

/** Opens the next article that waits, after the one that is open. */
export async function openNext(desk: Desk): Promise<void> {
  await readWaiting(desk);
  const { article, waiting } = desk.state;
  const next = waiting.articles.find(({ id }) => id !== article?.id);
  if (next) await openArticle(desk, next.slug);
  else desk.tell(words.nothingWaits);
}

/** All drafts of an article: a request for a hundred. */
async function readDrafts(
  desk: Desk,
  article: { readonly slug: string } | { readonly id: string },
): Promise<readonly DraftEntry[]> {
  const entries: DraftEntry[] = [];
  let after: string | null = null;
  do {
    const page: { nodes: readonly DeskStance[]; feedCursor: string; after: string | null } =
      await draftsAfter(desk, article, after);
    entries.push(...page.nodes.map((draft) => entryOf(draft, page.feedCursor)));
    after = page.after;
  } while (after !== null);
  return entries;
}

async function draftsAfter(
  desk: Desk,
  article: { readonly slug: string } | { readonly id: string },
  after: string | null,
) {
  const { drafts } = await ask(desk.record, deskDraftsDocument, { article, after });
  const { feedCursor, nodes, pageInfo } = drafts;
  return { nodes, feedCursor, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** Opens another draft of the list. */
export async function moveTo(desk: Desk, place: number): Promise<void> {
  const { drafts } = desk.state;
  const at = Math.max(0, Math.min(place, drafts.length - 1));
  desk.store.set({ at, panel: 'draft' });
  if (drafts[at]?.candidates === null) await readCandidates(desk);
}

/** The place of the next draft that waits, from `at` on and then from the top; where none does, `at`. */
export function nextWaiting(drafts: readonly DraftEntry[], at: number): number {
  const after = drafts.findIndex((entry, place) => place >= at && isWaiting(entry));
  if (after >= 0) return after;
  const before = drafts.findIndex(isWaiting);
  return before >= 0 ? before : at;
}
