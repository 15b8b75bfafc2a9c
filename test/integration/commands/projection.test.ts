import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { standingFacts } from '../../../db/queries/standing-facts.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { standingsIn } from '../../../db/rules/standing.ts';
import { standingOf } from '../../../db/rules/standing-stored.ts';
import { reviews, stanceKinds } from '../../../db/rules/vocabulary.ts';
import type { WriteTx } from '../../../db/write/write.ts';
import { committedEvents } from '../../kit/committed.ts';
import { quoting, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

/** The same numbers from 0 to below 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const claims = ['a', 'b', 'c', 'd', 'e'];
const speakers = ['gazette', 'courier', 'mayor', 'town-hall', 'spokeswoman', 'council-sources'];
const quotes = ['I never promised a bridge', 'on Tuesday', 'plans were drawn up in March'];

/** A random editor at work: each step changes something, or is refused. */
class Editor {
  readonly #db: Database;
  readonly #path: string;
  readonly #next: () => number;

  constructor(record: { readonly db: Database; readonly path: string }, seed: number) {
    this.#db = record.db;
    this.#path = record.path;
    this.#next = numbersFrom(seed);
  }

  async step(): Promise<void> {
    const steps = [
      () => this.#stance(),
      () => this.#stance(),
      () => this.#stance(),
      () => this.#do(reviewStance, { stance: this.#known('stances'), review: this.#one(reviews) }),
      () => this.#do(withdrawStance, { stance: this.#known('stances'), reason: 'x' }),
      () => this.#do(addEvidence, { stance: this.#known('stances'), ...this.#piece() }),
      () => this.#do(withdrawEvidence, { evidence: this.#known('evidence'), reason: 'x' }),
      () => this.#do(withdrawArticle, { article: { slug: 'bridge-story' }, reason: 'x' }),
      () => this.#do(restoreArticle, { article: { slug: 'bridge-story' } }),
      () => this.#do(restoreArticle, { article: { slug: 'bridge-story' } }),
      () =>
        this.#do(linkClaims, {
          ...this.#pair(claims),
          kind: 'PRESUPPOSES',
          judgement: 'CONFIRMED',
        }),
      () => this.#do(revokeClaimLink, { link: this.#known('claim_links'), reason: 'x' }),
      () => this.#affiliation(),
      () =>
        this.#do(endAffiliation, { affiliation: this.#known('affiliations'), until: this.#day() }),
    ];
    await this.#one(steps)();
  }

  async #do<Input>(command: (tx: WriteTx, input: Input) => Promise<unknown>, input: Input) {
    try {
      await write(this.#db, command, input);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
    }
  }

  #stance() {
    const actor = this.#one(speakers);
    return this.#do(recordStance, {
      claim: { slug: this.#one(claims) },
      actor: { slug: actor },
      kind: this.#one(stanceKinds),
      certainty: 'PLAIN',
      saidOn: this.#next() < 0.5 ? this.#day() : null,
      saidIn: this.#next() < 0.2 ? { slug: this.#one(claims) } : null,
      note: this.#next() < 0.3 ? 'x' : null,
      review: this.#next() < 0.8 ? 'VERIFIED' : 'DRAFT',
      evidence: this.#next() < 0.8 ? [this.#piece(actor)] : [],
    });
  }

  #piece(holder?: string) {
    const through = this.#one(['washed', 'council-sources', 'courier']);
    const isDirect = holder === undefined || through === 'washed' || holder === through;
    return isDirect || holder === 'gazette'
      ? quoting(this.#one(quotes))
      : quoting(this.#one(quotes), ['gazette', through, holder]);
  }

  #affiliation() {
    const { from: actor, to: of } = this.#pair(speakers);
    const kind = this.#one(['SPEAKS_FOR', 'PART_OF', 'OWNED_BY', 'MEMBER_OF'] as const);
    return this.#do(recordAffiliation, { actor, of, kind, from: this.#day() });
  }

  #pair(slugs: readonly string[]) {
    return { from: { slug: this.#one(slugs) }, to: { slug: this.#one(slugs) } };
  }

  #known(table: string): { id: string } {
    const ids = rawRows<{ id: string }>(this.#path, `select id from ${table} order by key`);
    return this.#one([...ids, { id: 'none' }]);
  }

  #day(): string {
    return `2024-03-${String(1 + Math.floor(this.#next() * 28)).padStart(2, '0')}`;
  }

  #one<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.#next() * choices.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  }
}

