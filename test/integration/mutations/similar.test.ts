import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const actorSelection = 'actor { slug } similar { by score actor { slug } }';
const claimSelection = 'claim { slug } similar { score claim { slug } }';

/** Records an actor, and tells the slugs of those that it may be. */
async function similarTo(desk: Desk, actor: object): Promise<readonly string[]> {
  const { similar } = await desk.mutate('recordActor', actor, actorSelection);
  return slugsIn(similar, 'actor');
}

function slugsIn(similar: unknown, key: string): readonly string[] {
  if (!Array.isArray(similar)) throw new Error('It tells no list.');
  return similar.map((match) => String(recordOf(recordOf(match)[key]).slug));
}

describe('a recorded actor', () => {
  test('is told with those on record that it may be, the likeliest first', async () => {
    await using desk = await openDesk();
    const people = ['Ada Reyes', 'Ada Reyes Lind', 'Adam Reyes', 'A. Reyes', 'Bo Reyes'];
    for (const name of people) await desk.mutate('recordActor', { name, kind: 'PERSON' });
    await desk.mutate('recordActor', {
      slug: 'ada',
      name: 'The Baron',
      kind: 'PERSON',
      aliases: ['Ada Reyes'],
    });
    const before = await desk.ask('{ actors(first: 100) { nodes { slug name aliases } } }');

    const answer = await desk.mutate(
      'recordActor',
      { slug: 'again', name: 'Dr. Ada Reyes', kind: 'PERSON' },
      actorSelection,
    );

    expect(answer.similar).toEqual([
      { by: 'NAME', score: 1, actor: { slug: 'ada-reyes' } },
      { by: 'ALIAS', score: 0.9, actor: { slug: 'ada' } },
      { by: 'INITIALS', score: 0.7, actor: { slug: 'a-reyes' } },
    ]);
    const { data } = await desk.ask('{ actors(first: 100) { nodes { slug name aliases } } }');
    const { nodes } = recordOf(data?.actors);
    expect(nodes).toEqual([
      { slug: 'again', name: 'Dr. Ada Reyes', aliases: [] },
      ...[recordOf(before.data?.actors).nodes].flat(),
    ]);
  });

  test.each([
    ['Belingcat', 'OUTLET', 'Bellingcat'],
    ['FBI', 'ORGANIZATION', 'The Federal Bureau of Investigation'],
    ['Agence France-Presse', 'OUTLET', 'AFP'],
    ['AFP', 'OUTLET', 'Agence France-Presse'],
    ['HARBOUR LINES LTD.', 'ORGANIZATION', 'Harbour Lines'],
    ['Kiel Canal Authority', 'GOVERNMENT', 'The Kiel Canal Autority'],
    ['日本放送協会', 'OUTLET', '日本放送協会'],
  ])('%s is told of %s %s whichever came first', async (name, kind, other) => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', { slug: 'first', name: other, kind });

    expect(await similarTo(desk, { name, kind })).toEqual(['first']);
  });

  test('is told with nobody where nobody is like it, and with five at most', async () => {
    await using desk = await openDesk();

    expect(await similarTo(desk, { name: 'Una Alone', kind: 'PERSON' })).toEqual([]);
    expect(await similarTo(desk, { name: '… "', kind: 'GROUP' })).toEqual([]);
    for (let count = 0; count < 7; count += 1)
      await desk.mutate('recordActor', {
        slug: `twin-${count}`,
        name: 'Una Alone',
        kind: 'PERSON',
      });

    const told = await similarTo(desk, { slug: 'last', name: 'Una Alone', kind: 'PERSON' });
    expect(told).toEqual(['una-alone', 'twin-0', 'twin-1', 'twin-2', 'twin-3']);
  });

  test('is told so again where it was on record already', async () => {
    await using desk = await openDesk();
    const again = { slug: 'again', name: 'Mayor Reyes', kind: 'PERSON' };
    await desk.mutate('recordActor', { slug: 'reyes', name: 'Reyes', kind: 'PERSON' });
    await desk.mutate('recordActor', again);

    const { created, similar } = await desk.mutate('recordActor', again, actorSelection);

    expect(created).toBe(false);
    expect(slugsIn(similar, 'actor')).toEqual(['reyes']);
  });

  test('is not offered whom it is judged to be, or not to be, under none of the names of either', async () => {
    await using desk = await openDesk();
    const named = (slug: string) => ({ slug, name: 'Ada Reyes', kind: 'PERSON' });
    for (const slug of ['a', 'b', 'c', 'd', 'e']) await desk.mutate('recordActor', named(slug));
    const merge = (from: string, into: string, judgement: string) =>
      desk.mutate(
        'mergeActors',
        { from: { slug: from }, into: { slug: into }, judgement },
        'merge { id }',
      );
    const one = await merge('a', 'b', 'CONFIRMED');
    await merge('d', 'c', 'CONFIRMED');
    const other = await merge('b', 'c', 'REJECTED');
    await merge('a', 'e', 'SUGGESTED');

    expect(await similarTo(desk, named('a'))).toEqual(['e']);
    expect(await similarTo(desk, named('d'))).toEqual(['e']);
    const idOf = (answer: object) => ({ id: recordOf(Reflect.get(answer, 'merge')).id });
    await desk.mutate('revokeActorMerge', { merge: idOf(other), reason: 'Read again.' });
    expect(await similarTo(desk, named('a'))).toEqual(['c', 'd', 'e']);
    await desk.mutate('revokeActorMerge', { merge: idOf(one), reason: 'Read again.' });
    expect(await similarTo(desk, named('a'))).toEqual(['b', 'c', 'd', 'e']);
  });

  test('is no unnamed source of another grantor, and nobody whom an article only describes', async () => {
    await using desk = await openDesk();
    const insiders = (slug: string, grantedBy: string) => ({
      slug,
      name: 'people who know',
      kind: 'UNNAMED_SOURCE',
      grantedBy: { slug: grantedBy },
    });
    await desk.mutate('recordActor', insiders('of-gazette', 'gazette'));
    await desk.mutate('recordActor', insiders('of-courier', 'courier'));
    await desk.mutate('ingestArticle', {
      title: 'Ferry lost',
      language: 'en',
      outlet: { slug: 'gazette' },
      text: 'Ferry lost\n\nThe captain denied on Tuesday that the ferry had sunk.\n',
    });

    expect(await similarTo(desk, insiders('again', 'gazette'))).toEqual(['of-gazette']);
    expect(await similarTo(desk, { name: 'The captain', kind: 'PERSON' })).toEqual([]);
  });
});

