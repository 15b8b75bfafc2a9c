import { expect, test } from 'vitest';
import { type EventFilterShape, eventPage, eventsAfter } from '../../../db/queries/event.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';

const shapes: readonly EventFilterShape[] = [
  { hasTypes: false, hasSubject: false },
  { hasTypes: true, hasSubject: false },
  { hasTypes: false, hasSubject: true },
  { hasTypes: true, hasSubject: true },
  { hasTypes: false, hasSubject: false, hasClaim: true },
  { hasTypes: true, hasSubject: true, hasClaim: true },
];

test.each(shapes)(
  'a page of the log with %j is found by an index and never sorted',
  async (shape) => {
    await using record = await openRecord();
    const { text, parameters } = eventPage(record.db.reader, shape);

    const plan = rawRows<{ detail: string }>(
      record.path,
      `explain query plan ${text}`,
      ...parameters.map(() => 1),
    );

    const details = plan.map(({ detail }) => detail);
    expect(details.filter((detail) => /^SCAN events|TEMP B-TREE/.test(detail))).toEqual([]);
    expect(details.some((detail) => detail.startsWith('SEARCH events USING'))).toBe(true);
  },
);

test('with types in any order it is the log in its order, as far as they go', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  const { reader } = record.db;
  const all = await reader.read(eventsAfter, { after: 0, limit: 100 });
  const ask = (types: readonly string[], after: number, limit: number) =>
    reader.read(eventPage(reader, { hasTypes: true, hasSubject: false }), {
      types: JSON.stringify(types),
      visibilities: '["PUBLIC"]',
      after,
      limit,
    });

  const both = await ask(['ARTICLE_ADDED', 'ACTOR_ADDED', 'ACTOR_ADDED'], 0, 100);
  const some = await ask(['ARTICLE_ADDED', 'ACTOR_ADDED'], 2, 3);

  expect(both.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
  expect(some.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  expect(await ask(['TOKEN_CREATED'], 0, 100)).toEqual([]);
});
