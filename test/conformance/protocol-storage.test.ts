import { rename } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { cancellable } from '../../db/read/cancellable.ts';
import { openFileReader } from '../../db/read/read.ts';
import { closedRecord, losePagesOf } from '../faults/closed-record.ts';
import { answerOf, bearer, handlerOver, openHandler } from '../integration/http/open-handler.ts';
import { openRecord } from '../kit/open-record.ts';

const recordActor = (slug: string) => ({
  query: `mutation { recordActor(input: { slug: "${slug}", name: "A", kind: PERSON }) {
    ... on RecordActorPayload { created cursor actor { slug } similar { score } }
  } }`,
});

test('83 nothing is acknowledged that would be lost while the file of the database is away', async () => {
  await using server = await openHandler();
  const asOwner = async (body: object) => answerOf(server.ask(body, {}, { isOwner: true }));
  const readyz = async () => {
    const response = await server.get('/readyz');
    return [response.status, await response.json()];
  };
  const { path } = server;

  await asOwner(recordActor('before'));
  await rename(path, `${path}.away`);
  const refused = await asOwner(recordActor('away'));
  const unready = await readyz();
  const read = await asOwner({ query: '{ actors { nodes { slug } } }' });
  await rename(`${path}.away`, path);
  const back = await asOwner(recordActor('back'));

  expect(refused.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(unready).toEqual([503, { ready: false, database: 'file gone', draining: false }]);
  expect(read.data).toEqual({ actors: { nodes: [{ slug: 'before' }] } });
  expect(back.data).toMatchObject({ recordActor: { created: true } });
  expect(await readyz()).toEqual([200, { ready: true, database: 'ok', draining: false }]);
});

test('84 a change is answered with what it wrote, where everything else is read from a copy', async () => {
  await using record = await openRecord();
  const authorization = await bearer(record.db, { role: 'ADMIN' });
  const copy = `${record.path}.copy`;
  await record.db.backUp(copy);
  const reader = openFileReader(copy, { isReadOnly: true });
  await using server = handlerOver({
    ...record.db,
    reader,
    aside: () => cancellable(reader),
    isLocal: false,
  });
  const ask = (body: object) => answerOf(server.ask(body, { authorization }));

  const { data } = await ask(recordActor('new'));
  const { cursor, ...told } = Object(data?.recordActor);
  const after = await ask({ query: `{ recordEvents(after: "${cursor}") { nodes { type } } }` });
  const read = await ask({ query: '{ actors { nodes { slug } } }' });
  reader.close();

  expect(told).toEqual({ created: true, actor: { slug: 'new' }, similar: [] });
  expect(after).toMatchObject({ data: { recordEvents: { nodes: [] } } });
  expect(read.data).toEqual({ actors: { nodes: [] } });
});

test('100 a damaged page is UNAVAILABLE and never an empty answer, and so is everything once it is known', async () => {
  await using closed = await closedRecord();
  await losePagesOf(closed.path, 'claims');
  const { db, checked } = await closed.serve();
  await using server = handlerOver(db, { keptAnswers: 1_000_000 });
  const ask = async (query: string) => answerOf(server.ask({ query }));

  const met = await ask('{ claims { nodes { text } } }');
  await checked;
  const known = await ask('{ actors { nodes { slug } } }');
  const readyz = await server.get('/readyz');
  const backup = db.backUp(`${closed.path}.backup`);

  for (const { errors } of [met, known])
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(readyz.status).toBe(503);
  await expect(backup).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  await db.close();
});
