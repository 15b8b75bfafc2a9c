import type { ActorOnRecord } from '../../db/queries/actor.ts';
import { stanceShownAlready } from '../../db/queries/further-evidence.ts';
import type { ArticleReference } from '../../db/queries/key.ts';
import {
  claimsBeside,
  claimTexts,
  type MatchOnRecord,
  matchesOf,
  matchShape,
} from '../../db/queries/similar.ts';
import {
  type StanceOnRecord,
  stanceList,
  stanceOrder,
  stanceShape,
  stancesByKey,
} from '../../db/queries/stance.ts';
import { isUntold } from '../../db/rules/untold-claim.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { ClaimMatch, candidateCount, claimsLikeText } from '../claim/similar.ts';
import { Actor, Stance, StanceConnection } from '../objects.ts';
import { pageArgs } from '../reading/connection.ts';
import { dealt } from '../reading/dealt.ts';
import {
  type At,
  batch,
  keyArgs,
  loadOne,
  type MaybePromise,
  type ResolverInput,
  readFor,
  whenAllRead,
  whenRead,
} from '../reading/edge.ts';
import { list } from '../reading/list.ts';
import { ArticleBy } from '../reading/reference.ts';
import { allowedStanceFilter } from '../stance/stance-filter.ts';
import { actorsInstead } from './actors-instead.ts';

interface First {
  readonly first?: number | null | undefined;
}

builder.queryField('drafts', (t) =>
  t.field({
    type: StanceConnection,
    description:
      'The stances that were drafted from an article and are neither accepted nor rejected, in the order in which they were drafted. Needs an EDITOR token.',
    args: {
      article: t.arg({ type: ArticleBy, required: true, description: 'The article.' }),
      ...pageArgs,
    },
    ...list(stanceShape, ({ article }: { article: ArticleReference }, context) => {
      const filter = allowedStanceFilter({ review: 'DRAFT', article }, context);
      const order = stanceOrder('RECORDED_AT', false);
      return { source: stanceList(filter, order), order };
    }),
  }),
);

const DraftDoubt = builder.enumType('DraftDoubt', {
  description: 'What a draft leaves to whoever reviews it.',
  values: {
    CLAIM_NOT_TOLD: {
      description:
        'The article tells that something is denied, and not for certain what: it is accepted with `claim` or `claimText` alone. `claimCandidates` are the other claims of the article.',
    },
  } as const,
});

builder.objectFields(Stance, (t) => ({
  unsure: t.field({
    type: DraftDoubt,
    nullable: true,
    description:
      'Why a draft cannot be accepted as it is; null where it can. Needs an EDITOR token, and is null without one.',
    ...seenBy('EDITOR'),
    ...batch<StanceOnRecord, 'CLAIM_NOT_TOLD' | null>(['claimKey'], doubts),
  }),
  claimCandidates: t.field({
    type: [ClaimMatch],
    nullable: true,
    description:
      'Other claims that may be the same as its claim, the best first, and drafts after what is on record: for whoever reviews a draft. Of a draft that leaves open what is denied, the other claims of its article, the nearest first. Needs an EDITOR token, and is null without one.',
    args: { first: t.arg.int({ defaultValue: 5, description: 'How many at most.' }) },
    ...seenBy('EDITOR'),
    ...batch<StanceOnRecord, readonly MatchOnRecord[], First>(['key', 'claimKey'], claimsInstead),
  }),
  furtherEvidenceOf: t.field({
    type: Stance,
    nullable: true,
    description:
      'For a draft: the stance on record of the same actor and kind, on its claim or on one in the same words, of which it may be further evidence (`evidenceOf` of `reviewStance`). Needs an EDITOR token, and is null without one.',
    ...seenBy('EDITOR'),
    ...batch<StanceOnRecord, StanceOnRecord | null>(['key'], shownAlready),
  }),
  actorCandidates: t.field({
    type: [Actor],
    nullable: true,
    description:
      'Other actors that are called much like its actor, the best first: for whoever reviews a draft. Needs an EDITOR token, and is null without one.',
    args: { first: t.arg.int({ defaultValue: 5, description: 'How many at most.' }) },
    ...seenBy('EDITOR'),
    ...batch<StanceOnRecord, readonly ActorOnRecord[], First>(['actorKey'], actorsInstead),
  }),
}));

function claimsInstead(
  stances: readonly StanceOnRecord[],
  { args, context, info }: ResolverInput<First>,
): MaybePromise<readonly (readonly MatchOnRecord[])[]> {
  const first = candidateCount(args.first);
  const keys = stances.map(({ claimKey }) => claimKey);
  return whenRead(context.reader.read(claimTexts, keyArgs(keys, context)), (told) => {
    const reads = told.map(({ text }, index) =>
      isUntold(text ?? '')
        ? claimsBesideDraft(stances[index]?.key ?? 0, first, context)
        : claimsLikeText(text ?? '', { first, but: keys[index] ?? 0 }, context),
    );
    return whenAllRead(reads, (found) => {
      const all = found.flat();
      const cells = matchShape.names.map((name) =>
        all.map((one): unknown => Reflect.get(one, name)),
      );
      return dealt(readFor(matchShape.view(cells, all.length), { context, info }), found);
    });
  });
}

/** The claims of an article that may be what a draft leaves open. */
function claimsBesideDraft(
  stance: number,
  first: number,
  { aside }: At['context'],
): MaybePromise<readonly MatchOnRecord[]> {
  return whenRead(aside.read(claimsBeside, { stance, limit: first }), (found) =>
    matchesOf(found, ''),
  );
}

function doubts(
  stances: readonly StanceOnRecord[],
  { context }: At,
): MaybePromise<readonly ('CLAIM_NOT_TOLD' | null)[]> {
  const keys = stances.map(({ claimKey }) => claimKey);
  return whenRead(context.reader.read(claimTexts, keyArgs(keys, context)), (told) =>
    told.map(({ text }) => (isUntold(text ?? '') ? 'CLAIM_NOT_TOLD' : null)),
  );
}

function shownAlready(
  stances: readonly StanceOnRecord[],
  at: At,
): MaybePromise<readonly (StanceOnRecord | null)[]> {
  const keys = stances.map(({ key }) => key);
  return whenRead(at.context.aside.read(stanceShownAlready, keyArgs(keys, at.context)), (found) =>
    loadOne(
      stancesByKey,
      found.map(({ stance }) => stance),
      at,
    ),
  );
}
