import { actorsByKey } from '../../db/queries/actor.ts';
import { claimsByKey } from '../../db/queries/claim.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import {
  actorsToName,
  type SideOnRecord,
  type StandingOnRecord,
  sideShape,
  standingsAt,
  standingsOfClaims,
} from '../../db/queries/standing.ts';
import type { ProjectedStanding } from '../../db/rules/standing.ts';
import { summaryOf } from '../../db/rules/summary.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { Polarity, StandingStatus } from '../enums.ts';
import { Actor, Claim, Stance } from '../objects.ts';
import {
  batch,
  keyArgs,
  loadOne,
  type MaybePromise,
  one,
  readFor,
  visibilityArgs,
  whenRead,
} from '../reading/edge.ts';
import { defaultPageSize, maximalPageSize, pageSize } from '../reading/page.ts';
import { embedded, sayingHow, several, worked, workedTogether } from '../reading/worked.ts';

type Counts = ProjectedStanding['counts'];
interface First {
  readonly first?: number | null | undefined;
}

const StanceCounts = builder.objectRef<Counts>('StanceCounts').implement({
  description: 'How many stances count, by the way they point.',
  fields: (t) => ({
    for: t.int({ description: 'For the claim.', ...worked([], ({ FOR }: Counts) => FOR) }),
    relayed: t.int({
      description: 'Relaying it.',
      ...worked([], ({ RELAYED }: Counts) => RELAYED),
    }),
    mixed: t.int({
      description: 'Neither wholly for nor against it.',
      ...worked([], ({ MIXED }: Counts) => MIXED),
    }),
    none: t.int({ description: 'Taking no position.', ...worked([], ({ NONE }: Counts) => NONE) }),
    against: t.int({
      description: 'Against it.',
      ...worked([], ({ AGAINST }: Counts) => AGAINST),
    }),
  }),
});

const Side = builder.objectRef<SideOnRecord>('Side').implement({
  description: 'An actor with those who speak for it, as one voice.',
  extensions: { rows: sideShape },
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'Whose side it is: the principal, or whoever speaks for itself.',
      ...one(actorsByKey, 'actorKey'),
    }),
    polarity: t.expose('polarity', { type: Polarity, description: 'Which way it points.' }),
    stance: t.field({
      type: Stance,
      description:
        'The stance that counts for it: a spokesperson’s only where the principal has none.',
      ...one(stancesByKey, 'stanceKey'),
    }),
    spokenBy: t.field({
      type: [Actor],
      description: 'The spokespersons with a stance of their own.',
      ...several(actorsByKey, ['spokenBy'], ({ spokenBy }: SideOnRecord) => spokenBy),
    }),
    onWordOf: t.field({
      type: [Actor],
      description: 'Through whom its stance reached us: the last before the holder in each chain.',
      ...several(actorsByKey, ['onWordOf'], ({ onWordOf }: SideOnRecord) => onWordOf),
    }),
    split: t.exposeBoolean('split', {
      description: 'Whether those who speak for it point different ways.',
    }),
  }),
});

const firstArg = builder.args((t) => ({
  first: t.int({
    defaultValue: defaultPageSize,
    description: `How many from the front, at most ${maximalPageSize}.`,
  }),
}));

export const Standing = builder.objectRef<StandingOnRecord>('Standing').implement({
  description:
    'Where a claim stands among those who spoke to it: computed by rules, and always with its reasons.',
  fields: (t) => ({
    status: t.expose('status', { type: StandingStatus, description: 'The outcome.' }),
    rule: t.exposeInt('rule', { description: 'The number of the rule that gave it, from 1 to 8.' }),
    summary: t.string({
      description: 'One English sentence: who denies, asserts and reports it, and on whose word.',
      ...workedTogether(['standing'], summaries),
    }),
    counts: t.field({
      type: StanceCounts,
      description: 'How many stances count, by the way they point.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).counts),
    }),
    sides: t.field({
      type: [Side],
      description: 'Who stands how, in the order in which they spoke.',
      args: firstArg,
      ...embedded(sideShape, ['standing'], (standing: StandingOnRecord, { first }: First) =>
        reasons(standing)
          .sides.slice(0, pageSize(first))
          .map(({ actor, stance, ...side }) => ({ ...side, actorKey: actor, stanceKey: stance })),
      ),
    }),
    origins: t.field({
      type: [Actor],
      description: 'Who put it forward independently of the others: one actor for each origin.',
      args: firstArg,
      ...several(actorsByKey, ['standing'], (standing: StandingOnRecord, { first }: First) =>
        reasons(standing)
          .origins.slice(0, pageSize(first))
          .map(({ actor }) => actor),
      ),
    }),
    originCount: t.int({
      description: 'How many origins it has.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).origins.length),
    }),
    articleCount: t.int({
      description: 'In how many articles the stances that count are shown.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).articleCount),
    }),
    disputedVia: t.field({
      type: [Claim],
      description:
        'The disputed or denied claims that it presupposes, or in which its stances were taken.',
      args: firstArg,
      ...several(claimsByKey, ['standing'], (standing: StandingOnRecord, { first }: First) =>
        reasons(standing).disputedVia.slice(0, pageSize(first)),
      ),
    }),
    onlyUnnamedSources: t.exposeBoolean('onlyUnnamedSources', {
      description:
        'Whether someone is for it, and all who are for it are unnamed sources or hearsay.',
    }),
    since: t.expose('since', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it has this status, by the record’s clock. Null with `saidBy`.',
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description:
        'The moment it holds for: that of the last event of which you may know, unless another was asked for.',
    }),
  }),
});

