import { eq, sql } from 'drizzle-orm';
import { searchNumber } from '../queries/search.ts';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { ClaimRow } from '../tables/claim.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Makes an article findable by its title and text. */
export function indexArticle(
  tx: WriteTx,
  { key, title, text }: Pick<ArticleRow, 'key' | 'title' | 'text'>,
): Promise<void> {
  return index(tx, searchNumber('article', key), [title, text ?? '']);
}

/** Makes an actor findable by its name, aliases and description, and in texts that name it. */
export async function indexActor(
  tx: WriteTx,
  { key, name, aliases, description }: Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>,
): Promise<void> {
  const names = namesInTexts({ name, aliases, description });
  await tx.drizzle.delete(actorNames).where(eq(actorNames.actor, key));
  await insertRows(
    tx.drizzle,
    actorNames,
    [...names].map((one) => ({ name: one, actor: key })),
  );
  await index(tx, searchNumber('actor', key), [name, [...aliases, description ?? ''].join('\n')]);
}

/** Makes a claim findable by its text. */
export function indexClaim(
  tx: WriteTx,
  { key, text }: Pick<ClaimRow, 'key' | 'text'>,
): Promise<void> {
  return index(tx, searchNumber('claim', key), [text, '']);
}

/** Whatever the row was findable by before, it no longer is. */
async function index(
  tx: WriteTx,
  row: number,
  [title, body]: readonly [title: string, body: string],
): Promise<void> {
  await tx.drizzle.run(
    sql`insert or replace into search (rowid, title, body) values (${row}, ${title}, ${body})`,
  );
}
