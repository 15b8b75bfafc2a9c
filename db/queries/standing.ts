import { eq, type SQL, sql } from 'drizzle-orm';
import { among, oneOfEach, place, placeholder, select } from '../read/query.ts';
import { type Reader, statement } from '../read/read.ts';
import { heldShape, type RowOf, rowShape } from '../read/row.ts';
import {
  type ProjectedSide,
  type ProjectedStanding,
  type StandingMoment,
  standingsIn,
} from '../rules/standing.ts';
import type { Visibility } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { standings } from '../tables/standing.ts';
import { shownActorOf } from './key.ts';
import { standingFacts } from './standing-facts.ts';

const fields = {
  /** The claim's. */
  key: claims.key,
  status: claims.status,
  rule: sql<number>`coalesce(${standings.rule}, 8)`,
  standing: standings.standing,
  onlyUnnamedSources: claims.onlyUnnamedSources,
  since: sql<
    number | null
  >`case when ${claims.publicAt} is not null then ${claims.standingChangedAt} end`,
  /** The moment of the last event that the viewer may know of. */
  asOf: lastSeenAt(),
};

/** Which events, besides those that everyone may know of, the viewer may. */
export interface EventsSeen {
  readonly seesDrafts: number;
  readonly seesTokens: number;
}

/** A claim's standing with its reasons. */
export type StandingOnRecord = RowOf<typeof fields>;
const standingShape = rowShape(fields);

/** The standings of `keys`, which are claims, in their order: the projection. */
export const standingsOfClaims = oneOfEach('standingsOfClaims', standingShape, {
  from: claims,
  on: (parent) => eq(claims.key, parent),
  to: { table: standings, on: eq(standings.claim, claims.key) },
});

/** To work out more of them keeps everything else waiting. */
const workedOutAtOnce = 5;

/** The standings of these claims at a moment in the past, worked out from what was on record, some of them at a time. */
export async function standingsAt(
  reader: Reader,
  keys: readonly number[],
  { asOf, saidBy, ...seen }: StandingMoment & EventsSeen,
): Promise<readonly StandingOnRecord[]> {
  const computed: ProjectedStanding[] = [];
  for (let start = 0; start < keys.length; start += workedOutAtOnce) {
    const some = keys.slice(start, start + workedOutAtOnce);
    const standings = standingsIn(await standingFacts(reader, some), { asOf, saidBy });
    computed.push(...some.map(standings.of));
  }
  const asked = { keys: JSON.stringify(keys), asOf, ...seen };
  const clocks = await reader.read(clocksOfClaims, asked);
  return standingShape.view(
    [
      [...keys],
      computed.map(({ status }) => status),
      computed.map(({ rule }) => rule),
      computed,
      computed.map(({ onlyUnnamedSources }) => onlyUnnamedSources),
      clocks.map(({ since }) => (saidBy === null ? since : null)),
      clocks.map(({ lastAt }) => asOf ?? lastAt),
    ],
    keys.length,
  );
}

/** Since when each of `keys` had the standing that it had at `asOf`, and the moment of the last event that the viewer may know of. */
const clocksOfClaims = statement(
  select({
    place,
    since: sql<number | null>`(
      select payload ->> 'causedAt' from events
      where noun = 'claim' and subject = ${among.parent} and type = 'STANDING_CHANGED'
        and payload ->> 'causedAt' <= coalesce(${placeholder('asOf')}, 9007199254740991)
      order by seq desc limit 1
    )`,
    lastAt: lastSeenAt(),
  }).from(among),
);

function lastSeenAt(): SQL<number> {
  const lastOf = (visibility: Visibility) => sql`coalesce((
    select at from events where visibility = ${sql.raw(`'${visibility}'`)} order by seq desc limit 1), 0)`;
  return sql`max(${lastOf('PUBLIC')},
    case when ${placeholder('seesDrafts')} then ${lastOf('EDITORS')} else 0 end,
    case when ${placeholder('seesTokens')} then ${lastOf('ADMINS')} else 0 end)`;
}

/** A side of a standing, with the key of the stance that counts for it. */
export interface SideOnRecord
  extends Pick<ProjectedSide, 'polarity' | 'spokenBy' | 'onWordOf' | 'split'> {
  readonly actorKey: number;
  readonly stanceKey: number;
}

export const sideShape = heldShape<SideOnRecord>([
  'actorKey',
  'polarity',
  'stanceKey',
  'spokenBy',
  'onWordOf',
  'split',
]);

/** What a sentence needs to know of the actors with these `keys` and of the outlets that granted them anonymity. */
export const actorsToName = statement(
  select({
    key: actors.key,
    name: actors.name,
    kind: actors.kind,
    grantedBy: shownActorOf<number | null>(actors.grantedBy),
  })
    .from(actors)
    .where(
      sql`${actors.key} in (
        select value from json_each(${placeholder('keys')})
        union select coalesce(grantor.shown, grantor.key) from json_each(${placeholder('keys')}) wanted
          cross join actors unnamed on unnamed.key = wanted.value
          cross join actors grantor on grantor.key = unnamed.granted_by
      )`,
    ),
);
