import { describe, expect, test } from 'vitest';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { tamper } from '../../kit/tamper.ts';
import { exported, exportFile, imported } from '../interchange/files.ts';
import { type Draft, draftsOf, ingested, story } from './ferry-story.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

async function review(desk: Desk, { id }: Draft, judgement: object) {
  return desk.mutate('reviewStance', { stance: { id }, ...judgement });
}

const rejected = { review: 'REJECTED', reason: 'Of another ferry.' };
const claims = '{ claims(filter: { review: DRAFT }) { nodes { slug } } }';
const actors = '{ actors(first: 100) { nodes { slug } } }';

async function slugsIn(desk: Desk, query: string): Promise<readonly string[]> {
  const { data } = await desk.ask(query, {}, 'EDITOR');
  const [list] = Object.values(recordOf(data));
  const { nodes } = recordOf(list);
  return Array.isArray(nodes) ? nodes.map((node) => String(recordOf(node).slug)) : [];
}

describe('a rejected draft', () => {
  test.each([
    ['another version of the extractor', "update evidence set extractor = 'rules/0'"],
    [
      'another version that quotes other words',
      `update evidence set extractor = 'rules/0', start = start + 2, quote = substr(quote, 3);
       update stances set slug = 'draft-of-another-version' where review = 'REJECTED'`,
    ],
  ])('does not come back by %s', async (_what, sql) => {
    await using desk = await openDesk();
    await review(desk, await ingested(desk), rejected);
    tamper(desk.path, sql);

    const again = await desk.mutate('ingestArticle', story, 'drafted');

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect(await draftsOf(desk)).toEqual([]);
  });

  test('does not come back under another slug of its article', async () => {
    await using desk = await openDesk();
    await review(desk, await ingested(desk), rejected);
    const { slug: _slug, ...unnamed } = story;

    const again = await desk.mutate('ingestArticle', unnamed, 'drafted article { slug }');
    const other = await desk.mutate('ingestArticle', { ...story, slug: 'other' });

    expect(again).toMatchObject({ drafted: 0, article: { slug: 'ferry-story' } });
    expect(other).toMatchObject({ code: 'CONFLICT', keys: ['slug'] });
    expect(await draftsOf(desk)).toEqual([]);
  });

  test('does not come back in a record that an export made', async () => {
    await using desk = await openDesk();
    await review(desk, await ingested(desk), rejected);
    const text = await exported(desk.db);
    await using elsewhere = await openDesk();
    await imported(elsewhere.db, exportFile(text));

    const again = await elsewhere.mutate('ingestArticle', story, 'drafted');

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect(await exported(elsewhere.db)).toBe(text);
    expect(await verifyRecord(elsewhere.db)).toMatchObject({ faults: [] });
  });

  test('takes its claim and its actor off the lists, and brings the claim back when it is judged anew', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    const before = [await slugsIn(desk, claims), await slugsIn(desk, actors)];

    await review(desk, draft, rejected);
    const after = [await slugsIn(desk, claims), await slugsIn(desk, actors)];
    const similar = await desk.ask(
      '{ similarClaims(text: "The ferry sank") { score } }',
      {},
      'EDITOR',
    );
    await review(desk, draft, { review: 'DRAFT' });
    const anew = [await slugsIn(desk, claims), await slugsIn(desk, actors)];
    await review(desk, draft, rejected);
    const accepted = await review(desk, draft, { review: 'VERIFIED' });

    expect(before).toEqual([[draft.claim.slug], expect.arrayContaining([draft.actor.slug])]);
    expect(after[0]).toEqual([]);
    expect(after[1]).not.toContain(draft.actor.slug);
    expect(similar.data).toEqual({ similarClaims: [] });
    expect(anew).toEqual(before);
    expect(accepted).toMatchObject({ __typename: 'ReviewStancePayload' });
    const { data } = await desk.ask(
      'query($id: ID!) { node(id: $id) { ... on Claim { review } } }',
      {
        id: draft.claim.id,
      },
    );
    expect(data).toEqual({ node: { review: 'VERIFIED' } });
  });
});

