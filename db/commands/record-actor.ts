import { type ActorInput, actorContent, actorOnRecord } from '../rules/actor-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { awaitReference, grantAwaited } from './awaited.ts';
import { actorRow, insertActors, tellActor } from './insert-actor.ts';
import { freeSlug } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { unchanged } from './unchanged.ts';

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
  const grantedBy = content.grantedBy?.isAwaited ? null : content.grantedBy?.key;
  if (content.review === 'VERIFIED') {
    const named = [known?.key, grantedBy].flatMap((key) => key ?? []);
    await acceptActors(tx, view.maybeDrafts(named));
  }
  if (known !== null) return unchanged(tx, { noun: 'actor', key: known.key, id: known.id });

  const at = tx.tick();
  const slug = content.slug ?? (await freeSlug(tx, 'actor', content.name));
  const row = actorRow(content, { slug, at });
  const [key] = await insertActors(tx, [row]);
  if (key === undefined) throw new Error('No actor was inserted.');
  const seq = tellActor(tx, { ...row, key });
  await awaitReference(tx, { noun: 'actor', subject: key }, content.grantedBy);
  await grantAwaited(tx, [{ ...row, key }]);
  return { noun: 'actor', key, id: row.id, created: true, seq };
}
