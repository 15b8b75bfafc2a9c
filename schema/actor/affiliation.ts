import { actorsByKey } from '../../db/queries/actor.ts';
import { affiliationShape } from '../../db/queries/affiliation.ts';
import { AffiliationKind } from '../enums.ts';
import { Actor, Affiliation } from '../objects.ts';
import { one } from '../reading/edge.ts';
import { Node } from '../reading/node.ts';

Affiliation.implement({
  description: 'That one actor belonged to another, or spoke for it, at a time.',
  interfaces: [Node],
  extensions: { rows: affiliationShape },
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'Who belongs or speaks.',
      ...one(actorsByKey, 'actorKey'),
    }),
    of: t.field({
      type: Actor,
      description: 'To whom, or for whom.',
      ...one(actorsByKey, 'ofKey'),
    }),
    kind: t.expose('kind', { type: AffiliationKind, description: 'How it belongs.' }),
    role: t.exposeString('role', { nullable: true, description: 'As what: “spokesman”.' }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'Its first day; null where that is unknown.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'Its last day; null while it lasts, as far as is known.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the record learned of its end.',
    }),
  }),
});