/** Expects of every claim that what is stored of its standing is what the rules say. */
async function expectProjected({ db, path }: { db: Database; path: string }): Promise<void> {
  const stored = rawRows<{ key: number; status: string; unnamed: number; standing: string }>(
    path,
    'select key, status, only_unnamed_sources as unnamed, standing from claims join standings on claim = key',
  );
  const facts = await standingFacts(
    db.reader,
    stored.map(({ key }) => key),
  );
  expect(stored).toHaveLength(claims.length);
  for (const { key, status, unnamed, standing } of stored) {
    const now = standingsIn(facts).of(key);
    expect(standingOf(standing)).toEqual(now);
    expect({ status, unnamed: unnamed === 1 }).toEqual({
      status: now.status,
      unnamed: now.onlyUnnamedSources,
    });
    const columns = rawRows<Record<string, number>>(
      path,
      'select key as stance, counting, hearsay, carrier_retracted from stances where claim = ? order by key',
      key,
    );
    const projected = standingsIn(facts)
      .stancesOn(key)
      .map(({ stance, counting, hearsay, carrierRetracted }) => ({
        stance,
        counting: Number(counting),
        hearsay: Number(hearsay),
        carrier_retracted: Number(carrierRetracted),
      }))
      .sort((a, b) => a.stance - b.stance);
    expect(columns).toEqual(projected);
  }
}

/** Expects that each change of a standing was one at the moment at which it is said to have been caused, not before. */
async function expectTold({ db, path }: { db: Database; path: string }): Promise<void> {
  for (const { type, subject, payload } of committedEvents(path)) {
    if (type !== 'STANDING_CHANGED') continue;
    const { from, to, causedAt } = payload as { from: string; to: string; causedAt: number };
    const facts = await standingFacts(db.reader, [subject]);
    const statusAt = (asOf: number) =>
      standingsIn(facts, { asOf, saidBy: null }).of(subject).status;
    expect([statusAt(causedAt - 1), statusAt(causedAt)]).toEqual([from, to]);
  }
}

test.each([1, 2, 3])(
  'whatever is done (%i), what is stored is what the rules say',
  async (seed) => {
    await using record = await openRecord({ filled: recordHarbour });
    for (const slug of claims) {
      const claim = { slug, text: `Claim ${slug}.`, kind: 'FACT', language: 'en' } as const;
      await write(record.db, recordClaim, claim);
    }
    const editor = new Editor(record, seed);

    for (let step = 0; step < 120; step += 1) {
      await editor.step();
      if (step % 10 === 9) await expectProjected(record);
    }

    await expectProjected(record);
    await expectTold(record);
  },
);

test('many commands in one transaction come to the same standing as one by one', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  const claim = { slug: 'a', text: 'Claim a.', kind: 'FACT', language: 'en' } as const;
  const stance = { claim: { slug: 'a' }, certainty: 'PLAIN', note: 'x' } as const;

  await record.db.write({ author: owner, command: 'many', input: null }, async (tx) => {
    await recordClaim(tx, claim);
    await recordStance(tx, { ...stance, actor: { slug: 'mayor' }, kind: 'ASSERTS' });
    await recordStance(tx, { ...stance, actor: { slug: 'courier' }, kind: 'DENIES' });
    await recordStance(tx, { ...stance, actor: { slug: 'gazette' }, kind: 'NO_REPLY' });
    return null;
  });

  const denial = committedEvents(record.path).filter(({ type }) => type === 'STANCE_ADDED')[1];
  expect(committedEvents(record.path).slice(-6)).toMatchObject([
    { type: 'CLAIM_RECORDED' },
    { type: 'STANCE_ADDED' },
    { type: 'STANCE_ADDED' },
    { type: 'STANCE_ADDED' },
    { type: 'CLAIM_ADDED' },
    {
      type: 'STANDING_CHANGED',
      payload: {
        from: 'UNADDRESSED',
        to: 'DISPUTED',
        because: { key: denial?.subject },
        causedAt: denial?.at,
      },
    },
  ]);
});
