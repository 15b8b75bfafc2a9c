import { linkClaims } from '../commands/link-claims.ts';
import { mergeActors } from '../commands/merge-actors.ts';
import { recordActor } from '../commands/record-actor.ts';
import { recordAffiliation } from '../commands/record-affiliation.ts';
import { recordArticleAsTold } from '../commands/record-article.ts';
import { recordClaim } from '../commands/record-claim.ts';
import { recordStance } from '../commands/record-stance.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { lineInput } from './line-input.ts';
import type { Line } from './lines.ts';

/**
 * Records what a line brings, by the command of its type; null for the line that names the format. `later` names what
 * later lines bring.
 */
export async function recordLine(
  tx: WriteTx,
  line: Line,
  later: ReadonlySet<string>,
): Promise<Recorded | null> {
  const { type, input } = lineInput(line);
  switch (type) {
    case 'record':
      return null;
    case 'actor':
      return recordActor(tx, input, later);
    case 'affiliation':
      return recordAffiliation(tx, input);
    case 'article':
      return recordArticleAsTold(tx, input, later);
    case 'claim':
      return recordClaim(tx, input);
    case 'claimLink':
      return linkClaims(tx, input);
    case 'actorMerge':
      return mergeActors(tx, input);
    case 'stance':
      return recordStance(tx, input);
  }
}
