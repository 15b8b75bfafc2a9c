import { request } from '../../../../sdk/src/generated/operations.ts';
import type { Desk } from './desk.ts';
import { type DraftEntry, type Twin, wordsOf } from './draft-entry.ts';
import {
  type DeskArticle,
  type DeskDraftsData,
  deskDraftsDocument,
} from './generated/documents.ts';

const most = 8;

/** Finds the drafts of copies and versions of the open article that rest on the same words. */
export async function readTwins(desk: Desk): Promise<void> {
  const { article } = desk.state;
  if (article === null) return;
  const all = [...article.copies.nodes, ...article.versions.nodes];
  const others = all
    .filter(({ id }, place) => id !== article.id && all.findIndex((one) => one.id === id) === place)
    .slice(0, most);
  if (others.length === 0) return;
  const found = await draftsOf(desk, others);
  desk.store.set({
    drafts: desk.state.drafts.map((entry) => ({
      ...entry,
      twins: found.filter(({ draft }) => isTwin(entry, draft)),
    })),
  });
}

/** The first hundred drafts of each, in one request. */
async function draftsOf(desk: Desk, articles: readonly DeskArticle[]): Promise<readonly Twin[]> {
  const fragments = deskDraftsDocument.text.match(/^fragment [\s\S]*?^\}/gm)?.join('\n') ?? '';
  const fields = articles.map(
    (_, place) =>
      `a${place}: drafts(article: {id: $a${place}}, first: 100) { nodes { ...DeskStance } feedCursor }`,
  );
  const variables = articles.map((_, place) => `$a${place}: ID!`).join(', ');
  const text = `query DeskTwins(${variables}) { ${fields.join('\n')} }\n${fragments}`;
  const told = await request<Readonly<Record<string, DeskDraftsData['drafts']>>>(
    desk.record,
    text,
    Object.fromEntries(articles.map(({ id }, place) => [`a${place}`, id])),
  );
  return articles.flatMap(({ outlet, title }, place) => {
    const { nodes = [], feedCursor = '' } = told[`a${place}`] ?? {};
    return nodes.map((draft) => ({ draft, outlet: outlet?.name ?? title, since: feedCursor }));
  });
}

function isTwin(entry: DraftEntry, draft: Twin['draft']): boolean {
  const [one, other] = [wordsOf(entry.draft), wordsOf(draft)];
  if (!one?.quote || !other?.quote || entry.draft.kind !== draft.kind) return false;
  if (folded(one.quote) !== folded(other.quote)) return false;
  const speaksForItself = one.attribution.length === 1 && other.attribution.length === 1;
  return speaksForItself || folded(entry.draft.actor.name) === folded(draft.actor.name);
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pi}\p{Pf}"'`]/gu, '"')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
