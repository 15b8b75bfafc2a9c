import { describe, expect, test } from 'vitest';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { bridgePromised, gazetteReports, quoting } from '../../kit/harbour.ts';
import { exported, exportFile, imported } from '../interchange/files.ts';
import { type Draft, draftsOf, ingested, story } from './ferry-story.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const sank = { slug: 'sank', text: 'The ferry sank.', kind: 'FACT', language: 'en' };

const reyesDenies = {
  slug: 'reyes-denies',
  claim: { slug: 'sank' },
  kind: 'DENIES',
  certainty: 'FIRM',
  saidOn: '2024-03-01',
  note: 'Said at the pier.',
};

const target = { evidenceOf: { slug: 'reyes-denies' }, claim: { slug: 'sank' } };

/** A desk with a draft that the governor denies it, and with her stance on record; its draft. */
async function openFerry(known: object = {}): Promise<{ desk: Desk; draft: Draft }> {
  const desk = await openDesk();
  const draft = await ingested(desk);
  await desk.mutate('recordClaim', sank);
  await desk.mutate('recordStance', { ...reyesDenies, actor: { id: draft.actor.id }, ...known });
  return { desk, draft };
}

const review = (desk: Desk, { id }: Draft, judgement: object) =>
  desk.mutate(
    'reviewStance',
    { stance: { id }, review: 'VERIFIED', ...judgement },
    'stance { slug review }',
  );

async function nodeOf(desk: Desk, query: string) {
  const { data, errors } = await desk.ask(query, {}, 'EDITOR');
  expect(errors).toBeUndefined();
  return data;
}

const shown = `{ stances(filter: { claim: { slug: "sank" } }) { nodes {
  slug evidence { quote article { slug } attribution { slug } extractor } } } }`;

describe('a draft that is accepted as further evidence', () => {
  test('shows the stance on record by its words, and is rejected for that reason', async () => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;

    const answer = await review(desk, draft, { ...target, reason: 'The same denial.' });

    expect(answer).toMatchObject({
      created: false,
      stance: { slug: draft.slug, review: 'REJECTED' },
    });
    expect(await nodeOf(desk, shown)).toEqual({
      stances: {
        nodes: [
          {
            slug: 'reyes-denies',
            evidence: [
              {
                quote: expect.stringContaining('denied on Tuesday that the ferry had sunk'),
                article: { slug: 'ferry-story' },
                attribution: [{ slug: 'gazette' }, { slug: draft.actor.slug }],
                extractor: expect.stringMatching(/^rules\//),
              },
            ],
          },
        ],
      },
    });
    const events = await nodeOf(
      desk,
      '{ recordEvents(first: 100) { nodes { type reason before { key } subject { __typename } } } }',
    );
    const { nodes } = recordOf(events?.recordEvents);
    expect(nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'STANCE_REVIEWED',
          reason: 'Further evidence of reyes-denies. The same denial.',
          before: expect.arrayContaining([{ key: 'review' }, { key: 'claim' }]),
        }),
        expect.objectContaining({ type: 'EVIDENCE_ADDED', subject: { __typename: 'Evidence' } }),
      ]),
    );
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
  });

  test('leaves no claim of its own behind, and is not drafted again, by an export neither', async () => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;
    await review(desk, draft, target);

    const again = await desk.mutate('ingestArticle', story, 'drafted');
    await using elsewhere = await openDesk(async () => {});
    await imported(elsewhere.db, exportFile(await exported(desk.db)));
    const there = await elsewhere.mutate('ingestArticle', story, 'drafted');

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect(there).toMatchObject({ created: false, drafted: 0 });
    expect(await draftsOf(desk)).toEqual([]);
    expect(await nodeOf(desk, '{ claims(filter: { review: DRAFT }) { nodes { slug } } }')).toEqual({
      claims: { nodes: [] },
    });
  });

  test('of words that show it already adds nothing', async () => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;
    const drafted = await nodeOf(
      desk,
      `{ node(id: "${draft.id}") { ... on Stance { evidence { quote start end mode cue confidence } } } }`,
    );
    const { evidence } = recordOf(drafted?.node);
    const [piece] = Array.isArray(evidence) ? evidence : [];
    await desk.mutate('addEvidence', {
      stance: { slug: 'reyes-denies' },
      article: { slug: 'ferry-story' },
      ...recordOf(piece),
    });

    await review(desk, draft, target);

    const data = await nodeOf(desk, shown);
    expect(JSON.stringify(data).match(/"quote"/g)).toHaveLength(1);
    expect(await draftsOf(desk)).toEqual([]);
  });

  test('of an actor that is one with another ends its chain under the name of the stance', async () => {
    const { desk, draft } = await openFerry({ actor: { slug: 'mayor' } });
    await using _closed = desk;
    const apart = await review(desk, draft, target);
    await desk.mutate('mergeActors', {
      from: { id: draft.actor.id },
      into: { slug: 'mayor' },
      judgement: 'CONFIRMED',
    });

    const answer = await review(desk, draft, target);

    expect(apart).toMatchObject({ code: 'INPUT_INVALID', path: ['evidenceOf'] });
    expect(answer).toMatchObject({ stance: { review: 'REJECTED' } });
    expect(JSON.stringify(await nodeOf(desk, shown))).toContain(
      '"attribution":[{"slug":"gazette"},{"slug":"mayor"}]',
    );
  });

  test('of the outlet itself, by another of its names, is in its own voice', async () => {
    await using desk = await openDesk();
    await desk.mutate('recordClaim', bridgePromised);
    await desk.mutate('recordStance', gazetteReports);
    await desk.mutate('recordActor', { slug: 'gz', name: 'Gazette', kind: 'OUTLET' });
    const evidence = [quoting('The bridge is old', ['council-sources', 'gz'])];
    const said = { ...gazetteReports, slug: 'gz-reports', actor: { slug: 'gz' }, evidence };
    await desk.mutate('recordStance', { ...said, review: 'DRAFT' });
    await desk.mutate('mergeActors', {
      from: { slug: 'gz' },
      into: { slug: 'gazette' },
      judgement: 'CONFIRMED',
    });

    const answer = await desk.mutate(
      'reviewStance',
      {
        stance: { slug: 'gz-reports' },
        review: 'REJECTED',
        evidenceOf: { slug: 'gazette-reports' },
      },
      'stance { review }',
    );

    expect(answer).toMatchObject({ stance: { review: 'REJECTED' } });
    const { data } = await desk.ask(
      '{ claim(by: { slug: "bridge-promised" }) { stances { nodes { evidence { attribution { slug } } } } } }',
    );
    const own = { attribution: [{ slug: 'gazette' }] };
    expect(data?.claim).toEqual({ stances: { nodes: [{ evidence: [own, own] }] } });
  });
});

