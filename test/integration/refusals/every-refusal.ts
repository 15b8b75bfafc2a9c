import { createHash } from 'node:crypto';

/** A line of the interchange format. */
export type LineGiven = Readonly<Record<string, unknown>> & { readonly type: string };

/** A line that the record refuses, and how: the same wherever it comes in. */
export interface RefusedLine {
  readonly name: string;
  readonly line: LineGiven;
  readonly code: string;
  /** The key at fault, as a path with dots. */
  readonly path: string;
  /** What the message says, at least. */
  readonly says: string | RegExp;
  /** Where the graph's own types refuse it first, or have no such key. */
  readonly notInGraph?: true;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const story = 'The mayor denied it. The mayor laughed. “I never promised a bridge,” she said.';
const ledger = 'A text that the record has not seen.';
const anonymous = 'Nobody knows who printed that the bridge is closed.';

const gazette = {
  type: 'actor',
  id: 'gazette',
  name: 'Harbour Gazette',
  kind: 'OUTLET',
  wikidataId: 'Q1',
};
const mayor = { type: 'actor', id: 'mayor', name: 'The mayor', kind: 'PERSON', wikidataId: 'Q7' };
const actor = (id: string, kind = 'PERSON') => ({ type: 'actor', id, name: id, kind });
const spokeswoman = {
  type: 'affiliation',
  actor: 'ida',
  of: 'town-hall',
  kind: 'SPEAKS_FOR',
  until: '2025-01-01',
};
const bridgeStory = {
  type: 'article',
  id: 'bridge-story',
  title: 'Mayor denies promise',
  language: 'en',
  outlet: 'gazette',
  sha256: sha256(story),
  text: story,
};
const inLedger = { ...bridgeStory, id: 'ledger', sha256: sha256(ledger), text: undefined };
const promised = {
  type: 'claim',
  id: 'promised',
  text: 'The mayor promised it.',
  kind: 'FACT',
  language: 'en',
};
/** A page that was changed twice: the words that others quote came with the second text. */
const version = (number: number) => {
  const text = `${number === 1 ? 'The mayor denied it.' : story} The ${number}th text.`;
  const supersedes = number === 1 ? undefined : `bridge-story-${number - 1}`;
  return { ...bridgeStory, id: `bridge-story-${number}`, supersedes, text, sha256: sha256(text) };
};
const presupposes = {
  type: 'claimLink',
  from: 'promised',
  to: 'met',
  kind: 'PRESUPPOSES',
  judgement: 'CONFIRMED',
  reason: 'A promise needs a meeting.',
};
const sameAs = {
  type: 'claimLink',
  from: 'met',
  to: 'rejected',
  kind: 'SAME_AS',
  judgement: 'SUGGESTED',
};
const merge = {
  type: 'actorMerge',
  from: 'ida',
  into: 'ida-again',
  judgement: 'CONFIRMED',
  reason: 'One desk, two spellings.',
};
const oneWith = (from: string, to: string) => ({ ...presupposes, from, to, kind: 'SAME_AS' });
const quote = 'I never promised a bridge';
const start = story.indexOf(quote);
const piece = { article: 'bridge-story', quote, mode: 'DIRECT' };
const denial = {
  type: 'stance',
  id: 'mayor-denies',
  claim: 'promised',
  actor: 'mayor',
  kind: 'DENIES',
  certainty: 'FIRM',
  evidence: [piece],
};

/** What is on record when those lines come. */
export const onRecord: readonly LineGiven[] = [
  gazette,
  actor('courier', 'OUTLET'),
  mayor,
  actor('ida'),
  actor('ida-again'),
  actor('town-hall', 'GOVERNMENT'),
  { ...actor('insiders', 'UNNAMED_SOURCE'), grantedBy: 'gazette' },
  spokeswoman,
  bridgeStory,
  inLedger,
  {
    ...bridgeStory,
    id: 'anonymous',
    outlet: undefined,
    sha256: sha256(anonymous),
    text: anonymous,
  },
  {
    ...inLedger,
    id: 'erased-story',
    sha256: sha256('What a court had taken off.'),
    erased: { reason: 'A court order.' },
  },
  ...[1, 2, 3].map((number) => version(number)),
  promised,
  { ...promised, id: 'met', text: 'The mayor met the builder.' },
  { ...promised, id: 'rejected', text: 'The mayor is a ghost.', review: 'REJECTED' },
  presupposes,
  sameAs,
  merge,
  // Those of a band are one, by way of two merges, and are not those of another.
  ...['band', 'band-again', 'band-anew', 'other-band', 'other-band-again'].map((id) => actor(id)),
  { ...merge, from: 'band', into: 'band-again' },
  { ...merge, from: 'band-again', into: 'band-anew' },
  { ...merge, from: 'other-band', into: 'other-band-again' },
  { ...merge, from: 'other-band', into: 'band', judgement: 'REJECTED' },
  ...['sank', 'went-down', 'foundered', 'floats', 'swims'].map((id) => ({ ...promised, id })),
  oneWith('sank', 'went-down'),
  oneWith('foundered', 'went-down'),
  oneWith('floats', 'swims'),
  { ...oneWith('floats', 'foundered'), kind: 'CONTRADICTS' },
  denial,
  {
    ...denial,
    id: 'mayor-denies-elsewhere',
    evidence: [{ ...piece, article: 'ledger', start: 0, end: quote.length }],
  },
];

const stance = (changes: object): LineGiven => ({ ...denial, id: 'another', ...changes });
const evidence = (changes: object) => stance({ evidence: [{ ...piece, ...changes }] });
const article = (changes: object): LineGiven => {
  const text = 'A text of its own, for each.';
  return { ...bridgeStory, id: 'another', text, sha256: sha256(text), ...changes };
};
const claim = (changes: object): LineGiven => ({ ...promised, id: 'another', ...changes });
const person = (changes: object): LineGiven => ({ ...actor('another'), ...changes });

type Case = readonly [
  name: string,
  line: LineGiven,
  refusal: readonly [code: string, path: string, says: string | RegExp],
  notInGraph?: true,
];

const tooLong = 'x'.repeat(20_001);
const tooMany = Array.from({ length: 201 }, (_, index) => `name ${index}`);
const nowhere = (noun: string) => `There is no ${noun} nobody on record.`;
const noSlug = 'A slug is 1 to 80 of a-z, 0-9 and -.';

const ofActors: readonly Case[] = [
  ['no slug', person({ id: 'The Mayor' }), ['INPUT_INVALID', 'id', noSlug]],
  ['an empty name', person({ name: ' ' }), ['TEXT_INVALID', 'name', 'The name is empty.']],
  ['a NUL in a name', person({ name: 'a\0b' }), ['TEXT_INVALID', 'name', /NUL/]],
  ['half a surrogate pair', person({ name: 'a\ud83c' }), ['TEXT_INVALID', 'name', /surrogate/]],
  ['a name without end', person({ name: tooLong }), ['TEXT_INVALID', 'name', /20000 bytes/]],
  ['an empty alias', person({ aliases: ['M.', ''] }), ['TEXT_INVALID', 'aliases.1', /empty/]],
  ['too many aliases', person({ aliases: tooMany }), ['INPUT_INVALID', 'aliases', /more than 200/]],
  ['an empty description', person({ description: '' }), ['TEXT_INVALID', 'description', /empty/]],
  [
    'no Wikidata item',
    person({ wikidataId: 'seven' }),
    ['INPUT_INVALID', 'wikidataId', /not a Wikidata item/],
  ],
  [
    'an item of another actor',
    person({ name: 'The mayor', wikidataId: 'Q7' }),
    ['CONFLICT', 'wikidataId', 'The actor mayor is on record with another slug.'],
  ],
  [
    'an unnamed source of nobody',
    person({ kind: 'UNNAMED_SOURCE' }),
    ['INPUT_INVALID', 'grantedBy', /needs the outlet/],
  ],
  [
    'a named actor with a grantor',
    person({ grantedBy: 'gazette' }),
    ['INPUT_INVALID', 'grantedBy', /unnamed sources only/],
  ],
  [
    'anonymity granted by a state',
    person({ kind: 'UNNAMED_SOURCE', grantedBy: 'town-hall' }),
    ['INPUT_INVALID', 'grantedBy', /granted by an outlet/],
  ],
  [
    'anonymity granted by an unnamed source',
    person({ kind: 'UNNAMED_SOURCE', grantedBy: 'insiders' }),
    ['INPUT_INVALID', 'grantedBy', /granted by an outlet, or by a person or an organization/],
  ],
  [
    'anonymity granted by nobody on record',
    person({ kind: 'UNNAMED_SOURCE', grantedBy: 'nobody' }),
    ['NOT_ON_RECORD', 'grantedBy', nowhere('actor')],
  ],
  [
    'an unnamed source with an identity',
    person({ kind: 'UNNAMED_SOURCE', grantedBy: 'gazette', wikidataId: 'Q9' }),
    ['INPUT_INVALID', 'wikidataId', /no identity/],
  ],
  [
    'a rejected actor',
    person({ review: 'REJECTED' }),
    ['INPUT_INVALID', 'review', /a draft or verified/],
  ],
  [
    'an actor told otherwise',
    { ...mayor, name: 'The old mayor', kind: 'GROUP' },
    ['CONFLICT', 'name', 'The actor mayor is on record with another name, kind.'],
  ],
];

const ofAffiliations: readonly Case[] = [
  [
    'an affiliation of nobody',
    { ...spokeswoman, actor: 'nobody' },
    ['NOT_ON_RECORD', 'actor', nowhere('actor')],
  ],
  [
    'an affiliation to nobody',
    { ...spokeswoman, of: 'nobody' },
    ['NOT_ON_RECORD', 'of', nowhere('actor')],
  ],
  ['an affiliation to itself', { ...spokeswoman, of: 'ida' }, ['INPUT_INVALID', 'of', /to itself/]],
  ['an empty role', { ...spokeswoman, role: '' }, ['TEXT_INVALID', 'role', /empty/]],
  [
    'a first day that is none',
    { ...spokeswoman, from: '2024-02-30' },
    ['INPUT_INVALID', 'from', /not a day/],
    true,
  ],
  [
    'an end before the beginning',
    { ...spokeswoman, from: '2026-01-01' },
    ['INPUT_INVALID', 'until', /before it begins/],
  ],
  [
    'another end',
    { ...spokeswoman, until: '2025-02-01' },
    [
      'CONFLICT',
      'until',
      'The affiliation ida SPEAKS_FOR town-hall is on record with another until.',
    ],
  ],
];

const ofArticles: readonly Case[] = [
  ['no slug of an article', article({ id: 'Ä' }), ['INPUT_INVALID', 'id', noSlug]],
  ['an empty title', article({ title: '' }), ['TEXT_INVALID', 'title', /empty/]],
  [
    'no language',
    article({ language: 'English' }),
    ['INPUT_INVALID', 'language', /not a language tag/],
  ],
  [
    'an outlet that is not on record',
    article({ outlet: 'nobody' }),
    ['NOT_ON_RECORD', 'outlet', nowhere('actor')],
  ],
  [
    'an agency that is not on record',
    article({ creditedTo: 'nobody' }),
    ['NOT_ON_RECORD', 'creditedTo', nowhere('actor')],
  ],
  [
    'an article superseded that is not on record',
    article({ supersedes: 'nobody' }),
    ['NOT_ON_RECORD', 'supersedes', nowhere('article')],
  ],
  [
    'an article alike to one that is not on record',
    article({ alike: ['bridge-story', 'nobody'] }),
    ['NOT_ON_RECORD', 'alike.1', nowhere('article')],
  ],
  [
    'an address elsewhere than on the web',
    article({ url: 'ftp://harbour.example/a' }),
    ['INPUT_INVALID', 'url', /not an absolute http/],
  ],
  [
    'an address with a password',
    article({ url: 'https://a:b@harbour.example/' }),
    ['INPUT_INVALID', 'url', /no password/],
  ],
  [
    'an article that supersedes itself',
    article({ supersedes: 'another' }),
    ['INPUT_INVALID', 'supersedes', 'An article does not supersede itself.'],
  ],
  ['an empty byline', article({ byline: '\u200b' }), ['TEXT_INVALID', 'byline', /empty/]],
  [
    'a moment that is none',
    article({ publishedAt: 'yesterday' }),
    ['INPUT_INVALID', 'publishedAt', /no moment/],
    true,
  ],
  [
    'a day of publication that is none',
    article({ publishedOn: '2026-02-30' }),
    ['INPUT_INVALID', 'publishedOn', /not a day/],
    true,
  ],
  [
    'a day of a change that is none',
    article({ modifiedOn: 'Monday' }),
    ['INPUT_INVALID', 'modifiedOn', /not a day/],
    true,
  ],
  [
    'a moment of a change that is none',
    article({ modifiedAt: 'yesterday' }),
    ['INPUT_INVALID', 'modifiedAt', /no moment/],
    true,
  ],
  [
    'published on another day than at that moment',
    article({ publishedAt: '2026-11-10T08:00:00Z', publishedOn: '2026-11-12' }),
    [
      'INPUT_INVALID',
      'publishedOn',
      '2026-11-10T08:00:00.000Z is not on 2026-11-12 anywhere on earth.',
    ],
  ],
  [
    'changed on another day than at that moment',
    article({ modifiedAt: '2026-11-10T08:00:00Z', modifiedOn: '2026-11-08' }),
    ['INPUT_INVALID', 'modifiedOn', /anywhere on earth/],
  ],
  ['no hash', article({ sha256: 'abc' }), ['INPUT_INVALID', 'sha256', /not a SHA-256 hash/]],
  [
    'a hash of another text',
    article({ sha256: sha256('another') }),
    ['INPUT_INVALID', 'sha256', /another SHA-256 hash/],
  ],
  [
    'neither text nor hash',
    article({ text: undefined, sha256: undefined }),
    ['INPUT_INVALID', 'sha256', /hash is needed/],
  ],
  ['a NUL in a text', article({ text: 'a\0b' }), ['TEXT_INVALID', 'text', /NUL/]],
  [
    'an erased text',
    article({ erased: { reason: 'A court order.' } }),
    ['INPUT_INVALID', 'text', /has no text/],
    true,
  ],
  [
    'withdrawn without a reason',
    article({ withdrawn: { reason: '' } }),
    ['TEXT_INVALID', 'withdrawn.reason', /empty/],
  ],
  [
    'an article told otherwise',
    { ...bridgeStory, title: 'Another', byline: 'B.' },
    ['CONFLICT', 'title', 'The article bridge-story is on record with another title, byline.'],
  ],
  [
    'a text under another slug',
    { ...bridgeStory, id: 'another' },
    ['CONFLICT', 'sha256', 'The article bridge-story is on record with another slug.'],
  ],
  [
    'a text in which quotes on record do not stand',
    { ...inLedger, text: ledger },
    ['QUOTE_NOT_IN_ARTICLE', 'text', /do not stand/],
  ],
];

const ofClaims: readonly Case[] = [
  ['no slug of a claim', claim({ id: '' }), ['INPUT_INVALID', 'id', noSlug]],
  ['an empty claim', claim({ text: '' }), ['TEXT_INVALID', 'text', /empty/]],
  ['a claim without end', claim({ text: tooLong }), ['TEXT_INVALID', 'text', /20000 bytes/]],
  [
    'a claim in no language',
    claim({ language: 'e' }),
    ['INPUT_INVALID', 'language', /not a language tag/],
  ],
  ['too many topics', claim({ topics: tooMany }), ['INPUT_INVALID', 'topics', /more than 200/]],
  ['an empty topic', claim({ topics: [''] }), ['TEXT_INVALID', 'topics.0', /empty/]],
  [
    'a period that ends before it begins',
    claim({ happenedFrom: '2024-02-02', happenedUntil: '2024-02-01' }),
    ['INPUT_INVALID', 'happenedUntil', /before it begins/],
  ],
  [
    'a day that is none',
    claim({ happenedFrom: '2024-13-01' }),
    ['INPUT_INVALID', 'happenedFrom', /not a day/],
    true,
  ],
  [
    'a claim withdrawn without a reason',
    claim({ withdrawn: { reason: ' ' } }),
    ['TEXT_INVALID', 'withdrawn.reason', /empty/],
  ],
  [
    'a claim told otherwise',
    { ...promised, kind: 'COMMITMENT', topics: ['bridges'] },
    ['CONFLICT', 'kind', 'The claim promised is on record with another kind, topics.'],
  ],
  [
    'a claim that concerns nobody on record',
    claim({ concerns: ['mayor', 'nobody'] }),
    ['NOT_ON_RECORD', 'concerns.1', nowhere('actor')],
  ],
  [
    'a claim that concerns an actor twice',
    claim({ concerns: ['mayor', 'mayor'] }),
    ['INPUT_INVALID', 'concerns.1', 'The actor mayor is named twice.'],
  ],
  [
    'a claim that concerns too many',
    claim({ concerns: tooMany.map((_name, index) => `actor-${index}`) }),
    ['INPUT_INVALID', 'concerns', /more than 200/],
  ],
  [
    'a claim that concerns others than on record',
    { ...promised, concerns: ['mayor'] },
    ['CONFLICT', 'concerns', 'The claim promised is on record with another concerns.'],
  ],
  [
    'a claim withdrawn that is not',
    { ...promised, withdrawn: { reason: 'Misheard.' } },
    ['CONFLICT', 'withdrawn', 'The claim promised is on record with another withdrawn.'],
  ],
];

const ofJudgements: readonly Case[] = [
  [
    'a link from nobody',
    { ...presupposes, from: 'nobody' },
    ['NOT_ON_RECORD', 'from', nowhere('claim')],
  ],
  ['a link to nobody', { ...presupposes, to: 'nobody' }, ['NOT_ON_RECORD', 'to', nowhere('claim')]],
  [
    'a link to itself',
    { ...presupposes, to: 'promised' },
    ['INPUT_INVALID', 'to', /linked to itself/],
  ],
  [
    'an empty reason of a link',
    { ...presupposes, kind: 'ABOUT', reason: '' },
    ['TEXT_INVALID', 'reason', /empty/],
  ],
  [
    'another judgement of a link',
    { ...presupposes, judgement: 'REJECTED' },
    [
      'CONFLICT',
      'judgement',
      'The link promised PRESUPPOSES met is on record with another judgement.',
    ],
  ],
  [
    'another reason of a link',
    { ...presupposes, reason: 'Another.' },
    ['CONFLICT', 'reason', 'The link promised PRESUPPOSES met is on record with another reason.'],
  ],
  [
    'a link revoked that is in force',
    { ...presupposes, revoked: { reason: 'No.' } },
    ['CONFLICT', 'revoked', 'The link promised PRESUPPOSES met is on record with another revoked.'],
  ],
  [
    'an end that is shown of claims that are not the same',
    { ...presupposes, shown: 'TO' },
    ['INPUT_INVALID', 'shown', 'Only of two claims that are the same is one shown.'],
  ],
  [
    'another end that is shown',
    { ...sameAs, shown: 'TO' },
    ['CONFLICT', 'shown', 'The link met SAME_AS rejected is on record with another shown.'],
  ],
  ['a merge of nobody', { ...merge, from: 'nobody' }, ['NOT_ON_RECORD', 'from', nowhere('actor')]],
  [
    'a merge into nobody',
    { ...merge, into: 'nobody' },
    ['NOT_ON_RECORD', 'into', nowhere('actor')],
  ],
  ['a merge with itself', { ...merge, into: 'ida' }, ['INPUT_INVALID', 'into', /same as itself/]],
  [
    'a merge of an unnamed source',
    { ...merge, into: 'insiders' },
    ['INPUT_INVALID', 'into', /never merged/],
  ],
  [
    'another judgement of a merge',
    { ...merge, judgement: 'SUGGESTED' },
    ['CONFLICT', 'judgement', 'The merge ida into ida-again is on record with another judgement.'],
  ],
  [
    'a second actor that it is',
    { ...merge, into: 'mayor' },
    ['CONFLICT', 'into', 'The merge ida into mayor is on record with another into.'],
  ],
  [
    'a circle of merges',
    { ...merge, from: 'ida-again', into: 'ida' },
    ['INPUT_INVALID', 'into', /in a circle/],
  ],
  [
    'a merge by way of which two would be one that are judged not to be',
    { ...merge, from: 'band-anew', into: 'other-band-again' },
    [
      'INPUT_INVALID',
      'into',
      'band and other-band are judged not to be the same: they may not become one by way of band > band-again > band-anew > other-band-again > other-band.',
    ],
  ],
  [
    'a merge the other way round than the one that is rejected',
    { ...merge, from: 'band-anew', into: 'other-band' },
    ['INPUT_INVALID', 'into', /by way of band > band-again > band-anew > other-band\.$/],
  ],
  [
    'a judgement that two are not the same that are one by way of another',
    { ...merge, from: 'band-anew', into: 'band', judgement: 'REJECTED' },
    [
      'INPUT_INVALID',
      'into',
      'band-anew and band are one by way of band-anew > band-again > band: that has to be revoked first.',
    ],
  ],
  [
    'a link by way of which two would be one that contradict each other',
    oneWith('swims', 'sank'),
    [
      'INPUT_INVALID',
      'to',
      'floats and foundered contradict each other: they may not become one by way of floats > swims > sank > went-down > foundered.',
    ],
  ],
  [
    'a link of two that contradict each other',
    oneWith('foundered', 'floats'),
    ['INPUT_INVALID', 'to', /may not become one by way of foundered > floats\.$/],
  ],
  [
    'a contradiction of two that are linked as the same',
    { ...oneWith('went-down', 'sank'), kind: 'CONTRADICTS' },
    ['INPUT_INVALID', 'to', /are one by way of went-down > sank/],
  ],
  [
    'a contradiction of two that are one by way of another',
    { ...oneWith('sank', 'foundered'), kind: 'CONTRADICTS' },
    ['INPUT_INVALID', 'to', /are one by way of sank > went-down > foundered/],
  ],
  [
    'a judgement that two claims are not the same that are one by way of another',
    { ...oneWith('foundered', 'sank'), judgement: 'REJECTED' },
    ['INPUT_INVALID', 'to', /are one by way of foundered > went-down > sank/],
  ],
];

const ofStances: readonly Case[] = [
  ['no slug of a stance', stance({ id: 'a b' }), ['INPUT_INVALID', 'id', noSlug]],
  [
    'a stance on nothing',
    stance({ claim: 'nobody' }),
    ['NOT_ON_RECORD', 'claim', nowhere('claim')],
  ],
  ['a stance of nobody', stance({ actor: 'nobody' }), ['NOT_ON_RECORD', 'actor', nowhere('actor')]],
  [
    'an occasion that is not on record',
    stance({ saidIn: 'nobody' }),
    ['NOT_ON_RECORD', 'saidIn', nowhere('claim')],
  ],
  [
    'a stance that nothing shows',
    stance({ evidence: [] }),
    ['EVIDENCE_REQUIRED', 'evidence', /needs evidence/],
  ],
  ['an empty note', stance({ evidence: [], note: '' }), ['TEXT_INVALID', 'note', /empty/]],
  ['an empty phrase', stance({ saidPhrase: '' }), ['TEXT_INVALID', 'saidPhrase', /empty/]],
  [
    'a day of saying that is none',
    stance({ saidOn: 'Monday' }),
    ['INPUT_INVALID', 'saidOn', /not a day/],
    true,
  ],
  [
    'a moment of being known that is none',
    stance({ knownBy: 'once' }),
    ['INPUT_INVALID', 'knownBy', /no moment/],
    true,
  ],
  [
    'a verified stance on a rejected claim',
    stance({ claim: 'rejected' }),
    ['INPUT_INVALID', 'claim', 'A claim that was rejected takes no verified stance.'],
  ],
  [
    'a stance told otherwise',
    { ...denial, kind: 'CONFIRMS', certainty: 'HEDGED' },
    ['CONFLICT', 'kind', 'The stance mayor-denies is on record with another kind, certainty.'],
  ],
  [
    'a stance told of another claim',
    { ...denial, claim: 'met' },
    ['CONFLICT', 'claim', 'The stance mayor-denies is on record with another claim.'],
  ],
  [
    'a stance told by other words',
    { ...denial, evidence: [{ ...piece, mode: 'MIXED' }] },
    ['CONFLICT', 'evidence', 'The stance mayor-denies is on record with another evidence.'],
  ],
  [
    'withdrawn words without a reason',
    evidence({ withdrawn: { reason: '' } }),
    ['TEXT_INVALID', 'evidence.0.withdrawn.reason', /empty/],
  ],
];

const ofQuotes: readonly Case[] = [
  [
    'an article that is not on record',
    evidence({ article: 'nobody' }),
    ['NOT_ON_RECORD', 'evidence.0.article', nowhere('article')],
  ],
  [
    'an article of which nobody has the hash',
    evidence({ article: `sha256:${sha256('nobody')}` }),
    [
      'NOT_ON_RECORD',
      'evidence.0.article',
      `There is no article sha256:${sha256('nobody').slice(0, 32)}… on record.`,
    ],
  ],
  [
    'neither a quote nor its place',
    evidence({ quote: undefined }),
    ['INPUT_INVALID', 'evidence.0.quote', 'The quote is missing: give it, or start and end.'],
  ],
  [
    'a place without words',
    evidence({ quote: undefined, start: 5, end: 5000 }),
    ['INPUT_INVALID', 'evidence.0.quote', 'The text has no words from 5 to 5000.'],
  ],
  ['an empty quote', evidence({ quote: '' }), ['TEXT_INVALID', 'evidence.0.quote', /empty/]],
  [
    'one letter changed',
    evidence({ quote: 'I never promised a Bridge' }),
    ['QUOTE_NOT_IN_ARTICLE', 'evidence.0.quote', /letter for letter/],
  ],
  [
    'a place off by one',
    evidence({ start: start + 1, end: start + 1 + quote.length }),
    ['QUOTE_NOT_IN_ARTICLE', 'evidence.0.quote', /at that place/],
  ],
  [
    'a place before the text',
    evidence({ start: -1, end: quote.length - 1 }),
    ['QUOTE_NOT_IN_ARTICLE', 'evidence.0.quote', /at that place/],
  ],
  [
    'words that stand there twice',
    evidence({ quote: 'The mayor' }),
    ['QUOTE_AMBIGUOUS', 'evidence.0.quote', /2 times/],
  ],
  [
    'a start without an end',
    evidence({ start }),
    ['INPUT_INVALID', 'evidence.0.end', /given together/],
  ],
  [
    'an end without a start',
    evidence({ end: start + quote.length }),
    ['INPUT_INVALID', 'evidence.0.start', /given together/],
  ],
  [
    'a quote of a text that is not there, without a place',
    evidence({ article: 'ledger' }),
    ['INPUT_INVALID', 'evidence.0.start', /give start and end/],
  ],
  [
    'a quote of a text that is not there, shorter than its place',
    evidence({ article: 'ledger', quote: 'abc', start: 0, end: 10 }),
    ['INPUT_INVALID', 'evidence.0.end', 'The quote is not as long as its place.'],
  ],
  [
    'a quote of a text that is not there, at no place',
    evidence({ article: 'ledger', quote: 'abc', start: -3, end: 0 }),
    ['INPUT_INVALID', 'evidence.0.end', 'The quote is not as long as its place.'],
  ],
  [
    'words of a text that was erased',
    evidence({ article: 'erased-story', start: 0, end: quote.length }),
    [
      'INPUT_INVALID',
      'evidence.0.quote',
      'The text of erased-story was erased: it is quoted no more.',
    ],
  ],
  [
    'words first shown by nothing on record',
    evidence({ firstShownBy: 'nobody' }),
    ['NOT_ON_RECORD', 'evidence.0.firstShownBy', nowhere('article')],
  ],
  [
    'words first shown by what is no version',
    evidence({ firstShownBy: 'ledger' }),
    ['INPUT_INVALID', 'evidence.0.firstShownBy', 'ledger is no earlier version of bridge-story.'],
  ],
  [
    'words first shown by a version that lacks them',
    evidence({ article: 'bridge-story-2', firstShownBy: 'bridge-story-1' }),
    ['INPUT_INVALID', 'evidence.0.firstShownBy', /do not stand in bridge-story-1/],
  ],
  [
    'words first shown by a version behind one that has them',
    evidence({ article: 'bridge-story-3', firstShownBy: 'bridge-story-3' }),
    ['INPUT_INVALID', 'evidence.0.firstShownBy', /stand in bridge-story-2 already/],
  ],
  ['an empty cue', evidence({ cue: '' }), ['TEXT_INVALID', 'evidence.0.cue', /empty/]],
  [
    'an empty reader',
    evidence({ extractor: '' }),
    ['TEXT_INVALID', 'evidence.0.extractor', /empty/],
  ],
  [
    'words in no language',
    evidence({ spokenLanguage: 'x' }),
    ['INPUT_INVALID', 'evidence.0.spokenLanguage', /not a language tag/],
  ],
  [
    'more than certain',
    evidence({ confidence: 1.5 }),
    ['INPUT_INVALID', 'evidence.0.confidence', /not between 0 and 1/],
  ],
];

const broken = (because: string) => `is broken: ${because}.`;
const chain = (...attribution: string[]) => evidence({ attribution });

const ofChains: readonly Case[] = [
  ['a chain of nobody', chain(), ['ATTRIBUTION_BROKEN', 'evidence.0.attribution', /names nobody/]],
  [
    'a chain through nobody on record',
    chain('gazette', 'nobody', 'mayor'),
    ['NOT_ON_RECORD', 'evidence.0.attribution.1', nowhere('actor')],
  ],
  [
    'a chain that ends with another',
    chain('gazette', 'ida'),
    ['ATTRIBUTION_BROKEN', 'evidence.0.attribution', /does not end/],
  ],
  [
    'a chain that begins elsewhere',
    chain('courier', 'mayor'),
    ['ATTRIBUTION_BROKEN', 'evidence.0.attribution', /does not start/],
  ],
  [
    'a chain that names an actor twice',
    chain('gazette', 'ida', 'ida', 'mayor'),
    ['ATTRIBUTION_BROKEN', 'evidence.0.attribution', /twice/],
  ],
  [
    'an outlet that hears itself from another',
    stance({ actor: 'gazette', evidence: [{ ...piece, attribution: ['insiders', 'gazette'] }] }),
    [
      'ATTRIBUTION_BROKEN',
      'evidence.0.attribution',
      new RegExp(broken('an outlet speaks for itself in its own article')),
    ],
  ],
  [
    'no chain in an article of nobody',
    evidence({ article: 'anonymous', quote: 'the bridge is closed' }),
    ['ATTRIBUTION_BROKEN', 'evidence.0.attribution', /has no outlet on record/],
  ],
];

/** Every refusal of a line, driven through every door by which it may come in. */
export const refusedLines: readonly RefusedLine[] = [
  ...ofActors,
  ...ofAffiliations,
  ...ofArticles,
  ...ofClaims,
  ...ofJudgements,
  ...ofStances,
  ...ofQuotes,
  ...ofChains,
].map(([name, line, [code, path, says], notInGraph]) => ({
  name,
  line,
  code,
  path,
  says,
  ...(notInGraph && { notInGraph }),
}));
