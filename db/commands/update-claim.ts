import { eq } from 'drizzle-orm';
import { assertPeriod } from '../rules/date.ts';
import {
  ifGiven,
  languageField,
  optionalDate,
  textField,
  textList,
  type Unknown,
} from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import type { ClaimKind } from '../rules/vocabulary.ts';
import { type ClaimRow, claims } from '../tables/claim.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { changeOf, type Wanted } from './change.ts';
import { claimAt } from './reference.ts';
import { indexClaim } from './search-index.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

/** What is left out stays as it is; null makes it unknown. */
export interface UpdateClaimInput {
  readonly claim: Ref;
  readonly text?: Unknown<string>;
  readonly kind?: Unknown<ClaimKind>;
  readonly language?: Unknown<string>;
  readonly topics?: Unknown<readonly string[]>;
  readonly happenedFrom?: Unknown<string>;
  readonly happenedUntil?: Unknown<string>;
}

/** Corrects the wording of a claim or what is told of it; the event keeps the old values. */
export async function updateClaim(tx: WriteTx, input: UpdateClaimInput): Promise<Recorded> {
  const { key, id } = await claimAt(tx, input.claim, ['claim']);
  const [known] = await tx.drizzle.select().from(claims).where(eq(claims.key, key));
  if (known === undefined) throw new Error(`There is no claim ${key}.`);
  const change = changeOf(known, wantedClaim(input));
  if (change === null) return unchanged(tx, { noun: 'claim', key, id });
  const wanted = { ...known, ...change.changed };
  const period = [wanted.happenedFrom, wanted.happenedUntil] as const;
  assertPeriod(period, ['happenedFrom', 'happenedUntil'], []);

  await tx.drizzle.update(claims).set(change.changed).where(eq(claims.key, key));
  if (change.changed.text !== undefined) await indexClaim(tx, wanted);
  const at = tx.tick();
  const seq = tx.append({
    type: 'CLAIM_CHANGED',
    noun: 'claim',
    subject: key,
    at,
    visibility: visibilityOf(known.publicAt !== null),
    payload: { before: change.before },
  });
  // The topics of all its wordings are projected.
  if (change.changed.topics !== undefined) tx.touch(key);
  return { noun: 'claim', key, id, created: false, seq };
}

function wantedClaim(input: UpdateClaimInput): Wanted<ClaimRow> {
  return {
    text: ifGiven(input.text ?? undefined, (text) => textField(text, ['text'])),
    kind: input.kind ?? undefined,
    language: ifGiven(input.language ?? undefined, (tag) => languageField(tag, ['language'])),
    topics: ifGiven(input.topics, (topics) => textList(topics, ['topics'])),
    happenedFrom: ifGiven(input.happenedFrom, (date) => optionalDate(date, ['happenedFrom'])),
    happenedUntil: ifGiven(input.happenedUntil, (date) => optionalDate(date, ['happenedUntil'])),
  };
}
