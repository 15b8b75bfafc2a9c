import { lastSeq } from '../../db/queries/event.ts';
import { latestEvent, latestMigration, recordCounts } from '../../db/queries/record.ts';
import { builder } from '../builder.ts';
import { whenRead } from '../reading/edge.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';

interface Counts {
  readonly articles: number;
  readonly actors: number;
  readonly affiliations: number;
  readonly claims: number;
  readonly stances: number;
  readonly evidence: number;
  readonly links: number;
}

const RecordCounts = builder.objectRef<Counts>('RecordCounts').implement({
  description: 'How much readers see on record.',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'Articles that are not withdrawn.' }),
    actors: t.exposeInt('actors', { description: 'Actors.' }),
    affiliations: t.exposeInt('affiliations', {
      description: 'Affiliations, ended ones included.',
    }),
    claims: t.exposeInt('claims', { description: 'Claims that are public and not withdrawn.' }),
    stances: t.exposeInt('stances', {
      description: 'Stances on these claims that are not withdrawn.',
    }),
    evidence: t.exposeInt('evidence', {
      description: 'Pieces of evidence of these stances, those withdrawn included.',
    }),
    links: t.exposeInt('links', { description: 'Links in force between claims that are public.' }),
  }),
});

const RecordVersions = builder.objectRef<object>('RecordVersions').implement({
  description: 'What the record and its programs agree on.',
  fields: (t) => ({
    format: t.string({
      description: 'The format of imports and exports.',
      resolve: () => 'onrecord/1',
    }),
    database: t.string({
      nullable: true,
      description: 'The last change of the database’s structure.',
      resolve: (_versions, _args, { reader }) =>
        whenRead(reader.read(latestMigration), ([last]) => last?.name ?? null),
    }),
  }),
});

const RecordSummary = builder.objectRef<object>('RecordSummary').implement({
  description: 'The record as a whole.',
  fields: (t) => ({
    counts: t.field({
      type: RecordCounts,
      description: 'How much is on it.',
      resolve: (_record, _args, { aside }) =>
        whenRead(aside.read(recordCounts), ([counts]) => {
          if (counts === undefined) throw new Error('The record was not counted.');
          return counts;
        }),
    }),
    feedCursor: t.string({
      description:
        'The end of the feed: passed as `after` to a subscription, it begins with what comes next.',
      resolve: (_record, _args, { db, reader }) =>
        whenRead(reader.read(lastSeq), ([last]) =>
          encodeFeedCursor({ epoch: db.epoch, seq: last?.seq ?? 0 }),
        ),
    }),
    lastEventAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it last changed; null while it is empty.',
      resolve: (_record, _args, { reader }) =>
        whenRead(reader.read(latestEvent), ([last]) => last?.at ?? null),
    }),
    versions: t.field({
      type: RecordVersions,
      description: 'What it and its programs agree on.',
      resolve: () => ({}),
    }),
  }),
});

builder.queryField('record', (t) =>
  t.field({
    type: RecordSummary,
    description: 'The record as a whole: how much is on it, and where its feed ends.',
    resolve: () => ({}),
  }),
);
