import { expect, test } from 'vitest';
import { nextOf, take } from '../integration/feed/following.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';

test('20 a list has a total order: ties by recording, what is unknown last', async () => {
  await using desk = await openDesk();
  const happened = { a: '2026-01-01', b: null, c: '2026-01-01', d: '2025-01-01', e: null };
  for (const [slug, happenedFrom] of Object.entries(happened)) {
    await recordClaim(desk, slug, { happenedFrom });
  }
  const ordered = async (direction: string, size: number) => {
    const slugs: unknown[] = [];
    for (let after: unknown = null; ; ) {
      const { data } = await desk.ask(
        `query($after: String, $first: Int, $direction: OrderDirection) {
          claims(first: $first, after: $after, orderBy: { field: HAPPENED_FROM, direction: $direction }) {
            nodes { slug } pageInfo { hasNextPage endCursor }
          }
        }`,
        { direction, first: size, after },
      );
      const { nodes, pageInfo } = recordOf(data?.claims);
      slugs.push(...slugsOf(nodes));
      if (recordOf(pageInfo).hasNextPage !== true) return slugs.join('');
      after = recordOf(pageInfo).endCursor;
    }
  };

  for (const size of [1, 2, 5]) {
    expect(await ordered('DESC', size)).toBe('cadeb');
    expect(await ordered('ASC', size)).toBe('dacbe');
  }
});

test('21 a page holds 20 entries, at most 100, and never silently less', async () => {
  await using desk = await openDesk();
  for (let n = 0; n < 25; n += 1) {
    await desk.mutate('recordActor', { slug: `actor-${n}`, name: `Actor ${n}`, kind: 'PERSON' });
  }
  const answer = (args: string) => desk.ask(`{ actors${args} { nodes { slug } } }`);
  const countOf = async (args: string) =>
    slugsOf(recordOf((await answer(args)).data?.actors).nodes).length;
  const codeOf = async (args: string) => (await answer(args)).errors?.[0]?.extensions.code;

  expect(await countOf('')).toBe(20);
  expect(await countOf('(first: 1)')).toBe(1);
  expect(await countOf('(first: 100)')).toBe(31);
  expect(await countOf('(last: 22)')).toBe(22);
  for (const args of ['(first: 101)', '(last: 101)', '(first: -1)']) {
    expect(await codeOf(args)).toBe('BAD_USER_INPUT');
  }
});

test('22 a page cursor is refused in any list, order or filter but its own', async () => {
  await using desk = await openDesk();
  for (const slug of ['one', 'two', 'three']) await recordClaim(desk, slug, {});
  const ask = (list: string, args: string) =>
    desk.ask(`{ ${list}(first: 1 ${args}) { nodes { slug } pageInfo { endCursor } } }`);
  const { data } = await ask('claims', 'filter: { kind: FACT }');
  const after = `after: "${recordOf(recordOf(data?.claims).pageInfo).endCursor}"`;
  const codes = async (list: string, args: string) =>
    (await ask(list, `${after} ${args}`)).errors?.map(({ extensions }) => extensions.code);

  expect((await ask('claims', `${after} filter: { kind: FACT }`)).data).toMatchObject({
    claims: { nodes: [{ slug: 'two' }] },
  });
  expect(await codes('claims', '')).toEqual(['CURSOR_INVALID']);
  expect(await codes('claims', 'filter: { kind: POSITION }')).toEqual(['CURSOR_INVALID']);
  expect(await codes('claims', 'filter: { kind: FACT } orderBy: { field: HAPPENED_FROM }')).toEqual(
    ['CURSOR_INVALID'],
  );
  expect(await codes('actors', '')).toEqual(['CURSOR_INVALID']);
});

test('23 the feed goes on from where a list was read', async () => {
  await using desk = await openDesk();
  await recordClaim(desk, 'listed', {});
  const { data } = await desk.ask('{ claims { nodes { slug } feedCursor } }');
  const { nodes, feedCursor } = recordOf(data?.claims);
  await recordClaim(desk, 'recorded-since', {});

  const feed = desk.follow(
    'subscription($after: String) { claimAdded(after: $after, checkpoints: true) { claim { slug } } }',
    { after: feedCursor },
  );
  const since = await nextOf(feed);
  const checkpoint = await take(feed, 1);

  expect(nodes).toEqual([{ slug: 'listed' }]);
  expect(since).toEqual({ claim: { slug: 'recorded-since' } });
  expect(checkpoint).toEqual([{ claim: null }]);
});

/** A claim that everyone sees. */
async function recordClaim(desk: Desk, slug: string, facts: object): Promise<void> {
  const stance = {
    actor: { slug: 'mayor' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    note: 'Said so.',
  };
  const claim = { slug, text: `The mayor said ${slug}.`, kind: 'FACT', language: 'en' };
  await desk.mutate('recordClaim', { ...claim, ...facts, stances: [stance] });
}

function slugsOf(nodes: unknown): unknown[] {
  if (!Array.isArray(nodes)) throw new Error('A list has nodes.');
  return nodes.map((node) => recordOf(node).slug);
}
