import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import type { StanceDraft } from '../../../extract/extractor.ts';
import { openPlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const story = `Mayor denies promise

Mayor Ida Moreau denied on Tuesday that she had promised a new bridge.

“I never promised a bridge,” Moreau said.
`;

describe('extract', () => {
  test('marks the words, lists the drafts, and records nothing', async () => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('story.txt'), story);

    const { code, out, err } = await place.run('extract', place.file('story.txt'));

    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('[source: Mayor Ida Moreau] [cue: denied]');
    expect(out).toContain('Ida Moreau (ida-moreau)');
    await expect(stat(place.database)).rejects.toThrow('ENOENT');
  });

  test('prints drafts as JSON, from a page or from JSON, with the same words', async () => {
    await using place = await openPlaceInProcess();
    const [, ...paragraphs] = story.trim().split('\n\n');
    const long = Array.from(
      { length: 6 },
      () => '<p>The ferry runs every day, in any weather, all year.</p>',
    );
    const body = [...paragraphs.map((words) => `<p>${words}</p>`), ...long].join('');
    await writeFile(
      place.file('story.html'),
      `<html><title>Mayor denies promise</title><body><article>${body}</article></body></html>`,
    );
    await writeFile(
      place.file('story.json'),
      JSON.stringify({ title: 'Mayor denies promise', language: 'en', text: story }),
    );

    const page = await place.run('extract', '--json', place.file('story.html'));
    const json = await place.run('extract', '--json', place.file('story.json'));

    for (const { out } of [page, json]) {
      const { extractor, stances } = JSON.parse(out);
      expect(extractor).toEqual({ id: 'rules', version: '1' });
      const quotes = stances.map(({ evidence }: { evidence: { quote: string } }) => evidence.quote);
      expect(quotes.join('\n')).toContain('I never promised a bridge');
    }
  });

  test.each([
    ['text', story],
    ['JSON', JSON.stringify({ title: 'Mayor denies promise', language: 'en', text: story })],
  ])('reads %s from standard input', async (_what, given) => {
    await using place = await openPlaceInProcess();
    const reading = place.start('extract', '--json', '-');
    reading.stdin.end(given);

    const { code, out } = await reading.ended();

    expect(code).toBe(0);
    const quotes = JSON.parse(out).stances.map((stance: StanceDraft) => stance.evidence.quote);
    expect(quotes.join('\n')).toContain('I never promised a bridge');
    expect(quotes.join('\n')).not.toContain('"title"');
  });

  test.each([
    ['lines that end as on Windows', story.replaceAll('\n', '\r\n')],
    ['a mark of its encoding', `\uFEFF${story}`],
  ])('has its offsets in a text with %s, as it stands', async (_what, text) => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('story.txt'), text);

    const { out } = await place.run('extract', '--json', place.file('story.txt'));

    const { stances } = JSON.parse(out);
    expect(stances).not.toEqual([]);
    for (const { evidence } of stances) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  test.each([
    ['that names its encoding', '<meta charset="windows-1252">'],
    ['that names none', ''],
  ])('reads a page in windows-1252 %s', async (_what, head) => {
    await using place = await openPlaceInProcess();
    const page = `<html><head>${head}<title>A</title></head><body><p>Mayor Ida Mor\xe9 denied that she had promised a new bridge.</p></body></html>`;
    await writeFile(place.file('story.html'), Buffer.from(page, 'latin1'));

    const { out } = await place.run('extract', place.file('story.html'));

    expect(out).toContain('Ida Moré');
  });

  const german =
    'Die Bürgermeisterin bestritt am Dienstag, dass sie eine neue Brücke versprochen habe. Die Fähre fahre weiter, sagte sie.';
  const thai = `<html><title>เรือข้ามฟาก</title><body><article><h1>เรือข้ามฟาก</h1>
    <p>นายกเทศมนตรีปฏิเสธเมื่อวันอังคารว่าเธอได้สัญญาว่าจะสร้างสะพานใหม่ให้กับชาวท่าเรือ</p></article></body></html>`;
  const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);

  test.each([
    ['a file that is not there', 'none.txt', null, 2, 'cannot be read'],
    ['words in no known encoding', 'cyrillic.txt', cyrillic, 1, 'not UTF-8, nor does it'],
    ['a page in none', 'cyrillic.html', cyrillic, 1, 'byte 0xCF at offset 0'],
    ['a picture that is called a page', 'a.html', Buffer.from('GIF89a'), 1, 'this is a picture'],
    ['a file without words', 'empty.txt', ' \n', 1, 'holds no words'],
    ['a page without an article', 'page.html', '<html></html>', 1, 'there is no article'],
    ['a text in German', 'german.txt', german, 1, 'This text is German (de): only English is read'],
    ['a page in Thai', 'thai.html', thai, 1, 'This text is Thai (th): only English is read'],
    ['JSON of another kind', 'text.json', '{"text":"A.","title":"A"}', 1, 'language'],
    ['JSON without a text', 'bare.json', '{"title":"A"}', 1, 'has its text'],
  ])('refuses %s', async (...[, name, content, expected, because]) => {
    await using place = await openPlaceInProcess();
    if (content !== null) await writeFile(place.file(name), content);

    const { code, err } = await place.run('extract', place.file(name));

    expect([code, err]).toEqual([expected, expect.stringContaining(because)]);
  });

  test('refuses weights that are none', async () => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('story.txt'), story);
    await writeFile(place.file('weights.json'), '{}');
    const weighted = ['extract', place.file('story.txt'), '--extractor', 'weights'];

    const without = await place.run(...weighted);
    const wrong = await place.run(...weighted, '--weights', place.file('weights.json'));

    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--weights FILE')]);
    const served = await place.run('serve', '--weights', place.file('weights.json'));
    const missing = await place.run('serve', '--weights', place.file('none.json'));

    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('onrecord-weights/1')]);
    expect([served.code, served.err]).toEqual([2, expect.stringContaining('weights.json cannot')]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('none.json cannot')]);
  });
});

