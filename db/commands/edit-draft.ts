import { eq } from 'drizzle-orm';
import type { ActorNamed, StanceNamed } from '../queries/named.ts';
import { evidenceOfStance } from '../queries/stance-content.ts';
import { InputInvalid } from '../rules/errors.ts';
import { ifGiven, textField, type Unknown } from '../rules/field.ts';
import { locateQuote, surroundings } from '../rules/quote.ts';
import type { Ref } from '../rules/reference.ts';
import {
  type Certainty,
  type ClaimKind,
  polarityOf,
  type Review,
  type StanceKind,
} from '../rules/vocabulary.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { type StanceRow, stances } from '../tables/stance.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { changeOf } from './change.ts';
import { keepVersionsOfEdited } from './keep-versions.ts';
import { leadAnew } from './lead-anew.ts';
import { actorAt, claimAt } from './reference.ts';
import { updateClaim } from './update-claim.ts';

/** What is to be another in a draft; what is left out stays. */
export interface DraftEdits {
  readonly claim?: Unknown<Ref>;
  /** Other words for a claim that is a draft itself, and another kind of it. */
  readonly claimText?: Unknown<string>;
  readonly claimKind?: Unknown<ClaimKind>;
  readonly actor?: Unknown<Ref>;
  readonly kind?: Unknown<StanceKind>;
  readonly certainty?: Unknown<Certainty>;
  /** Other words of the article; found where they stand only once, unless `start` and `end` are given. */
  readonly quote?: Unknown<string>;
  readonly start?: Unknown<number>;
  readonly end?: Unknown<number>;
  /** Another chain, from the publisher of the article to the holder. */
  readonly attribution?: Unknown<readonly Ref[]>;
}

/** A draft after it was edited: its claim now, and the values that were others before. */
interface Edited {
  readonly claim: number;
  readonly before: object;
}

const editable = [
  'claim',
  'claimText',
  'claimKind',
  'actor',
  'kind',
  'certainty',
  'quote',
  'start',
  'end',
  'attribution',
] as const;

/**
 * Edits a draft that is accepted with other content than it has.
 * @throws InputInvalid for a stance that is no draft, or is not accepted: what was verified is never overwritten
 */
export async function editDraft(
  tx: WriteTx,
  stance: StanceNamed,
  { review, ...edits }: DraftEdits & { readonly review: Review },
): Promise<Edited> {
  const given = editable.find((key) => isTold(edits[key]));
  if (given === undefined) return { claim: stance.claim, before: {} };
  if (stance.review !== 'DRAFT' || review !== 'VERIFIED') {
    throw new InputInvalid('Only a draft can be edited, and only as it is accepted.', [given]);
  }
  const [known] = await tx.drizzle.select().from(stances).where(eq(stances.key, stance.key));
  if (known === undefined) throw new Error(`There is no stance ${stance.key}.`);
  const claim = edits.claim ? await claimAt(tx, edits.claim, ['claim']) : null;
  const actor = edits.actor ? await actorAt(tx, edits.actor, ['actor']) : null;
  const change = changeOf<StanceRow>(known, {
    claim: claim?.key,
    actor: actor?.key,
    kind: edits.kind ?? undefined,
    polarity: edits.kind ? polarityOf[edits.kind] : undefined,
    certainty: edits.certainty ?? undefined,
  });
  if (change !== null) {
    await tx.drizzle.update(stances).set(change.changed).where(eq(stances.key, stance.key));
  }
  if (actor !== null && actor.key !== known.actor) await leadChainsTo(tx, stance, actor);
  await rewordClaim(tx, claim?.key ?? known.claim, edits);
  const { polarity, ...before } = change?.before ?? {};
  const quoted = await quoteAnew(tx, stance, edits);
  const led = await leadAnew(tx, { draft: stance, attribution: edits.attribution });
  return { claim: claim?.key ?? known.claim, before: { ...before, ...quoted, ...led } };
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null;
}

async function rewordClaim(
  tx: WriteTx,
  key: number,
  { claimKind, claimText }: DraftEdits,
): Promise<void> {
  const given = isTold(claimText) ? 'claimText' : isTold(claimKind) ? 'claimKind' : null;
  if (given === null) return;
  const [claim] = await tx.drizzle
    .select({ id: claims.id, review: claims.review })
    .from(claims)
    .where(eq(claims.key, key));
  if (claim?.review !== 'DRAFT') {
    throw new InputInvalid('Only a draft claim is reworded so: others by updateClaim.', [given]);
  }
  const text = ifGiven(claimText ?? undefined, (words) => textField(words, ['claimText']));
  await updateClaim(tx, { claim: { id: claim.id }, text, kind: claimKind });
}

/** Ends the chains of a stance with another holder: at its own place, where it is a link already. */
async function leadChainsTo(tx: WriteTx, stance: StanceNamed, holder: ActorNamed): Promise<void> {
  for (const piece of await tx.reader.read(evidenceOfStance, { stance: stance.key })) {
    const { key, article } = piece;
    const links: readonly number[] = JSON.parse(piece.attribution);
    const before = links.slice(0, -1);
    const own = before.indexOf(holder.key);
    const isOutlet = (await outletOf(tx, article)) === holder.key;
    const above = isOutlet ? [] : before.slice(0, own < 0 ? before.length : own);
    const chain = [...above, holder.key];
    await tx.drizzle.delete(attributions).where(eq(attributions.evidence, key));
    await insertRows(
      tx,
      attributions,
      chain.map((actor, position) => ({ evidence: key, position, actor })),
    );
  }
}

async function outletOf(tx: WriteTx, article: number): Promise<number | null> {
  const [row] = await tx.drizzle
    .select({ outlet: articles.outlet })
    .from(articles)
    .where(eq(articles.key, article));
  return row?.outlet ?? null;
}

/** Shows a draft by other words of the same article, and tells those of before. */
async function quoteAnew(
  tx: WriteTx,
  stance: StanceNamed,
  { quote, start, end }: DraftEdits,
): Promise<object> {
  if (![quote, start, end].some(isTold)) return {};
  const [only, another] = await tx.reader.read(evidenceOfStance, { stance: stance.key });
  if (only === undefined || another !== undefined) {
    throw new InputInvalid('The draft has not just one piece of evidence.', ['quote']);
  }
  const [row] = await tx.drizzle
    .select({ text: articles.text })
    .from(articles)
    .where(eq(articles.key, only.article));
  const text = row?.text;
  if (text === null || text === undefined) {
    throw new InputInvalid('The record has no text of this article.', ['quote']);
  }
  const span = spanOf(start, end);
  const wanted = textField(quote ?? text.slice(span?.start, span?.end), ['quote']);
  const place = locateQuote(text, wanted, { ...(span && { span }), path: ['quote'] });
  const surrounding = surroundings(text, place.start, place.end);
  await tx.drizzle
    .update(evidence)
    .set({ quote: wanted, start: place.start, end: place.end, ...surrounding, firstShownBy: null })
    .where(eq(evidence.key, only.key));
  await keepVersionsOfEdited(tx, { evidence: [only.key], articles: [only.article] });
  return { quote: only.quote, start: only.start, end: only.end };
}

function spanOf(
  start: Unknown<number>,
  end: Unknown<number>,
): { readonly start: number; readonly end: number } | undefined {
  const [hasStart, hasEnd] = [typeof start === 'number', typeof end === 'number'];
  if (hasStart !== hasEnd) {
    throw new InputInvalid('start and end are given together.', [hasStart ? 'end' : 'start']);
  }
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}
