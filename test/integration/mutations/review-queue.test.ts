import { expect, test } from 'vitest';
import { openDesk } from './open-desk.ts';

const article = {
  slug: 'ferry-story',
  title: 'Ferry sinks',
  language: 'en',
  outlet: { slug: 'gazette' },
  text: 'Ferry sinks\n\nGovernor Ada Reyes denied on Tuesday that the ferry had sunk.\n',
};

test('an article waits for judgement until its last draft is judged', async () => {
  await using desk = await openDesk();
  await desk.mutate('ingestArticle', article);
  const ask = `{
    waiting: articles(filter: { hasDrafts: true }) { nodes { slug } }
    judged: articles(filter: { hasDrafts: false }) { nodes { slug } }
    drafts(article: { slug: "ferry-story" }) { nodes { id } }
    status { counts { drafts } }
  }`;

  const before = await desk.ask(ask, {}, 'ADMIN');
  const [draft] = Object(before.data?.drafts).nodes;
  await desk.mutate('reviewStance', { stance: draft, review: 'REJECTED', reason: 'Misread.' });
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