describe('train', () => {
  test('makes weights of a marked corpus that extract then reads with', async () => {
    await using place = await openPlaceInProcess();
    await corpusIn(place.folder);
    const weights = place.file('weights.json');

    const trained = await place.run(
      'train',
      '--polnear',
      place.folder,
      '--out',
      weights,
      '--epochs',
      '1',
    );
    const text = place.file('train/text/one.txt');
    const read = await place.run(
      'extract',
      '--json',
      '--extractor',
      'weights',
      '--weights',
      weights,
      text,
    );

    expect([trained.code, trained.err]).toEqual([0, '']);
    const { version } = JSON.parse(await readFile(weights, 'utf8'));
    expect(trained.out).toContain(version);
    expect(JSON.parse(read.out).extractor).toEqual({ id: 'weights', version });

    const server = place.start('serve', '--no-sample', '--weights', weights);
    await server.until('createClient');
    const ingested = await place.run('ingest', '--extractor', 'weights', text);
    const exported = await place.run('export');

    expect([ingested.code, ingested.err]).toEqual([0, '']);
    expect(exported.out).toContain(`"extractor":"weights/${version}"`);
  });

  test('is what a server without weights does not read with', async () => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('story.txt'), story);
    const server = place.start('serve', '--no-sample');
    await server.until('createClient');

    const { code, err } = await place.run(
      'ingest',
      '--extractor',
      'weights',
      place.file('story.txt'),
    );

    expect([code, err]).toEqual([1, expect.stringContaining('There is no extractor weights here')]);
  });

  test('refuses a folder that holds no corpus, and leaves the weights that are there', async () => {
    await using place = await openPlaceInProcess();
    await writeFile(place.file('weights.json'), 'those of before');

    const { code, err } = await place.run(
      'train',
      '--polnear',
      place.folder,
      '--out',
      place.file('weights.json'),
    );

    expect([code, err]).toEqual([2, expect.stringContaining('cannot be read')]);
    expect(await readFile(place.file('weights.json'), 'utf8')).toBe('those of before');
  });
});

/** A corpus of one text, marked as that of PolNeAR is. */
async function corpusIn(folder: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(`${folder}/train/text`, { recursive: true });
  await mkdir(`${folder}/train/attributions`);
  const text = 'Mayor Ida Moreau said the ferry would run. The harbour is old.';
  const marks = [
    'T1\tSource 0 16\tMayor Ida Moreau',
    'T2\tCue 17 21\tsaid',
    'T3\tContent 22 41\tthe ferry would run',
    'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3',
  ];
  await writeFile(`${folder}/train/text/one.txt`, text);
  await writeFile(`${folder}/train/attributions/one_ann.ann`, `${marks.join('\n')}\n`);
}
