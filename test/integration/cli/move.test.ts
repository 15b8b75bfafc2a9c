import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { startSqld } from '../../e2e/components/sqld.ts';
import { describeWith } from '../../kit/component.ts';
import { everyLine } from '../interchange/every-line.ts';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 180_000 });

describeWith(['sqld'], 'a record in a file', () => {
  test('moves to a libSQL server and back by the documented commands, byte for byte', async () => {
    await using sqld = await startSqld();
    await using place = await openPlaceInProcess();
    await using back = await openPlaceInProcess();
    const server = ['--database-url', `http://${sqld.address}`];
    const first = place.file('first.jsonl');
    const lines: string[] = [];
    for await (const line of everyLine.lines()) lines.push(`${line}\n`);
    await writeFile(first, lines);
    await place.run('import', first);
    await place.run('erase', 'b-second', '--reason', 'Ordered by a court.');
    await place.run('export', first);

    await place.run('import', first, ...server);
    const there = await place.run('verify', ...server);
    await place.run('export', place.file('there.jsonl'), ...server);
    await back.run('import', place.file('there.jsonl'));
    const again = await back.run('verify');
    await back.run('export', place.file('again.jsonl'));

    for (const { code, out } of [there, again]) {
      expect(code).toBe(0);
      expect(out).toMatch(/No faults\.$/m);
      expect(out).toContain('ERASED: its text was erased');
    }
    const text = await readFile(first, 'utf8');
    expect(text).toContain('"erased":{"reason":"Ordered by a court."}');
    expect(text).toContain('"withdrawn"');
    expect(text).toContain('"review":"DRAFT"');
    expect(await readFile(place.file('there.jsonl'), 'utf8')).toBe(text);
    expect(await readFile(place.file('again.jsonl'), 'utf8')).toBe(text);
  });

  test('is backed up as a file alone', async () => {
    await using sqld = await startSqld();
    await using place = await openPlaceInProcess();
    const server = ['--database-url', `http://${sqld.address}`];
    await place.run('migrate', ...server);

    const made = await place.run('backup', place.file('x.db'), ...server);
    const restored = await place.run('restore', place.file('x.db'), ...server);

    for (const { code, err } of [made, restored]) {
      expect(code).toBe(1);
      expect(err).toMatch(/^NO_FILE_HERE: .*is a libSQL server/);
    }
  });
});
