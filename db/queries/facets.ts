import { type SQL, sql } from 'drizzle-orm';
import type { Facet } from '../read/facet.ts';
import type { FacetName } from '../rules/vocabulary.ts';

/** By what of its entries a list can be counted. */
export type FacetsOf = Readonly<Partial<Record<FacetName, Facet>>>;

/** The actor whose key the value is. */
const namedActor = {
  joins: sql`cross join actors on actors.key = counted.value`,
  key: sql`actors.slug`,
  label: sql`actors.name`,
};

const facet = (name: string, joins: SQL, value: SQL): Facet => ({ name, joins, value });
const ofActors = (name: string, joins: SQL, value: SQL): Facet => ({
  ...facet(name, joins, value),
  named: namedActor,
});

/** The month of a moment, `YYYY-MM` in UTC. */
const monthOf = (moment: string): SQL =>
  sql`strftime('%Y-%m', ${sql.raw(moment)} / 1000.0, 'unixepoch')`;

const itself = (table: string): SQL => sql.raw(`cross join ${table} on ${table}.key = entry.key`);

const counting = sql`cross join stances on stances.shown_claim = entry.key and stances.counting = 1`;
const listed = sql`cross join stances on stances.shown_claim = entry.key and stances.listed = 1`;
const shownIn = (stance: string): SQL =>
  sql`cross join evidence on evidence.stance = ${sql.raw(stance)} and evidence.withdrawn_at is null
    cross join articles on articles.key = evidence.article`;
const topicsOf = (claim: string): SQL =>
  sql`cross join claim_topics on claim_topics.claim = ${sql.raw(claim)}`;

/** Claims: as the keys of their filter find them, by the stances that count, and by the words of listed ones. */
export const claimFacets: FacetsOf = {
  ACTOR: ofActors('claims ACTOR', counting, sql`stances.shown_actor`),
  OUTLET: ofActors(
    'claims OUTLET',
    sql`${listed} ${shownIn('stances.key')}`,
    sql`articles.shown_outlet`,
  ),
  TOPIC: facet('claims TOPIC', topicsOf('entry.key'), sql`claim_topics.topic`),
  STATUS: facet('claims STATUS', itself('claims'), sql`claims.status`),
  KIND: facet('claims KIND', itself('claims'), sql`claims.kind`),
  MONTH_SAID: facet('claims MONTH_SAID', counting, monthOf('stances.effective_at')),
  MONTH_RECORDED: facet('claims MONTH_RECORDED', itself('claims'), monthOf('claims.recorded_at')),
};

/** Stances, and what is told of their claims. */
export const stanceFacets: FacetsOf = {
  ACTOR: ofActors('stances ACTOR', itself('stances'), sql`stances.shown_actor`),
  OUTLET: ofActors('stances OUTLET', shownIn('entry.key'), sql`articles.shown_outlet`),
  TOPIC: facet(
    'stances TOPIC',
    sql`${itself('stances')} ${topicsOf('stances.shown_claim')}`,
    sql`claim_topics.topic`,
  ),
  STATUS: facet(
    'stances STATUS',
    sql`${itself('stances')} cross join claims on claims.key = stances.shown_claim`,
    sql`claims.status`,
  ),
  KIND: facet('stances KIND', itself('stances'), sql`stances.kind`),
  MONTH_SAID: facet('stances MONTH_SAID', itself('stances'), monthOf('stances.effective_at')),
  MONTH_RECORDED: facet(
    'stances MONTH_RECORDED',
    itself('stances'),
    monthOf('stances.recorded_at'),
  ),
};

const shownBy = sql`cross join evidence on evidence.article = entry.key and evidence.withdrawn_at is null
  cross join stances on stances.key = evidence.stance and stances.listed = 1`;

/** Articles, and the listed stances that their words show. They are of no kind, and have no standing. */
export const articleFacets: FacetsOf = {
  ACTOR: ofActors('articles ACTOR', shownBy, sql`stances.shown_actor`),
  OUTLET: ofActors('articles OUTLET', itself('articles'), sql`articles.shown_outlet`),
  TOPIC: facet(
    'articles TOPIC',
    sql`${shownBy} ${topicsOf('stances.shown_claim')}`,
    sql`claim_topics.topic`,
  ),
  MONTH_SAID: facet(
    'articles MONTH_SAID',
    itself('articles'),
    sql`coalesce(${monthOf('articles.published_at')}, substr(articles.published_on, 1, 7))`,
  ),
  MONTH_RECORDED: facet(
    'articles MONTH_RECORDED',
    itself('articles'),
    monthOf('articles.recorded_at'),
  ),
};
