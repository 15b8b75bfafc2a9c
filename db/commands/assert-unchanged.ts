import { lastChangeSince } from '../queries/changed-since.ts';
import { keyOfId } from '../queries/public-id.ts';
import { namingOf, type Path, type Ref } from '../rules/reference.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';
import { ChangedSince } from './changed-since.ts';
import { actorAt, articleAt, claimAt, idOf, stanceAt } from './reference.ts';

/** Something on record that a change is about, as the input names it. */
export interface Subject {
  readonly noun: Noun;
  readonly ref: Ref;
  readonly path: Path;
}

/**
 * Passes when nothing told of a change of these after the event of the number `after`.
 * @throws ChangedSince
 */
export async function assertUnchanged(
  tx: WriteTx,
  subjects: readonly Subject[],
  after: number,
): Promise<void> {
  for (const { noun, ref, path } of subjects) {
    const key = await keyAt(tx, { noun, ref, path });
    // The command refuses what is not on record.
    if (key === null) continue;
    const [event] = await tx.reader.read(lastChangeSince, { noun, key, after });
    if (event === undefined) continue;
    const { value } = namingOf(ref, path);
    throw new ChangedSince({ noun, reference: value, event, by: event.name ?? 'the owner' }, path);
  }
}

const named = { actor: actorAt, article: articleAt, claim: claimAt, stance: stanceAt };

async function keyAt(tx: WriteTx, { noun, ref, path }: Subject): Promise<number | null> {
  if (noun === 'actor' || noun === 'article' || noun === 'claim' || noun === 'stance')
    return (await named[noun](tx, ref, path)).key;
  const [row] = await tx.reader.read(keyOfId, { noun, id: idOf(ref, path) });
  return row?.key ?? null;
}
