import { type ClaimNamed, slugsTaken } from '../queries/named.ts';
import { stancesOfSlugs } from '../queries/stance-content.ts';
import { Conflict } from '../rules/errors.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { insertStance } from './insert-stance.ts';
import { claimAt, type Ref } from './reference.ts';
import { assertNotRejected } from './review-claim.ts';
import {
  type StanceContent,
  type StanceInput,
  stanceContent,
  stanceDifferences,
} from './stance-content.ts';
import { type Row, unchanged } from './unchanged.ts';

export interface RecordStanceInput extends StanceInput {
  readonly claim: Ref;
}

/** Puts on record how an actor stands to a claim. The same slug with the same content is on record already. */
export async function recordStance(tx: WriteTx, input: RecordStanceInput): Promise<Recorded> {
  const claim = await claimAt(tx, input.claim, ['claim']);
  const content = await stanceContent(tx, input, { path: [], review: 'VERIFIED' });
  const known = await stanceKnown(tx, claim, content);
  if (known !== null) return unchanged(tx, known);

  if (content.review === 'VERIFIED') assertNotRejected(claim.review, ['claim']);
  return insertStance(tx, content, { claim });
}

async function stanceKnown(
  tx: WriteTx,
  claim: ClaimNamed,
  content: StanceContent,
): Promise<Row | null> {
  const { slug } = content;
  if (slug === null) return null;
  const names = JSON.stringify([slug]);
  const [taken] = await tx.reader.read(slugsTaken.stance, { names });
  if (taken === undefined) return null;
  const [known] = await tx.reader.read(stancesOfSlugs, { names });
  if (known === undefined) return null;

  const differing = stanceDifferences(known, content);
  const keys = known.claim === claim.key ? differing : ['claim', ...differing];
  if (keys.length > 0) throw new Conflict({ noun: 'stance', reference: slug, keys }, ['slug']);
  return { noun: 'stance', key: known.key, id: known.id };
}