/** All of them with one look at the actors that they name. */
function summaries(
  standings: readonly Pick<StandingOnRecord, 'standing'>[],
  context: GraphContext,
): MaybePromise<readonly string[]> {
  const keys = [...new Set(standings.flatMap((standing) => actorsOf(reasons(standing))))];
  return whenRead(context.reader.read(actorsToName, keyArgs(keys, context)), (actors) => {
    const named = new Map(actors.map((actor) => [actor.key, actor]));
    return standings.map((standing) => summaryOf(reasons(standing), named));
  });
}

interface StandingOf {
  readonly key: number;
  readonly ownKey: number;
}

interface StandingArgs {
  readonly asOf?: number | null | undefined;
  readonly saidBy?: number | null | undefined;
}

/** The standing of a claim: the projection, or worked out where a moment in the past is asked about. */
export const standing = sayingHow(
  batch<StandingOf, StandingOnRecord, StandingArgs>(
    ['key', 'ownKey'],
    (claims, { args, context, info }) => {
      const { past } = context;
      const { saidBy = null } = args;
      const asOf = earlier(args.asOf ?? null, past);
      // What is one claim today may have been several.
      const keys = claims.map(({ key, ownKey }) => (asOf === null ? key : ownKey));
      if (asOf !== null || saidBy !== null) {
        const moment = {
          asOf: asOf ?? past?.moment.at ?? null,
          saidBy,
          ...visibilityArgs(context),
        };
        const { aside } = past?.now ?? context;
        return whenRead(standingsAt(aside, keys, moment), (standings) => {
          const sides = standings.reduce((sum, found) => sum + reasons(found).sides.length, 0);
          context.charge(pointsPerSide * sides);
          return readFor(standings, { context, info });
        });
      }
      return whenRead(loadOne(standingsOfClaims, keys, { context, info }), (standings) =>
        standings.flatMap((found) => found ?? []),
      );
    },
  ),
  { is: 'edge', query: standingsOfClaims, column: 'key' },
);

/** The moment that is asked about, where that is earlier than the one that all is asked as of: nothing below that knows of later ones. */
const earlier = (asOf: number | null, past: GraphContext['past']): number | null =>
  asOf !== null && past !== undefined && asOf >= past.asOf ? null : asOf;

/** What it costs to work out a standing of the past, for each side in it. */
export const pointsPerSide = 8;

const unaddressed: ProjectedStanding = {
  status: 'UNADDRESSED',
  rule: 8,
  counts: { FOR: 0, RELAYED: 0, MIXED: 0, NONE: 0, AGAINST: 0, WITHDRAWN: 0 },
  sides: [],
  retracted: [],
  origins: [],
  articleCount: 0,
  outletCount: 0,
  disputedVia: [],
  onlyUnnamedSources: false,
};

/** What the status follows from. A claim on which nobody ever had a stance has no projection. */
export function reasons(standing: {
  readonly standing: ProjectedStanding | null;
}): ProjectedStanding {
  return standing.standing ?? unaddressed;
}

function actorsOf({ retracted, sides }: ProjectedStanding): readonly number[] {
  return [
    ...sides.flatMap((side) => [side.actor, side.holder, ...side.spokenBy, ...side.onWordOf]),
    ...retracted.map(({ actor }) => actor),
  ];
}
