import { expect, test } from 'vitest';
import { openDesk, recordOf } from '../integration/mutations/open-desk.ts';

/** A claim that is public, since somebody says so. */
const said = (slug: string, text: string, review = 'VERIFIED') => ({
  ...{ slug, text, kind: 'FACT', language: 'en', review },
  stances: [{ actor: { slug: 'mayor' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'So he says.' }],
});

const similar = 'query($text: String!) { similarClaims(text: $text) { relation claim { slug } } }';

test('160 a claim like a text tells how it relates to it, by any wording that may be seen', async () => {
  await using desk = await openDesk();
  const relationsTo = async (text: string, role?: 'EDITOR') => {
    const { data } = await desk.ask(similar, { text }, role);
    const told = [data?.similarClaims].flat().map(recordOf);
    return Object.fromEntries(
      told.map(({ claim, relation }) => [String(recordOf(claim).slug), relation]),
    );
  };
  const texts = {
    sank: 'The ferry sank in the harbour.',
    'sank-not': 'The ferry didn’t sink in the harbour.',
    'two-sank': 'Two ferries sank in the harbour.',
    'sank-monday': 'The ferry sank in the harbour on Monday.',
    'barge-sank': 'The barge sank in the harbour.',
  };
  for (const [slug, text] of Object.entries(texts))
    await desk.mutate('recordClaim', said(slug, text));

  expect(await relationsTo('In the harbour the ferry sank.')).toEqual({
    sank: 'SAME',
    'sank-not': 'NEGATION',
    'two-sank': 'NARROWER',
    'sank-monday': 'NARROWER',
    'barge-sank': 'SIMILAR',
  });
  expect(await relationsTo('Three ferries sank in the harbour.')).toMatchObject({
    'two-sank': 'OTHER_NUMBER',
    'sank-not': 'NEGATION',
  });

  await desk.mutate('recordClaim', said('lost', 'The harbour lost a vessel.'));
  await desk.mutate('recordClaim', said('drafted', 'The bay swallowed a barge.', 'DRAFT'));
  for (const from of ['lost', 'drafted'])
    await desk.mutate('linkClaims', {
      ...{ from: { slug: from }, to: { slug: 'barge-sank' } },
      ...{ kind: 'SAME_AS', judgement: 'CONFIRMED', shown: 'TO' },
    });
  expect(await relationsTo('The harbour has lost a vessel.')).toMatchObject({
    'barge-sank': 'SAME',
  });
  expect(await relationsTo('A barge was swallowed by the bay.')).toMatchObject({
    'barge-sank': 'SIMILAR',
  });
  expect(await relationsTo('A barge was swallowed by the bay.', 'EDITOR')).toMatchObject({
    'barge-sank': 'SAME',
  });
});
