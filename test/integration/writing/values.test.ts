import { sql } from 'drizzle-orm';
import Sqlite from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { textIn } from '../../../db/read/byte-text.ts';
import { type Manner, valueText } from '../../../db/read/json-text.ts';
import { cellOf } from '../../../db/read/read.ts';
import { textStatement } from '../../../db/read/text-statement.ts';
import { Cancellation } from '../../../schema/cancellation.ts';
import type { GraphContext } from '../../../schema/context.ts';
import { fill, startHoles } from '../../../schema/writing/holes.ts';
import { LeftToResolvers } from '../../../schema/writing/left-to-resolvers.ts';

const file = new Sqlite(':memory:');
afterAll(() => file.close());

test('a text is written as JSON.stringify writes it, whatever its characters', () => {
  const codes = [...Array(0x2100).keys(), 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff];
  const texts = codes.map((code) => `a${String.fromCharCode(code)}b`);

  const written = codes.map((code) => writtenAs(`'a'||char(${code})||'b'`, 'quoted'));

  expect(written).toEqual(texts.map((text) => JSON.stringify(text)));
});

test('a character of two code units is one', () => {
  expect(writtenAs("'\u{1f600}'", 'quoted')).toBe(JSON.stringify('\u{1f600}'));
});

test.each([0, 1, -1, -62_135_596_800_000, 253_402_300_800_000, 1_700_000_000_999, -999])(
  'the moment %i is told to the millisecond',
  (moment) => {
    expect(writtenAs(String(moment), 'moment')).toBe(JSON.stringify(new Date(moment)));
  },
);

test.each([0, 1, 0.5, 0.95, 1e-7, 0.000123, 1 / 3])(
  'the number %d has the digits of JSON',
  (number) => {
    const [told] = JSON.parse(String(valueIn(`json_array(${number.toExponential()})`)));

    expect(writtenAs(number.toExponential(), 'float')).toBe(JSON.stringify(told));
  },
);

test('truth values, whole numbers and lists are written as they are', () => {
  expect(writtenAs('1', 'boolean')).toBe('true');
  expect(writtenAs('0', 'boolean')).toBe('false');
  expect(writtenAs('9007199254740991', 'quoted')).toBe('9007199254740991');
  expect(writtenAs(`'[ "a\\u2028", "\\/" ]'`, 'json')).toBe('["a\u2028","/"]');
});

test.each(['quoted', 'boolean', 'float', 'moment', 'json'] as const)(
  'no value is null where it may be, and else nobody is told: %s',
  (manner) => {
    expect(writtenAs('null', manner)).toBe('null');
    expect(() => writtenAs('null', manner, false)).toThrow(LeftToResolvers);
  },
);

test('the word null is a text', () => {
  expect(writtenAs("'null'", 'quoted', false)).toBe('"null"');
});

function writtenAs(expression: string, manner: Manner, isNullable = true): string {
  const text = valueText(sql.raw(expression), manner, isNullable);
  const told = cellOf(file.prepare(textStatement(text).statement.text).raw(true).get());
  // No hole of a value looks at what is known of a request.
  const context = { cancellation: new Cancellation() } as GraphContext;
  const filled = fill(told, { context, variables: {}, asked: [], seq: 0, holes: startHoles() });
  return textIn(filled);
}

function valueIn(expression: string): unknown {
  const row: unknown = file.prepare(`select ${expression}`).raw(true).get();
  return Array.isArray(row) ? row[0] : undefined;
}
