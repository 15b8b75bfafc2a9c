import type { ClaimFilter } from '../../db/queries/claim-list.ts';
import { standingStatuses } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { ClaimKind, Review, StandingStatus } from '../enums.ts';
import { ActorBy, ArticleBy } from '../reading/reference.ts';
import { assertIsEditor, assertMaySee, StanceFilterInput } from '../stance/stance-filter.ts';

const mostStanceFilters = 10;

export const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description: 'Selects claims that meet all of it.',
  fields: (t) => ({
    status: t.field({
      type: StandingStatus,
      description: 'With this standing. With an EDITOR token, UNADDRESSED finds drafts as well.',
    }),
    statusIn: t.field({
      type: [StandingStatus],
      description:
        'With one of these standings. With an EDITOR token, UNADDRESSED finds drafts as well.',
    }),
    changedAfter: t.field({
      type: 'DateTime',
      description: 'Whose standing last changed later than this, by the record’s clock.',
    }),
    changedBefore: t.field({
      type: 'DateTime',
      description: 'Whose standing last changed earlier than this, by the record’s clock.',
    }),
    concerns: t.field({ type: ActorBy, description: 'That bear on this actor.' }),
    disputedBy: t.field({
      type: ActorBy,
      description: 'That this actor is against, itself or as a side.',
    }),
    awaitingReply: t.boolean({
      description: 'Whether somebody who was asked has not answered, in any of `replies`.',
    }),
    notAsked: t.boolean({
      description: 'Whether nobody asked somebody whom they bear on. Needs an EDITOR token.',
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
  context: Pick<GraphContext, 'past' | 'viewer'>,
): { readonly filter: ClaimFilter; readonly seesDrafts: boolean } {
  const filter = wanted ?? {};
  assertMaySee(filter, context);
  const stances = filter.stances ?? [];
  for (const stance of [...stances, filter.noStances]) assertMaySee(stance ?? {}, context);
  if (stances.length > mostStanceFilters) {
    throw codedError('BAD_USER_INPUT', `At most ${mostStanceFilters} filters of stances.`);
  }
  const statuses = filter.statusIn ?? [];
  if (statuses.length > standingStatuses.length) {
    throw codedError('BAD_USER_INPUT', `At most ${standingStatuses.length} statuses.`);
  }
  if (typeof filter.notAsked === 'boolean') {
    assertIsEditor(context, 'Whom nobody asked is told to holders of an EDITOR token.');
  }
  const isUnaddressed = filter.status === 'UNADDRESSED' || statuses.includes('UNADDRESSED');
  const reachesDrafts = isUnaddressed || typeof filter.review === 'string';
  return { filter, seesDrafts: reachesDrafts && hasRole(context.viewer, 'EDITOR') };
}
