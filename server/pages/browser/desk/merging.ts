import { linkClaims, mergeActors } from '../../../../sdk/src/generated/operations.ts';
import type { Desk } from './desk.ts';
import { words } from './words.ts';

/** Two that are one, and why. */
export interface Merge {
  readonly noun: 'actor' | 'claim';
  readonly from: string;
  readonly into: string;
  readonly reason: string;
}

/** Judges that two are one: nothing is rewritten, and it can be revoked. Answers whether they are. */
export async function merge(desk: Desk, { from, into, noun, reason }: Merge): Promise<boolean> {
  let isDone = false;
  await desk.attempt(async () => {
    const judgement = 'CONFIRMED';
    if (noun === 'actor')
      await mergeActors(desk.record, {
        from: { id: from },
        into: { id: into },
        judgement,
        reason,
      });
    else
      await linkClaims(desk.record, {
        from: { id: from },
        to: { id: into },
        kind: 'SAME_AS',
        shown: 'TO',
        judgement,
        reason,
      });
    isDone = true;
    desk.tell(words.merged);
  });
  return isDone;
}
