import { expect, test } from 'vitest';
import { createClient, type Fetch } from '../../sdk/src/index.ts';
import { openServer } from '../integration/server/open-server.ts';
import { describeWith } from '../kit/component.ts';
import { importActors, overFetch, resume, type Way } from '../soak/resume.ts';

const events = 60;

test.each<Way>(['fetch', 'graphql-sse', 'graphql-ws', 'the SDK'])(
  'who stops after each of the events, and resumes, has each of them once: %s',
  async (way) => {
    await expectEachOnce(way);
  },
);

describeWith(['curl'], 'curl', () => {
  test('who stops after each of the events, and resumes by Last-Event-ID, has each of them once: curl -N', async () => {
    await expectEachOnce('curl -N');
  });
});

async function expectEachOnce(way: Way): Promise<void> {
  const { figures, faults } = await resume({ way, events, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.events).toBe(events);
}

test('a change between a list and a subscription from its feedCursor is told', async () => {
  await using server = await openServer();
  const { data } = await (await server.ask('{ actors { nodes { slug } feedCursor } }')).json();

  await importActors(server, ['ada']);
  const told = await overFetch(server.serving.url, data.actors.feedCursor);

  expect(data.actors.nodes).toEqual([]);
  expect(told?.recordEvents.subject.slug).toBe('ada');
});

test('a change between the page and the subscription of a live list shows in it', async () => {
  await using server = await openServer();
  let isFirst = true;
  const fetchLate: Fetch = async (url, request) => {
    const { accept } = Object(request?.headers);
    if (isFirst && accept === 'text/event-stream') {
      isFirst = false;
      await importActors(server, ['ada']);
    }
    return fetch(url, request);
  };
  const record = createClient({ url: server.serving.url, fetch: fetchLate });

  const shown: string[][] = [];
  for await (const { nodes } of record.actors.live({})) {
    shown.push(nodes.map(({ slug }) => slug));
    if (shown.length === 2) break;
  }

  expect(shown).toEqual([[], ['ada']]);
});
