import { describe, expect, test } from 'vitest';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { exported, exportFile, imported } from '../interchange/files.ts';
import { type Draft, draftsOf, ingested, story } from './ferry-story.ts';
import { type Desk, openDesk } from './open-desk.ts';

const judged = (desk: Desk, { id }: Draft, judgement: object) =>
  desk.mutate('reviewStance', { stance: { id }, ...judgement });

const undone = (desk: Desk, stance: object, more: object = {}) =>
  desk.mutate(
    'undoReview',
    { stance, ...more },
    'stance { id review claim { slug } actor { id } }',
  );

const wordsOf = `query($id: ID!) { node(id: $id) { ... on Stance {
  review kind withdrawnReason saidOn saidPhrase certainty
  evidence { quote start end mode cue confidence extractor article { slug } attribution { slug } } } } }`;

async function stanceOf(desk: Desk, id: unknown) {
  const { data, errors } = await desk.ask(wordsOf, { id }, 'EDITOR');
  expect(errors).toBeUndefined();
  return data?.node;
}

const idIn = ({ stance }: Readonly<Record<string, unknown>>): unknown =>
  stance !== null && typeof stance === 'object' && 'id' in stance ? stance.id : undefined;

describe('a judgement that is taken back', () => {
  test('of a rejection leaves the draft as it was, and its claim', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await judged(desk, draft, { review: 'REJECTED', reason: 'In jest.' });

    const answer = await undone(desk, { id: draft.id });

    expect(answer).toMatchObject({
      created: false,
      stance: { id: draft.id, review: 'DRAFT', claim: { slug: draft.claim.slug } },
    });
    expect(await draftsOf(desk)).toEqual([draft]);
    const { data } = await desk.ask(
      '{ claims(filter: { review: DRAFT }) { nodes { slug } } }',
      {},
      'EDITOR',
    );
    expect(data).toEqual({ claims: { nodes: [{ slug: draft.claim.slug }] } });
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
  });

  test('of an acceptance withdraws the stance, and its words return as a draft of the same content', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await judged(desk, draft, { review: 'VERIFIED', kind: 'QUESTIONS', certainty: 'FIRM' });
    const accepted = await stanceOf(desk, draft.id);

    const answer = await undone(desk, { id: draft.id });

    expect(answer).toMatchObject({
      created: true,
      stance: { review: 'DRAFT', claim: { slug: draft.claim.slug }, actor: { id: draft.actor.id } },
    });
    expect(await stanceOf(desk, draft.id)).toEqual({
      ...Object(accepted),
      withdrawnReason: 'Accepted in error.',
    });
    const returned = await stanceOf(desk, idIn(answer));
    expect(returned).toEqual({ ...Object(accepted), review: 'DRAFT' });
    const strangers = await desk.ask(wordsOf, { id: idIn(answer) });
    expect(strangers.data).toEqual({ node: null });
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
  });

  test('can be judged again and taken back again, and the article still drafts nothing, elsewhere neither', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await judged(desk, draft, { review: 'VERIFIED' });
    const [again] = [await undone(desk, { id: draft.id })];
    const id = idIn(again);

    await desk.mutate('reviewStance', { stance: { id }, review: 'VERIFIED' });
    const third = await undone(desk, { id }, { reason: 'Of another ferry.' });
    await desk.mutate('reviewStance', { stance: { id: idIn(third) }, review: 'REJECTED' });
    const ingestedAgain = await desk.mutate('ingestArticle', story, 'drafted');

    expect(await stanceOf(desk, id)).toMatchObject({ withdrawnReason: 'Of another ferry.' });
    expect(ingestedAgain).toMatchObject({ created: false, drafted: 0 });
    expect(await draftsOf(desk)).toEqual([]);
    await using elsewhere = await openDesk(async () => {});
    await imported(elsewhere.db, exportFile(await exported(desk.db)));
    expect(await elsewhere.mutate('ingestArticle', story, 'drafted')).toMatchObject({ drafted: 0 });
    expect(await verifyRecord(elsewhere.db)).toMatchObject({ faults: [] });
  });

  test('of further evidence withdraws that evidence, and what showed it before stays', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await desk.mutate('recordClaim', {
      slug: 'sank',
      text: 'The ferry sank.',
      kind: 'FACT',
      language: 'en',
    });
    await desk.mutate('recordStance', {
      slug: 'reyes-denies',
      claim: { slug: 'sank' },
      actor: { id: draft.actor.id },
      kind: 'DENIES',
      certainty: 'FIRM',
      saidOn: '2024-03-01',
      evidence: [{ article: { slug: story.slug }, quote: 'the ferry had sunk', mode: 'INDIRECT' }],
    });
    const target = { claim: { slug: 'sank' }, evidenceOf: { slug: 'reyes-denies' } };
    await judged(desk, draft, { review: 'VERIFIED', ...target, reason: 'The same.' });

    const answer = await undone(desk, { id: draft.id });

    expect(answer).toMatchObject({ stance: { id: draft.id, review: 'DRAFT' } });
    const { data } = await desk.ask(
      '{ stances(filter: { claim: { slug: "sank" } }) { nodes { slug evidence { quote withdrawnAt } } } }',
      {},
      'EDITOR',
    );
    expect(data).toEqual({
      stances: {
        nodes: [
          {
            slug: 'reyes-denies',
            evidence: [
              { quote: 'the ferry had sunk', withdrawnAt: null },
              { quote: expect.stringContaining('denied'), withdrawnAt: expect.any(String) },
            ],
          },
        ],
      },
    });
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
  });

  test('of what rests on a note alone returns as that', async () => {
    await using desk = await openDesk();
    await desk.mutate('recordClaim', {
      slug: 'sank',
      text: 'The ferry sank.',
      kind: 'FACT',
      language: 'en',
    });
    const { stance } = await desk.mutate(
      'recordStance',
      {
        claim: { slug: 'sank' },
        actor: { slug: 'mayor' },
        kind: 'DENIES',
        certainty: 'FIRM',
        note: 'Said by telephone.',
        review: 'DRAFT',
      },
      'stance { id }',
    );
    await desk.mutate('reviewStance', { stance, review: 'VERIFIED' });

    const answer = await undone(desk, Object(stance));

    expect(answer).toMatchObject({ created: true, stance: { review: 'DRAFT' } });
    expect(await stanceOf(desk, idIn(answer))).toMatchObject({ kind: 'DENIES', evidence: [] });
  });

  test('has to be one of a draft, in force, and unchanged since where that is asked', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    const { cursor } = await judged(desk, draft, { review: 'REJECTED' });
    await judged(desk, draft, { review: 'VERIFIED' });

    expect(await undone(desk, { id: draft.id }, { ifUnchangedSince: cursor })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await undone(desk, { id: draft.id })).toMatchObject({ created: true });
    expect(await undone(desk, { id: draft.id })).toMatchObject({ code: 'ALREADY_WITHDRAWN' });
    const [waiting] = await draftsOf(desk);
    expect(await undone(desk, { id: waiting?.id })).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['stance'],
    });
    expect(await undone(desk, { slug: 'nothing' })).toMatchObject({ code: 'NOT_ON_RECORD' });
  });
});

