import { describe, expect, test } from 'vitest';
import {
  assertAttribution,
  type ChainLink,
  chainAsWritten,
  isHearsay,
  onWordOf,
} from '../../../db/rules/attribution.ts';
import { AttributionBroken } from '../../../db/rules/errors.ts';
import type { ActorKind } from '../../../db/rules/vocabulary.ts';

const actors: Readonly<Record<string, Omit<ChainLink, 'slug'> & { readonly kind: ActorKind }>> = {
  gazette: { kind: 'OUTLET', grantedBy: null },
  post: { kind: 'OUTLET', grantedBy: null },
  agency: { kind: 'OUTLET', grantedBy: null },
  'gazette-sources': { kind: 'UNNAMED_SOURCE', grantedBy: 'gazette' },
  'post-sources': { kind: 'UNNAMED_SOURCE', grantedBy: 'post' },
  mayor: { kind: 'PERSON', grantedBy: null },
  'mayor-friends': { kind: 'UNNAMED_SOURCE', grantedBy: 'mayor' },
  ministry: { kind: 'GOVERNMENT', grantedBy: null },
};

interface ToldArticle {
  readonly outlet?: string;
  readonly creditedTo?: string;
}

const inGazette: ToldArticle = { outlet: 'gazette' };
const ofAgency: ToldArticle = { outlet: 'gazette', creditedTo: 'agency' };
const unknown: ToldArticle = {};

describe('a chain', () => {
  test.each<readonly [string, ToldArticle, string]>([
    ['gazette', inGazette, 'gazette'],
    ['gazette > mayor', inGazette, 'mayor'],
    ['gazette > post > post-sources > mayor', inGazette, 'mayor'],
    ['gazette-sources > mayor', inGazette, 'mayor'],
    ['gazette-sources', inGazette, 'gazette-sources'],
    ['gazette > gazette-sources', inGazette, 'gazette-sources'],
    ['mayor > mayor-friends', { outlet: 'mayor' }, 'mayor-friends'],
    ['mayor-friends', { outlet: 'mayor' }, 'mayor-friends'],
    ['mayor-friends > ministry', { outlet: 'mayor' }, 'ministry'],
    ['agency', ofAgency, 'agency'],
    ['agency > mayor', ofAgency, 'mayor'],
    ['gazette > agency > mayor', ofAgency, 'mayor'],
    ['gazette > agency', ofAgency, 'agency'],
    ['post > mayor', unknown, 'mayor'],
    ['post', unknown, 'post'],
    ['post-sources > mayor', unknown, 'mayor'],
    ['agency > mayor', { creditedTo: 'agency' }, 'mayor'],
  ])('%s holds in %j for %s', (chain, article, holder) => {
    expect(() => assertAttribution(told(chain, article, holder), ['attribution'])).not.toThrow();
  });

  test.each<readonly [string, ToldArticle, string, string]>([
    ['', inGazette, 'mayor', 'it names nobody'],
    ['gazette > mayor', inGazette, 'ministry', 'it does not end with the actor of the stance'],
    ['gazette', inGazette, 'mayor', 'it does not end with the actor of the stance'],
    ['gazette > mayor > mayor', inGazette, 'mayor', 'it names an actor twice'],
    ['gazette > post > gazette', inGazette, 'gazette', 'it names an actor twice'],
    ['post > mayor', inGazette, 'mayor', 'it does not start at the outlet of the article'],
    ['mayor', inGazette, 'mayor', 'it does not start at the outlet of the article'],
    ['post-sources > mayor', inGazette, 'mayor', 'it does not start at the outlet of the article'],
    [
      'mayor-friends > ministry',
      inGazette,
      'ministry',
      'it does not start at the outlet of the article',
    ],
    ['agency > mayor', inGazette, 'mayor', 'it does not start at the outlet of the article'],
    ['mayor', unknown, 'mayor', 'it does not start at the outlet of the article'],
    ['ministry > mayor', unknown, 'mayor', 'it does not start at the outlet of the article'],
    [
      'gazette-sources > gazette',
      inGazette,
      'gazette',
      'an outlet speaks for itself in its own article',
    ],
    ['agency > gazette', ofAgency, 'gazette', 'an outlet speaks for itself in its own article'],
  ])('%s is broken in %j for %s: %s', (...broken) => {
    const [chain, article, holder, because] = broken;
    const refused = () => assertAttribution(told(chain, article, holder), ['attribution']);

    expect(refused).toThrow(AttributionBroken);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'ATTRIBUTION_BROKEN',
        attribution: slugs(chain),
        message: `The attribution ${chain} is broken: ${because}.`,
        path: ['attribution'],
      }),
    );
  });
});

test.each<readonly [boolean, readonly string[]]>([
  [false, []],
  [false, ['gazette > mayor']],
  [false, ['gazette > gazette-sources']],
  [true, ['gazette > gazette-sources > mayor']],
  [true, ['gazette-sources > mayor', 'post > post-sources > ministry > mayor']],
  [false, ['gazette > gazette-sources > mayor', 'post > mayor']],
])('hearsay is %s of %j', (expected, chains) => {
  const kinds = Object.entries(actors);
  const keyOf = (slug: string) => kinds.findIndex(([name]) => name === slug);
  const kindOf = (actor: number): ActorKind | undefined => kinds[actor]?.[1].kind;

  const keys = chains.map((chain) => slugs(chain).map(keyOf));

  expect(isHearsay(keys, kindOf)).toBe(expected);
});

test.each<readonly [number | undefined, readonly number[]]>([
  [2, [1, 2, 3]],
  [1, [1, 2]],
  [1, [1]],
  [undefined, []],
])('a holder is heard on the word of %s in %j', (expected, chain) => {
  expect(onWordOf(chain)).toBe(expected);
});

function told(chain: string, { outlet, creditedTo }: ToldArticle, holder: string) {
  return {
    chain: slugs(chain).map(link),
    outlet: outlet ?? null,
    creditedTo: creditedTo ?? null,
    holder,
  };
}

function slugs(chain: string): readonly string[] {
  return chain === '' ? [] : chain.split(' > ');
}

function link(slug: string): ChainLink {
  const actor = actors[slug];
  if (actor === undefined) throw new Error(`There is no actor ${slug} in this test.`);
  return { slug, ...actor };
}

describe('a chain is written under the names of its ends', () => {
  const link = (slug: string) => ({
    key: slug.length,
    slug,
    kind: 'OUTLET' as const,
    grantedBy: null,
  });
  const written = (names: readonly string[], isOneWith: (one: string, other: string) => boolean) =>
    chainAsWritten(
      names.map(link),
      { outlet: link('courier'), holder: link('mayor') },
      (one, other) => one.slug === other.slug || isOneWith(one.slug, other.slug),
    ).map(({ slug }) => slug);
  const oldNames = (one: string, other: string) =>
    (one === 'old-courier' && other === 'courier') || (one === 'old-mayor' && other === 'mayor');

  test.each([
    [
      ['old-courier', 'agency', 'old-mayor'],
      ['courier', 'agency', 'mayor'],
    ],
    [
      ['old-courier', 'courier', 'mayor'],
      ['courier', 'mayor'],
    ],
    [
      ['courier', 'mayor', 'old-mayor'],
      ['courier', 'mayor'],
    ],
    [
      ['courier', 'courier', 'mayor'],
      ['courier', 'courier', 'mayor'],
    ],
  ])('%j is %j', (told, expected) => {
    expect(written(told, oldNames)).toEqual(expected);
  });
});
