import type { Database } from '../../../db/client.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { write } from '../../kit/owner.ts';
import { cursorAt, nextOf } from '../feed/following.ts';
import { type Desk, recordOf } from '../mutations/open-desk.ts';
import { recordPress } from './press.ts';

/** A value for one key of a filter. */
export interface FilterCase {
  /** What is given, on the record of `recordFiltered`. */
  readonly value: (desk: Desk) => unknown;
  /** Set where the key finds what the list does not hold without it. */
  readonly isInstead?: true;
}

/** The press with a draft that words show, which editors see, and a claim that is disputed after it was asserted. */
export async function recordFiltered(db: Database): Promise<void> {
  await recordPress(db);
  await write(db, recordStance, {
    slug: 'courier-reports',
    claim: { slug: 'toll-planned' },
    actor: { slug: 'courier' },
    kind: 'REPORTS',
    certainty: 'PLAIN',
    review: 'DRAFT',
    evidence: [
      {
        article: { slug: 'toll-denial' },
        quote: 'The ministry denies any plan for a toll',
        mode: 'NARRATED',
        attribution: [{ slug: 'courier' }],
      },
    ],
  });
  await write(db, recordStance, {
    slug: 'agency-denies',
    claim: { slug: 'free-rides' },
    actor: { slug: 'agency' },
    kind: 'DENIES',
    certainty: 'PLAIN',
    note: 'On the wire.',
  });
  await write(db, updateClaim, {
    claim: { slug: 'toll-fair' },
    concerns: [{ slug: 'courier' }, { slug: 'agency' }],
  });
  await write(db, recordStance, {
    slug: 'courier-asked',
    claim: { slug: 'toll-fair' },
    actor: { slug: 'courier' },
    kind: 'NO_REPLY',
    certainty: 'PLAIN',
    note: 'Called twice.',
  });
  const ofPapers = { from: { slug: 'courier' }, into: { slug: 'gazette' } };
  await write(db, mergeActors, {
    ...ofPapers,
    judgement: 'CONFIRMED',
    revoked: { reason: 'Two papers.' },
  });
  await write(db, mergeActors, {
    from: { slug: 'courier' },
    into: { slug: 'agency' },
    judgement: 'REJECTED',
  });
}

const is = (value: unknown): FilterCase => ({ value: () => value });
const named = (slug: string): FilterCase => is({ slug });
const instead = (value: unknown): FilterCase => ({ value: () => value, isInstead: true });

/** The moment at which this was recorded, somewhere between the first and the last of its kind. */
const recordedWith = (noun: 'actor' | 'article' | 'claim', slug: string): FilterCase => ({
  value: async (desk) => (await factsOf(desk, noun, slug)).recordedAt,
});

const article = recordedWith('article', 'maut');
const actor = recordedWith('actor', 'ministry');
const claim = recordedWith('claim', 'free-rides');

