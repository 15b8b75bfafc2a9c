import { expect, test } from 'vitest';
import { draftsOf, ingested, story } from '../integration/mutations/ferry-story.ts';
import { openDesk } from '../integration/mutations/open-desk.ts';

test('44 drafts are for editors until a stance is accepted', async () => {
  await using desk = await openDesk();
  const { id, actor, claim } = await ingested(desk);
  const ask = `query($stance: ID!, $claim: String!, $actor: String!) {
    stance: node(id: $stance) { id } claim(by: { slug: $claim }) { slug } actor(by: { slug: $actor }) { slug }
    claims { nodes { slug } } stances { nodes { id } }
    recordEvents(first: 100, filter: { type: [CLAIM_RECORDED, CLAIM_ADDED, STANCE_ADDED] }) { nodes { type } }
  }`;
  const names = { stance: id, claim: claim.slug, actor: actor.slug };
  const added = desk.follow('subscription { claimAdded { claim { slug } } }');
  const told = added.next();

  const [stranger, reader] = [await desk.ask(ask, names), await desk.ask(ask, names, 'READER')];
  const editor = await desk.ask(ask, names, 'EDITOR');
  await desk.mutate('reviewStance', { stance: { id }, review: 'VERIFIED' });
  const accepted = await desk.ask(ask, names);

  const nothing = {
    stance: null,
    claim: null,
    actor: null,
    claims: { nodes: [] },
    stances: { nodes: [] },
  };
  for (const { data } of [stranger, reader]) expect(data).toMatchObject(nothing);
  expect(stranger.data?.recordEvents).toEqual({ nodes: [] });
  expect(editor.data).toMatchObject({ stance: { id }, actor: { slug: actor.slug } });
  expect(accepted.data).toMatchObject({
    stance: { id },
    claim: { slug: claim.slug },
    actor: { slug: actor.slug },
    claims: { nodes: [{ slug: claim.slug }] },
  });
  expect((await told).value?.data).toEqual({ claimAdded: { claim: { slug: claim.slug } } });
  await added.return();
});

test('45 the same article drafts nothing again', async () => {
  for (const judgement of [
    { review: 'VERIFIED' },
    { review: 'VERIFIED', kind: 'QUESTIONS', actor: { slug: 'mayor' } },
    { review: 'REJECTED', reason: 'Of another ferry.' },
  ]) {
    await using desk = await openDesk();
    const { id } = await ingested(desk);
    await desk.mutate('reviewStance', { stance: { id }, ...judgement });
    const head = await desk.head();

    const again = await desk.mutate('ingestArticle', story, 'drafted');

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect(await draftsOf(desk)).toEqual([]);
    expect(await desk.head()).toBe(head);
  }
});

test('46 nothing but a draft that is accepted is edited, and its event keeps what it was', async () => {
  await using desk = await openDesk();
  const { id } = await ingested(desk);
  const review = (judgement: object) =>
    desk.mutate('reviewStance', { stance: { id }, ...judgement });

  const rejecting = await review({ review: 'REJECTED', kind: 'QUESTIONS' });
  const accepting = await review({ review: 'VERIFIED', kind: 'QUESTIONS' });
  const later = await review({ review: 'VERIFIED', kind: 'DENIES' });

  for (const refused of [rejecting, later]) {
    expect(refused).toMatchObject({ code: 'INPUT_INVALID', path: ['kind'] });
  }
  expect(accepting).toMatchObject({ created: false });
  const { data } = await desk.ask(
    '{ recordEvents(first: 100, filter: { type: [STANCE_REVIEWED] }) { nodes { before { key value } } } }',
    {},
    'EDITOR',
  );
  expect(data).toEqual({
    recordEvents: {
      nodes: [
        {
          before: [
            { key: 'review', value: '"DRAFT"' },
            { key: 'kind', value: '"DENIES"' },
          ],
        },
      ],
    },
  });
});

test('157 a judgement is taken back: a rejection leaves the draft, an acceptance is withdrawn and its words return', async () => {
  await using desk = await openDesk();
  const { id } = await ingested(desk);
  const undo = () => desk.mutate('undoReview', { stance: { id } }, 'stance { id review }');

  await desk.mutate('reviewStance', { stance: { id }, review: 'REJECTED' });
  const rejectedAgain = await undo();
  await desk.mutate('reviewStance', { stance: { id }, review: 'VERIFIED' });
  const acceptedAgain = await undo();

  expect(rejectedAgain).toMatchObject({ created: false, stance: { id, review: 'DRAFT' } });
  expect(acceptedAgain).toMatchObject({ created: true, stance: { review: 'DRAFT' } });
  const { data } = await desk.ask(
    'query($id: ID!) { node(id: $id) { ... on Stance { review withdrawnReason } } }',
    { id },
    'EDITOR',
  );
  expect(data).toEqual({ node: { review: 'VERIFIED', withdrawnReason: 'Accepted in error.' } });
  expect(await draftsOf(desk)).toHaveLength(1);
  expect(await desk.mutate('ingestArticle', story, 'drafted')).toMatchObject({ drafted: 0 });
});

test('101 an article is credited to the agency that all its credits name, or to nobody', async () => {
  await using desk = await openDesk();
  const creditOf = async (opening: string, told: object = {}) => {
    const text = `Ferry talks stall\n\n${opening}The mayor denied on Sunday that the ferry was sold.\n`;
    const about = { title: 'Ferry talks stall', language: 'en', outlet: { slug: 'gazette' }, text };
    const input = { ...about, ...told };
    const { article } = await desk.mutate(
      'ingestArticle',
      input,
      'article { creditedTo { name } }',
    );
    return article;
  };

  const none = { creditedTo: null };
  expect(await creditOf('LONDON (Reuters) - ')).toEqual({ creditedTo: { name: 'Reuters' } });
  expect(await creditOf('PARIS (Reuters) - ', { byline: 'AFP' })).toEqual(none);
  expect(await creditOf('ROME (Reuters/Somebody) - ')).toEqual(none);
  expect(await creditOf('BERLIN (Reuters) - ', { creditedTo: null })).toEqual(none);
  expect(await creditOf('BERLIN (Reuters) - ')).toEqual(none);
  expect(await creditOf('OSLO (Reuters) - ', { outlet: null, publisher: 'Reuters News' })).toEqual(
    none,
  );
});
