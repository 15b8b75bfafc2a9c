import {
  articleFacets,
  claimFacets,
  type FacetsOf,
  stanceFacets,
} from '../../db/queries/facets.ts';
import type { ValueCounted } from '../../db/read/facet.ts';
import { mostCounted } from '../../db/read/page.ts';
import type { FacetName } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { ArticleConnection, ClaimConnection, StanceConnection } from '../objects.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';
import {
  type ConnectionPage,
  defaultPageSize,
  maximalPageSize,
  pageSize,
} from '../reading/page.ts';

const Facet = builder.enumType('Facet', {
  description: 'What the entries of a list are counted by. Actors that are one count as one.',
  values: {
    ACTOR: {
      description:
        'By who has a stance that counts on a claim, who holds a stance, or whose listed stances the words of an article show.',
    },
    OUTLET: { description: 'By the outlets in whose articles it stands.' },
    TOPIC: { description: 'By the topics of the claim, or of the claims that an article is on.' },
    STATUS: { description: 'By the standing of the claim. Articles have none.' },
    KIND: { description: 'By the kind of claim, or of stance. Articles are of none.' },
    MONTH_SAID: {
      description:
        'By the months (UTC) in which the stances that count on a claim were taken, in which a stance was taken, or an article was published.',
    },
    MONTH_RECORDED: { description: 'By the month (UTC) in which it was put on record.' },
  } as const satisfies Readonly<Record<FacetName, object>>,
});

interface FacetCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

const FacetCountType = builder.objectRef<FacetCount>('FacetCount').implement({
  description: 'A value of a facet.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'The value, as a filter takes it: the slug of an actor or outlet, a topic, a value of an enum; a month as `2026-11`.',
    }),
    label: t.exposeString('label', { description: 'What to call it: a name, or words.' }),
    count: t.exposeInt('count', { description: 'How many entries of the list have it.' }),
  }),
});

const description = `How many entries of the whole list have which value, the most frequent first, then by \`key\`. An entry with several counts for each of them, and one with none for none. Counted as far as \`totalCount\` is: where \`totalCountIsExact\` is false, of the first ${mostCounted} entries in the order of the list.`;

interface FacetArgs {
  readonly by: FacetName;
  readonly first?: number | null | undefined;
}

function facetField<Page extends ConnectionPage<object>>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Page>,
  noun: string,
  facets: FacetsOf,
) {
  return t.field({
    type: [FacetCountType],
    description,
    args: {
      by: t.arg({ type: Facet, required: true, description: 'By what.' }),
      first: t.arg.int({
        description: `How many values: ${defaultPageSize} unless said otherwise, at most ${maximalPageSize}.`,
      }),
    },
    resolve: (page, args) => facetCounts(page, args, { noun, facets }),
  });
}

function facetCounts(
  { listing, place }: ConnectionPage<object>,
  { by, first }: FacetArgs,
  { facets, noun }: { readonly noun: string; readonly facets: FacetsOf },
): MaybePromise<readonly FacetCount[]> {
  const facet = facets[by];
  if (facet === undefined) {
    const names = Object.keys(facets).join(', ');
    throw codedError('BAD_USER_INPUT', `${noun} are counted by ${names}, not by ${by}.`);
  }
  if (listing.countBy === undefined) throw new TypeError(`These ${noun} are not counted.`);
  return whenRead(listing.countBy(facet, pageSize(first)), (lists) =>
    (lists[place] ?? []).map((value) => facetCount(by, value)),
  );
}

const facetCount = (by: FacetName, [key, label, count]: ValueCounted): FacetCount => ({
  key,
  label: label ?? labelOf(by, key),
  count,
});

const monthNames = new Intl.DateTimeFormat('en', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function labelOf(by: FacetName, key: string): string {
  if (by === 'TOPIC') return key;
  if (by === 'MONTH_SAID' || by === 'MONTH_RECORDED') return monthNames.format(new Date(key));
  return key.slice(0, 1) + key.slice(1).toLowerCase().replaceAll('_', ' ');
}

builder.objectField(ArticleConnection, 'facets', (t) => facetField(t, 'Articles', articleFacets));
builder.objectField(ClaimConnection, 'facets', (t) => facetField(t, 'Claims', claimFacets));
builder.objectField(StanceConnection, 'facets', (t) => facetField(t, 'Stances', stanceFacets));
