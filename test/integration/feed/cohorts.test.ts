import { expect, test } from 'vitest';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { openWatchedFeed, type WatchedFeed } from './watched-feed.ts';

const selection = `cursor claim {
  slug topics standing { status summary } stances { nodes { actor { name } kind } }
}`;
const query = `subscription($filter: ClaimAddedFilter) { claimAdded(filter: $filter) { ${selection} } }`;

test('an event is executed once for all who ask the same, whoever they are', async () => {
  const alone = await statementsFor([{}]);

  expect(alone).toBeGreaterThan(3);
  expect(await statementsFor(Array.from({ length: 40 }, () => ({})))).toBe(alone);
});

test('an event is executed once for all whose filters select it', async () => {
  const alone = await statementsFor([{ filter: { topic: 'bridge' } }]);
  const topics = ['bridge', 'ferry', 'harbour', 'town'];
  const filters = topics.map((topic) => ({ filter: { topic } }));
  const inlined = topics.map((topic) => ({
    document: `subscription { claimAdded(filter: { topic: "${topic}" }) { ${selection} } }`,
  }));

  expect(await statementsFor(filters)).toBe(alone);
  expect(await statementsFor(inlined)).toBe(alone);
});

test('an event that nobody selects is not executed', async () => {
  await using watched = await openWatchedFeed();
  await recordHarbour(watched.db);
  const stream = await watched.open(query, { filter: { topic: 'elsewhere' } });
  const before = watched.readings();

  await addClaim(watched, 'one');
  await addClaim(watched, 'two', ['elsewhere']);
  await stream.next(1);

  expect(watched.readings() - before).toBeLessThanOrEqual((await statementsFor([{}])) + 3);
});

test('each is told what it selects, as it asks and where it stands', async () => {
  await using watched = await openWatchedFeed();
  await recordHarbour(watched.db);
  const after = cursorNow(watched, await head(watched));
  await addClaim(watched, 'one', ['bridge']);
  const late = 'subscription($after: String) { claimAdded(after: $after) { claim { slug } } }';
  const aliased =
    'subscription($after: String) { added: claimAdded(after: $after) { claim { id: slug } } }';
  const nested = `subscription($n: Int) { claimAdded { claim { slug stances(first: $n) { nodes { kind } } } } }`;
  const fragment = `subscription { ...Added } fragment Added on Subscription { claimAdded { claim { slug } } }`;

  const streams = await Promise.all([
    watched.open(late, { after }),
    watched.open(late),
    watched.open(aliased, { after }),
    watched.open(nested, { n: 1 }),
    watched.open(nested, { n: 0 }),
    watched.open(fragment),
  ]);
  await addClaim(watched, 'two', ['ferry']);

  const told = async (index: number, count: number) =>
    ((await streams[index]?.next(count)) ?? []).map((answer) => JSON.parse(answer).data);
  expect(await told(0, 2)).toEqual([
    { claimAdded: { claim: { slug: 'one' } } },
    { claimAdded: { claim: { slug: 'two' } } },
  ]);
  expect(await told(1, 1)).toEqual([{ claimAdded: { claim: { slug: 'two' } } }]);
  expect(await told(2, 2)).toEqual([
    { added: { claim: { id: 'one' } } },
    { added: { claim: { id: 'two' } } },
  ]);
  const stances = (nodes: readonly object[]) => [
    { claimAdded: { claim: { slug: 'two', stances: { nodes } } } },
  ];
  expect(await told(3, 1)).toEqual(stances([{ kind: 'ASSERTS' }]));
  expect(await told(4, 1)).toEqual(stances([]));
  expect(await told(5, 1)).toEqual([{ claimAdded: { claim: { slug: 'two' } } }]);
});

test('what is told to one role is not handed to another', async () => {
  await using watched = await openWatchedFeed();
  await recordHarbour(watched.db);
  const after = cursorNow(watched, await head(watched));
  await addClaim(watched, 'one');
  await write(watched.db, reviewStance, { stance: { slug: 'one-asserted' }, review: 'REJECTED' });
  const document = `subscription($after: String, $filter: EventFilter) {
    recordEvents(after: $after, filter: $filter) { subject { ... on Stance { slug } } }
  }`;
  const variables = { after, filter: { type: ['STANCE_ADDED'] } };

  const streams = await Promise.all([
    watched.open(document, variables),
    watched.open(document, variables, 'READER'),
    watched.open(document, variables, 'EDITOR'),
  ]);
  const subjects = [];
  for (const stream of streams) {
    const [answer = ''] = await stream.next(1);
    subjects.push(JSON.parse(answer).data.recordEvents.subject);
  }

  expect(subjects).toEqual([null, null, { slug: 'one-asserted' }]);
});

test.each([false, true])(
  'an event that cannot be read is not told as if it had been (from a server: %s)',
  async (isRemote) => {
    let isDown = false;
    await using watched = await openWatchedFeed({
      isRemote,
      onRead(statement) {
        if (isDown && statement.includes('"claims"')) throw new Error('The disk is away.');
      },
    });
    await recordHarbour(watched.db);
    const after = cursorNow(watched, await head(watched));
    const document =
      'subscription($after: String) { claimAdded(after: $after) { claim { slug } } }';
    const unhurt = await watched.open('subscription { claimAdded { cursor } }');
    const stream = await watched.open(document, { after });
    isDown = true;
    await addClaim(watched, 'one');

    const [failed = ''] = await stream.next(1);
    expect(JSON.parse(failed)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
    await expect(stream.next(1)).rejects.toThrow('The stream has ended.');
    expect(await unhurt.next(1)).toHaveLength(1);
    isDown = false;
    const resumed = await watched.open(document, { after });
    expect(await resumed.next(1)).toEqual(['{"data":{"claimAdded":{"claim":{"slug":"one"}}}}']);
  },
);

/** How many statements one new claim costs, when these have subscribed. */
async function statementsFor(
  subscriptions: readonly { readonly document?: string; readonly filter?: object }[],
): Promise<number> {
  await using watched = await openWatchedFeed();
  await recordHarbour(watched.db);
  const streams = await Promise.all(
    subscriptions.map(({ document = query, filter }) => watched.open(document, { filter })),
  );
  const before = watched.readings();
  await addClaim(watched, 'one', ['bridge', 'ferry', 'harbour', 'town']);
  const told = await Promise.all(streams.map((stream) => stream.next(1)));
  const count = watched.readings() - before;
  expect(new Set(told.flat()).size).toBe(1);
  return count;
}

async function head({ db }: WatchedFeed): Promise<number> {
  const { seq } = await write(db, recordClaim, claimNamed('head', []));
  return seq + 2;
}

function cursorNow({ db }: WatchedFeed, seq: number): string {
  return encodeFeedCursor(db, seq);
}

const addClaim = ({ db }: WatchedFeed, slug: string, topics: readonly string[] = []) =>
  write(db, recordClaim, claimNamed(slug, topics));

function claimNamed(slug: string, topics: readonly string[]) {
  const stance = {
    slug: `${slug}-asserted`,
    actor: { slug: 'mayor' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    note: 'Said so.',
  } as const;
  const claim = { slug, text: `The mayor said ${slug}.`, kind: 'FACT', language: 'en' } as const;
  return { ...claim, topics, stances: [stance] };
}
