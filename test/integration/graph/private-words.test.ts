import { describe, expect, test } from 'vitest';
import { recordArticle } from '../../../db/commands/record-article.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { bridgePromised, mayorDenies, quoting, spokeswomanAsserts } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';

const search = `query($words: String!) {
  search(query: $words, first: 100) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      score
      node { __typename ... on Article { slug } ... on Actor { slug } ... on Claim { slug } }
      highlights { field text matches { start end } }
    }
  }
}`;

/** How many things are found, and under which slugs. */
async function found(desk: Desk, words: string, role?: Role) {
  const { data } = await desk.ask(search, { words }, role);
  const { totalCount, edges } = recordOf(data?.search);
  const slugs = [edges].flat().map((edge) => String(recordOf(recordOf(edge).node).slug));
  return { totalCount, slugs: slugs.sort() };
}

const nothing = { totalCount: 0, slugs: [] };
const only = (...slugs: string[]) => ({ totalCount: slugs.length, slugs });
const story = 'bridge-story';

const texts = Array.from({ length: 200 }, (_, n) => ({
  slug: `report-${n}`,
  title: `Harbour report ${n}`,
  language: 'en',
  outlet: { slug: 'gazette' },
}));

/** Records texts that are not public, each with the words. */
async function recordTexts({ db }: Desk, words: string): Promise<void> {
  for (const [n, text] of texts.entries()) {
    const story = `A ${words} matter came before the council: word${n}.`;
    await write(db, recordArticle, { ...text, text: story });
  }
}

describe('200 texts that are not public', () => {
  test('are found by strangers by none of their words, and by all of their titles', async () => {
    await using desk = await openDesk();
    await recordTexts(desk, 'quibblesome');
    const foundBy = async (words: (n: number) => string, role?: Role) => {
      const slugs: string[] = [];
      for (let start = 0; start < texts.length; start += 20) {
        const asked = texts
          .slice(start, start + 20)
          .map(
            (_, n) =>
              `a${n}: search(query: "${words(start + n)}") { nodes { ... on Article { slug } } }`,
          );
        const { data } = await desk.ask(`{ ${asked.join(' ')} }`, {}, role);
        const pages = Object.values(data ?? {}).map((page) => [recordOf(page).nodes].flat());
        slugs.push(...pages.flat().map((node) => String(recordOf(node).slug)));
      }
      return new Set(slugs).size;
    };
    const byWord = (n: number) => `word${n}`;
    const byTitle = (n: number) => `harbour report ${n}`;

    expect([await foundBy(byWord), await foundBy(byTitle)]).toEqual([0, 200]);
    expect([await foundBy(byWord, 'EDITOR'), await foundBy(byTitle, 'EDITOR')]).toEqual([200, 200]);
    for (const words of ['quibblesome', 'matter', 'quibblesome matter', 'matter came before']) {
      expect(await found(desk, words), words).toEqual(nothing);
      expect(await found(desk, words, 'READER'), words).toEqual(nothing);
    }
    expect((await found(desk, 'gazette report')).totalCount).toBe(200);
  });

  test('change nothing that strangers are answered by the words that they hold, and no draft does', async () => {
    const asked = `query($words: String!, $text: String!) {
      similarClaims(text: $text, first: 100) { score claim { slug } }
      ${search.slice(search.indexOf('{') + 1, -1).replace('endCursor', '')}
    }`;
    const answersOf = async (desk: Desk) => {
      const told = [];
      for (const words of ['zarzuela', 'harbour zarzuela', 'bridge', 'music', 'mayor promised']) {
        const variables = { words, text: `The mayor: ${words} and zarzuela.` };
        const { data, errors } = await desk.ask(asked, variables);
        expect(errors).toBeUndefined();
        told.push(data);
      }
      return told;
    };
    const opened = async (words: string): Promise<Desk> => {
      const desk = await openDesk();
      await write(desk.db, recordArticle, {
        slug: 'zarzuela-night',
        title: 'A zarzuela at the harbour',
        language: 'en',
        text: 'Music until late.',
        textIsPublic: true,
      });
      await desk.mutate('recordClaim', {
        ...bridgePromised,
        stances: [spoken(spokeswomanAsserts)],
      });
      await recordTexts(desk, words);
      return desk;
    };
    await using one = await opened('plain');
    await using other = await opened(
      'zarzuela, zarzuela, music, bridge and mayor, who promised a longer',
    );
    for (let n = 0; n < 10; n += 1) {
      await other.mutate('recordClaim', {
        ...bridgePromised,
        slug: `drafted-${n}`,
        text: `A zarzuela on the bridge was promised by the mayor, ${n}.`,
      });
    }

    const answers = await answersOf(one);

    expect(JSON.stringify(answers)).toContain('zarzuela-night');
    expect(await answersOf(other)).toEqual(answers);
  });
});

