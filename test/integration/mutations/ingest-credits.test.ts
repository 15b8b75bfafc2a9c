import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const body = `The mayor denied on Sunday that any order had been given to the crews of the ferry.

The ferry sank in the harbour on Friday.
`;

/** An article of the Gazette with this at the beginning of its text, and whatever is told of it. */
function story(opening: string, told: object = {}): object {
  const text = `Ferry talks stall\n\n${opening}${body}`;
  return { title: 'Ferry talks stall', language: 'en', outlet: { slug: 'gazette' }, text, ...told };
}

async function creditOf(desk: Desk, input: object): Promise<unknown> {
  const answer = await desk.mutate(
    'ingestArticle',
    input,
    'article { outlet { slug } creditedTo { name kind aliases } }',
  );
  return recordOf(recordOf(answer).article).creditedTo;
}

const reuters = { name: 'Reuters', kind: 'OUTLET', aliases: [] };
const ap = { name: 'Associated Press', kind: 'OUTLET', aliases: ['AP'] };

describe('an article is credited', () => {
  test.each([
    ['by its dateline', story('LONDON (Reuters) - '), reuters],
    ['by its byline', story('', { byline: 'Ann Example, Associated Press' }), ap],
    ['by a line with its authors', story('By Ann Example, Associated Press\n\n'), ap],
    ['by what its page tells', story('', { agency: 'The Associated Press' }), ap],
    ['by all of these alike', story('LONDON (AP) - ', { byline: 'AP', agency: 'AP News' }), ap],
    ['where its outlet is not known', story('LONDON (Reuters) - ', { outlet: null }), reuters],
    [
      'where its outlet is new',
      story('LONDON (Reuters) - ', { outlet: null, publisher: 'Echo' }),
      reuters,
    ],
    ['to nobody where two are told', story('LONDON (Reuters) - ', { byline: 'AP' }), null],
    [
      'to nobody where several wrote it',
      story('LONDON (Reuters) - ', { byline: 'Staff and agencies' }),
      null,
    ],
    ['to nobody where one shares it', story('LONDON (Reuters/Somebody) - '), null],
    [
      'to nobody where the outlet shares it',
      story('', { byline: 'Harbour Gazette, Reuters' }),
      null,
    ],
    ['to nobody where it is told to be', story('LONDON (Reuters) - ', { creditedTo: null }), null],
    ['to nobody for what an agency was told', story('The mayor told Reuters so. '), null],
    ['to nobody whom nobody knows', story('LONDON (Northern Wire) - '), null],
    [
      'to nobody where the outlet is that',
      story('(Reuters) - ', { outlet: null, publisher: 'Reuters UK' }),
      null,
    ],
    [
      'as it is told',
      story('LONDON (Reuters) - ', { creditedTo: { slug: 'gazette' } }),
      { name: 'Harbour Gazette' },
    ],
  ])('%s', async (_how, input, expected) => {
    await using desk = await openDesk();

    const credit = await creditOf(desk, input);

    if (expected === null) expect(credit).toBeNull();
    else expect(credit).toMatchObject(expected);
  });

  test.each([
    ['by its name', 'Northern Wire', 'OUTLET', 'Northern Wire'],
    ['by an alias', 'NW', 'OUTLET', 'Northern Wire'],
    [
      'as an organization that is called an agency',
      'Harbour News Agency',
      'ORGANIZATION',
      'Harbour News Agency',
    ],
    ['under another name of a known one', 'AP', 'OUTLET', 'AP'],
    ['under the whole name of a known one', 'Reuters', 'ORGANIZATION', 'Reuters'],
  ] as const)('to one on record %s', async (_how, ...[mark, kind, name]) => {
    await using desk = await openDesk();
    const aliases = mark === name ? [] : [mark];
    await desk.mutate('recordActor', { slug: 'wire', name, kind, aliases });

    const answer = await desk.mutate(
      'ingestArticle',
      story(`PORT ELLIS (${mark}) - `),
      'article { creditedTo { slug } }',
    );

    expect(recordOf(answer).article).toEqual({ creditedTo: { slug: 'wire' } });
  });

  test.each([
    ['PERSON', 'Reuters', 'Reuters'],
    ['GOVERNMENT', 'Palestinian Authority', 'PA'],
    ['ORGANIZATION', 'Prison Association', 'PA'],
  ] as const)('to no %s of the name of an agency', async (kind, name, alias) => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', {
      slug: 'other',
      name,
      kind,
      aliases: name === alias ? [] : [alias],
    });

    expect(await creditOf(desk, story(`LONDON (${alias}) - `))).toMatchObject({ kind: 'OUTLET' });
  });
});

test('what an agency tells in its own voice is its stance, and the agency is recorded once', async () => {
  await using desk = await openDesk();
  const first = story('LONDON (Reuters) - ');
  const second = story('PARIS (Reuters) - ', { title: 'Again', outlet: null, publisher: 'Echo' });

  for (const told of [first, second])
    await desk.mutate('ingestArticle', { ...told, narrated: true }, 'drafted');

  const { data } = await desk.ask(
    `{ stances(first: 20, filter: { review: DRAFT }) { nodes { actor { name } evidence { mode attribution { name } } } }
       reuters: actor(by: { slug: "reuters" }) { name } another: actor(by: { slug: "reuters-2" }) { name } }`,
    {},
    'EDITOR',
  );
  const narrated = nodesIn(data?.stances).filter(
    ({ evidence }) => evidence[0]?.mode === 'NARRATED',
  );
  expect(narrated.length).toBeGreaterThan(1);
  for (const { actor } of narrated) expect(actor.name).toBe('Reuters');
  expect([data?.reuters, data?.another]).toEqual([{ name: 'Reuters' }, null]);
});

test('an article that is on record stays as it is credited there', async () => {
  await using desk = await openDesk();
  const input = story('LONDON (Reuters) - ');
  const before = await creditOf(desk, { ...input, creditedTo: null });

  const again = await desk.mutate(
    'ingestArticle',
    input,
    'created drafted article { creditedTo { name } }',
  );

  expect(before).toBeNull();
  expect(again).toMatchObject({ created: false, drafted: 0, article: { creditedTo: null } });
});

interface Narrated {
  readonly actor: { readonly name: string };
  readonly evidence: readonly { readonly mode: string }[];
}

function nodesIn(connection: unknown): readonly Narrated[] {
  const { nodes } = recordOf(connection);
  return Array.isArray(nodes) ? nodes : [];
}
