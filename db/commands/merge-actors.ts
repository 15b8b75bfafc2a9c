import {
  type ActorMergeContent,
  type ActorMergeInput,
  actorMergeContent,
  actorMergeOnRecord,
  assertMergeFits,
} from '../rules/actor-merge-content.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { newId } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { showActors } from './show-actors.ts';
import { unchanged } from './unchanged.ts';

/** Puts on record that two actors are one. Nothing that was told is rewritten. */
export async function mergeActors(tx: WriteTx, input: ActorMergeInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.actorMerge(input));
  const content = actorMergeContent(input, view);
  const known = actorMergeOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'merge', key: known.key, id: known.id });
  assertMergeFits(content, view);
  return insertMerge(tx, content);
}

async function insertMerge(tx: WriteTx, content: ActorMergeContent): Promise<Recorded> {
  const ends = { from: content.from.key, into: content.into.key };
  await acceptActors(tx, [ends.from, ends.into]);
  const { revokedReason } = content;
  const at = tx.tick();
  const revokedAt = revokedReason === null ? null : tx.tick();
  const id = newId('merge', at);
  const row = { ...content, ...ends, id, recordedAt: at, revokedAt };
  const key = await insertRow(tx, actorMerges, row);
  const event = { noun: 'merge', subject: key, visibility: 'PUBLIC' } as const;
  const seq = tx.append({ ...event, type: 'ACTORS_MERGED', at, payload: {} });
  if (revokedAt !== null) {
    const payload = { reason: revokedReason };
    tx.append({ ...event, type: 'ACTOR_MERGE_REVOKED', at: revokedAt, payload });
  }
  const bears = content.judgement === 'CONFIRMED' && revokedAt === null;
  if (bears) await showActors(tx, [ends.from, ends.into]);
  return { noun: 'merge', key, id, created: true, seq };
}