describe('a draft that is accepted', () => {
  test('on another claim and of another actor leaves neither its own claim nor its own actor behind', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await desk.mutate('recordClaim', {
      slug: 'sank',
      text: 'The ferry sank.',
      kind: 'FACT',
      language: 'en',
    });

    await review(desk, draft, {
      review: 'VERIFIED',
      claim: { slug: 'sank' },
      actor: { slug: 'mayor' },
    });

    expect(await slugsIn(desk, claims)).not.toContain(draft.claim.slug);
    expect(await slugsIn(desk, actors)).not.toContain(draft.actor.slug);
    const { data } = await desk.ask(
      '{ claim(by: { slug: "sank" }) { standing { status } stances { nodes { actor { slug } } } } }',
    );
    expect(data?.claim).toEqual({
      standing: { status: 'DENIED' },
      stances: { nodes: [{ actor: { slug: 'mayor' } }] },
    });
    expect(await verifyRecord(desk.db)).toMatchObject({ faults: [] });
    expect(await desk.mutate('ingestArticle', story, 'drafted')).toMatchObject({ drafted: 0 });
  });

  test('can have its claim in other words and of another kind', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    const words = { claimText: 'The harbour ferry sank on Monday.', claimKind: 'COMMITMENT' };

    const edited = await review(desk, draft, { review: 'VERIFIED', ...words });
    const late = await review(desk, draft, { review: 'VERIFIED', ...words });

    expect(edited).toMatchObject({ __typename: 'ReviewStancePayload' });
    expect(late).toMatchObject({ code: 'INPUT_INVALID', path: ['claimText'] });
    const { data } = await desk.ask(
      `query($id: ID!) { node(id: $id) { ... on Claim { text kind review } }
        search(query: "harbour ferry sank") { nodes { ... on Claim { id } } } }`,
      { id: draft.claim.id },
    );
    expect(data).toMatchObject({
      node: { text: words.claimText, kind: 'COMMITMENT', review: 'VERIFIED' },
      search: { nodes: [{ id: draft.claim.id }] },
    });
  });

  test('does not reword a claim that others rest on', async () => {
    await using desk = await openDesk();
    const draft = await ingested(desk);
    await desk.mutate('recordClaim', {
      slug: 'sank',
      text: 'It sank.',
      kind: 'FACT',
      language: 'en',
    });

    const answer = await review(desk, draft, {
      review: 'VERIFIED',
      claim: { slug: 'sank' },
      claimText: 'It swam.',
    });

    expect(answer).toMatchObject({ code: 'INPUT_INVALID', path: ['claimText'] });
    expect(await draftsOf(desk)).toEqual([draft]);
  });
});

