import { eq } from 'drizzle-orm';
import { concernsOf } from '../rules/claim-content.ts';
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
import { type ClaimRow, claimConcerns, claims } from '../tables/claim.ts';
import { insertRows } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { changeOf, type Wanted } from './change.ts';
import { concernedBy } from './concerned-by.ts';
import { claimAt, recordViewOf } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

/** What is left out stays as it is; null makes it unknown. */
export interface UpdateClaimInput {
  readonly claim: Ref;
  readonly text?: Unknown<string>;
  readonly kind?: Unknown<ClaimKind>;
  readonly language?: Unknown<string>;
  readonly topics?: Unknown<readonly string[]>;
  readonly concerns?: Unknown<readonly Ref[]>;
  readonly happenedFrom?: Unknown<string>;
  readonly happenedUntil?: Unknown<string>;
}

/** Corrects the wording of a claim or what is told of it; the event keeps the old values. */
export async function updateClaim(tx: WriteTx, input: UpdateClaimInput): Promise<Recorded> {
  const { key, id } = await claimAt(tx, input.claim, ['claim']);
  const [known] = await tx.drizzle.select().from(claims).where(eq(claims.key, key));
  if (known === undefined) throw new Error(`There is no claim ${key}.`);
  const told: ClaimTold = { ...known, concerns: await concernedBy(tx, key) };
  const concerns = await wantedConcerns(tx, input);
  const change = changeOf(told, { ...wantedClaim(input), concerns });
  if (change === null) return unchanged(tx, { noun: 'claim', key, id });
  const wanted = { ...known, ...change.changed };
  const period = [wanted.happenedFrom, wanted.happenedUntil] as const;
  assertPeriod(period, ['happenedFrom', 'happenedUntil'], []);

  const { concerns: concerned, ...columns } = change.changed;
  if (known.review === 'VERIFIED') await acceptActors(tx, concerned ?? []);
  if (Object.keys(columns).length > 0)
    await tx.drizzle.update(claims).set(columns).where(eq(claims.key, key));
  if (concerned !== undefined) await concern(tx, key, concerned);
  const at = tx.tick();
  const seq = tx.append({
    type: 'CLAIM_CHANGED',
    noun: 'claim',
    subject: key,
    at,
    visibility: visibilityOf(known.publicAt !== null),
    payload: { before: change.before },
  });
  // The topics of all its wordings are projected, and so is who answered it.
  if (change.changed.topics !== undefined || concerned !== undefined) tx.touch(key);
  return { noun: 'claim', key, id, created: false, seq };
}

/** A claim with the keys of the actors whom it bears on. */
interface ClaimTold extends ClaimRow {
  readonly concerns: readonly number[];
}

async function wantedConcerns(
  tx: WriteTx,
  { concerns }: UpdateClaimInput,
): Promise<readonly number[] | undefined> {
  if (concerns === undefined) return undefined;
  const view = await recordViewOf(tx, (names) => names.concerns(concerns));
  return concernsOf(concerns, view).map(({ key }) => key);
}

async function concern(tx: WriteTx, claim: number, actors: readonly number[]): Promise<void> {
  await tx.drizzle.delete(claimConcerns).where(eq(claimConcerns.claim, claim));
  const rows = actors.map((actor, position) => ({ claim, position, actor }));
  await insertRows(tx, claimConcerns, rows);
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
