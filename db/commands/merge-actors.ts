import { and, eq, isNull } from 'drizzle-orm';
import { assertMerge } from '../rules/actor.ts';
import { Conflict, InputInvalid } from '../rules/errors.ts';
import { type ActorMergeRow, actorMerges } from '../tables/actor-merge.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { type Judged, type JudgedInput, judgedAlready, judgedBy } from './judged.ts';
import { newId } from './new-name.ts';
import { actorsAt, given, type Ref } from './reference.ts';
import { unchanged } from './unchanged.ts';

export interface MergeActorsInput extends JudgedInput {
  /** The actor that is no longer to be spoken of by itself. */
  readonly from: Ref;
  readonly into: Ref;
}

/** Puts on record that two actors are one. Nothing is rewritten. */
export async function mergeActors(tx: WriteTx, input: MergeActorsInput): Promise<Recorded> {
  const [from, into] = await actorsAt(tx, given({ from: input.from, into: input.into }, []));
  if (from === undefined || into === undefined) throw new Error('A reference led nowhere.');
  assertMerge(from, into, []);
  const judged = judgedBy(input);
  const reference = `${from.slug} into ${into.slug}`;
  const merges = await tx.drizzle.select().from(actorMerges).where(eq(actorMerges.from, from.key));
  const same = merges.filter((merge) => merge.into === into.key);
  const known = judgedAlready(same, judged, { noun: 'merge', reference });
  if (known !== null) return unchanged(tx, { noun: 'merge', ...known });

  if (judged.judgement === 'CONFIRMED' && judged.revokedReason === null) {
    assertMergedOnce(merges, reference);
    await assertNoCircle(tx, from.key, into.key);
  }
  return insertMerge(tx, { from: from.key, into: into.key }, judged);
}

async function insertMerge(
  tx: WriteTx,
  merge: Pick<ActorMergeRow, 'from' | 'into'>,
  judged: Judged,
): Promise<Recorded> {
  await acceptActors(tx, [merge.from, merge.into]);
  const at = tx.tick();
  const revokedAt = judged.revokedReason === null ? null : tx.tick();
  const id = newId('merge', at);
  const row = { ...merge, ...judged, id, recordedAt: at, revokedAt };
  const key = await insertRow(tx.drizzle, actorMerges, row);
  const event = { noun: 'merge', subject: key, visibility: 'PUBLIC' } as const;
  const seq = tx.append({ ...event, type: 'ACTORS_MERGED', at, payload: {} });
  if (revokedAt !== null) {
    const payload = { reason: judged.revokedReason };
    tx.append({ ...event, type: 'ACTOR_MERGE_REVOKED', at: revokedAt, payload });
  }
  return { noun: 'merge', key, id, created: true, seq };
}

function assertMergedOnce(merges: readonly ActorMergeRow[], reference: string): void {
  const other = merges.find(
    ({ judgement, revokedAt }) => judgement === 'CONFIRMED' && revokedAt === null,
  );
  if (other !== undefined)
    throw new Conflict({ noun: 'merge', reference, keys: ['into'] }, ['into']);
}

async function assertNoCircle(tx: WriteTx, from: number, into: number): Promise<void> {
  let actor: number | undefined = into;
  while (actor !== undefined) {
    if (actor === from) throw new InputInvalid('The merges would lead in a circle.', ['into']);
    actor = await mergedInto(tx, actor);
  }
}

async function mergedInto(tx: WriteTx, actor: number): Promise<number | undefined> {
  const [merge] = await tx.drizzle
    .select({ into: actorMerges.into })
    .from(actorMerges)
    .where(
      and(
        eq(actorMerges.from, actor),
        eq(actorMerges.judgement, 'CONFIRMED'),
        isNull(actorMerges.revokedAt),
      ),
    );
  return merge?.into;
}
