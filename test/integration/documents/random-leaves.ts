import type { GraphQLEnumType, GraphQLScalarType } from 'graphql';
import type { Random } from '../../bench/record/random.ts';
import type { NamesOnRecord } from './names-on-record.ts';

/** A type of values that hold no others. */
export type Leaf = GraphQLScalarType | GraphQLEnumType;

type Draw = (random: Random, names: NamesOnRecord) => readonly (string | number)[];

/** What to draw from, by place: what is on record. */
const byPlace: Readonly<Record<string, Draw>> = {
  'ActorBy.id': (_random, { ids }) => ids.actor ?? [],
  'ActorBy.slug': (_random, { slugs }) => slugs.actor ?? [],
  'ActorBy.wikidataId': (_random, { wikidataIds }) => wikidataIds,
  'ArticleBy.id': (_random, { ids }) => ids.article ?? [],
  'ArticleBy.slug': (_random, { slugs }) => slugs.article ?? [],
  'ArticleBy.sha256': (_random, { hashes }) => hashes,
  'ArticleBy.url': (_random, { urls }) => urls,
  'ClaimBy.id': (_random, { ids }) => ids.claim ?? [],
  'ClaimBy.slug': (_random, { slugs }) => slugs.claim ?? [],
  'ClaimFilter.topic': (_random, { topics }) => topics,
  'ClaimFilter.language': (_random, { languages }) => languages,
  'ArticleFilter.language': (_random, { languages }) => languages,
  'EventFilter.subject': someId,
  'Query.node.id': someId,
  'Query.nodes.ids': someId,
  'Query.search.query': (random, { words }) => [
    random.pick(words),
    `${random.pick(words)} ${random.pick(words)}`,
    'the',
    'claim says so',
  ],
  'Query.similarClaims.text': (random, { words }) => [
    `What ${random.pick(words)} says is so.`,
    'The ministry plans a toll on the old bridge.',
  ],
};

function someId(random: Random, { ids }: NamesOnRecord): readonly string[] {
  return random.pick(Object.values(ids).filter((own) => own.length > 0));
}

const nameless: Readonly<Record<string, readonly string[]>> = {
  ID: ['', 'nothing', '01900000-0000-7000-8000-000000000000'],
  String: ['', 'nobody', 'Nobody knows \u2028 "it"\\ \u{1f600}'],
  URL: ['https://nowhere.example/'],
};

/** A value for this place as JSON has it, from what is on record where anything of the kind is. */
export function leafAt(
  { name }: Leaf,
  place: string,
  { names, random }: { readonly names: NamesOnRecord; readonly random: Random },
): string | number | boolean {
  const known = byPlace[place]?.(random, names) ?? [];
  if (known.length > 0) return random.pick(known);
  switch (name) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return random.below(7);
    case 'Float':
      return random.next();
    case 'DateTime':
      return place === 'nowhere' ? 'yesterday' : momentNear(random.pick(names.moments), random);
    case 'Date':
      return place === 'nowhere' ? '2024-02-30' : random.pick(names.days);
    default:
      return random.pick(nameless[name] ?? ['']);
  }
}

/** That moment, the one before it or the one after it, in UTC or elsewhere. */
function momentNear(moment: number, random: Random): string {
  const near = new Date(moment + random.pick([-1, 0, 0, 1])).toISOString();
  return random.chance(0.8) ? near : near.replace('Z', random.pick(['+00:00', '+02:00', '-11:30']));
}
