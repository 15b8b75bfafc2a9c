import type { OnRecordView } from '../queries/record-view.ts';
import { type ActorInput, actorContent, actorOnRecord } from '../rules/actor-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { awaitReference, grantAwaited } from './awaited.ts';
import { actorRow, insertActors, tellActor } from './insert-actor.ts';
import { FreeSlugs } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { unchangedOrNext } from './unchanged.ts';

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
  const [recorded] = await recordActors(tx, [judgeActor(input, view)], view);
  if (recorded === undefined) throw new Error('No actor was recorded.');
  return recorded;
}

/** Judges an actor by what is on record. @throws RecordError */
export function judgeActor(input: ActorInput, view: OnRecordView) {
  const content = actorContent(input, view);
  return { content, known: actorOnRecord(content, view) };
}

/** Puts on record what of these actors, each with a slug and an item of its own, was not found there by `view`. */
export async function recordActors(
  tx: WriteTx,
  judged: readonly ReturnType<typeof judgeActor>[],
  view: Pick<OnRecordView, 'maybeDrafts'>,
): Promise<readonly Recorded[]> {
  const shown = judged.flatMap(({ content: { review, grantedBy }, known }) =>
    review === 'VERIFIED' ? [known?.key, grantedBy?.isAwaited ? null : grantedBy?.key] : [],
  );
  await acceptActors(tx, view.maybeDrafts(shown.flatMap((key) => key ?? [])));
  const fresh = judged.flatMap(({ content, known }) => (known === null ? content : []));
  const slugs = new FreeSlugs(tx, 'actor');
  const rows: ReturnType<typeof actorRow>[] = [];
  for (const content of fresh) {
    const at = tx.tick();
    rows.push(actorRow(content, { slug: content.slug ?? (await slugs.give(content.name)), at }));
  }
  const keys = await insertActors(tx, rows);
  const inserted = rows.flatMap((row, place) => {
    const key = keys[place];
    return key === undefined ? [] : { ...row, key };
  });
  const recorded = inserted.map((row): Recorded => {
    return { noun: 'actor', key: row.key, id: row.id, created: true, seq: tellActor(tx, row) };
  });
  for (const [place, { key }] of inserted.entries())
    await awaitReference(tx, { noun: 'actor', subject: key }, fresh[place]?.grantedBy ?? null);
  if (inserted.length > 0) await grantAwaited(tx, inserted);
  const given = judged.map(
    ({ known }) => known && { noun: 'actor' as const, key: known.key, id: known.id },
  );
  return unchangedOrNext(tx, given, recorded);
}
