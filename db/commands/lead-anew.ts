import { eq } from 'drizzle-orm';
import type { StanceNamed } from '../queries/named.ts';
import { InputInvalid } from '../rules/errors.ts';
import { evidenceContent } from '../rules/evidence-content.ts';
import type { Unknown } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { chainRows } from './insert-evidence.ts';
import { recordViewOf } from './reference.ts';

interface Leading {
  readonly draft: Pick<StanceNamed, 'key'>;
  readonly attribution: Unknown<readonly Ref[]>;
}

/**
 * Shows a draft through another chain, which has to lead from the publisher to the holder, and tells that of before.
 * @throws AttributionBroken, NotOnRecord, InputInvalid
 */
export async function leadAnew(
  tx: WriteTx,
  { draft, attribution }: Leading,
): Promise<{ readonly attribution?: readonly number[] }> {
  if (attribution === undefined || attribution === null) return {};
  const [only, another] = await tx.drizzle
    .select({ piece: evidence, article: articles.id, holder: actors.slug, holderKey: actors.key })
    .from(evidence)
    .innerJoin(articles, eq(articles.key, evidence.article))
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .innerJoin(actors, eq(actors.key, stances.actor))
    .where(eq(evidence.stance, draft.key));
  if (only === undefined || another !== undefined) {
    throw new InputInvalid('The draft has not just one piece of evidence.', ['attribution']);
  }
  const { piece, holder: slug, holderKey } = only;
  const { quote, start, end, mode } = piece;
  const input = { article: { id: only.article }, quote, start, end, mode, attribution };
  const view = await recordViewOf(tx, (names) => {
    names.actors.slug.add(slug);
    names.evidence(input, { slug });
  });
  const content = evidenceContent(input, view, { holder: { key: holderKey, slug }, path: [] });
  const ofPiece = eq(attributions.evidence, piece.key);
  const before = await tx.drizzle
    .select({ actor: attributions.actor })
    .from(attributions)
    .where(ofPiece)
    .orderBy(attributions.position);
  await tx.drizzle.delete(attributions).where(ofPiece);
  await insertRows(tx, attributions, chainRows(content, piece.key));
  return { attribution: before.map(({ actor }) => actor) };
}
