import type { StanceNamed } from '../queries/named.ts';
import { InputInvalid } from '../rules/errors.ts';
import type { RecordedEvidence } from '../rules/record-view.ts';
import { cited } from '../rules/sentence.ts';
import type { WriteTx } from '../write/transaction.ts';
import { recordViewOf } from './reference.ts';

/** The words that show a stance, to be quoted anew. @throws InputInvalid where there are none, or none any more */
export async function wordsInForce(
  tx: WriteTx,
  { slug }: Pick<StanceNamed, 'slug'>,
): Promise<readonly RecordedEvidence[]> {
  const view = await recordViewOf(tx, (names) => names.own.stances.add(slug));
  const shown = (view.recordedStance(slug)?.evidence ?? []).filter(
    ({ withdrawnReason }) => withdrawnReason === null,
  );
  if (shown.length === 0) throw new InputInvalid('No words show the stance.', ['stance']);
  const erased = shown.find(({ quote }) => quote === null);
  if (erased === undefined) return shown;
  const because = `The text of ${cited(erased.article)} was erased: it is quoted no more.`;
  throw new InputInvalid(because, ['stance']);
}