describe('a recorded claim', () => {
  const claim = (slug: string, text: string) => ({ slug, text, kind: 'FACT', language: 'en' });

  test('is told with those on record that it may say again, drafts included', async () => {
    await using desk = await openDesk();
    await desk.mutate('recordClaim', claim('sank', 'The ferry sank in the harbour.'));
    await desk.mutate('recordClaim', claim('bridge', 'The bridge has one lane.'));

    const first = await desk.mutate(
      'recordClaim',
      claim('lost', 'The ferry was lost in the harbour.'),
      claimSelection,
    );
    const again = await desk.mutate(
      'recordClaim',
      claim('lost', 'The ferry was lost in the harbour.'),
      claimSelection,
    );
    const alone = await desk.mutate(
      'recordClaim',
      claim('school', 'Pupils stay home.'),
      claimSelection,
    );

    expect(slugsIn(first.similar, 'claim')).toEqual(['sank']);
    expect(again).toEqual({ ...first, created: false });
    expect(alone.similar).toEqual([]);
  });

  test('is not offered what it is judged to say, or not to say', async () => {
    await using desk = await openDesk();
    const texts = {
      a: 'The ferry sank.',
      b: 'The ferry sank at sea.',
      c: 'The ferry sank at night.',
    };
    for (const [slug, text] of Object.entries(texts))
      await desk.mutate('recordClaim', claim(slug, text));
    const link = (from: string, to: string, judgement: string) =>
      desk.mutate('linkClaims', {
        from: { slug: from },
        to: { slug: to },
        kind: 'SAME_AS',
        judgement,
      });
    const similar = async (slug: 'a' | 'b' | 'c') => {
      const answer = await desk.mutate('recordClaim', claim(slug, texts[slug]), claimSelection);
      return slugsIn(answer.similar, 'claim').toSorted();
    };
    expect(await similar('a')).toEqual(['b', 'c']);

    await link('a', 'b', 'REJECTED');
    expect([await similar('a'), await similar('b')]).toEqual([['c'], ['c']]);

    await link('c', 'b', 'CONFIRMED');
    expect([await similar('a'), await similar('b'), await similar('c')]).toEqual([[], [], []]);
  });
});