describe('another chain for a draft that is accepted', () => {
  const through = (...links: readonly object[]) => ({ review: 'VERIFIED', attribution: links });

  test('leads from the publisher to the holder, and its event keeps the one of before', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    const holder = { id: draft.actor.id };

    const broken = await judged(desk, draft, through({ slug: 'courier' }, holder));
    const accepted = await judged(
      desk,
      draft,
      through({ slug: 'gazette' }, { slug: 'courier' }, holder),
    );

    expect(broken).toMatchObject({ code: 'ATTRIBUTION_BROKEN' });
    expect(accepted).toMatchObject({ created: false });
    expect(await stanceOf(desk, draft.id)).toMatchObject({
      evidence: [
        { attribution: [{ slug: 'gazette' }, { slug: 'courier' }, { slug: draft.actor.slug }] },
      ],
    });
    const { data } = await desk.ask(
      '{ gazette: actor(by: { slug: "gazette" }) { id } recordEvents(first: 100, filter: { type: [STANCE_REVIEWED] }) { nodes { before { key value } } } }',
      {},
      'EDITOR',
    );
    const gazette = Object(data?.gazette).id;
    expect(data?.recordEvents).toEqual({
      nodes: [
        {
          before: [
            { key: 'review', value: '"DRAFT"' },
            { key: 'attribution', value: JSON.stringify([gazette, draft.actor.id]) },
          ],
        },
      ],
    });
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
  });
});