/** A value for every key of every filter, by `Type.key`: it selects something, and not all that there is. */
export const everyFilter: Readonly<Record<string, FilterCase>> = {
  'ActorFilter.grantedBy': named('gazette'),
  'ActorFilter.kind': is('OUTLET'),
  'ActorFilter.recordedAfter': actor,
  'ActorFilter.recordedBefore': actor,

  'ActorMergeFilter.actor': named('gazette'),
  'ActorMergeFilter.judgement': is('REJECTED'),
  'ActorMergeFilter.revoked': is(true),

  'ArticleFilter.creditedTo': named('agency'),
  'ArticleFilter.hasDrafts': is(true),
  'ArticleFilter.language': is('de'),
  'ArticleFilter.outlet': named('gazette'),
  'ArticleFilter.publishedAfter': is('2026-01-10T00:00:00Z'),
  'ArticleFilter.publishedBefore': is('2026-01-12T00:00:00Z'),
  'ArticleFilter.recordedAfter': article,
  'ArticleFilter.recordedBefore': article,
  'ArticleFilter.withdrawn': instead(true),

  'ClaimAddedFilter.actor': named('minister'),
  'ClaimAddedFilter.kind': is('COMMITMENT'),
  'ClaimAddedFilter.language': is('de'),
  'ClaimAddedFilter.topic': is('roads'),

  'ClaimFilter.article': named('toll-denial'),
  'ClaimFilter.awaitingReply': is(true),
  'ClaimFilter.changedAfter': claim,
  'ClaimFilter.changedBefore': claim,
  'ClaimFilter.concerns': named('courier'),
  'ClaimFilter.disputedBy': named('agency'),
  'ClaimFilter.happenedAfter': is('2026-01-07'),
  'ClaimFilter.happenedBefore': is('2026-01-05'),
  'ClaimFilter.kind': is('POSITION'),
  'ClaimFilter.language': is('de'),
  'ClaimFilter.notAsked': is(true),
  'ClaimFilter.noStances': is({ polarity: 'AGAINST' }),
  'ClaimFilter.onlyUnnamedSources': is(true),
  'ClaimFilter.outlet': named('courier'),
  'ClaimFilter.recordedAfter': claim,
  'ClaimFilter.recordedBefore': claim,
  'ClaimFilter.review': instead('DRAFT'),
  'ClaimFilter.stances': is([{ kind: 'DENIES' }]),
  'ClaimFilter.status': is('DISPUTED'),
  'ClaimFilter.statusIn': is(['DENIED', 'DISPUTED']),
  'ClaimFilter.topic': is('roads'),

  'EventFilter.claim': { value: async (desk) => (await factsOf(desk, 'claim', 'free-rides')).id },
  'EventFilter.subject': { value: async (desk) => (await factsOf(desk, 'article', 'maut')).id },
  'EventFilter.type': is(['CLAIM_ADDED', 'ACTOR_ADDED']),

  'StanceFilter.actor': named('minister'),
  'StanceFilter.article': named('toll-denial'),
  'StanceFilter.certainty': is('HEDGED'),
  'StanceFilter.claim': named('toll-fair'),
  'StanceFilter.hearsay': is(true),
  'StanceFilter.kind': is('DENIES'),
  'StanceFilter.outlet': named('courier'),
  'StanceFilter.polarity': is('AGAINST'),
  'StanceFilter.recordedAfter': claim,
  'StanceFilter.recordedBefore': claim,
  'StanceFilter.review': instead('DRAFT'),
  'StanceFilter.saidAfter': is('2026-01-10T00:00:00Z'),
  'StanceFilter.saidBefore': is('2026-01-10T00:00:00Z'),
  'StanceFilter.via': named('insiders'),
  'StanceFilter.withdrawn': instead(true),

  'StandingChangedFilter.actor': named('minister'),
  'StandingChangedFilter.from': is('ASSERTED'),
  'StandingChangedFilter.kind': is('COMMITMENT'),
  'StandingChangedFilter.language': is('de'),
  'StandingChangedFilter.to': is('DISPUTED'),
  'StandingChangedFilter.topic': is('roads'),
};

/** What takes a filter: a list, whose entries are told apart by a field, or a subscription. */
type Filtered = { readonly list: string; readonly by: string } | { readonly feed: string };

/** By type of filter. */
export const everyFilterType: Readonly<Record<string, Filtered>> = {
  ActorFilter: { list: 'actors', by: 'slug' },
  ActorMergeFilter: { list: 'actorMerges', by: 'id' },
  ArticleFilter: { list: 'articles', by: 'slug' },
  ClaimAddedFilter: { feed: 'claimAdded' },
  ClaimFilter: { list: 'claims', by: 'slug' },
  EventFilter: { list: 'recordEvents', by: 'cursor' },
  StanceFilter: { list: 'stances', by: 'slug' },
  StandingChangedFilter: { feed: 'standingChanged' },
};

/** All that a filter of this type selects, as editors see it. */
export async function selectedBy(
  desk: Desk,
  type: string,
  filter: object,
): Promise<readonly unknown[]> {
  const filtered = everyFilterType[type];
  if (filtered === undefined) throw new Error(`Nothing is known to take a ${type}.`);
  return 'list' in filtered
    ? listed(desk, { type, ...filtered }, filter)
    : told(desk, { type, ...filtered }, filter);
}

async function listed(
  desk: Desk,
  { by, list, type }: { type: string; list: string; by: string },
  filter: object,
): Promise<readonly unknown[]> {
  const query = `query ($filter: ${type}) { ${list}(first: 100, filter: $filter) { nodes { ${by} } } }`;
  const { data, errors } = await desk.ask(query, { filter }, 'EDITOR');
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  const { nodes } = recordOf(data?.[list]);
  return Array.isArray(nodes) ? nodes.map((node) => recordOf(node)[by]) : [];
}

/** What is told of all that happened, up to the first checkpoint. */
async function told(
  desk: Desk,
  { feed, type }: { type: string; feed: string },
  filter: object,
): Promise<readonly unknown[]> {
  const query = `subscription ($after: String, $filter: ${type}) {
    ${feed}(after: $after, filter: $filter, checkpoints: true) { cursor at }
  }`;
  const following = desk.follow(query, { after: cursorAt(desk, 0), filter }, 'EDITOR');
  const cursors: unknown[] = [];
  for (;;) {
    const { at, cursor } = await nextOf(following);
    if (at === null) break;
    cursors.push(cursor);
  }
  await following.return();
  return cursors;
}

async function factsOf(
  desk: Desk,
  noun: 'actor' | 'article' | 'claim',
  slug: string,
): Promise<Readonly<Record<string, unknown>>> {
  const query = `{ ${noun}(by: { slug: "${slug}" }) { id recordedAt } }`;
  const { data } = await desk.ask(query);
  return recordOf(data?.[noun]);
}
