import { type ActorInput, actorContent, actorOnRecord } from '../rules/actor-content.ts';
import { actors } from '../tables/actor.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { awaitReference, grantAwaited } from './awaited.ts';
import { nameNewInTexts } from './name-in-texts.ts';
import { freeSlug, newId } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

/**
 * Puts an actor on record. The same slug or Wikidata item with the same content is on record already. `later` names
 * what later lines of an import bring.
 */
export async function recordActor(
  tx: WriteTx,
  input: ActorInput,
  later?: ReadonlySet<string>,
): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.actor(input), later);
  const content = actorContent(input, view);
  const known = actorOnRecord(content, view);
  const { review } = content;
  const grantedBy = content.grantedBy?.isAwaited ? null : (content.grantedBy?.key ?? null);
  if (review === 'VERIFIED') {
    const named = [known?.key, grantedBy].flatMap((key) => key ?? []);
    await acceptActors(tx, view.maybeDrafts(named));
  }
  if (known !== null) return unchanged(tx, { noun: 'actor', key: known.key, id: known.id });

  const at = tx.tick();
  const row = {
    ...content,
    id: newId('actor', at),
    slug: content.slug ?? (await freeSlug(tx, 'actor', content.name)),
    grantedBy,
    shown: null,
    recordedAt: at,
  };
  const key = await insertRow(tx, actors, row);
  await nameNewInTexts(tx, { ...row, key });
  const seq = tx.append({
    type: 'ACTOR_ADDED',
    noun: 'actor',
    subject: key,
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: {},
  });
  await awaitReference(tx, { noun: 'actor', subject: key }, content.grantedBy);
  await grantAwaited(tx, { ...row, key });
  return { noun: 'actor', key, id: row.id, created: true, seq };
}
