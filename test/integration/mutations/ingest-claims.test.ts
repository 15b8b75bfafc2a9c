import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

interface Drafted {
  readonly id: string;
  readonly kind: string;
  readonly unsure: string | null;
  readonly saidPhrase: string | null;
  readonly saidOn: string | null;
  readonly actor: { readonly name: string; readonly slug: string };
  readonly claim: { readonly slug: string; readonly text: string };
  readonly claimCandidates: readonly {
    readonly claim: { readonly slug: string; readonly text: string; readonly review: string };
  }[];
  readonly evidence: readonly { readonly mode: string; readonly quote: string }[];
}

async function ingested(desk: Desk, input: object): Promise<readonly Drafted[]> {
  const payload = await desk.mutate(
    'ingestArticle',
    { title: 'A story', language: 'en', ...input },
    'drafted article { slug }',
  );
  const { slug } = recordOf(payload.article);
  const { data, errors } = await desk.ask(
    `query($slug: String!) { drafts(article: { slug: $slug }, first: 100) { nodes {
      id kind unsure saidPhrase saidOn actor { name slug } claim { slug text }
      claimCandidates { claim { slug text review } } evidence { mode quote } } } }`,
    { slug },
    'EDITOR',
  );
  expect(errors).toBeUndefined();
  return recordOf(data?.drafts).nodes as readonly Drafted[];
}

const nothing = async () => {};

const untold = `Two tales of one ferry

Ida Roe said the ferry had sunk in May and Tom Hale said the bell was stolen.

Carl Vane denied it.`;

describe('what a draft leaves open', () => {
  test('a denial that may be of two claims says so, with both as candidates, the nearest first', async () => {
    await using desk = await openDesk(nothing);

    const drafts = await ingested(desk, { text: untold });

    const denial = drafts.find(({ kind }) => kind === 'DENIES');
    expect(denial).toMatchObject({ unsure: 'CLAIM_NOT_TOLD', actor: { name: 'Carl Vane' } });
    expect(denial?.claimCandidates.map(({ claim }) => claim.text)).toEqual([
      'The bell was stolen.',
      'The ferry had sunk in May.',
    ]);
    expect(drafts.filter(({ kind }) => kind !== 'DENIES').map(({ unsure }) => unsure)).toEqual([
      null,
      null,
    ]);
  });

  test.each([
    ['with nothing', {}, 'CLAIM_REQUIRED'],
    ['with a claim of the article', { claim: 'candidate' }, 'VERIFIED'],
    ['with words of its own', { claimText: 'The bell was sold.' }, 'VERIFIED'],
    ['with no better words', { claimText: 'Something: what?' }, 'CLAIM_REQUIRED'],
    ['as what is rejected', { review: 'REJECTED' }, 'REJECTED'],
  ])('it is accepted %s: %s', async (_name, edited, expected) => {
    const { claim, ...edits }: { claim?: string; claimText?: string; review?: string } = edited;
    await using desk = await openDesk(nothing);
    const drafts = await ingested(desk, { text: untold });
    const denial = drafts.find(({ kind }) => kind === 'DENIES');
    const slug = denial?.claimCandidates[0]?.claim.slug;

    const answer = await desk.mutate(
      'reviewStance',
      {
        stance: { id: denial?.id },
        review: 'VERIFIED',
        ...(claim === undefined ? {} : { claim: { slug } }),
        ...edits,
      },
      'stance { review unsure claim { text } }',
    );

    const { code, stance } = answer as { code?: string; stance?: { review: string } };
    expect(code ?? stance?.review).toBe(expected);
  });
});

describe('whom a speaker speaks for', () => {
  const spoken = `The ferry

Holm AG’s spokeswoman Ida Roe said the ferry was safe.`;

  test('is on record once the draft is accepted, and not before', async () => {
    await using desk = await openDesk(nothing);
    const [draft] = await ingested(desk, { text: spoken });
    const affiliations = async () => {
      const { data } = await desk.ask(
        'query($slug: String!) { actor(by: { slug: $slug }) { affiliations { nodes { kind role of { name } } } } }',
        { slug: draft?.actor.slug },
        'EDITOR',
      );
      return recordOf(recordOf(data?.actor).affiliations).nodes;
    };
    expect(await affiliations()).toEqual([]);

    await desk.mutate('reviewStance', { stance: { id: draft?.id }, review: 'VERIFIED' }, 'created');

    expect(await affiliations()).toEqual([
      { kind: 'SPEAKS_FOR', role: 'spokeswoman', of: { name: 'Holm AG' } },
    ]);
  });
});

