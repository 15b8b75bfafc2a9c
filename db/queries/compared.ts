import { type SQL, sql } from 'drizzle-orm';
import { flatten } from '../read/filter.ts';
import type { Source } from '../read/page.ts';
import { place } from '../read/query.ts';
import { type RowShape, rowShape } from '../read/row.ts';
import type { Polarity } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';
import { type ActorReference, actorKey } from './key.ts';

/** A claim on which several actors stand; `held` is JSON: of each, in their order, the stance that counts and where it points. */
export interface ComparedOnRecord {
  readonly key: number;
  readonly claimKey: number;
  readonly held: string;
}

/** The stance of each of `ComparedOnRecord.held`. */
export type StancesCompared = readonly (readonly [stance: number, polarity: Polarity])[];

/** Some actors by their names, and whether they are to agree; either way where that is null. */
export interface ComparedActors {
  readonly actors: readonly ActorReference[];
  readonly agree: boolean | null;
}

/** A column of the stance that counts of one of the actors. */
const ofHeld = (column: string, actor: SQL): SQL =>
  sql`(select ${sql.raw(column)} from ${stances} held where held.shown_actor = ${actor}
    and held.listed = 1 and held.shown_claim = ${claims}.key and +held.counting = 1)`;

/** The rows of such claims. */
export function comparedShape({ actors }: ComparedActors): RowShape<ComparedOnRecord> {
  const held = keysOf(actors).map(
    (actor) => sql`json_array(${ofHeld('key', actor)}, ${ofHeld('polarity', actor)})`,
  );
  return rowShape({
    place,
    key: claims.key,
    claimKey: claims.key,
    held: sql<string>`json_array(${sql.join(held, sql`, `)}) || ''`,
  });
}

/** The listed claims on which each of the actors has a stance that counts, found by those of the first. */
export function comparedClaims({ actors, agree }: ComparedActors): Source {
  const { args, shape } = flatten({ actors, agree }, 'compared');
  const [first = sql`null`, ...others] = keysOf(actors);
  const agreeing = others.map(
    (actor) => sql`${ofHeld('polarity', actor)} = ${ofHeld('polarity', first)}`,
  );
  const isAgreed = sql`(${sql.join(agreeing, sql` and `)})`;
  return {
    ...{ name: `compared ${shape}`, args },
    table: claims,
    from: stances,
    key: stances.shownClaim,
    isIndexed: false,
    where: () => [
      sql`${stances.shownActor} = ${first} and ${stances.listed} = 1 and +${stances.counting} = 1`,
      sql`${claims.listed} = 1`,
      ...others.map((actor) => sql`${ofHeld('key', actor)} is not null`),
      ...(agree === null ? [] : [agree ? isAgreed : sql`not ${isAgreed}`]),
    ],
  };
}

const keysOf = (actors: readonly ActorReference[]): SQL[] =>
  actors.map((by, index) => actorKey(by, `compared.actors.${index}`));
