import {
  type AffiliationInput,
  affiliationContent,
  affiliationOnRecord,
} from '../rules/affiliation-content.ts';
import { affiliations } from '../tables/affiliation.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { newId } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { touchClaimsOfAffiliation } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

/** Puts on record that an actor belongs to another or speaks for it. */
export async function recordAffiliation(tx: WriteTx, input: AffiliationInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.affiliation(input));
  const content = affiliationContent(input, view);
  const known = affiliationOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'affiliation', key: known.key, id: known.id });

  const ends = { actor: content.actor.key, of: content.of.key };
  await acceptActors(tx, [ends.actor, ends.of]);
  const at = tx.tick();
  const id = newId('affiliation', at);
  const endedAt = content.until === null ? null : at;
  const row = { ...content, ...ends, id, recordedAt: at, endedAt };
  const key = await insertRow(tx, affiliations, row);
  const seq = tx.append({
    type: 'AFFILIATION_ADDED',
    noun: 'affiliation',
    subject: key,
    at,
    visibility: 'PUBLIC',
    payload: {},
  });
  await touchClaimsOfAffiliation(tx, row);
  return { noun: 'affiliation', key, id, created: true, seq };
}