function spoken<S extends { readonly claim: unknown }>({ claim: _claim, ...stance }: S) {
  return stance;
}

describe('what strangers find an article by follows', () => {
  const opened = async (): Promise<Desk> => {
    const desk = await openDesk();
    await desk.mutate('recordClaim', bridgePromised);
    return desk;
  };
  const isSound = async ({ db }: Desk) => {
    const { faults } = await verifyRecord(db);
    expect(faults).toEqual([]);
  };
  const article = { slug: story };
  const stance = { slug: 'mayor-denies' };

  test('what is quoted from it on a public claim, and what is taken back', async () => {
    await using desk = await opened();
    expect(await found(desk, 'never')).toEqual(nothing);

    await desk.mutate('recordStance', mayorDenies);
    expect(await found(desk, 'never')).toEqual(only(story));
    expect(await found(desk, 'denies never gazette')).toEqual(only(story));
    // What stands around a quote is not quoted.
    expect(await found(desk, 'tuesday')).toEqual(nothing);
    expect(await found(desk, 'tuesday', 'EDITOR')).toEqual(only(story));
    await isSound(desk);

    await desk.mutate('addEvidence', {
      stance,
      ...quoting('the mayor told the Courier on Tuesday'),
    });
    expect(await found(desk, 'tuesday')).toEqual(only(story));
    const { data } = await desk.ask(
      '{ stances { nodes { evidence { id quote } } } }',
      {},
      'EDITOR',
    );
    const [, added] = [recordOf([recordOf(data?.stances).nodes].flat()[0]).evidence].flat();
    await desk.mutate('withdrawEvidence', {
      evidence: { id: recordOf(added).id },
      reason: 'Misread.',
    });
    expect(await found(desk, 'tuesday')).toEqual(nothing);
    expect(await found(desk, 'never')).toEqual(only(story));
    await isSound(desk);

    await desk.mutate('withdrawStance', { stance, reason: 'Misheard.' });
    expect(await found(desk, 'never')).toEqual(nothing);
    await isSound(desk);
  });

  test('a judgement on a draft', async () => {
    await using desk = await opened();
    await desk.mutate('recordStance', { ...mayorDenies, review: 'DRAFT' });
    expect(await found(desk, 'never')).toEqual(nothing);
    expect(await found(desk, 'bridge')).toEqual(nothing);
    await isSound(desk);

    await desk.mutate('reviewStance', { stance, review: 'VERIFIED' });
    expect(await found(desk, 'never')).toEqual(only(story));
    expect(await found(desk, 'bridge')).toEqual(only('bridge-promised', story));
    await isSound(desk);

    await desk.mutate('reviewStance', { stance, review: 'REJECTED' });
    expect(await found(desk, 'never')).toEqual(nothing);
    await isSound(desk);
  });

  test('a withdrawal of the claim, and of the article until it is restored', async () => {
    await using desk = await opened();
    await desk.mutate('recordStance', mayorDenies);

    await desk.mutate('withdrawArticle', { article, reason: 'A forgery.' });
    expect(await found(desk, 'never')).toEqual(nothing);
    expect((await found(desk, 'denies promise')).slugs).not.toContain(story);
    await desk.mutate('restoreArticle', { article });
    expect(await found(desk, 'never')).toEqual(only(story));
    await desk.mutate('withdrawClaim', { claim: { slug: 'bridge-promised' }, reason: 'Wrong.' });

    expect(await found(desk, 'never')).toEqual(nothing);
    expect(await found(desk, 'bridge')).toEqual(nothing);
    await isSound(desk);
  });

  test('whether its text is public, and a correction of its title', async () => {
    await using desk = await opened();
    await desk.mutate('recordStance', mayorDenies);

    await desk.mutate('updateArticle', { article, textIsPublic: true });
    expect(await found(desk, 'narrow')).toEqual(only(story));
    await isSound(desk);
    await desk.mutate('updateArticle', {
      article,
      textIsPublic: false,
      title: 'Crossing in doubt',
    });
    expect(await found(desk, 'narrow')).toEqual(nothing);
    expect(await found(desk, 'denies')).toEqual(nothing);

    expect(await found(desk, 'crossing never')).toEqual(only(story));
    await isSound(desk);
  });

  test('an erasure', async () => {
    await using desk = await opened();
    await desk.mutate('recordStance', mayorDenies);
    await desk.mutate('updateArticle', { article, textIsPublic: true });

    await desk.mutate('eraseArticleText', { article, reason: 'Ordered by a court.' });

    for (const words of ['never', 'narrow']) expect(await found(desk, words)).toEqual(nothing);
    expect(await found(desk, 'mayor denies')).toEqual(only(story));
    await isSound(desk);
  });

  test('the name of its outlet, as it is corrected and merged', async () => {
    await using desk = await opened();
    await desk.mutate('updateActor', { actor: { slug: 'gazette' }, name: 'Evening Lantern' });
    expect(await found(desk, 'lantern')).toEqual(only(story, 'gazette'));
    expect(await found(desk, 'gazette')).toEqual(nothing);
    const merge = { from: { slug: 'gazette' }, into: { slug: 'courier' }, judgement: 'CONFIRMED' };
    const { merge: made } = await desk.mutate('mergeActors', merge, 'merge { id }');

    expect(await found(desk, 'courier')).toEqual(only(story, 'courier'));
    expect(await found(desk, 'lantern')).toEqual(only('courier'));
    await isSound(desk);

    await desk.mutate('revokeActorMerge', { merge: made, reason: 'They are two.' });
    expect(await found(desk, 'lantern')).toEqual(only(story, 'gazette'));
    expect(await found(desk, 'courier')).toEqual(only('courier'));
    await isSound(desk);
  });

  test('another version of its page', async () => {
    await using desk = await opened();
    const page = {
      language: 'en',
      outlet: { slug: 'courier' },
      url: 'https://courier.example/ferry',
    };
    await desk.mutate('recordArticle', { ...page, title: 'Ferry sold', text: 'It was sold.' });
    await desk.mutate('recordArticle', {
      ...page,
      title: 'Ferry kept',
      text: 'It was not sold: nobody bid.',
    });

    expect(await found(desk, 'ferry courier')).toEqual(only('ferry-kept', 'ferry-sold'));
    expect(await found(desk, 'bid')).toEqual(nothing);
    await isSound(desk);
  });
});

test('an excerpt of an article whose text is not public is cut from its title alone', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  await desk.mutate('recordStance', mayorDenies);
  const fieldsOf = async (words: string, role?: Role) => {
    const { data } = await desk.ask(search, { words }, role);
    const [edge] = [recordOf(data?.search).edges].flat();
    return [recordOf(edge).highlights].flat().map((one) => recordOf(one).field);
  };

  expect(await fieldsOf('harbour mayor denies never')).toEqual(['TITLE']);
  expect(await fieldsOf('gazette never')).toEqual([]);
  expect(await fieldsOf('narrow', 'EDITOR')).toEqual(['TEXT']);
  const article = { slug: story };
  await desk.mutate('updateArticle', { article, textIsPublic: true });
  expect(await fieldsOf('harbour mayor narrow')).toEqual(['TITLE', 'TEXT']);
});