describe('somebody whom an article only describes', () => {
  const told = (title: string, who: string) => ({
    title,
    language: 'en',
    outlet: { slug: 'gazette' },
    text: `${title}\n\n${who} denied on Tuesday that the ferry had sunk.\n`,
  });

  async function actorsOn(desk: Desk): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const query =
      '{ actors(first: 100) { nodes { slug name kind description grantedBy { slug } } } }';
    const { data } = await desk.ask(query, {}, 'EDITOR');
    const { nodes } = recordOf(data?.actors);
    return Array.isArray(nodes) ? nodes.map(recordOf) : [];
  }

  const namesOf = async (desk: Desk) => (await actorsOn(desk)).map(({ name }) => String(name));

  test.each([
    ['The minister', ['The minister', 'The minister']],
    ['Residents', ['Residents', 'Residents']],
    ['Bo Lind', ['Bo Lind']],
  ])('is somebody else in every article, and one who is named is not: %s', async (who, actors) => {
    await using desk = await openDesk();
    const before = await namesOf(desk);

    await desk.mutate('ingestArticle', told('Ferry lost', who));
    await desk.mutate('ingestArticle', told('Harbour shut', who));

    const after = await namesOf(desk);
    expect(after.filter((name) => !before.includes(name)).sort()).toEqual(actors);
  });

  test('goes by the words that describe it, and its description tells where', async () => {
    await using desk = await openDesk();
    const title = `Ferry lost ${'again and '.repeat(40)}again`;
    await desk.mutate('ingestArticle', told('Ferry lost', 'The minister'));
    await desk.mutate('ingestArticle', told(title, 'The minister'));

    const described = (await actorsOn(desk)).filter(({ name }) => name === 'The minister');

    expect(described).toEqual([
      {
        slug: expect.stringMatching(/^the-minister-[0-9a-f]{12}$/),
        name: 'The minister',
        kind: 'PERSON',
        description: `Not named: known from “${title.slice(0, 300)}…” alone.`,
        grantedBy: null,
      },
      expect.objectContaining({ description: 'Not named: known from “Ferry lost” alone.' }),
    ]);
    expect(described[0]?.slug).not.toBe(described[1]?.slug);
    expect(await verifyRecord(desk.db)).toMatchObject({ faultCount: 0 });
  });

  test('is nobody whom a text names by those words, until an editor tells who it is', async () => {
    await using desk = await openDesk();
    const called = () => rawRows(desk.path, "select name from actor_names where name = 'minister'");
    await desk.mutate('ingestArticle', told('Ferry lost', 'The minister'));

    expect(called()).toEqual([]);
    const [described] = (await actorsOn(desk)).filter(({ name }) => name === 'The minister');
    await desk.mutate('updateActor', {
      actor: { slug: described?.slug },
      description: 'Minister of the sea.',
    });
    expect(called()).toEqual([{ name: 'minister' }]);
    expect(await verifyRecord(desk.db)).toMatchObject({ faultCount: 0 });
  });

  test('is so, too, where the publisher is not named', async () => {
    await using desk = await openDesk();
    const text = 'The dam reportedly leaked on Monday, the mayor said.';
    for (const title of ['Dam leaks', 'Dam leaks again'])
      await desk.mutate('ingestArticle', { title, language: 'en', text: `${title}\n\n${text}\n` });

    const publishers = (await actorsOn(desk)).filter(
      ({ kind, name }) => kind === 'OUTLET' && String(name).startsWith('Publisher'),
    );

    expect(publishers).toMatchObject([
      {
        slug: expect.stringMatching(/^publisher-[0-9a-f]{12}$/),
        name: 'Publisher (not named)',
        description: 'Not named: known from “Dam leaks again” alone.',
      },
      { name: 'Publisher (not named)', description: 'Not named: known from “Dam leaks” alone.' },
    ]);
  });

  test.each([
    ['PERSON', 'UNNAMED_SOURCE', 'publisher'],
    ['ORGANIZATION', 'UNNAMED_SOURCE', 'publisher'],
    ['GOVERNMENT', 'GROUP', null],
  ])('whoever speaks unnamed in a text of a %s is drafted as %s', async (kind, as, grantor) => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', { slug: 'publisher', name: 'Ada Reyes', kind });
    const answer = await desk.mutate(
      'ingestArticle',
      {
        ...told('Ferry lost', 'Officials familiar with the search'),
        outlet: { slug: 'publisher' },
        text: 'Ferry lost\n\nOfficials familiar with the search said on Tuesday that the ferry had sunk. The dam reportedly leaked.\n',
      },
      'drafted',
    );

    const drafted = (await actorsOn(desk)).filter(({ name }) => /^Officials/.test(String(name)));

    expect(Number(answer.drafted)).toBeGreaterThan(0);
    expect(drafted).toMatchObject([
      { kind: as, grantedBy: grantor === null ? null : { slug: grantor } },
    ]);
  });

  test('is the same when another version of the extractor reads the article', async () => {
    await using desk = await openDesk();
    await desk.mutate('ingestArticle', told('Ferry lost', 'The minister'));
    const before = await namesOf(desk);
    tamper(
      desk.path,
      "update evidence set extractor = 'rules/0'; update stances set slug = 'of-before' where review = 'DRAFT'",
    );

    const again = await desk.mutate('ingestArticle', told('Ferry lost', 'The minister'), 'drafted');

    expect(again).toMatchObject({ drafted: 0 });
    expect(await namesOf(desk)).toEqual(before);
  });
});
