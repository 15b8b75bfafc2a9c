import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { write } from '../../kit/owner.ts';
import { recordDispute } from '../pages/open-pages.ts';
import { openGraph } from './open-graph.ts';

const claim = { slug: 'bridge-promised' };

/** Corrected twice in its words, once in its language alone, and once in neither. */
async function recordCorrected(db: Database): Promise<void> {
  await recordDispute(db);
  await write(db, updateClaim, { claim, text: 'Der Bürgermeister versprach eine Brücke.' });
  await write(db, updateClaim, { claim, language: 'de' });
  await write(db, updateClaim, { claim, topics: ['roads'] });
  await write(db, updateClaim, { claim, text: 'The mayor promised a bridge.', language: 'en' });
}

const corrections = 'corrections { nodes { at text language } totalCount }';

test('the former words of a claim are told, the latest first, each in its language', async () => {
  await using graph = await openGraph(recordCorrected);

  const { data } = await graph.ask(`{ claim(by: { slug: "bridge-promised" }) { ${corrections} } }`);

  const at = expect.stringMatching(/Z$/);
  expect(data.claim.corrections).toEqual({
    nodes: [
      { at, text: 'Der Bürgermeister versprach eine Brücke.', language: 'de' },
      { at, text: 'The mayor promised a new bridge.', language: 'en' },
    ],
    totalCount: 2,
  });
});

test('what was worded otherwise as a draft is told to nobody', async () => {
  await using graph = await openGraph(async (db) => {
    const draft = { slug: 'lane', text: 'Secret words.', kind: 'FACT', language: 'en' } as const;
    await write(db, recordClaim, draft);
    await write(db, updateClaim, { claim: { slug: 'lane' }, text: 'The bridge has one lane.' });
  });

  const asked = `{ claim(by: { slug: "lane" }) { ${corrections} } }`;
  const { data } = await graph.ask(asked, {}, 'EDITOR');

  expect(data.claim.corrections).toEqual({ nodes: [], totalCount: 0 });
  expect((await graph.ask(asked)).data.claim).toBeNull();
});

test('as of a moment before it was corrected there is no correction yet', async () => {
  await using graph = await openGraph(recordCorrected);
  const { data } = await graph.ask(`{ claim(by: { slug: "bridge-promised" }) { ${corrections} } }`);
  const [, first] = data.claim.corrections.nodes;
  const before = new Date(Date.parse(first.at) - 1).toISOString();

  const then = await graph.ask(
    'query ($asOf: DateTime) { claim(by: { slug: "bridge-promised" }, asOf: $asOf) { text corrections { nodes { text } } } }',
    { asOf: before },
  );

  expect(then.data.claim).toEqual({
    text: 'The mayor promised a new bridge.',
    corrections: { nodes: [] },
  });
});
