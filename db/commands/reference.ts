import {
  type ActorNamed,
  type ArticleNamed,
  actorsNamed,
  articlesNamed,
  type ClaimNamed,
  claimsNamed,
  type StanceNamed,
  stancesNamed,
} from '../queries/named.ts';
import type { Statement } from '../read/read.ts';
import { InputInvalid, NotOnRecord } from '../rules/errors.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Names something on record: exactly one of the keys is given. A hash names the earliest article with that text. */
export interface Ref {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly sha256?: string | null | undefined;
}

/** A reference, and where in the input it stands. */
export interface Reference {
  readonly ref: Ref;
  readonly path: readonly string[];
}

const namedBy = ['slug', 'id', 'sha256'] as const;

interface Naming {
  readonly by: (typeof namedBy)[number];
  readonly value: string;
}

interface Named {
  readonly id: string;
  readonly slug: string;
  readonly sha256?: string;
}

type Statements<Row> = { readonly [By in Naming['by']]?: Statement<Row> };

/** The actors referred to, in the order of the references. @throws NotOnRecord */
export function actorsAt(tx: WriteTx, references: readonly Reference[]): Promise<ActorNamed[]> {
  return named(tx, references, { noun: 'actor', statements: actorsNamed });
}

/** The claims referred to, in the order of the references. @throws NotOnRecord */
export function claimsAt(tx: WriteTx, references: readonly Reference[]): Promise<ClaimNamed[]> {
  return named(tx, references, { noun: 'claim', statements: claimsNamed });
}

/** The articles referred to, in the order of the references. @throws NotOnRecord */
export function articlesAt(tx: WriteTx, references: readonly Reference[]): Promise<ArticleNamed[]> {
  return named(tx, references, { noun: 'article', statements: articlesNamed });
}

export function actorAt(tx: WriteTx, ref: Ref, path: readonly string[]): Promise<ActorNamed> {
  return only(actorsAt(tx, [{ ref, path }]));
}

export function claimAt(tx: WriteTx, ref: Ref, path: readonly string[]): Promise<ClaimNamed> {
  return only(claimsAt(tx, [{ ref, path }]));
}

export function articleAt(tx: WriteTx, ref: Ref, path: readonly string[]): Promise<ArticleNamed> {
  return only(articlesAt(tx, [{ ref, path }]));
}

export function stanceAt(tx: WriteTx, ref: Ref, path: readonly string[]): Promise<StanceNamed> {
  return only(named(tx, [{ ref, path }], { noun: 'stance', statements: stancesNamed }));
}

/** The id given, for what has no other name. @throws InputInvalid */
export function idOf(ref: Ref, path: readonly string[]): string {
  const { by, value } = naming(ref, path);
  if (by !== 'id') throw new InputInvalid('This is named by its id.', path);
  return value;
}

/** The references that are given, of those that may be unknown. */
export function given(
  refs: Readonly<Record<string, Ref | null | undefined>>,
  path: readonly string[],
): Reference[] {
  return Object.entries(refs).flatMap(([name, ref]) =>
    ref ? [{ ref, path: [...path, name] }] : [],
  );
}

async function named<Row extends Named>(
  tx: WriteTx,
  references: readonly Reference[],
  { noun, statements }: { readonly noun: Noun; readonly statements: Statements<Row> },
): Promise<Row[]> {
  const namings = references.map(({ ref, path }) => naming(ref, path));
  const found = new Map<string, Row>();
  for (const by of namedBy) {
    const names = namings.flatMap((naming) => (naming.by === by ? naming.value : []));
    const statement = statements[by];
    if (names.length === 0 || statement === undefined) continue;
    const rows = await tx.reader.read(statement, { names: JSON.stringify(names) });
    // Of those with one hash the earliest is meant, and it comes first.
    for (const row of rows.toReversed()) found.set(`${by} ${row[by]}`, row);
  }
  return namings.map(({ by, value }, index) => {
    const row = found.get(`${by} ${value}`);
    if (row !== undefined) return row;
    const reference = by === 'sha256' ? `sha256:${value}` : value;
    throw new NotOnRecord({ noun, reference }, references[index]?.path);
  });
}

function naming(ref: Ref, path: readonly string[]): Naming {
  const namings: Naming[] = [];
  for (const by of namedBy) {
    const value = ref[by];
    if (value !== undefined && value !== null) namings.push({ by, value });
  }
  const [first, second] = namings;
  if (first === undefined || second !== undefined) {
    throw new InputInvalid('A reference has exactly one of id, slug and sha256.', path);
  }
  return first;
}

async function only<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (row === undefined) throw new Error('A reference led nowhere.');
  return row;
}
