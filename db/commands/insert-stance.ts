import type { ClaimNamed } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import type { StanceContent } from '../rules/stance-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { concernedBy } from './concerned-by.ts';
import { roomForStance } from './new-name.ts';
import { actorsOf, insertStances, newStance } from './new-stance.ts';
import { reviewClaim } from './review-claim.ts';

interface Beside {
  readonly claim: Pick<ClaimNamed, 'key' | 'slug' | 'review'>;
  /** What is known of whom it names. */
  readonly view?: OnRecordView;
}

/** Records a stance that was checked: its rows, its event, what of it was withdrawn before; its claim is no draft then. */
export async function insertStance(
  tx: WriteTx,
  content: StanceContent,
  { claim, view }: Beside,
): Promise<Recorded> {
  const { actor, kind, review } = content;
  if (review === 'VERIFIED') {
    const concerned = claim.review === 'DRAFT' ? await concernedBy(tx, claim.key) : [];
    const named = [...actorsOf(content), ...concerned];
    await acceptActors(tx, view?.maybeDrafts(named) ?? named);
  }
  const text = `${actor.slug} ${kind} ${claim.slug}`;
  const { keys, slugs } = await roomForStance(tx, { slug: content.slug, text });
  const [slug = text] = slugs;
  const place = { claim: claim.key, slug, key: keys.stance, firstEvidence: keys.evidence };
  const made = newStance(tx, content, place);
  await insertStances(tx, [made]);
  const { key, id, recordedAt: at } = made.row;
  if (review === 'VERIFIED') await reviewClaim(tx, claim, { review: 'VERIFIED', at });
  return { noun: 'stance', key, id, created: true, seq: made.seq };
}
