import Sqlite from 'libsql';
import { expect, test } from 'vitest';
import { answerOf, codeOf, handlerOver } from '../integration/http/open-handler.ts';
import { countRead, listenTo } from '../kit/listened.ts';
import { beginLongRead } from '../kit/long-read.ts';
import { openRecord } from '../kit/open-record.ts';

test('83 a list is counted up to 10,000, and tells whether that is the whole number', async () => {
  await using record = await openRecord();
  const file = new Sqlite(record.path);
  const add = (from: number, to: number) =>
    file.exec(`with recursive n(i) as (select ${from} union all select i + 1 from n where i < ${to})
      insert into actors (key, id, slug, name, kind, aliases, recorded_at)
        select i, format('actor_%08x-0000-7000-8000-000000000000', i), 'actor-' || i, 'Somebody', 'PERSON', '[]', i from n`);
  await using server = handlerOver(record.db);
  const counted = async () => {
    const query = '{ actors { totalCount totalCountIsExact } }';
    return (await answerOf(server.ask({ query }))).data?.actors;
  };

  add(1, 10_000);
  expect(await counted()).toEqual({ totalCount: 10_000, totalCountIsExact: true });
  add(10_001, 10_001);
  expect(await counted()).toEqual({ totalCount: 10_000, totalCountIsExact: false });
  file.close();
});

const search = '{ search(query: "the") { totalCount } }';

test('84 what looks at many rows waits in turn and keeps nobody else waiting; one more than may wait is unavailable', async () => {
  await using record = await openRecord({ mostReadsWaiting: 3 });
  await using server = handlerOver(record.db);
  const { isOver, over } = beginLongRead(record.db);
  const searches = Array.from({ length: 20 }, () => codeOf(server.ask({ query: search })));

  const plain = await codeOf(server.ask({ query: '{ claims { nodes { slug } } }' }));

  expect(plain).toBeUndefined();
  expect(isOver()).toBe(false);
  const codes = await Promise.all(searches);
  await over;
  expect(codes.filter((code) => code === undefined)).toHaveLength(3);
  expect(codes.filter((code) => code === 'UNAVAILABLE')).toHaveLength(17);
});

test('85 nothing more is read for who has left', async () => {
  await using record = await openRecord();
  const { asked, db } = listenTo(record.db);
  await using server = handlerOver(db);
  const { over } = beginLongRead(record.db);
  const leaving = new AbortController();
  const lists = Array.from(
    { length: 19 },
    (_, n) => `a${n}: claims(first: 1, filter: { noStances: { polarity: FOR } }) { totalCount }`,
  );
  const answer = server.ask({ query: `{ ${lists.join(' ')} }` }, {}, leaving.signal);
  while (asked.length === 0) await new Promise(setImmediate);

  leaving.abort();

  await expect(answer).rejects.toThrow();
  await over;
  expect(await countRead(asked)).toBe(0);
});
