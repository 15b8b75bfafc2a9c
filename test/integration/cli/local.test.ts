import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import Sqlite from 'libsql';
import { expect, test, vi } from 'vitest';
import { sha256 } from '../interchange/files.ts';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const sample = new URL('../../../db/sample/sample.jsonl', import.meta.url).pathname;
const counted =
  '13 actors, 5 affiliations, 2 articles, 15 claims, 6 links, 30 stances, 36 pieces of evidence\n';

test('a file is imported, counted, and changes nothing the second time', async () => {
  await using place = await openPlaceInProcess();

  const first = await place.run('import', sample);
  const second = await place.run('import', sample);

  expect(first).toEqual({ code: 0, out: `${counted}107 are new.\n`, err: '' });
  expect(second).toEqual({
    code: 0,
    out: `${counted}Nothing changed: all of it is on record already.\n`,
    err: '',
  });
});

test('an export that is imported elsewhere is exported again byte for byte', async () => {
  await using place = await openPlaceInProcess();
  await using other = await openPlaceInProcess();
  await place.run('import', sample);

  const { code } = await place.run('export', place.file('export.jsonl'));
  await other.run('import', place.file('export.jsonl'));
  const again = await other.run('export');

  expect(code).toBe(0);
  expect(again.out).toBe(await readFile(place.file('export.jsonl'), 'utf8'));
});

test('a process writes an export into a pipe whole, and ends with 0 where nobody reads on', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', sample);

  const read = await place.spawn('export').ended();
  const unread = place.spawn('export');
  unread.process.stdout?.destroy();
  const left = await unread.ended();

  expect(read).toEqual(await place.run('export'));
  expect(left).toMatchObject({ code: 0, err: '' });
});

test('what is wrong with files is told by file and line, for a person and for a program', async () => {
  await using place = await openPlaceInProcess();
  const bad = place.file('bad.jsonl');
  const lines = [
    '{"type":"record","format":"onrecord/1"}',
    '{"type":"actor","id":"a","name":"A","kind":"PERSON","motto":"?"}',
    '{',
  ];
  await writeFile(bad, lines.join('\n'));

  const told = await place.run('import', sample, bad);
  const json = await place.run('import', '--json', bad);
  const status = await place.run('status', '--json');

  expect(told.code).toBe(1);
  expect(told.err).toMatch(
    /^\S+bad\.jsonl:2 motto: The key motto is not known here\.\n\S+bad\.jsonl:3: This is no JSON, from character 1 on\.\nNothing was imported\.\n$/,
  );
  expect(JSON.parse(json.out)).toMatchObject({
    faults: [
      { file: bad, line: 2, code: 'INPUT_INVALID', path: ['motto'] },
      { file: bad, line: 3, code: 'INPUT_INVALID' },
    ],
  });
  expect(JSON.parse(status.out)).toMatchObject({ counts: { actors: 0, events: 0 } });
});

test('a text file is read from beside the file that names it, and checked against its hash', async () => {
  await using place = await openPlaceInProcess();
  const text = 'A text.\u2028It has “marks” 🌉.\n';
  const article = { type: 'article', id: 'a', title: 'A', language: 'en', sha256: sha256(text) };
  const file = (name: string, line: object) =>
    writeFile(
      place.file(name),
      `{"type":"record","format":"onrecord/1"}\n${JSON.stringify(line)}\n`,
    );
  await writeFile(place.file('a.txt'), text);
  await file('good.jsonl', { ...article, textFile: 'a.txt' });
  await file('absent.jsonl', { ...article, textFile: 'b.txt' });
  await file('other.jsonl', { ...article, textFile: 'a.txt', sha256: sha256('another') });

  const absent = await place.run('import', place.file('absent.jsonl'));
  const other = await place.run('import', place.file('other.jsonl'));
  const good = await place.run('import', place.file('good.jsonl'));
  const exported = await place.run('export');

  expect(absent).toMatchObject({ code: 1, err: expect.stringContaining('b.txt cannot be read') });
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining(':2 sha256: ') });
  expect(good.code).toBe(0);
  expect(JSON.parse(exported.out.split('\n')[1] ?? '')).toMatchObject({ id: 'a', text });
});

test('bytes that are not UTF-8 are refused', async () => {
  await using place = await openPlaceInProcess();
  const bytes = Buffer.from('{"type":"record","format":"onrecord/1"}\n{"type":"\xff"}\n', 'latin1');
  await writeFile(place.file('latin1.jsonl'), bytes);

  const { code, err } = await place.run('import', place.file('latin1.jsonl'));

  expect(code).toBe(1);
  expect(err).toContain('is not UTF-8');
});

test('verify passes a sound record and ends with 1 where it finds a fault', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', sample);

  const sound = await place.run('verify');
  const file = new Sqlite(place.database, { timeout: 1000 });
  file.exec("update evidence set quote = 'Moscow says so' where quote = 'Moscow says no'");
  file.close();
  const broken = await place.run('verify', '--json');

  expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('No faults.') });
  expect(broken).toMatchObject({ code: 1, err: '1 fault found.\n' });
  expect(JSON.parse(broken.out)).toMatchObject({ faultCount: 1, faults: [{ noun: 'evidence' }] });
});

test('a token is shown once, listed without its secret, and revoked once', async () => {
  await using place = await openPlaceInProcess();

  const created = await place.run(
    'token',
    'create',
    '--name',
    'night desk',
    '--role',
    'EDITOR',
    '--json',
  );
  const { id, token } = JSON.parse(created.out);
  const listed = await place.run('token', 'list');
  const revoked = await place.run('token', 'revoke', id);
  const again = await place.run('token', 'revoke', id);

  expect(token).toMatch(/^onr_[\w-]{43}$/);
  expect(listed.out).toContain('EDITOR    night desk');
  expect(listed.out).not.toContain(token);
  expect(revoked.code).toBe(0);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('revoked already') });
});

test('a token may end by itself, and not in the past', async () => {
  await using place = await openPlaceInProcess();
  const create = ['token', 'create', '--name', 'fair', '--role', 'EDITOR', '--expires'];

  const created = await place.run(...create, '2999-01-31');
  const past = await place.run(...create, '1999-01-31');
  const listed = await place.run('token', 'list');

  expect(created.code).toBe(0);
  expect(past).toMatchObject({ code: 2, err: expect.stringContaining('to come') });
  expect(listed.out).toMatch(
    /^token_\S+ {2}EDITOR {4}fair {2}created .+ {2}never used {2}expires 2999-01-31 00:00:00 UTC\n$/,
  );
});

test('what only reads makes no database, and ends with 3 where there is none', async () => {
  await using place = await openPlaceInProcess();

  for (const command of ['status', 'export', 'verify']) {
    const { code, err } = await place.run(command);
    expect(code).toBe(3);
    expect(err).toBe(`There is no database at ${place.database}.\n`);
  }

  expect(existsSync(place.database)).toBe(false);
});

test('migrate makes the database and finds it up to date afterwards', async () => {
  await using place = await openPlaceInProcess();

  const first = await place.run('migrate');
  const second = await place.run('migrate');

  expect(first).toMatchObject({ code: 0, out: expect.stringContaining('is up to date now') });
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining('was up to date') });
});
