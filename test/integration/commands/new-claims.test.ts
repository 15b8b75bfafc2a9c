import { expect, test } from 'vitest';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { standingFacts } from '../../../db/queries/standing-facts.ts';
import type { ClaimInput } from '../../../db/rules/claim-content.ts';
import type { StanceInput } from '../../../db/rules/stance-content.ts';
import type { Projected } from '../../../db/write/projecting.ts';
import type { WriteTx } from '../../../db/write/write.ts';
import { quoting, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';

const actors = ['gazette', 'mayor', 'spokeswoman'] as const;
const quotes = ['The mayor promised a new bridge', 'I never promised a bridge'] as const;

/** A claim with so many stances, each of other words, actors and kinds than those beside it, as far as there are. */
function claimWith(stances: number, more: Partial<ClaimInput> = {}): ClaimInput {
  return {
    text: `A bridge for ferries is promised ${stances} times.`,
    kind: 'FACT',
    language: 'en',
    topics: ['bridges', 'ferries'],
    stances: Array.from({ length: stances }, (_, place) => stanceOf(place)),
    ...more,
  };
}

function stanceOf(place: number): StanceInput {
  const kinds = ['ASSERTS', 'DENIES', 'REPORTS', 'RETRACTS', 'QUESTIONS'] as const;
  return {
    slug: `stance-${place}-${kinds[place % 5]?.toLowerCase()}`,
    actor: { slug: actors[place % 3] ?? 'mayor' },
    kind: kinds[place % 5] ?? 'ASSERTS',
    certainty: 'PLAIN',
    saidOn: place % 4 === 0 ? '2026-03-02' : null,
    evidence: [quoting(quotes[place % 2] ?? quotes[0])],
  };
}

/** Carries out a command and counts the statements that it asks, those at its end included. */
async function counted(
  run: (tx: WriteTx) => Promise<unknown>,
  { db }: Awaited<ReturnType<typeof openRecord>>,
): Promise<readonly string[]> {
  const texts: string[] = [];
  await db.write({ author: owner, command: 'counted', input: null }, async (tx) => {
    const read = tx.reader.read.bind(tx.reader);
    const ask = tx.run.bind(tx);
    const reader = { ...tx.reader };
    Object.assign(reader, {
      read: (...asked: Parameters<typeof read>) => {
        texts.push(asked[0].text);
        return read(...asked);
      },
    });
    Object.defineProperty(tx, 'reader', { value: reader });
    Object.defineProperty(tx, 'run', {
      value: (...asked: Parameters<typeof ask>) => {
        texts.push(asked[0]);
        return ask(...asked);
      },
    });
    await run(tx);
    return null;
  });
  return texts;
}

test.each([1, 4, 16])(
  'a claim with stances takes 17 statements, however many: %i',
  async (stances) => {
    await using record = await openRecord({ filled: recordHarbour });

    const texts = await counted((tx) => recordClaim(tx, claimWith(stances)), record);

    expect(texts.length).toBeLessThanOrEqual(17);
  },
);

test('what else is recorded takes few statements', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  const { id } = await write(record.db, recordClaim, claimWith(3));

  const stance = await counted((tx) => recordStance(tx, { ...stanceOf(3), claim: { id } }), record);
  const evidence = await counted(
    (tx) => addEvidence(tx, { ...quoting(quotes[1]), stance: { slug: 'stance-0-asserts' } }),
    record,
  );
  const actor = await counted(
    (tx) => recordActor(tx, { name: 'The pilot', kind: 'PERSON' }),
    record,
  );

  expect(stance.length).toBeLessThanOrEqual(22);
  expect(evidence.length).toBeLessThanOrEqual(20);
  expect(actor.length).toBeLessThanOrEqual(7);
});

const claims: readonly (readonly [name: string, input: ClaimInput])[] = [
  ['without stances', claimWith(0)],
  ['with one', claimWith(1)],
  ['with many', claimWith(11)],
  ['that is a draft', claimWith(2, { review: 'DRAFT' })],
  [
    'of whose drafts one is verified',
    {
      ...claimWith(0, { review: 'DRAFT' }),
      stances: [stanceOf(0), { ...stanceOf(1), review: 'VERIFIED' }],
    },
  ],
  ['that comes withdrawn', claimWith(2, { withdrawn: { reason: 'Told twice.' } })],
  [
    'with a stance that comes withdrawn',
    {
      ...claimWith(0),
      stances: [stanceOf(0), { ...stanceOf(1), withdrawn: { reason: 'Misread.' } }],
    },
  ],
  [
    'with evidence that comes withdrawn',
    {
      ...claimWith(0),
      stances: [
        {
          ...stanceOf(0),
          evidence: [{ ...quoting(quotes[0]), withdrawn: { reason: 'Misread.' } }],
        },
        { ...stanceOf(1), note: 'At the quay.', evidence: [] },
      ],
    },
  ],
  [
    'taken up on the occasion of another',
    {
      ...claimWith(0),
      stances: [{ ...stanceOf(0), saidIn: { slug: 'occasion' } }],
    },
  ],
];

test.each(claims)(
  'a new claim is projected from the facts that are read of it: %s',
  async (_, input) => {
    await using record = await openRecord({ filled: recordHarbour });
    const { text, kind, language } = claimWith(0);
    await write(record.db, recordClaim, {
      ...{ slug: 'occasion', text, kind, language },
      stances: [{ ...stanceOf(1), slug: 'said-before' }],
    });
    let known: Projected | undefined;

    await record.db.write({ author: owner, command: 'recordClaim', input: null }, async (tx) => {
      const know = tx.know.bind(tx);
      Object.defineProperty(tx, 'know', {
        value: (claim: Projected) => {
          known = claim;
          know(claim);
        },
      });
      await recordClaim(tx, input);
      return null;
    });

    if (known === undefined) throw new Error('Nothing was known of the claim.');
    const read = await standingFacts(record.db.reader, [known.claim.key]);
    expect(known.facts).toEqual(read);
  },
);
