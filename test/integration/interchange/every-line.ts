import { fileOf, sha256 } from './files.ts';

const story = 'Тhe “harbour” 🌉 is closed — said the guard.\nالميناء مغلق\nZu\u0308rich agrees. The guard denies it.';
const update = `${story}\nUpdate: the guard denies it again.`;
const ledger = 'A text that is not on record.';

function quoted(text: string, quote: string) {
  const start = text.indexOf(quote);
  return { quote, start, end: start + quote.length };
}

const reason = { reason: 'Entered in error.' };

/** Lines of every type, with every key, whatever can be withdrawn or revoked so once, in no order but an importable one. */
export const everyLine = fileOf([
  { type: 'actor', id: 'zeitung', name: 'Zürcher Zeitung', kind: 'OUTLET', aliases: ['ZZ', '🗞️'], wikidataId: 'Q42' },
  { type: 'actor', id: 'agency', name: 'وكالة', kind: 'OUTLET', description: 'An agency.' },
  { type: 'actor', id: 'a-source', name: 'people familiar with it', kind: 'UNNAMED_SOURCE', grantedBy: 'zeitung' },
  { type: 'actor', id: 'guard', name: 'The guard', kind: 'PERSON' },
  { type: 'actor', id: 'the-guard', name: 'The guard', kind: 'PERSON' },
  { type: 'actor', id: 'port', name: 'The port', kind: 'ORGANIZATION' },
  { type: 'affiliation', actor: 'guard', of: 'port', kind: 'SPEAKS_FOR', role: 'guard', from: '2020-01-01' },
  { type: 'affiliation', actor: 'guard', of: 'port', kind: 'MEMBER_OF', from: '2019-01-01', until: '2021-12-31' },
  {
    type: 'article',
    id: 'z-first',
    title: 'Harbour closed',
    language: 'en',
    outlet: 'zeitung',
    creditedTo: 'agency',
    url: 'https://zeitung.example/harbour',
    byline: 'A. Reporter',
    publishedAt: '2024-11-11T09:30:00+01:00',
    retrievedAt: '2024-11-12T00:00:00.125Z',
    textIsPublic: true,
    sha256: sha256(story),
    text: story,
  },
  {
    type: 'article',
    id: 'b-second',
    title: 'Harbour closed (updated)',
    language: 'en',
    outlet: 'zeitung',
    supersedes: 'z-first',
    sha256: sha256(update),
    text: update,
  },
  {
    type: 'article',
    id: 'a-third',
    title: 'Harbour open',
    language: 'de-CH',
    supersedes: `sha256:${sha256(update)}`,
    sha256: sha256(ledger),
    withdrawn: reason,
  },
  { type: 'claim', id: 'closed', text: 'The harbour is closed. 🚢', kind: 'FACT', language: 'en', topics: ['harbour', 'ships'], happenedFrom: '2024-11-11', happenedUntil: '2024-11-11' },
  { type: 'claim', id: 'occasion', text: 'The guard spoke on Monday.', kind: 'FACT', language: 'en' },
  { type: 'claim', id: 'draft', text: 'The harbour will open.', kind: 'COMMITMENT', language: 'en', review: 'DRAFT' },
  { type: 'claim', id: 'gone', text: 'The harbour is on fire.', kind: 'FACT', language: 'en', withdrawn: reason },
  { type: 'claim', id: 'rejected', text: 'Harbours should close.', kind: 'POSITION', language: 'en', review: 'REJECTED' },
  { type: 'claimLink', from: 'closed', to: 'occasion', kind: 'ABOUT', judgement: 'CONFIRMED', reason: 'Said there.', revoked: reason },
  { type: 'claimLink', from: 'closed', to: 'occasion', kind: 'ABOUT', judgement: 'CONFIRMED', reason: 'Said there.' },
  { type: 'claimLink', from: 'closed', to: 'gone', kind: 'CONTRADICTS', judgement: 'REJECTED', revoked: reason },
  { type: 'claimLink', from: 'draft', to: 'closed', kind: 'PRESUPPOSES', judgement: 'SUGGESTED' },
  { type: 'actorMerge', from: 'the-guard', into: 'port', judgement: 'CONFIRMED', revoked: reason },
  { type: 'actorMerge', from: 'the-guard', into: 'guard', judgement: 'CONFIRMED', reason: 'Same badge.' },
  {
    type: 'stance',
    id: 'guard-asserts-closed',
    claim: 'closed',
    actor: 'guard',
    kind: 'ASSERTS',
    certainty: 'HEDGED',
    saidAt: '2024-11-11T08:00:00Z',
    saidOn: '2024-11-11',
    saidPhrase: 'on Monday',
    saidIn: 'occasion',
    note: 'Plain enough.',
    evidence: [
      { article: 'z-first', ...quoted(story, 'Zu\u0308rich agrees'), mode: 'DIRECT', attribution: ['zeitung', 'a-source', 'guard'], withdrawn: reason },
      { article: `sha256:${sha256(story)}`, quote: 'الميناء مغلق', mode: 'MIXED', cue: 'said', spokenLanguage: 'ar', confidence: 0.1 + 0.2 },
      { article: 'a-third', quote: 'text', start: 2, end: 6, mode: 'INDIRECT', attribution: ['a-source', 'guard'] },
    ],
  },
  { type: 'stance', id: 'agency-reports-closed', claim: 'closed', actor: 'agency', kind: 'REPORTS', certainty: 'PLAIN', evidence: [{ article: 'z-first', ...quoted(story, '🌉 is closed'), mode: 'NARRATED', attribution: ['agency'] }] },
  { type: 'stance', id: 'agency-retracts-closed', claim: 'closed', actor: 'agency', kind: 'RETRACTS', certainty: 'FIRM', note: 'By telephone.', evidence: [] },
  { type: 'stance', id: 'guard-denies-closed', claim: 'closed', actor: 'guard', kind: 'DENIES', certainty: 'FIRM', withdrawn: reason, evidence: [{ article: 'b-second', quote: 'the guard denies it again', mode: 'INDIRECT', withdrawn: { reason: 'Another guard.' } }] },
  { type: 'stance', id: 'draft-stance', claim: 'draft', actor: 'port', kind: 'SUPPORTS', certainty: 'PLAIN', review: 'DRAFT', note: 'A machine read it.', evidence: [] },
  { type: 'stance', id: 'rejected-stance', claim: 'closed', actor: 'port', kind: 'QUESTIONS', certainty: 'PLAIN', review: 'REJECTED', note: 'Misread.', evidence: [] },
  { type: 'stance', id: 'on-gone', claim: 'gone', actor: 'port', kind: 'ASSERTS', certainty: 'PLAIN', note: 'A hoax.', evidence: [] },
  { type: 'stance', id: 'occasion-is', claim: 'occasion', actor: 'zeitung', kind: 'ASSERTS', certainty: 'PLAIN', evidence: [{ article: 'z-first', quote: 'said the guard', mode: 'NARRATED' }] },
]);
