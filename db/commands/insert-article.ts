import { nextArticle } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import { type ArticleContent, columnsOfText } from '../rules/article-content.ts';
import { articles } from '../tables/article.ts';
import { insertRows, type NewRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { supersedeAwaited } from './awaited.ts';
import { FreeSlugs, newId } from './new-name.ts';
import { recordTexts, touchClaimsShowing } from './record-text.ts';
import { shownActor } from './show-actors.ts';

/** An article that was checked, and the key of the one that it supersedes. */
interface NewArticle {
  readonly content: ArticleContent;
  readonly supersedes: number | null;
}

/**
 * Inserts articles with slugs and hashes of their own in one statement, tells of them in their order, and has those that await
 * one supersede it. `view` tells what is known of their outlets. What was withdrawn or erased before is not yet here.
 */
export async function insertArticles(
  tx: WriteTx,
  all: readonly NewArticle[],
  view: Pick<OnRecordView, 'maybeDrafts'>,
): Promise<readonly Recorded[]> {
  const contents = all.map(({ content }) => content);
  const outlets = contents.flatMap(({ outlet, creditedTo }) => [outlet, creditedTo]);
  await acceptActors(tx, view.maybeDrafts(outlets.flatMap((actor) => actor?.key ?? [])));
  const texts = await recordTexts(tx, contents);
  const slugs = new FreeSlugs(tx, 'article');
  const [next] = await tx.reader.read(nextArticle);
  if (next === undefined) throw new Error('There is always a next key.');
  const rows: (NewRow<typeof articles> & { readonly key: number })[] = [];
  const recorded: Recorded[] = [];
  for (const [place, { content, supersedes }] of all.entries()) {
    const text = texts[place];
    if (text === undefined) throw new Error('Each article has a text, or its hash.');
    const { alike: _alike, erasedReason: _erased, withdrawnReason: _withdrawn, ...told } = content;
    const key = next.key + place;
    const at = tx.tick();
    const id = newId('article', at);
    rows.push({
      ...told,
      ...columnsOfText(content.text),
      key,
      id,
      textKey: text.key,
      slug: content.slug ?? (await slugs.give(content.title)),
      outlet: content.outlet?.key ?? null,
      shownOutlet: await shownOutlet(tx, content),
      creditedTo: content.creditedTo?.key ?? null,
      supersedes,
      recordedAt: at,
      withdrawnAt: null,
      withdrawnReason: null,
      erasedAt: null,
    });
    const event = { type: 'ARTICLE_ADDED', noun: 'article', visibility: 'PUBLIC' } as const;
    const seq = tx.append({ ...event, subject: key, at, payload: {} });
    await touchClaimsShowing(tx, text);
    recorded.push({ noun: 'article', key, id, created: true, seq });
  }
  await insertRows(tx, articles, rows);
  await supersedeAwaited(tx, rows);
  return recorded;
}

async function shownOutlet(tx: WriteTx, { outlet }: ArticleContent): Promise<number | null> {
  if (outlet === null) return null;
  return outlet.shown === undefined ? shownActor(tx, outlet.key) : (outlet.shown ?? outlet.key);
}
