import type { Verification as Found, RecordFault } from '../../db/verify/report.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { builder } from '../builder.ts';

const CheckedCounts = builder.objectRef<Found['checked']>('CheckedCounts').implement({
  description: 'How much was looked at.',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'Texts and their hashes.' }),
    evidence: t.exposeInt('evidence', { description: 'Quotes in their places.' }),
    claims: t.exposeInt('claims', { description: 'Claims with their standings.' }),
    stances: t.exposeInt('stances', { description: 'Stances.' }),
    actors: t.exposeInt('actors', { description: 'Actors.' }),
    events: t.exposeInt('events', { description: 'Events of the log.' }),
    texts: t.exposeInt('texts', {
      description: 'Texts of different hashes, each compared with all others.',
    }),
  }),
});

const Fault = builder.objectRef<RecordFault>('RecordFault').implement({
  description: 'Something on record that is not as the rules have it.',
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'What sort of thing it is about.' }),
    id: t.exposeString('id', { description: 'Its public id; the number of an event.' }),
    what: t.exposeString('what', { description: 'What is wrong.' }),
  }),
});

const Verification = builder.objectRef<Found>('Verification').implement({
  description: 'What was looked at, and what was found.',
  fields: (t) => ({
    checked: t.expose('checked', { type: CheckedCounts, description: 'How much was looked at.' }),
    faults: t.field({
      type: [Fault],
      description: 'What is wrong: the first thousand.',
      resolve: ({ faults }) => faults,
    }),
    faultCount: t.exposeInt('faultCount', { description: 'How much is wrong in all.' }),
    unverifiable: t.field({
      type: [Fault],
      description: 'What cannot be verified since its text was erased: the first thousand.',
      resolve: ({ unverifiable }) => unverifiable,
    }),
    unverifiableCount: t.exposeInt('unverifiableCount', {
      description: 'How much was erased, and cannot be verified, in all.',
    }),
    withoutTextCount: t.exposeInt('withoutTextCount', {
      description:
        'How many articles are on record without their text, and pieces of evidence in them: they are verified when it comes.',
    }),
  }),
});

builder.queryField('verifyRecord', (t) =>
  t.field({
    type: Verification,
    description:
      'Looks at every hash, quote, likeness, standing, reference and event on record, and at the indexes of the search, while changes wait: for ADMIN tokens, and slow where the record is large.',
    authScopes: { role: 'ADMIN' },
    resolve: async (_root, _args, { aside, charge, db }) => {
      const found = await verifyRecord({ reader: aside, checkSearch: () => db.checkSearch() });
      const { checked } = found;
      charge(pointsPerChecked * Object.values(checked).reduce((sum, count) => sum + count, 0));
      return found;
    },
  }),
);

/** What it costs to verify, for each thing that is looked at, beside what is read aside for it. */
export const pointsPerChecked = 1.5;
