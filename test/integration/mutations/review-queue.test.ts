import { expect, test } from 'vitest';
import { ingested } from './ferry-story.ts';
import { openDesk } from './open-desk.ts';

test('an article waits for judgement until its last draft is judged', async () => {
  await using desk = await openDesk();
  const { id } = await ingested(desk);
  const ask = `{
    waiting: articles(filter: { hasDrafts: true }) { nodes { slug } }
    judged: articles(filter: { hasDrafts: false }) { nodes { slug } }
    status { counts { drafts } }
  }`;

  const before = await desk.ask(ask, {}, 'ADMIN');
  await desk.mutate('reviewStance', { stance: { id }, review: 'REJECTED', reason: 'Misread.' });
  const after = await desk.ask(ask, {}, 'ADMIN');

  expect(before.data).toMatchObject({
    waiting: { nodes: [{ slug: 'ferry-story' }] },
    status: { counts: { drafts: 1 } },
  });
  expect(Object(before.data?.judged).nodes).not.toContainEqual({ slug: 'ferry-story' });
  expect(after.data).toMatchObject({
    waiting: { nodes: [] },
    judged: { nodes: expect.arrayContaining([{ slug: 'ferry-story' }]) },
    status: { counts: { drafts: 0 } },
  });
});
