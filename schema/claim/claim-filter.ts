import type { ClaimFilter } from '../../db/queries/claim-list.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { ClaimKind, Review, StandingStatus } from '../enums.ts';
import { ActorBy, ArticleBy } from '../reading/reference.ts';
import { assertMaySee, StanceFilterInput } from '../stance/stance-filter.ts';

const mostStanceFilters = 10;

export const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description: 'Selects claims that meet all of it.',
  fields: (t) => ({
    status: t.field({
      type: StandingStatus,
      description: 'With this standing. With an EDITOR token, UNADDRESSED finds drafts as well.',
    }),
    kind: t.field({ type: ClaimKind, description: 'Of this kind.' }),
    topic: t.string({ description: 'With this topic.' }),
    language: t.string({ description: 'Put in this language.' }),
    article: t.field({
      type: ArticleBy,
      description: 'With a stance that words of this article show.',
    }),
    outlet: t.field({
      type: ActorBy,
      description: 'With a stance that words of an article of this outlet show.',
    }),
    happenedAfter: t.field({
      type: 'Date',
      description: 'Of what ended later than this day; never of unknown time.',
    }),
    happenedBefore: t.field({
      type: 'Date',
      description: 'Of what began earlier than this day; never of unknown time.',
    }),
    recordedAfter: t.field({ type: 'DateTime', description: 'Put on record later than this.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Put on record earlier than this.' }),
    onlyUnnamedSources: t.boolean({
      description: 'Whether all who are for it are unnamed sources, or hearsay of such.',
    }),
    stances: t.field({
      type: [StanceFilterInput],
      description:
        'For each of these, at most ten, one stance that counts meets all of it: “the one for it and the other against it”.',
    }),
    noStances: t.field({
      type: StanceFilterInput,
      description: 'No stance that counts meets all of it.',
      extensions: { excludes: true },
    }),
    review: t.field({
      type: Review,
      description: 'With this review, public or not. What is not VERIFIED needs an EDITOR token.',
    }),
  }),
});

/** The filter, if the viewer may ask by it, and whether it reaches claims that are not public. */
export function allowedClaimFilter(
  wanted: ClaimFilter | null | undefined,
  context: Pick<GraphContext, 'viewer'>,
): { readonly filter: ClaimFilter; readonly seesDrafts: boolean } {
  const filter = wanted ?? {};
  assertMaySee(filter, context);
  const stances = filter.stances ?? [];
  for (const stance of [...stances, filter.noStances]) assertMaySee(stance ?? {}, context);
  if (stances.length > mostStanceFilters) {
    throw codedError('BAD_USER_INPUT', `At most ${mostStanceFilters} filters of stances.`);
  }
  const reachesDrafts = filter.status === 'UNADDRESSED' || typeof filter.review === 'string';
  return { filter, seesDrafts: reachesDrafts && hasRole(context.viewer, 'EDITOR') };
}
