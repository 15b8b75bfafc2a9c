import { withoutArticle } from '../../../db/rules/actor.ts';
import type { ActorFacts, AffiliationFacts } from '../../../db/rules/standing.ts';
import type { ActorKind, AffiliationKind } from '../../../db/rules/vocabulary.ts';
import { actorNames, actors } from '../../../db/tables/actor.ts';
import { affiliations } from '../../../db/tables/affiliation.ts';
import type { Ledger } from './ledger.ts';
import { type Random, zipf } from './random.ts';

/** Everybody of the record. The earlier an actor stands, the more it has to say. */
export interface Cast {
  readonly facts: ReadonlyMap<number, ActorFacts>;
  /** The affiliations that start at each actor. */
  readonly affiliations: ReadonlyMap<number, readonly AffiliationFacts[]>;
  readonly outlets: readonly number[];
  readonly unnamed: readonly number[];
  /** Someone who has something to say. */
  speaker(random: Random): number;
}

/** The kind of each actor by the last digit of its rank. */
const kinds: readonly ActorKind[] = [
  'OUTLET',
  'GOVERNMENT',
  'PERSON',
  'PERSON',
  'ORGANIZATION',
  'PERSON',
  'UNNAMED_SOURCE',
  'PERSON',
  'GROUP',
  'PERSON',
];

interface Belonging {
  readonly member: ActorKind;
  readonly kind: AffiliationKind;
  readonly whole: ActorKind;
}

const belongings: readonly Belonging[] = [
  { member: 'PERSON', kind: 'SPEAKS_FOR', whole: 'GOVERNMENT' },
  { member: 'ORGANIZATION', kind: 'PART_OF', whole: 'GOVERNMENT' },
  { member: 'OUTLET', kind: 'OWNED_BY', whole: 'ORGANIZATION' },
];

/** Records this many actors and what a fifth of them belongs to. */
export function recordCast(ledger: Ledger, count: number): Cast {
  const facts = new Map<number, ActorFacts>();
  const ofKind = (kind: ActorKind) =>
    [...facts].filter(([, of]) => of.told.kind === kind).map(keyOf);
  for (let rank = 0; rank < count; rank += 1) {
    const kind = kinds[rank % kinds.length] ?? 'PERSON';
    const grantedBy = kind === 'UNNAMED_SOURCE' ? 1 + 10 * ledger.random.below(rank / 10) : null;
    const key = recordActor(ledger, { kind, grantedBy });
    facts.set(key, { told: { kind }, corrections: [], grantedBy });
  }
  const rank = zipf(count, 0.75);
  return {
    facts,
    affiliations: new Map(
      belongings.flatMap(({ member, kind, whole }) => {
        const wholes = ofKind(whole);
        return ofKind(member)
          .filter(() => ledger.random.chance(0.2))
          .map((actor) => [
            actor,
            [recordAffiliation(ledger, { actor, kind, of: ledger.random.pick(wholes) })],
          ]);
      }),
    ),
    outlets: ofKind('OUTLET'),
    unnamed: ofKind('UNNAMED_SOURCE'),
    speaker: (random) => 1 + rank(random),
  };
}

function keyOf([key]: readonly [number, ActorFacts]): number {
  return key;
}

function recordActor(
  ledger: Ledger,
  told: Pick<typeof actors.$inferSelect, 'kind' | 'grantedBy'>,
): number {
  const { bulk, random, language } = ledger;
  const key = ledger.nextKey('actor');
  const at = ledger.tick();
  const name =
    told.kind === 'UNNAMED_SOURCE'
      ? `people familiar with the ${language.word(random)}`
      : `${language.name(random)} ${key}`;
  const aliases = random.chance(0.3) ? [language.name(random)] : [];
  const description = random.chance(0.5) ? `${language.sentence(random, 8)}.` : null;
  bulk.insert(actors, {
    ...told,
    key,
    id: ledger.id('actor', at),
    slug: `actor-${key}`,
    name,
    aliases,
    description,
    review: 'VERIFIED',
    recordedAt: at,
  });
  for (const one of new Set([name, ...aliases].map(withoutArticle))) {
    bulk.insert(actorNames, { name: one, actor: key });
  }
  ledger.append({ type: 'ACTOR_ADDED', noun: 'actor', subject: key, at });
  return key;
}

function recordAffiliation(
  ledger: Ledger,
  link: Pick<AffiliationFacts, 'actor' | 'kind' | 'of'>,
): AffiliationFacts {
  const at = ledger.tick();
  const key = ledger.nextKey('affiliation');
  const facts = { ...link, from: null, until: null, recordedAt: at, endedAt: null };
  ledger.bulk.insert(affiliations, { ...facts, key, id: ledger.id('affiliation', at) });
  ledger.append({ type: 'AFFILIATION_ADDED', noun: 'affiliation', subject: key, at });
  return facts;
}