describe('a draft is refused as evidence of', () => {
  test.each<readonly [string, object, object, RegExp]>([
    ['a stance on another claim', {}, { claim: undefined }, /another claim than the draft/],
    ['a stance of another actor', { actor: { slug: 'mayor' } }, {}, /another actor/],
    ['a stance of another kind', { kind: 'QUESTIONS' }, {}, /another kind/],
    ['a draft', { review: 'DRAFT' }, {}, /is not verified/],
    ['a rejected stance', { review: 'REJECTED' }, {}, /is not verified/],
  ])('%s', async (...[, known, judgement, says]) => {
    const { desk, draft } = await openFerry(known);
    await using _closed = desk;
    const head = await desk.head();

    const answer = await review(desk, draft, { ...target, ...judgement });

    expect(answer).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['evidenceOf'],
      message: expect.stringMatching(says),
    });
    expect(await desk.head()).toBe(head);
    expect(await draftsOf(desk)).toEqual([draft]);
  });

  test('a withdrawn stance, nobody’s stance, and while it stays a draft', async () => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;

    const draftStill = await review(desk, draft, {
      evidenceOf: target.evidenceOf,
      review: 'DRAFT',
    });
    const nobodys = await review(desk, draft, { ...target, evidenceOf: { slug: 'nobody' } });
    await desk.mutate('withdrawStance', { stance: { slug: 'reyes-denies' }, reason: 'Misheard.' });
    const withdrawn = await review(desk, draft, target);

    expect(draftStill).toMatchObject({ code: 'INPUT_INVALID', path: ['review'] });
    expect(nobodys).toMatchObject({ code: 'NOT_ON_RECORD', path: ['evidenceOf'] });
    expect(withdrawn).toMatchObject({ code: 'ALREADY_WITHDRAWN', path: ['evidenceOf'] });
  });

  test.each<readonly [string, string | null]>([
    ['CONFIRMS', 'CONFIRMS'],
    ['RETRACTS', 'RETRACTS'],
    ['DECLINES', null],
  ])('what the actor turned from in between: %s', async (kind, turn) => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;
    const between = { ...reyesDenies, slug: 'between', kind, saidOn: '2024-03-05' };
    await desk.mutate('recordStance', { ...between, actor: { id: draft.actor.id } });

    const answer = await review(desk, draft, target);

    expect(answer.message).toBe(
      turn === null
        ? undefined
        : `Between the stance reyes-denies and these words the actor took another: ${turn}.`,
    );
  });
});

describe('the stance of which a draft may be further evidence', () => {
  const query = `{ drafts(article: { slug: "ferry-story" }) { nodes { furtherEvidenceOf { slug } } } }`;

  test('is proposed where actor, claim and kind are the same', async () => {
    const { desk, draft } = await openFerry();
    await using _closed = desk;
    const before = await nodeOf(desk, query);
    const data = await nodeOf(desk, `{ claim(by: { id: "${draft.claim.id}" }) { text } }`);
    const { text } = recordOf(data?.claim);
    await desk.mutate('updateClaim', { claim: { slug: 'sank' }, text });

    expect(before).toEqual({ drafts: { nodes: [{ furtherEvidenceOf: null }] } });
    expect(await nodeOf(desk, query)).toEqual({
      drafts: { nodes: [{ furtherEvidenceOf: { slug: 'reyes-denies' } }] },
    });
  });

  test('is none of another kind, is none for what is no draft, and is for editors', async () => {
    const { desk, draft } = await openFerry({ kind: 'QUESTIONS' });
    await using _closed = desk;
    await desk.mutate('recordStance', {
      ...reyesDenies,
      slug: 'drafted',
      actor: { slug: 'mayor' },
      review: 'DRAFT',
    });
    await desk.mutate('recordStance', {
      ...reyesDenies,
      slug: 'verified',
      actor: { slug: 'mayor' },
    });
    const asked = `{ stances(filter: { review: DRAFT }) { nodes { slug furtherEvidenceOf { slug } } } }`;
    const verified =
      '{ stances(filter: { actor: { slug: "mayor" } }) { nodes { furtherEvidenceOf { slug } } } }';

    expect(await nodeOf(desk, asked)).toEqual({
      stances: {
        nodes: [
          { slug: 'drafted', furtherEvidenceOf: { slug: 'verified' } },
          { slug: draft.slug, furtherEvidenceOf: null },
        ],
      },
    });
    expect(await nodeOf(desk, verified)).toEqual({
      stances: { nodes: [{ furtherEvidenceOf: null }] },
    });
    const { data } = await desk.ask(verified);
    expect(data).toEqual({ stances: { nodes: [{ furtherEvidenceOf: null }] } });
  });
});
