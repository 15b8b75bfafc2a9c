import {
  type ExportPosition,
  exportCursor,
  exportPage,
  exportPosition,
} from '../../db/interchange/export.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { linesAtMost } from './interchange.ts';

interface Exported {
  readonly lines: readonly string[];
  readonly next: string | null;
}

const RecordExport = builder.objectRef<Exported>('RecordExport').implement({
  description: 'Some lines of the record in the interchange format.',
  fields: (t) => ({
    lines: t.stringList({
      description: 'The lines, texts of articles included unless they are left out.',
      resolve: ({ lines }) => [...lines],
    }),
    next: t.exposeString('next', {
      nullable: true,
      description: 'Passed as `after`, the lines that follow; null behind the last.',
    }),
  }),
});

builder.queryField('exportRecord', (t) =>
  t.field({
    type: RecordExport,
    description:
      'The whole record as lines of the interchange format, page by page: for EDITOR tokens and higher, since it holds texts and drafts. What is recorded after the first page is left out.',
    args: {
      first: t.arg.int({
        description: `How many lines: ${linesAtMost} unless said otherwise, and at most.`,
      }),
      after: t.arg.string({ description: 'The `next` of the page before.' }),
      withoutTexts: t.arg.boolean({
        defaultValue: false,
        description: 'Leaves the texts of articles out. Hashes, quotes and places stay.',
      }),
      withoutQuotes: t.arg.boolean({
        defaultValue: false,
        description: 'Leaves the quotes out, and the texts with them.',
      }),
    },
    authScopes: { role: 'EDITOR' },
    resolve: async (_root, { first, after, ...choices }, { aside }) => {
      const size = first ?? linesAtMost;
      if (size < 1 || size > linesAtMost) {
        throw codedError('BAD_USER_INPUT', `A page has 1 to ${linesAtMost} lines, not ${size}.`);
      }
      const { lines, next } = await exportPage(aside, positionAt(after), {
        ...choices,
        first: size,
      });
      return { lines, next: next && exportCursor(next) };
    },
  }),
);

/** Where an export goes on; null for its beginning. @throws CURSOR_INVALID */
function positionAt(cursor: string | null | undefined): ExportPosition | null {
  if (cursor === null || cursor === undefined) return null;
  const position = exportPosition(cursor);
  if (position === null) throw codedError('CURSOR_INVALID', 'This is not a cursor of an export.');
  return position;
}
