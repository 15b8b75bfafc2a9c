import type { Database } from '../../../db/client.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { write } from '../../kit/owner.ts';
import type { FullPages, Landmarks } from './questions/question.ts';

type Db = Pick<Database, 'write'>;

/** As many as a page holds. */
const full = Array.from({ length: 100 }, (_, n) => n);

/** Fills pages that a record made at random leaves next to empty. */
export async function recordFullPages(
  db: Db,
  found: Pick<Landmarks, 'claimTexts' | 'id'>,
): Promise<FullPages> {
  const actors = await recordActorOfMany(db);
  const versions = await recordVersions(db, found);
  return {
    actor: actors.of,
    article: await recordCopies(db, { found, versions, outlets: actors.outlets }),
    claim: await recordClaimOfMany(db, { found, versions, actors }),
    quoted: await recordQuoted(db, found, 'VERIFIED'),
    drafted: await recordQuoted(db, found, 'DRAFT'),
  };
}

interface ActorOfMany {
  readonly of: string;
  readonly speaker: string;
  readonly outlets: readonly string[];
}

/** An actor that stands for a hundred others, speaks for a hundred, and for which a hundred speak. */
async function recordActorOfMany(db: Db): Promise<ActorOfMany> {
  const actor = await write(db, recordActor, { kind: 'GROUP', name: 'The many' });
  const outlets: string[] = [];
  for (const n of full) {
    const twin = await write(db, recordActor, { kind: 'GROUP', name: `The many, too ${n}` });
    await write(db, mergeActors, {
      from: { id: twin.id },
      into: { id: actor.id },
      judgement: 'CONFIRMED',
    });
    const other = await write(db, recordActor, { kind: 'OUTLET', name: `One of them ${n}` });
    outlets.push(other.id);
    const ends = [{ id: other.id }, { id: actor.id }] as const;
    for (const [one, of] of [ends, ends.toReversed()]) {
      if (one && of) await write(db, recordAffiliation, { actor: one, of, kind: 'MEMBER_OF' });
    }
  }
  const speaker = await write(db, recordActor, { kind: 'PERSON', name: 'Who speaks for the many' });
  const ends = { actor: { id: speaker.id }, of: { id: actor.id } };
  await write(db, recordAffiliation, { ...ends, kind: 'SPEAKS_FOR' });
  return { of: actor.id, speaker: speaker.id, outlets };
}

type Found = Pick<Landmarks, 'claimTexts' | 'id'>;

async function recordVersions(db: Db, { claimTexts, id }: Found): Promise<readonly string[]> {
  const versions: string[] = [];
  for (const n of full) {
    const { id: version } = await write(db, recordArticle, {
      title: `Told anew ${n}`,
      language: 'en',
      outlet: { id: id.outlet },
      url: 'https://example.org/told-anew',
      publishedAt: Date.UTC(2026, 0, 1),
      modifiedAt: Date.UTC(2026, 0, 1, n),
      text: claimTexts.slice(n, n + 3).join('\n\n'),
    });
    versions.push(version);
  }
  return versions;
}

/** Has the first version printed by a hundred others, and tells its id. */
async function recordCopies(
  db: Db,
  {
    found: { claimTexts },
    outlets,
    versions,
  }: {
    readonly found: Found;
    readonly outlets: readonly string[];
    readonly versions: readonly string[];
  },
): Promise<string> {
  for (const outlet of outlets) {
    await write(db, recordArticle, {
      title: 'Told after others',
      language: 'en',
      outlet: { id: outlet },
      text: claimTexts.slice(0, 3).join('\n\n'),
    });
  }
  return versions[0] ?? '';
}

/** A claim to which a hundred others lead, shown in a hundred articles, and whose status changed a hundred times. */
async function recordClaimOfMany(
  db: Db,
  {
    actors: { of, speaker },
    found: { claimTexts, id },
    versions,
  }: {
    readonly actors: ActorOfMany;
    readonly found: Found;
    readonly versions: readonly string[];
  },
): Promise<string> {
  const claim = await write(db, recordClaim, told('What all come back to.'));
  for (const n of full) {
    const other = await write(db, recordClaim, {
      ...told(`${claimTexts[n]} So it is said.`),
      stances: [
        { ...said, actor: { id: of }, kind: 'ASSERTS' },
        { ...said, actor: { id: speaker }, kind: 'DENIES' },
      ],
    });
    const link = { from: { id: other.id }, to: { id: claim.id } };
    await write(db, linkClaims, { ...link, kind: 'CONTRADICTS', judgement: 'CONFIRMED' });
    await write(db, recordStance, {
      ...said,
      claim: { id: claim.id },
      actor: { id: id.actor },
      kind: n % 2 === 0 ? 'ASSERTS' : 'RETRACTS',
      saidAt: Date.UTC(2026, 0, 1, n),
      evidence: [
        {
          article: { id: versions[n] ?? '' },
          mode: 'DIRECT',
          quote: claimTexts[n + 2] ?? '',
          attribution: [{ id: id.outlet }, { id: id.actor }],
        },
      ],
    });
  }
  return claim.id;
}

const said = { certainty: 'PLAIN', note: 'Told to the desk.' } as const;

const told = (text: string) => ({ kind: 'FACT', language: 'en', text }) as const;

/** An article of which a full page of claims, or of drafts, was made, each much like another on record. */
async function recordQuoted(db: Db, { claimTexts, id }: Found, review: 'VERIFIED' | 'DRAFT') {
  const quotes = full.map((n) => `${review} ${n}: ${claimTexts[n]}`);
  const article = await write(db, recordArticle, {
    title: `What is made of it: ${review}`,
    language: 'en',
    outlet: { id: id.outlet },
    text: quotes.join('\n\n'),
  });
  const shown = {
    article: { id: article.id },
    mode: 'DIRECT',
    attribution: [{ id: id.outlet }, { id: id.actor }],
  } as const;
  const stance = { actor: { id: id.actor }, kind: 'ASSERTS', certainty: 'PLAIN' } as const;
  for (const quote of quotes) {
    await write(db, recordClaim, {
      ...told(`${quote} And more.`),
      review,
      stances: [{ ...stance, evidence: [{ ...shown, quote }] }],
    });
  }
  return article.id;
}
