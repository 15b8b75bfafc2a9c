import { draftsReadOtherwise } from '../../db/queries/read-otherwise.ts';
import { type StanceOnRecord, stancesByKey } from '../../db/queries/stance.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { Stance } from '../objects.ts';
import { type At, batch, keyArgs, loadOne, type MaybePromise, whenRead } from '../reading/edge.ts';

builder.objectField(Stance, 'readOtherwise', (t) =>
  t.field({
    type: [Stance],
    nullable: true,
    description:
      'For a draft: other drafts of its article, by another extractor, that read the same words otherwise: another position of the same actor on the claim, another claim of the same actor, or another actor with that position. One of them can be right at most. Needs an EDITOR token, and is null without one.',
    ...seenBy('EDITOR'),
    ...batch<StanceOnRecord, readonly StanceOnRecord[]>(['key'], readOtherwise),
  }),
);

function readOtherwise(
  stances: readonly StanceOnRecord[],
  at: At,
): MaybePromise<readonly (readonly StanceOnRecord[])[]> {
  const keys = stances.map(({ key }) => key);
  const found = at.context.aside.read(draftsReadOtherwise, keyArgs(keys, at.context));
  return whenRead(found, (pairs) => {
    const others = pairs.map(({ stance }) => stance);
    return whenRead(loadOne(stancesByKey, others, at), (rows) =>
      keys.map((_, place) =>
        rows.flatMap((row, index) => (row !== null && pairs[index]?.place === place ? [row] : [])),
      ),
    );
  });
}
