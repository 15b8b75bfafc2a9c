import type { CountedNoun, RecordStatus as StatusOnRecord } from '../../db/queries/status.ts';
import { recordStatus } from '../../db/queries/status.ts';
import { builder } from '../builder.ts';
import { EventType } from '../feed/event-type.ts';
import { Token } from '../objects.ts';
import { Backup } from './backup.ts';

type LastEventOnRecord = NonNullable<StatusOnRecord['lastEvent']>;

const StatusCounts = builder.objectRef<StatusOnRecord['counts']>('StatusCounts').implement({
  description: 'How much the database holds, drafts and what is withdrawn included.',
  fields: (t) => {
    const rows = (noun: CountedNoun, description: string) => t.exposeInt(noun, { description });
    return {
      actors: rows('actors', 'Actors.'),
      affiliations: rows('affiliations', 'Affiliations.'),
      articles: rows('articles', 'Articles.'),
      claims: rows('claims', 'Claims.'),
      links: rows('links', 'Links between claims.'),
      merges: rows('merges', 'Merges of actors.'),
      stances: rows('stances', 'Stances.'),
      drafts: rows('drafts', 'Stances that wait for a judgement: drafts, not withdrawn.'),
      evidence: rows('evidence', 'Pieces of evidence.'),
      events: rows('events', 'Events.'),
    };
  },
});

const LastEvent = builder.objectRef<LastEventOnRecord>('LastEvent').implement({
  description: 'The last change of the record.',
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Its number in the log.' }),
    type: t.expose('type', { type: EventType, description: 'What happened.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
});

const RecordStatus = builder.objectRef<StatusOnRecord>('RecordStatus').implement({
  description: 'What whoever runs the record wants to see first.',
  fields: (t) => ({
    epoch: t.exposeString('epoch', { description: 'The random name of the log of events.' }),
    migrations: t.stringList({
      description: 'The changes of the database’s structure, in the order in which they were made.',
      resolve: ({ migrations }) => [...migrations],
    }),
    counts: t.expose('counts', { type: StatusCounts, description: 'How much it holds.' }),
    lastEvent: t.expose('lastEvent', {
      type: LastEvent,
      nullable: true,
      description: 'Its last change; null before the first.',
    }),
    tokens: t.field({
      type: [Token],
      description: 'All tokens, the oldest first.',
      resolve: ({ tokens }) => tokens,
    }),
    fileFault: t.string({
      nullable: true,
      description:
        'What became of the file of the database, or of its log, where it is not in its place: `file gone`, `log replaced`. Every change is refused then. `file damaged` where the check has found that. Null where all is well.',
      resolve: (_status, _args, { db }) => db.fileFault(),
    }),
    backup: t.expose('backup', {
      type: Backup,
      nullable: true,
      description: 'The latest backup that was made of the file; null where none was.',
    }),
  }),
});

builder.queryField('status', (t) =>
  t.field({
    type: RecordStatus,
    description: 'What whoever runs the record wants to see first: for ADMIN tokens.',
    authScopes: { role: 'ADMIN' },
    resolve: (_root, _args, { aside }) => recordStatus(aside),
  }),
);
