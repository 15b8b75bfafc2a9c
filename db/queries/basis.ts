import type { List } from '../read/page.ts';
import type { Statement } from '../read/read.ts';
import type { Basis } from '../read/traced-reader.ts';
import type { Ground } from '../rules/grounds.ts';
import { settledTables } from '../rules/settled-tables.ts';
import { firstSeq, lastEventSeen } from './event.ts';
import { actorsToName } from './standing.ts';

/** What rests on no more than the rows that led to it; see `grounds`. */
const nothing: Basis = {};

/** By the name of a query; what is not among them rests on the record as a whole. */
const queries: Readonly<Record<string, Basis>> = {
  actorsByKey: nothing,
  articlesByKey: nothing,
  claimsByKey: { keys: 'claim' },
  // Whatever changes a stance's evidence counts as a change of the stance.
  evidenceOfStances: nothing,
  standingsOfClaims: { keys: 'ofClaim' },
  stancesByKey: { keys: 'stance' },
  'actorNamed by,by.id': { isNamed: true },
  'actorNamed by,by.slug': { isNamed: true },
  'actorNamed by,by.wikidataId': { isNamed: true },
  'articleNamed by,by.id': { isNamed: true },
  'articleNamed by,by.slug': { isNamed: true },
  'claimNamed by,by.id': { isNamed: true, rows: 'claim' },
  'claimNamed by,by.slug': { isNamed: true, rows: 'claim' },
};

/** By the name of a list of each of some rows: the whole list, since a filter may look at anything. */
const listsOfEach: Readonly<Record<string, Basis>> = {
  articlesOnClaims: { keys: 'ofClaim' },
  claimsInArticles: { keys: 'ofArticle', rows: 'claim' },
  claimsOfActors: { keys: 'ofActor', rows: 'claim' },
  evidenceInArticles: { keys: 'ofArticle' },
  reversalsOfActors: { keys: 'ofActor' },
  stancesAsTaken: { keys: 'ofClaim' },
  'stancesOfActors filter': { keys: 'ofActor' },
  'stancesOnClaims filter': { keys: 'ofClaim' },
};

/** By the name of a list of the whole record, without a filter and in the order of the record. */
const lists: Readonly<Record<string, Ground>> = {
  'actors filter': 'actor',
  'articles filter': 'article',
  'claims filter': 'claim',
  'stances filter': 'stance',
};

/** Statements that have no shape. */
const statements: ReadonlyMap<Statement<unknown>, Basis> = new Map<Statement<unknown>, Basis>([
  [actorsToName, nothing],
  // Told anew whenever a kept answer is: see `feedCursor`.
  [lastEventSeen, nothing],
  [firstSeq, nothing],
]);

const known = new WeakMap<Statement<unknown>, Basis | 'record'>();

/** What the answer of a statement of this shape rests on; undefined for the record as a whole. */
export function basisOf(
  statement: Statement<unknown>,
  shape: string | undefined,
): Basis | undefined {
  const found = known.get(statement) ?? find(statement, shape) ?? 'record';
  known.set(statement, found);
  return found === 'record' ? undefined : found;
}

/** Says that whoever reads this statement notes himself what its answer rests on. */
export function noteElsewhere(statement: Statement<unknown>): void {
  known.set(statement, isSettled(statement) ? nothing : 'record');
}

/** What a query of this name rests on; undefined for the record as a whole. */
export const basisOfQuery = (name: string): Basis | undefined => queries[name];

/** What a list rests on, of each of some rows or of the whole record; undefined for the record as a whole. */
export function basisOfList(
  { order, source, stretch }: List,
  isOfEach: boolean,
): Basis | undefined {
  if (isOfEach) return listsOfEach[source.name];
  const ground = lists[source.name];
  if (ground === undefined || order.by !== null) return undefined;
  return { page: { ground, descending: order.descending, backward: stretch.backward } };
}

function find(statement: Statement<unknown>, shape: string | undefined): Basis | undefined {
  if (shape === undefined) return statements.get(statement);
  return isSettled(statement) ? basisOfShape(shape) : undefined;
}

/** Whether all that it reads is noticed row by row: a column may be worked out from more than its list is. */
function isSettled({ text }: Statement<unknown>): boolean {
  return tablesIn(text).every((table) => settledTables.has(table));
}

function basisOfShape(shape: string): Basis | undefined {
  const name = shape.slice(0, shape.indexOf('('));
  const [, kind, list = '', by, direction, way] =
    /^(page|each) (.*) by (\w+) (asc|desc) (true|false) (?:true|false)$/.exec(name) ?? [];
  if (kind === undefined) return basisOfQuery(name);
  if (kind === 'each') return listsOfEach[list];
  const ground = lists[list];
  if (ground === undefined || by !== 'key') return undefined;
  return { page: { ground, descending: direction === 'desc', backward: way === 'true' } };
}

/** The tables that a statement reads; `r` are its own rows. */
function tablesIn(text: string): readonly string[] {
  const names = text.matchAll(/\b(?:from|join)\s+(?:main\.)?"?(\w+)\b"?(?!\()/gi);
  return [...names].flatMap(([, name = '']) => (name === 'r' ? [] : name));
}