describe('days and narration', () => {
  const told = `The pier

The pier opened in 1950. On Tuesday, Ida Roe said the pier was safe. Tom Hale said yesterday that the pier cracked.`;

  test.each([
    ['by the day', { publishedOn: '2025-01-01' }, ['2024-12-31', '2024-12-31']],
    ['by the moment', { publishedAt: '2024-03-01T08:00:00Z' }, ['2024-02-27', '2024-02-29']],
    ['without either', {}, [null, null]],
  ])('relative days are told %s', async (_name, dates, expected) => {
    await using desk = await openDesk(nothing);

    const drafts = await ingested(desk, { text: told, ...dates });

    expect(drafts.map(({ saidOn }) => saidOn)).toEqual(expected);
  });

  test('what the outlet tells is drafted when it is asked for, on an article that was read before, too', async () => {
    await using desk = await openDesk(nothing);
    const narrated = (drafts: readonly Drafted[]) =>
      drafts.filter(({ evidence }) => evidence[0]?.mode === 'NARRATED').length;

    expect(narrated(await ingested(desk, { text: told }))).toBe(0);
    expect(narrated(await ingested(desk, { text: told, narrated: true }))).toBe(1);
    expect(narrated(await ingested(desk, { text: told, narrated: true }))).toBe(1);
  });
});

const seeds = new URL('../../../../shared/seeds/', import.meta.url);
const articles = ['000_1f50a7ff4d521347.txt', '001_1e545c5e982974f2.txt'];
const isThere = existsSync(new URL('record.jsonl', seeds));

describe.skipIf(!isThere)(
  `the founding articles${isThere ? '' : ' (SKIPPED: not at ../shared/seeds)'}`,
  () => {
    test('whoever takes the first candidate on record gets one disputed call', async () => {
      await using desk = await openDesk(nothing);
      const claims = new Map<string, string>();
      for (const [index, file] of articles.entries()) {
        const text = readFileSync(new URL(file, seeds), 'utf8');
        await desk.mutate('ingestArticle', { title: `Story ${index}`, text, language: 'en' });
        for (;;) {
          const { data } = await desk.ask(
            `query($slug: String!) { drafts(article: { slug: $slug }, first: 1) { nodes {
            id claim { slug text } claimCandidates(first: 1) { claim { slug text review } } } } }`,
            { slug: `story-${index}` },
            'EDITOR',
          );
          const [draft] = recordOf(data?.drafts).nodes as readonly Drafted[];
          if (draft === undefined) break;
          const [best] = draft.claimCandidates;
          const taken =
            best?.claim.review === 'VERIFIED' ? { claim: { slug: best.claim.slug } } : {};
          const answer = await desk.mutate(
            'reviewStance',
            { stance: { id: draft.id }, review: 'VERIFIED', ...taken },
            'stance { claim { slug text standing { status } } }',
          );
          if (answer.code !== undefined)
            await desk.mutate('reviewStance', { stance: { id: draft.id }, review: 'REJECTED' });
        }
      }
      const { data } = await desk.ask(
        '{ claims(first: 100) { nodes { slug text standing { status } } } }',
      );
      const all = recordOf(data?.claims).nodes as readonly {
        text: string;
        slug: string;
        standing: { status: string };
      }[];
      for (const { slug, text, standing } of all)
        if (/\b(?:phone|phoned|call)\b/iu.test(text))
          claims.set(slug, `${standing.status} ${text}`);
      expect(claims.size).toBeLessThanOrEqual(2);
      expect([...claims.values()].filter((told) => told.startsWith('DISPUTED'))).not.toEqual([]);
    }, 60_000);
  },
);
