import type { StanceFilter } from '../../db/queries/stance-filter.ts';
import { builder } from '../builder.ts';
import { codedError, unauthenticated } from '../coded.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { Certainty, Polarity, Review, StanceKind } from '../enums.ts';
import { ActorBy, ArticleBy, ClaimBy } from '../reading/reference.ts';

export const StanceFilterInput = builder.inputType('StanceFilter', {
  description: 'Selects stances that meet all of it.',
  fields: (t) => ({
    claim: t.field({ type: ClaimBy, description: 'On this claim.' }),
    actor: t.field({ type: ActorBy, description: 'Held by this actor.' }),
    kind: t.field({ type: StanceKind, description: 'Of this kind.' }),
    polarity: t.field({ type: Polarity, description: 'Pointing this way.' }),
    certainty: t.field({ type: Certainty, description: 'Put with this certainty.' }),
    hearsay: t.boolean({
      description: 'Whether an unnamed source stands before the holder in every chain.',
    }),
    article: t.field({ type: ArticleBy, description: 'Shown by words of this article.' }),
    outlet: t.field({ type: ActorBy, description: 'Shown by words of an article of this outlet.' }),
    via: t.field({
      type: ActorBy,
      description: 'That reached us through this actor: any link of a chain, its holder included.',
    }),
    saidAfter: t.field({
      type: 'DateTime',
      description: 'Taken later than this, by `effectiveAt`.',
    }),
    saidBefore: t.field({
      type: 'DateTime',
      description: 'Taken earlier than this, by `effectiveAt`.',
    }),
    recordedAfter: t.field({ type: 'DateTime', description: 'Put on record later than this.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Put on record earlier than this.' }),
    withdrawn: t.boolean({ description: 'With true, those withdrawn instead of all others.' }),
    review: t.field({
      type: Review,
      description: 'With this review. What is not VERIFIED needs an EDITOR token.',
    }),
  }),
});

/** The filter, if the viewer may ask by it. Throws, for drafts, what `assertMaySee` throws. */
export function allowedStanceFilter(
  filter: StanceFilter | null | undefined,
  context: Pick<GraphContext, 'past' | 'viewer'>,
): StanceFilter {
  const allowed = filter ?? {};
  assertMaySee(allowed, context);
  return allowed;
}

/** Throws `UNAUTHENTICATED` or `FORBIDDEN` where the filter is for what editors alone see. */
export function assertMaySee(
  { review }: { readonly review?: string | null | undefined },
  context: Pick<GraphContext, 'past' | 'viewer'>,
): void {
  if (review !== null && review !== undefined && review !== 'VERIFIED') assertSeesDrafts(context);
}

/** Throws `UNAUTHENTICATED` or `FORBIDDEN` for whoever is not shown drafts, and `BAD_USER_INPUT` as of a moment. */
export function assertSeesDrafts(context: Pick<GraphContext, 'past' | 'viewer'>): void {
  if (context.past) {
    throw codedError(
      'BAD_USER_INPUT',
      'Drafts are not kept as they were: ask for them without asOf.',
    );
  }
  assertIsEditor(context, 'Drafts are shown to holders of an EDITOR token.');
}

/** Throws `UNAUTHENTICATED` or `FORBIDDEN`, with this sentence, for whoever has no EDITOR token or a higher one. */
export function assertIsEditor(
  { past, ...asking }: Pick<GraphContext, 'past' | 'viewer'>,
  sentence: string,
): void {
  const { viewer } = past?.now ?? asking;
  if (hasRole(viewer, 'EDITOR')) return;
  throw viewer === null ? unauthenticated(sentence) : codedError('FORBIDDEN', sentence);
}
