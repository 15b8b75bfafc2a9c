import { wordingsByKey } from '../../db/queries/claim.ts';
import { claimLinkShape } from '../../db/queries/claim-link.ts';
import { seenBy } from '../changing/role.ts';
import { ClaimLinkKind, Judgement, LinkEnd } from '../enums.ts';
import { Claim, ClaimLink } from '../objects.ts';
import { one } from '../reading/edge.ts';
import { Node } from '../reading/node.ts';
import { columnTold } from '../writing/how.ts';

ClaimLink.implement({
  description: 'A judged relation between two claims.',
  interfaces: [Node],
  extensions: { rows: claimLinkShape },
  fields: (t) => ({
    from: t.field({
      type: Claim,
      description: 'The claim that relates.',
      ...one(wordingsByKey, 'fromKey'),
    }),
    to: t.field({
      type: Claim,
      description: 'The claim it relates to.',
      ...one(wordingsByKey, 'toKey'),
    }),
    kind: t.expose('kind', { type: ClaimLinkKind, description: 'How it relates.' }),
    judgement: t.expose('judgement', {
      type: Judgement,
      description: 'What was decided about it. Only what is CONFIRMED has consequences.',
    }),
    shown: t.expose('shown', {
      type: LinkEnd,
      nullable: true,
      description: 'Of two claims that say the same, the one that is shown; null of other links.',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was so decided. Needs an EDITOR token, and is null without one.',
      extensions: columnTold('reason'),
      ...seenBy('EDITOR'),
      resolve: ({ reason }) => reason,
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back.',
    }),
  }),
});
