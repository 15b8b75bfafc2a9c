import { textIn } from '../../db/read/byte-text.ts';
import {
  cursorText,
  emptyHole,
  type JsonText,
  listText,
  rowText,
  truth,
  truthOf,
} from '../../db/read/json-text.ts';
import { endOfPage, moreThanPage, type NestedList, rowsOfPage } from '../../db/read/nested-page.ts';
import type { Fields } from '../../db/read/row.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { cursorOf } from '../reading/page.ts';
import { howWritten, type PagePart } from './how.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import { objectText } from './object-text.ts';
import type { PageAsked, Place } from './place.ts';
import type { FieldAsked, Writing } from './writing.ts';

interface PageWriting {
  readonly list: NestedList;
  readonly asked: PageAsked;
  readonly place: Place<PageAsked>;
  /** What is written of a row, where it is asked for. */
  readonly writeRow: (asked: FieldAsked, row: Fields) => JsonText;
}

/** A connection. */
export function pageText(writing: Writing, field: FieldAsked, page: PageWriting): JsonText {
  return objectText(writing, field, (one) => partText(writing, one, page));
}

function partText(writing: Writing, field: FieldAsked, page: PageWriting): JsonText {
  const { asked, list, writeRow } = page;
  const part = partOf(field);
  switch (part) {
    case 'nodes':
      return rowsText(page, (row) => writeRow(field, row));
    case 'edges':
      return rowsText(page, (row) =>
        objectText(writing, field, (one) => {
          if (partOf(one) === 'cursor') return cursorOfRow(writing, page, row);
          if (partOf(one) === 'node') return writeRow(one, row);
          throw new LeftToResolvers();
        }),
      );
    case 'pageInfo':
      return objectText(writing, field, (one) => partText(writing, one, page));
    case 'hasNextPage':
      return asked.window.stretch.backward ? truthOf('hasBefore') : truth(moreThanPage(list));
    case 'hasPreviousPage':
      return asked.window.stretch.backward ? truth(moreThanPage(list)) : truthOf('hasAfter');
    case 'startCursor':
    case 'endCursor':
      return endOfPage(
        list,
        (row) => rowText(cursorOfRow(writing, page, row)),
        part === 'endCursor',
      );
    case 'feedCursor':
      return feedCursor(writing);
    default:
      throw new LeftToResolvers();
  }
}

function rowsText({ asked, list }: PageWriting, write: (row: Fields) => JsonText): JsonText {
  return listText(
    rowsOfPage(list, (row) => rowText(write(row))),
    asked.hasReferences,
  );
}

function cursorOfRow(
  writing: Writing,
  { asked: { order }, place }: PageWriting,
  row: Fields,
): JsonText {
  const hole = writing.dig((told, { asked }) => {
    const values: unknown = JSON.parse(textIn(told));
    const [key, value = null] = Array.isArray(values) ? values : [];
    // What stands at a place is what it was asked.
    const { window } = asked[place.number] as PageAsked;
    return JSON.stringify(cursorOf(window, { key, value }));
  });
  return cursorText(hole, row, order.column);
}

function feedCursor(writing: Writing): string {
  writing.tellsFeed = true;
  return emptyHole(
    writing.dig((_told, { context, seq }) => JSON.stringify(encodeFeedCursor(context.db, seq))),
  );
}

function partOf({ field }: FieldAsked): PagePart | null {
  const how = howWritten(field);
  return how?.is === 'page' ? how.part : null;
}
