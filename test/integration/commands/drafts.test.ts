import { expect, test } from 'vitest';
import { ingestArticle } from '../../../db/commands/ingest-article.ts';
import type { WriteTx } from '../../../db/write/write.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';

const owner = { token: null };

/** An article in which so many people say one thing each, as an extractor drafts it. */
function articleOf(people: number) {
  const sentences = Array.from(
    { length: people },
    (_, n) => `Person ${n} said thing ${n} of ${people}.`,
  );
  const text = sentences.join('\n');
  const drafts = {
    actors: [
      { id: 'paper', name: 'The Paper', kind: 'OUTLET' as const, aliases: [] },
      ...sentences.map((_, n) => ({
        id: `source-${n}-of-${people}`,
        name: `Source ${n} of ${people}`,
        kind: 'UNNAMED_SOURCE' as const,
        aliases: [],
        grantedBy: 'paper',
      })),
    ],
    claims: sentences.map((quote, n) => ({ id: `c${n}`, text: quote, kind: 'FACT' as const })),
    stances: sentences.map((quote, n) => ({
      claim: `c${n}`,
      actor: `source-${n}-of-${people}`,
      kind: 'ASSERTS' as const,
      certainty: 'PLAIN' as const,
      evidence: {
        quote,
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
        mode: 'INDIRECT' as const,
        attribution: ['paper', `source-${n}-of-${people}`],
        confidence: 0.5,
      },
    })),
  };
  const title = `Of ${people}`;
  return { title, language: 'en', text, extractor: 'rules/1', drafts, known: {} };
}

/** The same transaction, whose statements are counted. */
function counting(tx: WriteTx, count: () => void): WriteTx {
  const counted = <T extends object>(of: T, names: readonly string[]): T =>
    new Proxy(of, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name === 'drizzle') return counted(tx.drizzle, statements);
        if (name === 'reader') return counted(tx.reader, ['read']);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (names.includes(String(name))) count();
          return Reflect.apply(value, target, args);
        };
      },
    });
  return counted(tx, ['run']);
}

const statements = ['select', 'insert', 'update', 'delete', 'run', 'values', 'all'];

async function statementsFor({ db }: TestRecord, people: number): Promise<number> {
  const input = articleOf(people);
  let count = 0;
  const { drafted } = await db.write({ author: owner, command: 'ingestArticle', input }, (tx) =>
    ingestArticle(
      counting(tx, () => {
        count += 1;
      }),
      input,
    ),
  );
  expect(drafted).toBe(people);
  return count;
}

test('an article takes as many statements for many drafts as for ten', async () => {
  await using record = await openRecord();
  await statementsFor(record, 1);

  const few = await statementsFor(record, 10);
  const many = await statementsFor(record, 40);
  const most = await statementsFor(record, 140);

  expect(few).toBeGreaterThan(10);
  expect(many).toBe(few);
  expect(most).toBe(few);
});
