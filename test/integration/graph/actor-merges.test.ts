import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { write } from '../../kit/owner.ts';
import { openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

async function recordMerges(db: Database): Promise<void> {
  await recordPress(db);
  for (const slug of ['tabloid', 'broadsheet', 'weekly'])
    await write(db, recordActor, { slug, name: slug, kind: 'OUTLET' });
  const into = { slug: 'gazette' };
  await write(db, mergeActors, {
    from: { slug: 'tabloid' },
    into,
    judgement: 'CONFIRMED',
    reason: 'One masthead.',
    revoked: { reason: 'Two mastheads.' },
  });
  await write(db, mergeActors, { from: { slug: 'tabloid' }, into, judgement: 'REJECTED' });
  await write(db, mergeActors, {
    from: into,
    into: { slug: 'broadsheet' },
    judgement: 'CONFIRMED',
  });
  await write(db, mergeActors, { from: { slug: 'weekly' }, into, judgement: 'SUGGESTED' });
}

const fields = 'from { slug } into { slug } judgement';
const revokedMerge = {
  from: { slug: 'tabloid' },
  into: { slug: 'gazette' },
  judgement: 'CONFIRMED',
};
const rejected = { ...revokedMerge, judgement: 'REJECTED' };
const confirmed = {
  from: { slug: 'gazette' },
  into: { slug: 'broadsheet' },
  judgement: 'CONFIRMED',
};
const suggested = { from: { slug: 'weekly' }, into: { slug: 'gazette' }, judgement: 'SUGGESTED' };

test('merges are listed with their ids, revoked ones included, the newest first', async () => {
  await using graph = await openGraph(recordMerges);

  const { data } = await graph.ask(
    `{ actorMerges { totalCount nodes { id ${fields} reason recordedAt revokedAt revokedReason } } }`,
    {},
    'EDITOR',
  );

  expect(data.actorMerges).toMatchObject({
    totalCount: 4,
    nodes: [
      { ...suggested, revokedAt: null },
      confirmed,
      { ...rejected, reason: null },
      { ...revokedMerge, reason: 'One masthead.', revokedReason: 'Two mastheads.' },
    ],
  });
  for (const { id } of data.actorMerges.nodes) {
    const { data: found } = await graph.ask(
      'query($id: ID!) { node(id: $id) { id } }',
      { id },
      'EDITOR',
    );
    expect(found.node).toEqual({ id });
  }
});

test.each([
  ['{}', [suggested, confirmed, rejected, revokedMerge]],
  ['{ actor: { slug: "gazette" } }', [suggested, confirmed, rejected, revokedMerge]],
  // It was judged to be the gazette: what names either names both.
  ['{ actor: { slug: "broadsheet" } }', [suggested, confirmed, rejected, revokedMerge]],
  ['{ actor: { slug: "agency" } }', []],
  ['{ judgement: REJECTED }', [rejected]],
  ['{ revoked: true }', [revokedMerge]],
  ['{ revoked: false }', [suggested, confirmed, rejected]],
  ['{ revoked: false, judgement: CONFIRMED, actor: { slug: "tabloid" } }', []],
])('actorMerges(filter: %s)', async (filter, expected) => {
  await using graph = await openGraph(recordMerges);

  const { data } = await graph.ask(
    `{ actorMerges(filter: ${filter}) { totalCount nodes { ${fields} } } }`,
  );

  expect(data.actorMerges).toEqual({ totalCount: expected.length, nodes: expected });
});

test('an actor has those in which it is one of the two, by one statement for all', async () => {
  await using graph = await openGraph(recordMerges);

  const { data } = await graph.ask(
    `{ actors { nodes { slug merges(filter: { revoked: false }) { totalCount nodes { ${fields} } } } } }`,
  );

  const merges = new Map(
    data.actors.nodes.map(({ slug, merges }: { slug: string; merges: object }) => [slug, merges]),
  );
  // The gazette is shown as the broadsheet.
  expect(merges.get('broadsheet')).toEqual({
    totalCount: 3,
    nodes: [suggested, confirmed, rejected],
  });
  expect(merges.get('tabloid')).toEqual({ totalCount: 1, nodes: [rejected] });
  expect(merges.get('agency')).toEqual({ totalCount: 0, nodes: [] });
  // The actors, their merges, how many there are, from, into.
  expect(graph.statements).toHaveLength(5);
});
