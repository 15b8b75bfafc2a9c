import { getNullableType, isListType } from 'graphql';
import {
  allText,
  expression,
  type JsonText,
  oneText,
  unlessTooMany,
  valueText,
} from '../../db/read/json-text.ts';
import { looksAtMany } from '../../db/read/nested-page.ts';
import type { Fields } from '../../db/read/row.ts';
import { ofPlace } from '../../db/read/text-statement.ts';
import { hasRole } from '../context.ts';
import { heldText } from './held-text.ts';
import { type HowWritten, howWritten } from './how.ts';
import { isNullable, mannerOf } from './leaf.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import { notedEdge, notedName, notedPage } from './noted.ts';
import { objectText } from './object-text.ts';
import { pageText } from './page-text.ts';
import { namedPlace, pagePlace, unaskedPlace } from './place.ts';
import { roleDeciding } from './role-deciding.ts';
import type { FieldAsked, Writing } from './writing.ts';

/** A field of a row, or of the whole record. */
export function fieldText(writing: Writing, asked: FieldAsked, row: Fields | null): JsonText {
  const { field } = asked;
  const role = roleDeciding(field);
  if (role !== null && !hasRole(writing.request.context.viewer, role)) return 'null';
  const how = howWritten(field);
  switch (how?.is) {
    case 'column':
      return columnText(asked, fieldNamed(row, how.column));
    case 'same':
      return rowText(writing, asked, row);
    case 'edge':
      return edgeText(writing, asked, { how, row });
    case 'named':
      return namedText(writing, asked, how);
    case 'list':
      return listOf(writing, asked, { how, row });
    case 'worked':
    case 'batched':
    case 'keys': {
      if (row === null) throw new LeftToResolvers();
      const writeRow = (one: FieldAsked, of: Fields) => rowText(writing, one, of);
      return heldText(writing, asked, { how, row, writeRow });
    }
    default:
      throw new LeftToResolvers(`${asked.type.name}.${field.name} is not written.`);
  }
}

/** What is asked of a row. */
const rowText = (writing: Writing, asked: FieldAsked, row: Fields | null): JsonText =>
  objectText(writing, asked, (one) => fieldText(writing, one, row));

function columnText({ field: { type } }: FieldAsked, column: Fields[string]): JsonText {
  const manner = mannerOf(type);
  if (manner === null) throw new LeftToResolvers();
  return valueText(column, manner, isNullable(type));
}

function edgeText(
  writing: Writing,
  asked: FieldAsked,
  { how, row }: { how: HowWritten & { readonly is: 'edge' }; row: Fields | null },
): JsonText {
  if (asked.field.args.length > 0) writing.ask(unaskedPlace(writing.places.length, asked));
  const { type } = asked.field;
  const parent = fieldNamed(row, how.column);
  const write = (of: Fields) => rowText(writing, asked, of);
  const text = isListType(getNullableType(type))
    ? allText(how.query, { write, parent })
    : oneText(how.query, { write, parent, isNullable: isNullable(type) });
  return [notedEdge(writing, how.query.name, parent), text];
}

function namedText(
  writing: Writing,
  asked: FieldAsked,
  how: HowWritten & { readonly is: 'named' },
): JsonText {
  const place = namedPlace(writing.places.length, asked, how);
  const { query } = writing.ask(place);
  const write = (row: Fields) => [
    notedName(writing, query.name, row),
    rowText(writing, asked, row),
  ];
  return ofPlace(place.number, oneText(query, { write, isNullable: isNullable(asked.field.type) }));
}

function listOf(
  writing: Writing,
  asked: FieldAsked,
  { how: { of, shape }, row }: { how: HowWritten & { readonly is: 'list' }; row: Fields | null },
): JsonText {
  const isNested = row !== null;
  const place = pagePlace(writing.places.length, asked, { of, isNested });
  const page = writing.ask(place);
  writing.hasLists = true;
  const { order, source, window } = page;
  const list = {
    shape,
    source,
    order,
    stretch: window.stretch,
    parent: isNested ? expression(fieldNamed(row, 'key')) : undefined,
  };
  const noted = notedPage(writing, { list, place, key: row?.key });
  const writeRow = (one: FieldAsked, of: Fields) => [noted.row(of), rowText(writing, one, of)];
  const text = pageText(writing, asked, { list, asked: page, place, writeRow });
  return ofPlace(place.number, [noted.page, unlessTooMany(looksAtMany(list), text)]);
}

function fieldNamed(row: Fields | null, name: string): Fields[string] {
  const field = row?.[name];
  if (field === undefined) throw new LeftToResolvers();
  return field;
}
