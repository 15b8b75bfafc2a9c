import type { Database } from '../../../db/client.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { write } from '../../kit/owner.ts';

const gazetteText = [
  'The ministry will levy a toll on the old bridge, people in the ministry told the Gazette.',
  'The minister called the toll fair, overdue - and good for the town. He promised free rides for all children.',
  'Unions said no.',
].join('\n');

const courierText = [
  'The ministry denies any plan for a toll on the old bridge.',
  '“There will be no toll,” the minister told the Courier, an agency report says.',
].join('\n');

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Two papers quarrel over a toll: every order has unknown values, and every filter selects something and not everything. */
export async function recordPress(db: Database): Promise<void> {
  await recordActors(db);
  await recordArticles(db);
  await recordClaims(db);
  await recordDrafts(db);
  await recordWithdrawals(db);
}

async function recordActors(db: Database): Promise<void> {
  const actors = [
    { slug: 'gazette', name: 'The Gazette', kind: 'OUTLET', aliases: ['the paper of record'] },
    { slug: 'courier', name: 'Courier', kind: 'OUTLET', wikidataId: 'Q100' },
    { slug: 'agency', name: 'News Agency', kind: 'OUTLET' },
    { slug: 'ministry', name: 'Ministry of Roads', kind: 'GOVERNMENT' },
    { slug: 'minister', name: 'Ada Minister', kind: 'PERSON', description: 'Minister of roads.' },
    { slug: 'unions', name: 'Unions', kind: 'GROUP' },
  ] as const;
  for (const actor of actors) await write(db, recordActor, actor);
  await write(db, recordActor, {
    slug: 'insiders',
    name: 'people in the ministry',
    kind: 'UNNAMED_SOURCE',
    grantedBy: { slug: 'gazette' },
  });
  await write(db, recordAffiliation, {
    actor: { slug: 'minister' },
    of: { slug: 'ministry' },
    kind: 'SPEAKS_FOR',
    role: 'minister',
  });
}

async function recordArticles(db: Database): Promise<void> {
  const inEnglish = { language: 'en' };
  await write(db, recordArticle, {
    ...inEnglish,
    slug: 'toll-report',
    title: 'Bridge toll planned',
    text: gazetteText,
    outlet: { slug: 'gazette' },
    url: 'https://gazette.example/toll?page=1',
    publishedAt: day('2026-01-10'),
  });
  await write(db, recordArticle, {
    ...inEnglish,
    slug: 'toll-denial',
    title: 'No toll, says ministry',
    text: courierText,
    outlet: { slug: 'courier' },
    creditedTo: { slug: 'agency' },
    publishedAt: day('2026-01-12'),
    textIsPublic: true,
  });
  await write(db, recordArticle, {
    slug: 'maut',
    title: 'Die Maut',
    language: 'de',
    text: 'Eine Maut ist geplant.',
    outlet: { slug: 'courier' },
  });
  await write(db, recordArticle, {
    slug: 'maut-neu',
    title: 'Die Maut, neu gefasst',
    language: 'de',
    text: 'Eine Maut ist nicht geplant.',
    outlet: { slug: 'courier' },
    supersedes: { slug: 'maut' },
  });
}

const report = (quote: string, ...chain: string[]) => ({
  article: { slug: 'toll-report' },
  quote,
  mode: 'INDIRECT' as const,
  attribution: chain.map((slug) => ({ slug })),
});

const denial = (quote: string, ...chain: string[]) => ({
  ...report(quote, ...chain),
  article: { slug: 'toll-denial' },
});

