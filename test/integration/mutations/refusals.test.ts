import { expect, test } from 'vitest';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  quoting,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import { done } from './every-mutation.ts';
import { type Desk, mutationOf, openDesk } from './open-desk.ts';

/** A request that is refused: what is done before, the mutation and its input, and what the refusal tells. */
type Refused = readonly [
  before: string,
  name: string,
  input: object | ((id: string) => object),
  type: string,
  facts: { readonly message?: RegExp } & Readonly<Record<string, unknown>>,
];

const nobody = { slug: 'nobody' };
const missing = (noun: string, path: readonly string[]) => ({
  code: 'NOT_ON_RECORD',
  noun,
  reference: 'nobody',
  path,
});

const { claim: _claim, ...firstStance } = mayorDenies;
const quoted = (quote: string, facts: object = {}) => ({
  ...mayorDenies,
  slug: 'mayor-again',
  evidence: [{ ...quoting(quote), ...facts }],
});

const cases: readonly Refused[] = [
  [
    '',
    'recordArticle',
    { title: 'x', language: 'en', text: 'y', outlet: nobody },
    'NotOnRecord',
    missing('actor', ['outlet']),
  ],
  [
    '',
    'recordArticle',
    { title: 'x', language: 'en', text: 'a\u0000b' },
    'TextInvalid',
    { code: 'TEXT_INVALID', reason: 'NUL', path: ['text'] },
  ],
  [
    '',
    'recordArticle',
    { title: 'x', language: 'en', text: 'a\udc00' },
    'TextInvalid',
    { reason: 'LONE_SURROGATE', path: ['text'] },
  ],
  [
    '',
    'recordArticle',
    { slug: 'bridge-story', title: 'x', language: 'en', text: 'y' },
    'Conflict',
    { code: 'CONFLICT', noun: 'article', reference: 'bridge-story', path: ['title'] },
  ],
  ['', 'recordArticle', { title: 'x', language: 'en' }, 'InputInvalid', { code: 'INPUT_INVALID' }],
  [
    '',
    'recordArticle',
    { id: 'one', slug: 'two', title: 'x', language: 'en', text: 'y' },
    'InputInvalid',
    { path: ['slug'] },
  ],
  [
    '',
    'updateArticle',
    { article: nobody, title: 'x' },
    'NotOnRecord',
    missing('article', ['article']),
  ],
  [
    '',
    'updateArticle',
    { article: { slug: 'bridge-story' }, title: '' },
    'TextInvalid',
    { reason: 'EMPTY', path: ['title'] },
  ],
  [
    '',
    'withdrawArticle',
    { article: nobody, reason: 'x' },
    'NotOnRecord',
    missing('article', ['article']),
  ],
  [
    'withdrawArticle',
    'withdrawArticle',
    { article: { slug: 'bridge-story' }, reason: 'x' },
    'AlreadyWithdrawn',
    { code: 'ALREADY_WITHDRAWN', noun: 'article', reference: 'bridge-story', path: ['article'] },
  ],
  [
    '',
    'restoreArticle',
    { article: { sha256: '0'.repeat(64) } },
    'NotOnRecord',
    { reference: `sha256:${'0'.repeat(64)}` },
  ],

  [
    '',
    'recordActor',
    { name: 'x', kind: 'UNNAMED_SOURCE', grantedBy: nobody },
    'NotOnRecord',
    missing('actor', ['grantedBy']),
  ],
  [
    '',
    'recordActor',
    { name: 'x', kind: 'UNNAMED_SOURCE' },
    'InputInvalid',
    { path: ['grantedBy'] },
  ],
  [
    '',
    'recordActor',
    { name: 'x', kind: 'PERSON', aliases: ['y', 'a\ud800'] },
    'TextInvalid',
    { path: ['aliases', '1'] },
  ],
  [
    '',
    'recordActor',
    { id: 'mayor', name: 'Another', kind: 'PERSON' },
    'Conflict',
    { noun: 'actor', reference: 'mayor', keys: ['name'] },
  ],
  ['', 'updateActor', { actor: nobody }, 'NotOnRecord', missing('actor', ['actor'])],
  [
    '',
    'updateActor',
    { actor: { slug: 'mayor' }, wikidataId: 'seven' },
    'InputInvalid',
    { path: ['wikidataId'] },
  ],
  [
    '',
    'updateActor',
    { actor: { slug: 'mayor' }, kind: 'UNNAMED_SOURCE' },
    'InputInvalid',
    { code: 'INPUT_INVALID', path: ['kind'] },
  ],
  [
    '',
    'updateActor',
    { actor: { slug: 'council-sources' }, kind: 'GROUP' },
    'InputInvalid',
    { path: ['kind'], message: /never becomes an unnamed source/ },
  ],
  [
    '',
    'updateActor',
    { actor: { slug: 'gazette' }, kind: 'GOVERNMENT' },
    'InputInvalid',
    { path: ['kind'], message: /granted council-sources anonymity/ },
  ],
  [
    '',
    'mergeActors',
    { from: { slug: 'mayor' }, into: { slug: 'mayor' }, judgement: 'CONFIRMED' },
    'InputInvalid',
    { path: ['into'] },
  ],
  [
    'mergeActors',
    'mergeActors',
    { from: { slug: 'ida' }, into: { slug: 'mayor' }, judgement: 'REJECTED' },
    'Conflict',
    { noun: 'merge', keys: ['judgement', 'reason'] },
  ],
  [
    'revokeActorMerge',
    'revokeActorMerge',
    (id) => ({ merge: { id }, reason: 'x' }),
    'AlreadyWithdrawn',
    { noun: 'merge', path: ['merge'] },
  ],
  ['', 'revokeActorMerge', { merge: nobody, reason: 'x' }, 'InputInvalid', { path: ['merge'] }],

  [
    '',
    'recordAffiliation',
    { actor: { slug: 'mayor' }, of: nobody, kind: 'PART_OF' },
    'NotOnRecord',
    missing('actor', ['of']),
  ],
  [
    '',
    'recordAffiliation',
    {
      actor: { slug: 'mayor' },
      of: { slug: 'town-hall' },
      kind: 'PART_OF',
      from: '2026-02-01',
      until: '2026-01-01',
    },
    'InputInvalid',
    { path: ['until'] },
  ],
  [
    'endAffiliation',
    'endAffiliation',
    (id) => ({ affiliation: { id }, until: '2026-01-01' }),
    'AlreadyWithdrawn',
    { noun: 'affiliation', path: ['affiliation'] },
  ],
  [
    'recordAffiliation',
    'endAffiliation',
    (id) => ({ affiliation: { id }, until: '2019-01-01' }),
    'InputInvalid',
    { path: ['until'] },
  ],

  [
    '',
    'recordClaim',
    { ...bridgePromised, text: '' },
    'TextInvalid',
    { reason: 'EMPTY', path: ['text'] },
  ],
  [
    'recordClaim',
    'recordClaim',
    { ...bridgePromised, kind: 'COMMITMENT', topics: ['bridge'] },
    'Conflict',
    { noun: 'claim', reference: 'bridge-promised', keys: ['kind'] },
  ],
  [
    '',
    'recordClaim',
    { ...bridgePromised, stances: [firstStance, { ...firstStance, slug: 'again', actor: nobody }] },
    'NotOnRecord',
    missing('actor', ['stances', '1', 'actor']),
  ],
  [
    '',
    'recordClaim',
    {
      ...bridgePromised,
      stances: [{ ...firstStance, evidence: [quoting('I ever promised a bridge')] }],
    },
    'QuoteNotInArticle',
    { path: ['stances', '0', 'evidence', '0', 'quote'] },
  ],
  [
    '',
    'recordClaim',
    { ...bridgePromised, stances: [{ ...firstStance, id: 'other' }] },
    'InputInvalid',
    { path: ['stances', '0', 'slug'] },
  ],
  ['', 'updateClaim', { claim: nobody }, 'NotOnRecord', missing('claim', ['claim'])],
  ['', 'withdrawClaim', { claim: nobody, reason: 'x' }, 'NotOnRecord', missing('claim', ['claim'])],
  [
    'withdrawClaim',
    'withdrawClaim',
    { claim: { slug: 'bridge-promised' }, reason: 'x' },
    'AlreadyWithdrawn',
    { noun: 'claim', reference: 'bridge-promised' },
  ],
  [
    'recordClaim',
    'linkClaims',
    {
      from: { slug: 'bridge-promised' },
      to: { slug: 'bridge-promised' },
      kind: 'ENTAILS',
      judgement: 'CONFIRMED',
    },
    'InputInvalid',
    { path: ['to'] },
  ],
  [
    'recordClaim',
    'linkClaims',
    { from: { slug: 'bridge-promised' }, to: nobody, kind: 'ENTAILS', judgement: 'CONFIRMED' },
    'NotOnRecord',
    missing('claim', ['to']),
  ],
  [
    'revokeClaimLink',
    'revokeClaimLink',
    (id) => ({ link: { id }, reason: 'x' }),
    'AlreadyWithdrawn',
    { noun: 'link', path: ['link'] },
  ],

  [
    '',
    'recordStance',
    mayorDenies,
    'NotOnRecord',
    { noun: 'claim', reference: 'bridge-promised', path: ['claim'] },
  ],
  [
    'recordClaim',
    'recordStance',
    quoted('I never promised a brigde'),
    'QuoteNotInArticle',
    {
      code: 'QUOTE_NOT_IN_ARTICLE',
      quote: 'I never promised a brigde',
      path: ['evidence', '0', 'quote'],
    },
  ],
  [
    'recordClaim',
    'recordStance',
    quoted('I never promised a bridge', { start: 64, end: 89 }),
    'QuoteNotInArticle',
    { path: ['evidence', '0', 'quote'] },
  ],
  [
    'recordClaim',
    'recordStance',
    quoted('The bridge'),
    'QuoteAmbiguous',
    { code: 'QUOTE_AMBIGUOUS', quote: 'The bridge', path: ['evidence', '0', 'quote'] },
  ],
  [
    'recordClaim',
    'recordStance',
    quoted('I never promised a bridge', {
      attribution: [{ slug: 'gazette' }, { slug: 'courier' }],
    }),
    'AttributionBroken',
    {
      code: 'ATTRIBUTION_BROKEN',
      attribution: ['gazette', 'courier'],
      path: ['evidence', '0', 'attribution'],
    },
  ],
  [
    'recordClaim',
    'recordStance',
    { ...mayorDenies, slug: 'mayor-again', evidence: [] },
    'EvidenceRequired',
    { code: 'EVIDENCE_REQUIRED', path: ['evidence'] },
  ],
  [
    'recordClaim',
    'recordStance',
    { ...mayorDenies, kind: 'QUESTIONS' },
    'Conflict',
    { noun: 'stance', reference: 'mayor-denies', keys: ['kind'] },
  ],
  [
    'recordClaim',
    'recordStance',
    { ...spokeswomanAsserts, note: 'a\u0000' },
    'TextInvalid',
    { reason: 'NUL', path: ['note'] },
  ],
  ['', 'updateStance', { stance: nobody }, 'NotOnRecord', missing('stance', ['stance'])],
  [
    'recordClaim',
    'updateStance',
    { stance: { slug: 'mayor-denies' }, saidIn: nobody },
    'NotOnRecord',
    missing('claim', ['saidIn']),
  ],
  [
    'recordClaim',
    'updateStance',
    { stance: { slug: 'mayor-denies' }, saidPhrase: '' },
    'TextInvalid',
    { reason: 'EMPTY', path: ['saidPhrase'] },
  ],
  [
    'withdrawStance',
    'withdrawStance',
    { stance: { slug: 'mayor-denies' }, reason: 'x' },
    'AlreadyWithdrawn',
    { noun: 'stance', reference: 'mayor-denies' },
  ],
  [
    '',
    'withdrawStance',
    { stance: nobody, reason: 'x' },
    'NotOnRecord',
    missing('stance', ['stance']),
  ],
  [
    'withdrawStance',
    'reviewStance',
    { stance: { slug: 'mayor-denies' }, review: 'REJECTED' },
    'AlreadyWithdrawn',
    { noun: 'stance' },
  ],
  [
    'recordClaim',
    'reviewStance',
    { stance: { slug: 'mayor-denies' }, review: 'VERIFIED', evidenceOf: { slug: 'mayor-denies' } },
    'InputInvalid',
    { path: ['evidenceOf'], message: /Only a draft/ },
  ],
  [
    '',
    'reviewStance',
    { stance: nobody, review: 'REJECTED' },
    'NotOnRecord',
    missing('stance', ['stance']),
  ],
  [
    '',
    'addEvidence',
    { stance: nobody, ...quoting('I never promised a bridge') },
    'NotOnRecord',
    missing('stance', ['stance']),
  ],
  [
    'withdrawStance',
    'addEvidence',
    { stance: { slug: 'mayor-denies' }, ...quoting('lane') },
    'AlreadyWithdrawn',
    { noun: 'stance' },
  ],
  [
    'recordClaim',
    'addEvidence',
    { stance: { slug: 'mayor-denies' }, ...quoting('The bridge') },
    'QuoteAmbiguous',
    { path: ['quote'] },
  ],
  [
    'recordClaim',
    'addEvidence',
    { stance: { slug: 'mayor-denies' }, ...quoting('the brigde') },
    'QuoteNotInArticle',
    { path: ['quote'] },
  ],
  [
    'recordClaim',
    'addEvidence',
    { stance: { slug: 'mayor-denies' }, ...quoting('one lane', ['gazette']) },
    'AttributionBroken',
    { attribution: ['gazette'], path: ['attribution'] },
  ],
  [
    'withdrawEvidence',
    'withdrawEvidence',
    (id) => ({ evidence: { id }, reason: 'x' }),
    'AlreadyWithdrawn',
    { noun: 'evidence', path: ['evidence'] },
  ],
];

