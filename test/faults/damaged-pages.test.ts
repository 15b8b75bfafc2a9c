import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { recordActor } from '../../db/commands/record-actor.ts';
import { answerOf, handlerOver } from '../integration/http/open-handler.ts';
import { write } from '../kit/owner.ts';
import { damage } from '../soak/damage.ts';
import { changeUnseen, closedRecord, losePagesOf } from './closed-record.ts';

vi.setConfig({ testTimeout: 240_000 });

const later = { slug: 'later', name: 'Later', kind: 'PERSON' } as const;
const damaged = { message: expect.stringMatching(/damaged/), extensions: { code: 'UNAVAILABLE' } };

test.each([
  ['articles', '{ articles { nodes { title } } }'],
  ['claims', '{ claims { nodes { text } } }'],
  ['stances', '{ claims { nodes { stances { nodes { kind } } } } }'],
  ['evidence', '{ claims { nodes { stances { nodes { evidence { quote } } } } } }'],
])(
  'a question that meets lost pages of %s is UNAVAILABLE, never an empty answer, and the log says why',
  async (table, query) => {
    await using closed = await closedRecord();
    await losePagesOf(closed.path, table);
    // Opened without any check: whoever asks is the first to meet it.
    const { db } = await closed.serve({ check: false });
    await using server = handlerOver(db);

    const answer = await answerOf(server.ask({ query }));

    expect(answer.errors).toMatchObject([damaged]);
    expect(JSON.stringify(answer)).not.toMatch(/select|malformed|SQLITE/i);
    expect(server.log).toContainEqual(expect.objectContaining({ code: 'DATABASE_CORRUPT' }));
    await db.close();
    expect(existsSync(closed.mark)).toBe(false);
  },
);

test('a change that meets a lost page is UNAVAILABLE', async () => {
  await using closed = await closedRecord();
  await losePagesOf(closed.path, 'actors');
  const { db } = await closed.serve({ check: false });

  const change = write(db, recordActor, later);

  await expect(change).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  await db.close();
});

test('once the check has found damage nothing is answered, written or backed up', async () => {
  await using closed = await closedRecord();
  await changeUnseen(closed.path, async (change, all) => {
    await change(Buffer.from('Gazelle'), all.indexOf('Gazette'));
  });
  const { db, checked } = await closed.serve();
  await using server = handlerOver(db, { keptAnswers: 1_000_000 });
  const backup = `${closed.path}.backup`;
  const isTold = new Promise<void>((resolve) => {
    db.onDamage(resolve);
  });
  // Begun before anything is known, it waits for the check.
  const early = db.backUp(backup).catch((error: unknown) => error);

  await Promise.all([checked, isTold]);

  expect(await early).toMatchObject({ code: 'DATABASE_CORRUPT' });
  await expect(db.backUp(backup)).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  expect(existsSync(backup)).toBe(false);
  await expect(write(db, recordActor, later)).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  expect(
    (await answerOf(server.ask({ query: '{ actors { nodes { slug } } }' }))).errors,
  ).toMatchObject([damaged]);
  const readyz = await server.get('/readyz');
  expect([readyz.status, await readyz.json()]).toEqual([
    503,
    { ready: false, database: 'file damaged', draining: false },
  ]);
  await db.close();
  expect(existsSync(closed.mark)).toBe(false);
});

test('of damaged files nothing is answered wrongly once they are checked, and none is backed up', async () => {
  const { faults, figures } = await damage({ files: 3, tell: () => {} });

  expect(faults).toEqual([]);
  process.stdout.write(`damage: ${JSON.stringify(figures)}\n`);
  for (const { files, notFound, wrongAfterCheck } of Object.values(figures))
    expect([files, notFound, wrongAfterCheck]).toEqual([3, 0, 0]);
});
