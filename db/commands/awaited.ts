import { and, eq, inArray } from 'drizzle-orm';
import { referencesAwaiting } from '../queries/awaited.ts';
import { claimsOfActor } from '../queries/touched-claims.ts';
import { assertGrantor } from '../rules/actor.ts';
import type { AwaitedNoun } from '../rules/awaited.ts';
import type { ActorKind } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { awaitedReferences } from '../tables/awaited.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { updateArticle } from './update-article.ts';
import { visibilityOf } from './visibility.ts';

interface Awaiting {
  readonly noun: AwaitedNoun;
  /** The key of the row that is to refer. */
  readonly subject: number;
}

/** Notes that a row is to refer to what a later line brings, unless it is on record. */
export async function awaitReference(
  tx: WriteTx,
  awaiting: Awaiting,
  referred: { readonly slug: string; readonly isAwaited?: boolean } | null,
): Promise<void> {
  if (referred?.isAwaited !== true) return;
  await insertRows(tx, awaitedReferences, [{ ...awaiting, name: referred.slug }]);
}

interface Grantor {
  readonly key: number;
  readonly slug: string;
  readonly kind: ActorKind;
}

/** Makes actors that were just recorded the grantors of those that await them. @throws InputInvalid */
export async function grantAwaited(tx: WriteTx, grantors: readonly Grantor[]): Promise<void> {
  const slugs = grantors.map(({ slug }) => slug);
  const awaiting = await takeAwaiting(tx, 'actor', slugs);
  for (const grantor of grantors) {
    const subjects = awaiting.flatMap(({ name, subject }) =>
      name === grantor.slug ? subject : [],
    );
    if (subjects.length > 0) await grant(tx, grantor, subjects);
  }
}

async function grant(tx: WriteTx, grantor: Grantor, subjects: readonly number[]): Promise<void> {
  assertGrantor(grantor.kind, ['kind']);
  const rows = await tx.drizzle
    .select()
    .from(actors)
    .where(inArray(actors.key, [...subjects]));
  if (rows.some(({ review }) => review === 'VERIFIED')) await acceptActors(tx, [grantor.key]);
  for (const { key, review } of rows) {
    await tx.drizzle.update(actors).set({ grantedBy: grantor.key }).where(eq(actors.key, key));
    tx.append({
      type: 'ACTOR_CHANGED',
      noun: 'actor',
      subject: key,
      at: tx.tick(),
      visibility: visibilityOf(review === 'VERIFIED'),
      payload: { before: { grantedBy: null } },
    });
    for (const { claim } of await tx.reader.read(claimsOfActor, { actor: key })) tx.touch(claim);
  }
}

interface OlderVersion {
  readonly id: string;
  readonly slug: string;
  readonly sha256: string;
}

/** Has those that await them supersede articles that were just recorded. @throws InputInvalid */
export async function supersedeAwaited(
  tx: WriteTx,
  recorded: readonly OlderVersion[],
): Promise<void> {
  const namesOf = ({ slug, sha256 }: OlderVersion) => [slug, `sha256:${sha256}`];
  const awaiting = await takeAwaiting(tx, 'article', recorded.flatMap(namesOf));
  if (awaiting.length === 0) return;
  for (const older of recorded) {
    const names = namesOf(older);
    const subjects = awaiting.flatMap(({ name, subject }) => (names.includes(name) ? subject : []));
    if (subjects.length > 0) await supersede(tx, subjects, older);
  }
}

async function supersede(
  tx: WriteTx,
  subjects: readonly number[],
  older: OlderVersion,
): Promise<void> {
  const rows = await tx.drizzle
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.key, [...subjects]));
  for (const { id } of rows) {
    await updateArticle(tx, { article: { id }, supersedes: { id: older.id } });
  }
}

/** The keys of the rows that await something of these names, and which; they await it no more. */
async function takeAwaiting(
  tx: WriteTx,
  noun: AwaitedNoun,
  names: readonly string[],
): Promise<readonly { readonly subject: number; readonly name: string }[]> {
  const isMet = and(eq(awaitedReferences.noun, noun), inArray(awaitedReferences.name, [...names]));
  const awaiting = await tx.reader.read(referencesAwaiting, { noun, names: JSON.stringify(names) });
  if (awaiting.length > 0) await tx.drizzle.delete(awaitedReferences).where(isMet);
  return awaiting;
}