test.each(cases)(
  'after "%s", %s is refused',
  async (...[before, name, input, type, facts]: Refused) => {
    await using desk = await openDesk();
    const id = before === '' ? '' : await done(desk, before);
    await desk.ask('{ __typename }', {}, 'ADMIN');
    const head = await desk.head();

    const refused = await desk.mutate(name, typeof input === 'function' ? input(id) : input);

    const { message, ...told } = facts;
    expect(refused).toMatchObject({ __typename: type, ...told });
    if (message !== undefined) expect(refused.message).toMatch(message);
    expect(String(refused.message)).toMatch(/\.$/);
    expect(await desk.head()).toBe(head);
  },
);

test('a quote with one character changed is answered with the passage that is meant', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');

  const refused = await desk.mutate('recordStance', quoted('I never promised a brigde'));

  expect(refused.nearest).toContainEqual({
    start: 63,
    end: 88,
    text: 'I never promised a bridge',
  });
});

test('a quote that stands in several places is answered with each of them', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');

  const refused = await desk.mutate('recordStance', quoted('The bridge'));

  expect(refused.places).toHaveLength(3);
  expect(refused.places).toEqual(
    Array(3).fill({ start: expect.any(Number), end: expect.any(Number), text: 'The bridge' }),
  );
});

test('what a client sends that the schema does not allow is no refusal but a coded error', async () => {
  await using desk = await openDesk();
  const input = { ...mayorDenies, claim: { slug: 'bridge-promised', id: 'claim_1' } };

  const { errors } = await desk.ask(mutationOf('recordStance'), { input }, 'ADMIN');

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('an error that is no refusal is not told as one', async () => {
  await using desk = await openDesk();
  await breakWrites(desk);

  const { data, errors } = await desk.ask(
    'mutation { recordActor(input: { name: "x", kind: PERSON }) { __typename } }',
    {},
    'ADMIN',
  );

  expect(data).toBeNull();
  expect(errors).toMatchObject([
    { extensions: { code: expect.stringMatching(/INTERNAL|UNAVAILABLE/) } },
  ]);
});

test('two stances in one request are recorded in order', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const query = `mutation($a: RecordStanceInput!, $b: RecordStanceInput!) {
    a: recordStance(input: $a) { ... on RecordStancePayload { stance { slug } cursor } }
    b: recordStance(input: $b) { ... on RecordStancePayload { stance { slug } cursor } }
  }`;

  const { data } = await desk.ask(query, { a: gazetteReports, b: spokeswomanAsserts }, 'ADMIN');

  expect(data).toMatchObject({
    a: { stance: { slug: 'gazette-reports' } },
    b: { stance: { slug: 'spokeswoman-asserts' } },
  });
});

/** After this, nothing can be written any more. */
async function breakWrites({ db, ask }: Desk): Promise<void> {
  await ask('{ __typename }', {}, 'ADMIN');
  await db.close();
}
