import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { patience } from '../../kit/patience.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const header = '{"type":"record","format":"onrecord/1"}';
const person = (id: string) =>
  JSON.stringify({ type: 'actor', id, name: `Actor ${id}`, kind: 'PERSON' });

async function fileOf(place: PlaceInProcess, id: string): Promise<string> {
  await writeFile(place.file(`${id}.jsonl`), `${header}\n${person(id)}\n`);
  return place.file(`${id}.jsonl`);
}

test('commands beside an import say that it is at work, wait for it, and do their work', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', await fileOf(place, 'first'));
  await writeFile(place.file('story.txt'), 'A\n\nMinister Ada Reyes denied that it rained.\n');
  // An import that reads for as long as somebody writes: once, since it is to write nothing.
  const slow = place.file('slow.jsonl');
  expect(spawnSync('mkfifo', [slow]).status).toBe(0);
  const importing = place.spawn('import', '--dry-run', slow);
  const pid = importing.process.pid;
  await vi.waitUntil(() => ownerNote(place).includes(`import ${pid}`), patience);

  const others = [
    ['import', await fileOf(place, 'second')],
    ['ingest', place.file('story.txt')],
    ['token', 'create', '--name', 'x', '--role', 'READER'],
    ['token', 'list'],
    ['status'],
    ['verify'],
    ['export', place.file('export.jsonl')],
    ['backup', place.file('backup.db')],
  ].map((args) => ({ args, running: place.spawn(...args) }));
  const told = `onrecord import (process ${pid}) works on the database: waiting for it`;
  await Promise.all(others.map(({ running }) => until(running.process.stderr, told)));
  await writeFile(slow, `${header}\n${person('third')}\n`);

  expect(await importing.ended()).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 would be new'),
  });
  for (const { args, running } of others) {
    const { code, err } = await running.ended();
    expect([args[0], code]).toEqual([args[0], 0]);
    expect(err).not.toContain('socket');
  }
  const slugs = rawRows<{ slug: string }>(place.database, 'select slug from actors order by key');
  expect(slugs.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['first', 'second']));
});

test('a server beside a command is told which it is, and to start again', async () => {
  await using place = await openPlaceInProcess();
  const db = await openDatabase({ url: `file:${place.database}`, command: 'token create' });

  const { code, err } = await place.run('serve');
  const migrated = await place.run('migrate');
  await db.close();

  const told = `DATABASE_OWNED: onrecord token create (process ${process.pid}) works on the database ${place.database} at this moment: try again when it has ended.\n`;
  expect([code, err]).toEqual([3, told]);
  expect([migrated.code, migrated.err]).toEqual([3, told]);
});

function ownerNote({ database }: PlaceInProcess): string {
  return spawnSync('cat', [`${database}.owner`], { encoding: 'utf8' }).stdout;
}

/** Resolves once a stream has told this. */
function until(stream: NodeJS.ReadableStream | null, text: string): Promise<void> {
  let heard = '';
  return new Promise((resolve, reject) => {
    stream?.on('data', (chunk: string) => {
      heard += chunk;
      if (heard.includes(text)) resolve();
    });
    stream?.on('end', () => reject(new Error(`It ended with: ${heard}`)));
  });
}
