import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';

const dayOf = { first: '2026-03-01T09:00:00.000Z', eighth: '2026-03-08T09:00:00.000Z' } as const;
type Day = keyof typeof dayOf;

const takes = {
  first: { kind: 'DENIES', quote: 'He denied that he had met the builder' },
  eighth: { kind: 'CONFIRMS', quote: 'He now says that he met the builder' },
} as const;

/** The mayor denies on the 1st and confirms on the 8th: nobody says when but the dates of the articles. */
async function recordTakes(desk: Desk, days: readonly Day[]): Promise<void> {
  await desk.mutate('recordClaim', {
    slug: 'met',
    text: 'The mayor met the builder.',
    kind: 'FACT',
    language: 'en',
  });
  for (const day of days) {
    const { kind, quote } = takes[day];
    await desk.mutate('recordArticle', {
      slug: day,
      title: 'The mayor and the builder',
      language: 'en',
      outlet: { slug: 'gazette' },
      publishedAt: dayOf[day],
      text: `${quote}.`,
    });
    const { code } = await desk.mutate('recordStance', {
      slug: `mayor-on-the-${day}`,
      claim: { slug: 'met' },
      actor: { slug: 'mayor' },
      kind,
      certainty: 'PLAIN',
      evidence: [{ article: { slug: day }, quote, mode: 'INDIRECT' }],
    });
    expect(code).toBeUndefined();
  }
}

async function standingBy(desk: Desk, args = ''): Promise<unknown> {
  const { data } = await desk.ask(`{ claim(by: { slug: "met" }) { standing${args} { status } } }`);
  return recordOf(recordOf(data?.claim).standing).status;
}

describe.each<readonly [Day, Day]>([
  ['first', 'eighth'],
  ['eighth', 'first'],
])('a mayor whose articles of the %s and then of the %s were recorded', (...days) => {
  test('stands as the later article says, and by the 5th as the earlier one', async () => {
    await using desk = await openDesk();
    await recordTakes(desk, days);

    expect(await standingBy(desk)).toBe('ASSERTED');
    expect(await standingBy(desk, '(saidBy: "2026-03-05T00:00:00Z")')).toBe('DENIED');
    expect(await standingBy(desk, '(saidBy: "2026-03-01T08:59:59Z")')).toBe('UNADDRESSED');
  });

  test('is found denying in the days around the article, in the order of the articles', async () => {
    await using desk = await openDesk();
    await recordTakes(desk, days);

    const { data } = await desk.ask(`query {
      denials: stances(filter: {
        actor: { slug: "mayor" }, kind: DENIES
        saidAfter: "2026-02-28T00:00:00Z", saidBefore: "2026-03-02T00:00:00Z"
      }) { nodes { slug saidAt saidOn effectiveAt { at basis } } }
      later: stances(filter: { actor: { slug: "mayor" }, kind: DENIES, saidAfter: "2026-03-02T00:00:00Z" }) {
        nodes { slug }
      }
      all: stances(orderBy: { field: SAID_AT, direction: ASC }) { nodes { slug } }
    }`);

    expect(data).toEqual({
      denials: {
        nodes: [
          {
            slug: 'mayor-on-the-first',
            saidAt: null,
            saidOn: null,
            effectiveAt: { at: dayOf.first, basis: 'ISSUED' },
          },
        ],
      },
      later: { nodes: [] },
      all: { nodes: [{ slug: 'mayor-on-the-first' }, { slug: 'mayor-on-the-eighth' }] },
    });
  });

  test('stands otherwise once the date of an article is corrected, and not as of before', async () => {
    await using desk = await openDesk();
    await recordTakes(desk, days);
    const { data } = await desk.ask('{ claim(by: { slug: "met" }) { standing { asOf } } }');
    const { asOf } = recordOf(recordOf(data?.claim).standing);

    await desk.mutate('updateArticle', {
      article: { slug: 'first' },
      publishedAt: '2026-03-09T00:00:00Z',
    });

    expect(await standingBy(desk)).toBe('DENIED');
    expect(await standingBy(desk, `(asOf: "${asOf}")`)).toBe('ASSERTED');
    expect(await standingBy(desk, '(saidBy: "2026-03-08T12:00:00Z")')).toBe('ASSERTED');
    const { data: after } = await desk.ask(
      '{ stances(filter: { kind: DENIES }) { nodes { effectiveAt { at basis } } } }',
    );
    expect(after?.stances).toEqual({
      nodes: [{ effectiveAt: { at: '2026-03-09T00:00:00.000Z', basis: 'ISSUED' } }],
    });
  });
});

test('a corrected page whose retraction is new in it retracts, in whatever order it was recorded', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordClaim', {
    slug: 'met',
    text: 'Prosecutors have three suspects.',
    kind: 'FACT',
    language: 'en',
  });
  const page = {
    title: 'Suspects',
    language: 'en',
    outlet: { slug: 'gazette' },
    publishedAt: '2026-03-01T18:40:00Z',
  };
  await desk.mutate('recordArticle', {
    ...page,
    slug: 'v1',
    text: 'Prosecutors have three suspects.',
  });
  await desk.mutate('recordArticle', {
    ...page,
    slug: 'v2',
    supersedes: { slug: 'v1' },
    text: 'Correction: the Gazette retracts what it said of suspects.',
  });
  const say = (kind: string, article: string, quote: string) =>
    desk.mutate('recordStance', {
      claim: { slug: 'met' },
      actor: { slug: 'gazette' },
      kind,
      certainty: 'PLAIN',
      evidence: [{ article: { slug: article }, quote, mode: 'NARRATED' }],
    });
  await say('RETRACTS', 'v2', 'the Gazette retracts what it said of suspects');
  await say('ASSERTS', 'v1', 'Prosecutors have three suspects');

  expect(await standingBy(desk)).toBe('RETRACTED');
});