async function recordClaims(db: Database): Promise<void> {
  await write(db, recordClaim, {
    slug: 'toll-planned',
    text: 'The ministry plans a toll on the old bridge.',
    kind: 'FACT',
    language: 'en',
    topics: ['roads', 'taxes'],
    happenedFrom: '2026-01-05',
    happenedUntil: '2026-01-07',
    stances: [
      {
        slug: 'insiders-assert',
        actor: { slug: 'insiders' },
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        saidOn: '2026-01-09',
        evidence: [
          report('The ministry will levy a toll on the old bridge', 'gazette', 'insiders'),
        ],
      },
      {
        slug: 'gazette-reports',
        actor: { slug: 'gazette' },
        kind: 'REPORTS',
        certainty: 'PLAIN',
        evidence: [report('people in the ministry told the Gazette', 'gazette')],
      },
      {
        slug: 'ministry-denies',
        actor: { slug: 'ministry' },
        kind: 'DENIES',
        certainty: 'FIRM',
        saidAt: day('2026-01-12'),
        evidence: [denial('The ministry denies any plan for a toll', 'courier', 'ministry')],
      },
    ],
  });
  await write(db, recordClaim, {
    slug: 'toll-fair',
    text: 'A toll on the old bridge is fair.',
    kind: 'POSITION',
    language: 'en',
    topics: ['taxes'],
    stances: [
      {
        slug: 'minister-supports',
        actor: { slug: 'minister' },
        kind: 'SUPPORTS',
        certainty: 'PLAIN',
        evidence: [
          report(
            'The minister called the toll fair, overdue - and good for the town',
            'gazette',
            'insiders',
            'minister',
          ),
        ],
      },
      {
        slug: 'unions-oppose',
        actor: { slug: 'unions' },
        kind: 'OPPOSES',
        certainty: 'HEDGED',
        evidence: [report('Unions said no', 'gazette', 'unions')],
      },
    ],
  });
  await write(db, recordClaim, {
    slug: 'free-rides',
    text: 'Kinder fahren frei.',
    kind: 'COMMITMENT',
    language: 'de',
    happenedFrom: '2026-03-01',
    stances: [
      {
        slug: 'minister-promises',
        actor: { slug: 'minister' },
        kind: 'ASSERTS',
        certainty: 'FIRM',
        evidence: [report('He promised free rides for all children', 'gazette', 'minister')],
      },
    ],
  });
  await write(db, recordClaim, {
    slug: 'no-toll',
    text: 'There will be no toll.',
    kind: 'COMMITMENT',
    language: 'en',
    happenedFrom: '2025-12-01',
    stances: [
      {
        slug: 'minister-rules-out',
        actor: { slug: 'minister' },
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        evidence: [
          denial('There will be no toll', 'courier', 'minister'),
          denial('the minister told the Courier', 'courier', 'minister'),
        ],
      },
    ],
  });
  await write(db, linkClaims, {
    from: { slug: 'toll-fair' },
    to: { slug: 'toll-planned' },
    kind: 'PRESUPPOSES',
    judgement: 'CONFIRMED',
    reason: 'A toll that nobody plans cannot be fair.',
  });
}

async function recordDrafts(db: Database): Promise<void> {
  await write(db, recordClaim, {
    slug: 'draft-claim',
    text: 'The toll will be two crowns.',
    kind: 'FACT',
    language: 'en',
    review: 'DRAFT',
    stances: [
      {
        slug: 'draft-stance',
        actor: { slug: 'unions' },
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        note: 'Read by a machine.',
      },
    ],
  });
  await write(db, linkClaims, {
    from: { slug: 'draft-claim' },
    to: { slug: 'toll-planned' },
    kind: 'ABOUT',
    judgement: 'SUGGESTED',
  });
}

async function recordWithdrawals(db: Database): Promise<void> {
  await write(db, recordClaim, {
    slug: 'withdrawn-claim',
    text: 'The bridge is new.',
    kind: 'FACT',
    language: 'en',
    stances: [
      {
        slug: 'agency-asserts',
        actor: { slug: 'agency' },
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        note: 'Heard on the wire.',
      },
    ],
  });
  await write(db, withdrawClaim, { claim: { slug: 'withdrawn-claim' }, reason: 'Misread.' });
  await write(db, recordClaim, {
    slug: 'bridge-old',
    text: 'The bridge is old.',
    kind: 'FACT',
    language: 'en',
    stances: [
      {
        slug: 'agency-slips',
        actor: { slug: 'agency' },
        kind: 'DENIES',
        certainty: 'PLAIN',
        note: 'A slip.',
      },
      {
        slug: 'agency-confirms',
        actor: { slug: 'agency' },
        kind: 'CONFIRMS',
        certainty: 'PLAIN',
        note: 'On the wire.',
      },
    ],
  });
  await write(db, withdrawStance, { stance: { slug: 'agency-slips' }, reason: 'Misheard.' });
  await write(db, recordArticle, {
    slug: 'hoax',
    title: 'Bridge sold',
    language: 'en',
    text: 'The bridge was sold.',
    outlet: { slug: 'courier' },
  });
  await write(db, withdrawArticle, { article: { slug: 'hoax' }, reason: 'A forgery.' });
}
