import type { Database } from '../../../db/client.ts';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { ingestArticle } from '../../../db/commands/ingest-article.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { noteTokenUses } from '../../../db/commands/note-token-uses.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { revokeActorMerge } from '../../../db/commands/revoke-actor-merge.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import type { Role, StanceKind } from '../../../db/rules/vocabulary.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import type { Recorded, WriteTx } from '../../../db/write/transaction.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  quoting,
  recordHarbour,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import type { TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { everyLine } from '../interchange/every-line.ts';
import { imported } from '../interchange/files.ts';

/** Words of the text that is erased: they stand nowhere else. */
export const erasedWords = 'Nobody saw the ferryman’s ledger';

const ferryText = [
  'Governor Ada Reyes denied on Tuesday that the ferry had sunk.',
  'The ferry was late, the harbour master said.',
  'Passengers doubt that it will sail again.',
].join('\n');

/**
 * Fills an empty record with our own words, so that every table has rows, and whatever can be withdrawn, revoked,
 * merged, ended, judged or erased is so once. Tells the moments between its parts.
 */
export async function tellStory(
  { db, path }: Pick<TestRecord, 'db' | 'path'>,
  now: () => number,
): Promise<Date[]> {
  await imported(db, sampleRecord, everyLine);
  const afterImport = new Date(now());
  await tellOfBridge(db);
  const afterBridge = new Date(now());
  await correctBridge(db);
  await tellOfFerry(db, path);
  return [afterImport, afterBridge];
}

async function tellOfBridge(db: Database): Promise<void> {
  const { key } = await tokenOf(db, 'EDITOR', Date.UTC(2030, 0, 1));
  const desk = writerWith(db, key);
  await recordHarbour(db);
  await write(db, recordArticle, {
    slug: 'bridge-letter',
    title: 'A letter on the bridge',
    language: 'en',
    outlet: { slug: 'courier' },
    text: `${erasedWords}. The mayor signed it, a clerk wrote.`,
    textIsPublic: true,
    url: 'https://courier.example/letter',
    publishedAt: Date.UTC(2026, 10, 10, 8, 30),
  });
  await write(db, recordClaim, { ...bridgePromised, topics: ['bridge', 'harbour'] });
  await db.write(
    { author: { token: key }, command: 'recordStance', input: mayorDenies, idempotencyKey: 'once' },
    (tx) => recordStance(tx, mayorDenies),
  );
  await desk(recordStance, gazetteReports);
  await desk(recordStance, spokeswomanAsserts);
  await desk(addEvidence, {
    stance: { slug: 'mayor-denies' },
    article: { slug: 'bridge-letter' },
    quote: erasedWords,
    mode: 'INDIRECT',
  });
  await write(db, noteTokenUses, new Map([[key, Date.UTC(2026, 10, 22, 9)]]));
}

async function correctBridge(db: Database): Promise<void> {
  const told = await write(db, addEvidence, {
    stance: { slug: 'gazette-reports' },
    ...quoting('The bridge is needed, they said'),
  });
  await write(db, withdrawEvidence, { evidence: { id: told.id }, reason: 'Says nothing of it.' });
  await write(db, withdrawStance, {
    stance: { slug: 'spokeswoman-asserts' },
    reason: 'Another bridge.',
  });
  await write(db, updateActor, {
    actor: { slug: 'mayor' },
    name: 'Ida Moreau',
    aliases: ['Moreau', 'the mayor'],
  });
  await write(db, updateArticle, { article: { slug: 'bridge-story' }, byline: 'By M. Noor' });
  await write(db, updateClaim, {
    claim: { slug: 'bridge-promised' },
    text: 'The mayor promised a bridge.',
  });
  await write(db, recordClaim, {
    slug: 'bridge-needed',
    text: 'The bridge is needed.',
    kind: 'POSITION',
    language: 'en',
  });
  const presupposes = { from: { slug: 'bridge-needed' }, to: { slug: 'bridge-promised' } };
  const link = { ...presupposes, kind: 'PRESUPPOSES', judgement: 'CONFIRMED' } as const;
  const linked = await write(db, linkClaims, link);
  await write(db, revokeClaimLink, { link: { id: linked.id }, reason: 'It stands without.' });
  await write(db, linkClaims, { ...link, kind: 'ABOUT' });
  await write(db, withdrawClaim, { claim: { slug: 'bridge-needed' }, reason: 'Said of a ferry.' });
  await correctActors(db);
  await write(db, withdrawArticle, { article: { slug: 'bridge-story' }, reason: 'An impostor’s?' });
  await write(db, restoreArticle, { article: { slug: 'bridge-story' } });
  const order = { article: { slug: 'bridge-letter' }, reason: 'Ordered by a court.' };
  await write(db, eraseArticleText, order);
}

async function correctActors(db: Database): Promise<void> {
  const office = await write(db, recordAffiliation, {
    actor: { slug: 'mayor' },
    of: { slug: 'town-hall' },
    kind: 'SPEAKS_FOR',
    role: 'mayor',
    from: '2020-01-01',
  });
  await write(db, endAffiliation, { affiliation: { id: office.id }, until: '2025-12-31' });
  await write(db, recordActor, { slug: 'ida', name: 'I. Moreau', kind: 'PERSON' });
  const same = { from: { slug: 'ida' }, into: { slug: 'mayor' }, judgement: 'CONFIRMED' } as const;
  const merge = await write(db, mergeActors, same);
  await write(db, revokeActorMerge, { merge: { id: merge.id }, reason: 'Two people.' });
  await write(db, mergeActors, { ...same, reason: 'Same signature.' });
  const { id } = await tokenOf(db, 'READER');
  await write(db, revokeToken, { token: { id } });
}

async function tellOfFerry(db: Database, path: string): Promise<void> {
  const judge = writerWith(db, (await tokenOf(db, 'REVIEWER')).key);
  await write(db, ingestArticle, {
    slug: 'ferry-story',
    title: 'Ferry late',
    language: 'en',
    outlet: { slug: 'gazette' },
    text: ferryText,
    extractor: 'rules/1',
    known: { gazette: { slug: 'gazette' } },
    drafts: {
      actors: [
        { id: 'reyes', name: 'Ada Reyes', kind: 'PERSON', aliases: ['Reyes'] },
        {
          id: 'master',
          name: 'the harbour master',
          kind: 'PERSON',
          aliases: [],
          isDescribed: true,
        },
        { id: 'passengers', name: 'Passengers', kind: 'GROUP', aliases: [], isDescribed: true },
      ],
      affiliations: [{ actor: 'passengers', of: 'reyes', role: 'audience' }],
      claims: [
        { id: 'sunk', text: 'The ferry had sunk.', kind: 'FACT' },
        { id: 'late', text: 'The ferry was late.', kind: 'FACT' },
        { id: 'sail', text: 'It will sail again.', kind: 'COMMITMENT' },
      ],
      stances: [
        drafted('sunk', 'reyes', {
          kind: 'DENIES',
          quote: 'denied on Tuesday that the ferry had sunk',
        }),
        drafted('late', 'master', { kind: 'ASSERTS', quote: 'The ferry was late' }),
        drafted('sail', 'passengers', {
          kind: 'QUESTIONS',
          quote: 'Passengers doubt that it will sail again',
        }),
      ],
    },
  });
  const [denied = '', late = ''] = draftsOf(path);
  await judge(reviewStance, {
    stance: { slug: denied },
    review: 'VERIFIED',
    claimText: 'The ferry sank.',
    certainty: 'FIRM',
    reason: 'Read twice.',
  });
  await judge(reviewStance, {
    stance: { slug: late },
    review: 'REJECTED',
    reason: 'Nobody disputes it.',
  });
  await write(db, recordArticle, {
    slug: 'ferry-reprint',
    title: 'Ferry late, again',
    language: 'en',
    outlet: { slug: 'courier' },
    text: `HARBOUR — ${ferryText}`,
  });
}

function drafted(
  claim: string,
  actor: string,
  { kind, quote }: { readonly kind: StanceKind; readonly quote: string },
) {
  const start = ferryText.indexOf(quote);
  return {
    claim,
    actor,
    kind,
    certainty: 'PLAIN' as const,
    evidence: {
      quote,
      start,
      end: start + quote.length,
      mode: 'INDIRECT' as const,
      cue: 'said',
      attribution: ['gazette', actor],
      confidence: 0.8,
    },
  };
}

/** The slugs of what the ferry's story drafted, as they stand in it. */
function draftsOf(path: string): string[] {
  const select = `select stances.slug from stances join evidence on evidence.stance = stances.key
    join articles on articles.key = evidence.article where articles.slug = 'ferry-story' order by evidence.start`;
  return rawRows<{ slug: string }>(path, select).map(({ slug }) => slug);
}

/** Puts a token on record whose secret nobody knows. */
function tokenOf(db: Database, role: Role, expiresAt?: number): Promise<Recorded> {
  return write(db, createToken, {
    name: `the ${role} desk`,
    role,
    hash: newToken().hash,
    ...(expiresAt && { expiresAt }),
  });
}

/** Carries out commands with a token. */
function writerWith(db: Database, token: number) {
  return <Input>(command: (tx: WriteTx, input: Input) => Promise<Recorded>, input: Input) =>
    db.write({ author: { token }, command: command.name, input }, (tx) => command(tx, input));
}
