import type { ActorContent } from '../rules/actor-content.ts';
import { type ActorRow, actors } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { nameNewInTexts } from './name-in-texts.ts';
import { newId } from './new-name.ts';
import { visibilityOf } from './visibility.ts';

type NewActor = Omit<ActorRow, 'key'> & { readonly key?: number };

/** The row of an actor that was checked and came at a moment. */
export function actorRow(
  content: ActorContent,
  { slug, at }: { readonly slug: string; readonly at: number },
): Omit<ActorRow, 'key'> {
  const { grantedBy } = content;
  return {
    ...content,
    id: newId('actor', at),
    slug,
    grantedBy: grantedBy?.isAwaited ? null : (grantedBy?.key ?? null),
    shown: null,
    recordedAt: at,
  };
}

/** Inserts new actors and what they are called, a statement a table, and tells their keys in the same order. */
export async function insertActors(
  tx: WriteTx,
  rows: readonly NewActor[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const keys = await insertRows(tx, actors, rows);
  await nameNewInTexts(
    tx,
    rows.flatMap((row, place) => {
      const key = keys[place];
      return key === undefined ? [] : { ...row, key };
    }),
  );
  return keys;
}

/** Tells of a new actor. */
export function tellActor(
  tx: WriteTx,
  { key, review, recordedAt }: Pick<ActorRow, 'key' | 'review' | 'recordedAt'>,
): number {
  return tx.append({
    type: 'ACTOR_ADDED',
    noun: 'actor',
    subject: key,
    at: recordedAt,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: {},
  });
}
