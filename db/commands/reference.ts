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
import { OnRecordView } from '../queries/record-view.ts';
import type { Statement } from '../read/read.ts';
import { InputInvalid } from '../rules/errors.ts';
import { Names } from '../rules/names.ts';
import { leadsNowhere, type Naming, namingOf, type Path, type Ref } from '../rules/reference.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/**
 * What is on record under the names that `collect` gathers, as the transaction sees it; `later` names what later lines of
 * an import bring.
 */
export function recordViewOf(
  tx: WriteTx,
  collect: (names: Names) => void,
  later?: ReadonlySet<string>,
): Promise<OnRecordView> {
  const names = new Names();
  collect(names);
  return OnRecordView.read(tx.reader, names, later);
}

/** @throws NotOnRecord, as those below do */
export function actorAt(tx: WriteTx, ref: Ref, path: Path): Promise<ActorNamed> {
  return rowAt(tx, { ref, path }, { noun: 'actor', statements: actorsNamed });
}

export function claimAt(tx: WriteTx, ref: Ref, path: Path): Promise<ClaimNamed> {
  return rowAt(tx, { ref, path }, { noun: 'claim', statements: claimsNamed });
}

export function articleAt(tx: WriteTx, ref: Ref, path: Path): Promise<ArticleNamed> {
  return rowAt(tx, { ref, path }, { noun: 'article', statements: articlesNamed });
}

export function stanceAt(tx: WriteTx, ref: Ref, path: Path): Promise<StanceNamed> {
  return rowAt(tx, { ref, path }, { noun: 'stance', statements: stancesNamed });
}

/** The id given, for what has no other name. @throws InputInvalid */
export function idOf(ref: Ref, path: Path): string {
  const { by, value } = namingOf(ref, path);
  if (by !== 'id') throw new InputInvalid('This is named by its id.', path);
  return value;
}

type Statements<Row> = { readonly [By in Naming['by']]?: Statement<Row> };

async function rowAt<Row>(
  tx: WriteTx,
  { ref, path }: { readonly ref: Ref; readonly path: Path },
  { noun, statements }: { readonly noun: Noun; readonly statements: Statements<Row> },
): Promise<Row> {
  const naming = namingOf(ref, path);
  const statement = statements[naming.by];
  const names = JSON.stringify([naming.value]);
  const [row] = statement === undefined ? [] : await tx.reader.read(statement, { names });
  if (row === undefined) throw leadsNowhere(noun, naming, path);
  return row;
}
