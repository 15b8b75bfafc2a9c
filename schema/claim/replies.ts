import { actorsByKey } from '../../db/queries/actor.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import { heldShape } from '../../db/read/row.ts';
import { type ReplyTold, repliesIn } from '../../db/rules/answers.ts';
import { builder } from '../builder.ts';
import { ReplyState } from '../enums.ts';
import { Actor, Claim, Stance } from '../objects.ts';
import { one, oneOrNone } from '../reading/edge.ts';
import { embedded, several } from '../reading/worked.ts';

interface ReplyOnRecord extends Pick<ReplyTold, 'state'> {
  readonly actorKey: number;
  readonly stanceKey: number | null;
}

const replyShape = heldShape<ReplyOnRecord>(['actorKey', 'state', 'stanceKey']);

const ReplyObject = builder.objectRef<ReplyOnRecord>('Reply').implement({
  description: 'What somebody said to a claim that it bears on, or that it was asked about.',
  extensions: { rows: replyShape },
  fields: (t) => ({
    actor: t.field({ type: Actor, description: 'Who.', ...one(actorsByKey, 'actorKey') }),
    state: t.expose('state', { type: ReplyState, description: 'What became of it.' }),
    stance: t.field({
      type: Stance,
      nullable: true,
      description: 'The stance that shows it, of its own or of its side; null where nobody asked.',
      ...oneOrNone(stancesByKey, 'stanceKey'),
    }),
  }),
});

/** What is stored of whom a claim concerns and who answered it. */
interface Answered {
  readonly replies: string;
}

builder.objectFields(Claim, (t) => ({
  concerns: t.field({
    type: [Actor],
    description:
      'The actors whom it bears on, and who could answer it, as they were told of any of its wordings.',
    ...several(actorsByKey, ['replies'], ({ replies }: Answered) =>
      repliesIn(replies).flatMap(({ actor, isConcerned }) => (isConcerned ? actor : [])),
    ),
  }),
  replies: t.field({
    type: [ReplyObject],
    description: 'What those said whom it concerns, and then all others who were asked about it.',
    ...embedded(replyShape, ['replies'], ({ replies }: Answered) =>
      repliesIn(replies).map(({ actor, state, stance }) => ({
        actorKey: actor,
        state,
        stanceKey: stance,
      })),
    ),
  }),
}));
