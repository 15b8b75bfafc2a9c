import { execute } from 'graphql';
import { expect, test } from 'vitest';
import { createExecutor, type Executor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { withRawRows } from '../../kit/raw-rows.ts';
import { documents } from '../../soak/documents.ts';
import { askAtRandom } from './ask-at-random.ts';
import { askSdk } from './ask-sdk.ts';
import { openAwkwardRecord } from './awkward-record.ts';

test('random documents are answered byte for byte as by graphql-js', async () => {
  const { faults, figures } = await documents({ documents: 130, from: 1, tell: () => {} });

  expect(faults).toEqual([]);
  const { documentsBy, errors, fields, fieldsInAll } = figures;
  process.stdout.write(`documents: ${JSON.stringify(figures)}\n`);
  expect(documentsBy.text + documentsBy.jit).toBeGreaterThan(80);
  expect(errors).toBeGreaterThan(0);
  expect(fields / fieldsInAll).toBeGreaterThan(0.8);
});

test('every query of the SDK is compiled, and answered as by graphql-js', async () => {
  const { counts, differences, ways } = await askSdk(1, () =>
    createExecutor(schema, { written: true }),
  );

  expect(differences).toEqual([]);
  const left = [...ways].flatMap(([name, way]) => (way === 'neither' ? name : []));
  process.stdout.write(`SDK: ${ways.size} queries, ${JSON.stringify(counts)}\n`);
  expect(left).toEqual([]);
});

test('an answer that is another is told, with as little of its document as is answered so', async () => {
  const { differences } = await askAtRandom({
    from: 1,
    documents: 100,
    createExecutor: () => withoutOrder,
  });

  const [first = ''] = differences;
  const [head = '', ...lines] = first.split('\n');
  expect(head).toMatch(/^Document \d+, asked by .*:$/);
  expect(lines.indexOf('}')).toBeLessThan(14);
  expect(first).toMatch(/\nanswered .*\n(?:.*\n)*expected /);
});

/** Turns the edges of a page around. */
const withoutOrder: Executor = async (args) => {
  const { data, ...rest } = await execute(args);
  const turned = JSON.stringify(data, (key, value) =>
    key === 'edges' && Array.isArray(value) ? value.toReversed() : value,
  );
  return { ...rest, data: turned === undefined ? turned : JSON.parse(turned) };
};

test.each([1, 2])(
  'the record %i holds what is hard to tell, and what not everyone is told',
  async (seed) => {
    await using record = await openAwkwardRecord(seed);

    const missing = withRawRows(record.path, (rows) =>
      Object.entries(hardToTell).flatMap(([what, select]) =>
        rows(`select 1 from ${select} limit 1`).length === 0 ? what : [],
      ),
    );

    expect(missing).toEqual([]);
  },
);

const hardToTell: Readonly<Record<string, string>> = {
  'a draft': "stances where review = 'DRAFT'",
  'a hidden claim': 'claims where public_at is null',
  'what is withdrawn': 'stances where withdrawn_at is not null',
  'an article that is withdrawn': 'articles where withdrawn_at is not null',
  'an actor that is merged': 'actors where shown is not null',
  'a claim that is one with another': 'claims where shown is not null',
  'an erased article': 'articles where erased_at is not null',
  'what is retracted': "stances where kind = 'RETRACTS'",
  'a version': 'articles where supersedes is not null',
  'a moment before 1970': 'stances where effective_at < 0',
  'a moment between two seconds': 'stances where effective_at % 1000 <> 0',
  'a control character': "claims where text glob '*[' || char(1) || '-' || char(31) || ']*'",
};
