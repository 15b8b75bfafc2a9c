import { execute } from 'graphql';
import Sqlite from 'libsql';
import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import type { GraphContext, Viewer } from '../../../schema/context.ts';
import { createExecutor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import { openRecord } from '../../kit/open-record.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type AskedOperation, askedOperations, valuesOn } from './asked.ts';
import { contextFor } from './context.ts';

/** Who asks, and whether everyone may read the texts of articles. */
const asking: readonly (readonly [Viewer | null, boolean])[] = [
  [null, false],
  [null, true],
  [{ token: 1, name: 'reader', role: 'READER' }, true],
  [{ token: 2, name: 'editor', role: 'EDITOR' }, false],
  [{ token: 3, name: 'admin', role: 'ADMIN' }, true],
];

// What a text has to escape, and what it must not.
const strange = String.fromCodePoint(0x2028, 1, 9, 0x1f, 0x22, 0x5c, 0x7f, 0xffff, 0x1f600);

/** What is read aside, read in several statements of its own, or decided by a row, is left to the resolvers. */
const left: readonly string[] = [
  'article',
  'articleCopies',
  'articleFacets',
  'articleVersions',
  'articles',
  'claimArticles',
  'claimFacets',
  'claimTimeline',
  'compareActors',
  'drafts',
  'exportRecord',
  'node',
  'nodes',
  'pageStarts',
  'record',
  'summary',
  'recordEventsPage',
  'search',
  'similarClaims',
  'stanceFacets',
  'standingChanges',
  'status',
  'topics',
  'verifyRecord',
  'viewer',
];

test('the queries of the client are written as the resolvers answer them', async () => {
  await using record = await openRecord({ filled: fill });
  makeOdd(record.path);
  const operations = askedOperations(valuesOn(record.path));
  const expected = operations.map(({ name }) => name).filter((name) => !left.includes(name));
  const written = new Set<string>();
  const differing: string[] = [];

  for (const [viewer, publicTexts] of asking) {
    const contextOf = () => contextFor(record.db, viewer, publicTexts);
    for (const operation of operations.filter(({ name }) => expected.includes(name))) {
      for (const { told, text } of await answersTo(operation, contextOf)) {
        if (text !== null) written.add(operation.name);
        if (text !== null && text !== told) differing.push(`${operation.name}: ${text} ${told}`);
      }
    }
  }

  expect(differing).toEqual([]);
  expect([...written].sort()).toEqual(expected.sort());
});

/** What the resolvers tell, and what is written; null where it is left to them. */
async function answersTo(
  { document, variables }: AskedOperation,
  contextOf: () => GraphContext,
): Promise<readonly { told: string; text: string | null }[]> {
  const answers: { told: string; text: string | null }[] = [];
  const write = createExecutor(schema, { written: true });
  const ask = (variableValues: object) => {
    const asked = { schema, document, variableValues: { ...variableValues } };
    return {
      written: async () => (await write({ ...asked, contextValue: contextOf() })).data,
      told: async () => (await execute({ ...asked, contextValue: contextOf() })).data,
    };
  };
  const [first = {}] = variables;
  for (let time = 0; time < 2; time += 1) await ask(first).written();
  const open = [...variables];
  for (let asked = open.shift(); asked !== undefined; asked = open.shift()) {
    const { told, written } = ask(asked);
    const data = await told();
    const text = await written();
    answers.push({
      told: JSON.stringify(data),
      text: text instanceof Written ? text.text : null,
    });
    if (!('after' in asked) || asked.after !== undefined || asked.before !== undefined) continue;
    const cursor = endCursorIn(data);
    if (cursor === null) continue;
    const { first: _first, ...backward } = asked;
    open.push({ ...asked, after: cursor, first: 2 }, { ...backward, before: cursor, last: 2 });
  }
  return answers;
}

/** The first cursor of a page that the answer tells of. */
function endCursorIn(data: unknown): string | null {
  const [, cursor = null] = /"(?:end|start)Cursor":"([^"]+)"/.exec(JSON.stringify(data)) ?? [];
  return cursor;
}

async function fill(db: Database): Promise<void> {
  await imported(db, fileOf(randomRecord(3)));
}

/** Texts, moments and numbers such as nobody would type. */
function makeOdd(path: string): void {
  const file = new Sqlite(path);
  try {
    for (const [change, ...args] of [
      ['update claims set text = text || ? where key % 3 = 0', strange],
      ['update actors set name = name || ?, description = ? where key % 2 = 0', strange, strange],
      [
        'update articles set title = ? || title, recorded_at = -recorded_at where key % 2 = 0',
        strange,
      ],
      ['update claims set recorded_at = -1 where key % 4 = 1'],
      ['update stances set said_at = 253402300800001, note = ? where key % 3 = 1', strange],
      ['update evidence set confidence = 1.0 where key % 4 = 0'],
      ['update evidence set confidence = 0.1 + 0.2 where key % 4 = 1'],
      ['update evidence set confidence = 0.0000001 where key % 4 = 2'],
      ['update evidence set cue = ? || char(0) || cue', strange],
    ] as const)
      file.prepare(change).run(...args);
  } finally {
    file.close();
  }
}
