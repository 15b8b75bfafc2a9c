import { writeFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { type ModelServer, openModelServer, type Reply } from '../../kit/model-server.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const lead = 'Mayor Ida Moreau denied on Tuesday that she had promised a new bridge.';
const after =
  'Treasurer Olaf Brandt, who keeps the books, is of another mind: Moreau had promised a new bridge.';
const story = `Mayor denies promise\n\n${lead}\n\n${after}\n`;

const stance = {
  quote: after,
  actor: 'Olaf Brandt',
  kind: 'CONFIRMS',
  claim: 'Ida Moreau had promised a new bridge',
};
const says = (...stances: object[]): Reply => ({ says: JSON.stringify({ stances }) });
const key = 'sk-proj-of-nobody-else';

interface Opened extends AsyncDisposable {
  readonly place: PlaceInProcess;
  readonly model: ModelServer;
  /** Runs a command with the flags of the second reader. */
  run(...args: string[]): ReturnType<PlaceInProcess['run']>;
}

async function openWith(replies: readonly Reply[]): Promise<Opened> {
  const [place, model] = [await openPlaceInProcess(), await openModelServer(replies)];
  await writeFile(place.file('story.txt'), story);
  const flags = [
    '--extractor',
    'llm',
    '--reader-url',
    model.url,
    '--reader-model',
    'small-1',
    '--reader-key',
    key,
  ];
  return {
    place,
    model,
    run: (command, ...args) => place.run(command, ...flags, ...args),
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

describe('extract with a second reader', () => {
  test('says where the text goes, and shows who read what', async () => {
    const turned = { ...stance, quote: lead, actor: 'Ida Moreau', kind: 'ASSERTS' };
    await using opened = await openWith([says(stance, turned)]);

    const { code, out, err } = await opened.run('extract', opened.place.file('story.txt'));

    expect(code).toBe(0);
    expect(err).toContain(`Texts are sent to ${opened.model.url}, to be read by small-1.`);
    expect(err).toContain('took 1,000 tokens');
    expect(out).toMatch(/CONFIRMS PLAIN .*Olaf Brandt: .*, llm\/small-1\)/);
    expect(out).toMatch(
      /DENIES .*rules\/\d+\)\n +read otherwise by llm\/small-1: Ida Moreau ASSERTS: /,
    );
    expect(out + err).not.toContain(key);
  });

  test('tells on standard error what failed, with the drafts of the rules all the same', async () => {
    const body = JSON.stringify({ error: { message: `No model small-1 for ${key}` } });
    await using opened = await openWith([{ status: 404, body }]);

    const { code, out, err } = await opened.run(
      'extract',
      '--json',
      opened.place.file('story.txt'),
    );

    expect(code).toBe(0);
    expect(JSON.parse(out).stances.map(({ kind }: { kind: string }) => kind)).toContain('DENIES');
    expect(err).toContain(
      'READER_NOT_FOUND: The server of the second reader knows no such address',
    );
    expect(err).toContain('what the other side says is "No model small-1 for …"');
    expect(out + err).not.toContain(key);
  });

  test('is refused without an address, and nothing is sent', async () => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('story.txt'), story);

    const { code, err } = await place.run('extract', '--extractor', 'llm', place.file('story.txt'));

    expect([code, err]).toEqual([2, expect.stringContaining('needs READER_URL and READER_MODEL')]);
  });
});

describe('ingest with a second reader', () => {
  test('asks once for each text, and not again for what it read', async () => {
    await using opened = await openWith([says(stance)]);
    const { place, model } = opened;
    await writeFile(place.file('other.txt'), story.replaceAll('bridge', 'ferry'));

    const first = await opened.run(
      'ingest',
      '--json',
      place.file('story.txt'),
      place.file('other.txt'),
    );
    const again = await opened.run('ingest', place.file('story.txt'), place.file('other.txt'));

    // Each is told when it is on record: they may be done in either order.
    const files: readonly { file: string; notes: readonly string[] }[] = JSON.parse(
      first.out,
    ).files;
    const notesOf = (name: string) => files.find(({ file }) => file.endsWith(name))?.notes;
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(model.asked).toHaveLength(2);
    expect(notesOf('story.txt')).toEqual([expect.stringContaining('adds 1')]);
    expect(notesOf('other.txt')).toEqual([
      expect.stringContaining('adds 0'),
      expect.stringContaining('1 with words that are not in the text'),
    ]);
  });

  test('records what the rules draft where the other side is away, and reads when it is back', async () => {
    await using opened = await openWith([{ status: 403 }, says(stance)]);
    const { place, model } = opened;

    const away = await opened.run('ingest', '--json', place.file('story.txt'));
    const back = await opened.run('ingest', '--json', place.file('story.txt'));
    const done = await opened.run('ingest', '--json', place.file('story.txt'));

    const [first, second, third] = [away, back, done].map(({ out }) => JSON.parse(out).files[0]);
    expect(away.err).toContain('READER_KEY_REFUSED');
    expect([first.outcome, first.drafted > 0]).toEqual(['NEW', true]);
    expect([second.outcome, second.drafted]).toEqual(['KNOWN', 1]);
    expect([third.outcome, third.drafted]).toEqual(['KNOWN', 0]);
    expect(model.asked).toHaveLength(2);
  });
});
