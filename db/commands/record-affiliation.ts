import { and, eq } from 'drizzle-orm';
import { assertAffiliation } from '../rules/affiliation.ts';
import { Conflict } from '../rules/errors.ts';
import type { AffiliationKind } from '../rules/vocabulary.ts';
import { type AffiliationRow, affiliations } from '../tables/affiliation.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { optionalDate, optionalText, type Unknown } from './field.ts';
import { newId } from './new-name.ts';
import { actorsAt, given, type Ref } from './reference.ts';
import { touchClaimsOfAffiliation } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

export interface RecordAffiliationInput {
  readonly actor: Ref;
  readonly of: Ref;
  readonly kind: AffiliationKind;
  readonly role?: Unknown<string>;
  /** The first day in force. */
  readonly from?: Unknown<string>;
  /** The last day in force. */
  readonly until?: Unknown<string>;
}

type Content = Pick<AffiliationRow, 'actor' | 'of' | 'kind' | 'role' | 'from' | 'until'>;

/** Puts on record that an actor belongs to another or speaks for it. */
export async function recordAffiliation(
  tx: WriteTx,
  input: RecordAffiliationInput,
): Promise<Recorded> {
  const content = await affiliationContent(tx, input);
  const known = await affiliationKnown(tx, content);
  if (known !== undefined) return unchanged(tx, { noun: 'affiliation', ...known });

  await acceptActors(tx, [content.actor, content.of]);
  const at = tx.tick();
  const id = newId('affiliation', at);
  const endedAt = content.until === null ? null : at;
  const key = await insertRow(tx.drizzle, affiliations, {
    ...content,
    id,
    recordedAt: at,
    endedAt,
  });
  const seq = tx.append({
    type: 'AFFILIATION_ADDED',
    noun: 'affiliation',
    subject: key,
    at,
    visibility: 'PUBLIC',
    payload: {},
  });
  await touchClaimsOfAffiliation(tx, content);
  return { noun: 'affiliation', key, id, created: true, seq };
}

async function affiliationContent(tx: WriteTx, input: RecordAffiliationInput): Promise<Content> {
  const [actor, of] = await actorsAt(tx, given({ actor: input.actor, of: input.of }, []));
  if (actor === undefined || of === undefined) throw new Error('A reference led nowhere.');
  const content = {
    actor: actor.key,
    of: of.key,
    kind: input.kind,
    role: optionalText(input.role, ['role']),
    from: optionalDate(input.from, ['from']),
    until: optionalDate(input.until, ['until']),
  };
  assertAffiliation(content, []);
  return content;
}

/** The same affiliation on record, ended since or not: an end that is not told is not another. */
async function affiliationKnown(
  tx: WriteTx,
  content: Content,
): Promise<AffiliationRow | undefined> {
  const { actor, of, kind, role, from, until } = content;
  const rows = await tx.drizzle
    .select()
    .from(affiliations)
    .where(
      and(eq(affiliations.actor, actor), eq(affiliations.of, of), eq(affiliations.kind, kind)),
    );
  const known = rows.filter((row) => row.role === role && row.from === from);
  const same = known.find((row) => until === null || row.until === until);
  const [other] = known;
  if (same !== undefined || other === undefined) return same;
  throw new Conflict({ noun: 'affiliation', reference: other.id, keys: ['until'] }, ['until']);
}
