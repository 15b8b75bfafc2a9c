import { basisOfList, basisOfQuery } from '../../db/queries/basis.ts';
import { type JsonText, keyHole } from '../../db/read/json-text.ts';
import { keyAfterPage, type NestedList } from '../../db/read/nested-page.ts';
import type { Fields } from '../../db/read/row.ts';
import type { Basis } from '../../db/read/traced-reader.ts';
import type { Ground } from '../../db/rules/grounds.ts';
import type { PageAsked, Place } from './place.ts';
import type { Writing } from './writing.ts';

// What an answer rests on is told by holes that are filled with nothing. Where nobody asks for it, there are none.

type Field = Fields[string];

/** Notes what the rows rest on that a query leads to from this key. */
export function notedEdge(writing: Writing, query: string, key: Field): JsonText {
  return notedKeys(writing, basisOf(writing, basisOfQuery(query))?.keys, key);
}

/** Notes what the row rests on that a query finds by its name. */
export function notedName(writing: Writing, query: string, { key }: Fields): JsonText {
  const basis = basisOf(writing, basisOfQuery(query));
  if (basis === undefined || key === undefined) return '';
  writing.names += 1;
  const hole = writing.dig((told, { context }) => {
    context.trace?.noteName();
    if (basis.rows) context.trace?.add(basis.rows, [Number(told)]);
    return '';
  });
  return keyHole(hole, key);
}

/** What is to be noted of a page, and of each of its rows. */
interface NotedPage {
  readonly page: JsonText;
  readonly row: (row: Fields) => JsonText;
}

/** Notes what a page rests on, of the list of the row with this key or of the whole record. */
export function notedPage(
  writing: Writing,
  { list, place, key }: { list: NestedList; place: Place<PageAsked>; key: Field | undefined },
): NotedPage {
  const basis = basisOf(writing, basisOfList(list, key !== undefined));
  const row = (fields: Fields) => notedKeys(writing, basis?.rows, fields.key);
  if (key !== undefined) return { page: notedKeys(writing, basis?.keys, key), row };
  const page = basis?.page;
  if (page === undefined) return { page: '', row };
  const hole = writing.dig((told, { asked, context }) => {
    // What stands at a place is what it was asked.
    const { window } = asked[place.number] as PageAsked;
    context.trace?.addPage(page, window.args, told === '' ? null : Number(told));
    return '';
  });
  return { page: keyHole(hole, keyAfterPage(list)), row };
}

function notedKeys(writing: Writing, ground: Ground | undefined, key: Field | undefined): JsonText {
  if (ground === undefined || key === undefined) return '';
  const hole = writing.dig((told, { context }) => {
    if (told !== '') context.trace?.add(ground, [Number(told)]);
    return '';
  });
  return keyHole(hole, key);
}

/** Undefined, too, where nobody asks what the answer rests on. */
function basisOf(writing: Writing, basis: Basis | undefined): Basis | undefined {
  if (writing.request.context.trace === undefined) return undefined;
  if (basis === undefined) writing.restsOnRecord = true;
  return basis;
}
