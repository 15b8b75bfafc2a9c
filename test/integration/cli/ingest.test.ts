import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const story = `Harbour waits for its bridge

Governor Ada Reyes denied on Tuesday that the council had approved a ferry.
`;

const other = `Ferry sinks

Minister Otto Lind said on Friday that the ferry had sunk.
`;

const french =
  'Le bac\n\nLa maire a nié mardi avoir promis un nouveau pont aux habitants du port. Le bac continuera de circuler, a-t-elle ajouté.\n';

const chinese = `<html lang="zh-CN"><head><title>渡轮</title></head><body><article><h1>渡轮</h1>
  <p>市长周二否认曾经承诺修建一座新的大桥，并补充说渡轮将继续运营。</p><p>“我从来没有承诺过大桥，”她在市政厅说。</p></article></body></html>`;

function page(words: string): string {
  const json = {
    '@type': 'NewsArticle',
    headline: 'Ferry sinks',
    publisher: { name: 'Harbour Gazette' },
  };
  const filler =
    '<p>The ferry ran every day, in any weather, for as long as anybody could remember it.</p>';
  return `<html><head><title>Ferry sinks</title><script type="application/ld+json">${JSON.stringify(json)}</script></head>
    <body><article><p>${words}</p>${filler.repeat(6)}</article></body></html>`;
}

async function articlesIn(place: PlaceInProcess): Promise<string> {
  const folder = place.file('articles');
  await mkdir(`${folder}/more`, { recursive: true });
  await writeFile(`${folder}/story.txt`, story);
  await writeFile(
    `${folder}/more/page.html`,
    page('Minister Otto Lind said on Friday that the ferry had sunk.'),
  );
  await writeFile(`${folder}/notes.md`, 'Not an article.');
  return folder;
}

test('a folder of articles is recorded and drafted, and again changes nothing', async () => {
  await using place = await openPlaceInProcess();
  const folder = await articlesIn(place);

  const first = await place.run('ingest', '--json', folder);
  const again = await place.run('ingest', folder);
  const exported = await place.run('export');

  expect([first.code, first.err]).toEqual([0, '']);
  const counts = JSON.parse(first.out);
  expect(counts).toMatchObject({ articles: 2, created: 2, faults: [] });
  expect(counts.drafted).toBeGreaterThan(1);
  expect(again.out).toBe('2 articles, 0 new. Nothing changed: they were read before.\n');
  const lines = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(expect.objectContaining({ name: 'Ada Reyes', review: 'DRAFT' }));
  expect(lines).toContainEqual({
    type: 'actor',
    id: 'harbour-gazette',
    name: 'Harbour Gazette',
    kind: 'OUTLET',
  });
  expect(lines.filter(({ type }) => type === 'stance')).toHaveLength(counts.drafted);
  expect(lines).toContainEqual(
    expect.objectContaining({
      kind: 'DENIES',
      review: 'DRAFT',
      evidence: [expect.objectContaining({ extractor: 'rules/1' })],
    }),
  );
});

test('an export with drafts makes the same export again, and its articles draft nothing', async () => {
  await using place = await openPlaceInProcess();
  await using elsewhere = await openPlaceInProcess();
  const folder = await articlesIn(place);
  await place.run('ingest', folder);
  await place.run('export', place.file('record.jsonl'));

  await elsewhere.run('import', place.file('record.jsonl'));
  const again = await elsewhere.run('ingest', folder);
  const exported = await elsewhere.run('export');

  expect(again.out).toContain('Nothing changed');
  const { readFile } = await import('node:fs/promises');
  expect(exported.out).toBe(await readFile(place.file('record.jsonl'), 'utf8'));
});

/** What a folder may hold beside articles, by what is told of it. */
const oddities: readonly (readonly [
  name: string,
  told: RegExp,
  make: (path: string) => unknown,
])[] = [
  ['pipe.txt', /no regular file/, (path) => execFileSync('mkfifo', [path])],
  ['pipe.warc', /no regular file/, (path) => execFileSync('mkfifo', [path])],
  [
    'socket.html',
    /no regular file/,
    (path) => once(createServer().listen(path).unref(), 'listening'),
  ],
  ['circle.html', /lead in a circle/, (path) => symlink(path, path)],
  ['nowhere.html', /no such file/, (path) => symlink(`${path}.gone`, path)],
  ['zeros.html', /no text/, (path) => writeFile(path, Buffer.alloc(5000))],
  ['line\n\u001b[2Jend.txt', /holds no words/, (path) => writeFile(path, ' \n')],
  ['large.html', /larger than 16/, (path) => writeFile(path, '').then(() => truncate(path, 3e7))],
  ['deep.html', /more than 150 deep/, (path) => writeFile(path, '<div>'.repeat(100_000))],
  [
    'attributes.html',
    /more than 500 attributes/,
    (path) => writeFile(path, `<p ${'a=1 '.repeat(1_000_000)}>`),
  ],
  ['deep.json', /no JSON/, (path) => writeFile(path, '['.repeat(100_000))],
  ['empty.warc', /no record in it/, (path) => writeFile(path, '')],
  ['pdf.html', /a PDF/, (path) => writeFile(path, '%PDF-1.7\n\u0001')],
];

test('what is wrong with a file is told, and does not hold up the others', async () => {
  await using place = await openPlaceInProcess();
  await writeFile(place.file('empty.txt'), '\n');
  await writeFile(
    place.file('german.json'),
    JSON.stringify({ title: 'A', language: 'de', text: 'Ein Satz.' }),
  );
  await writeFile(place.file('french.txt'), french);
  await writeFile(place.file('chinese.html'), chinese);
  await writeFile(place.file('story.txt'), story);
  const names = ['empty.txt', 'german.json', 'french.txt', 'chinese.html', 'story.txt'];
  const files = names.map(place.file);
  const folder = place.file('odd');
  // A folder that is called like a page is a folder.
  await mkdir(`${folder}/page.html`, { recursive: true });
  await writeFile(`${folder}/page.html/inner.txt`, other);
  for (const [name, , make] of oddities) await make(`${folder}/${name}`);

  const { code, out, err } = await place.run('ingest', ...files, folder);

  expect(code).toBe(1);
  expect(out).toMatch(/^2 articles, 2 new\./);
  for (const [name, told] of oddities) {
    const shown = name.replaceAll('\n', '\\x0a').replaceAll('\u001b', '\\x1b');
    const lines = err.split('\n').filter((line) => line.includes(`odd/${shown}`));
    expect([shown, lines]).toEqual([shown, [expect.stringMatching(told)]]);
  }
  expect(err).not.toMatch(/^\s+at /m);
  expect(err).not.toContain('\u001b');
  expect(err).toContain('empty.txt holds no words');
  expect(err).toContain('german.json: This text is German (de): only English is read.');
  expect(err).toContain('french.txt: This text is French (fr): only English is read.');
  expect(err).toContain('chinese.html: This text is Chinese (zh): only English is read.');
  expect(err).toContain('--record-only');
  expect(err).toContain(`${4 + oddities.length} could not be read`);
});

test('with --record-only articles are kept without being read, here and through a server', async () => {
  await using place = await openPlaceInProcess();
  await writeFile(place.file('french.txt'), french);
  await writeFile(place.file('chinese.html'), chinese);
  await writeFile(place.file('story.txt'), story);
  const kept = ['ingest', '--json', '--record-only'];

  const here = await place.run(...kept, place.file('french.txt'), place.file('story.txt'));
  const exported = await place.run('export');
  const server = place.start('serve');
  await server.until('GraphiQL');
  const refused = await place.run('ingest', place.file('chinese.html'));
  const there = await place.run(...kept, place.file('chinese.html'));

  expect(JSON.parse(here.out)).toMatchObject({ articles: 2, created: 2, drafted: 0, faults: [] });
  const told = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const articles = told.filter(({ type }) => type === 'article');
  expect(articles.map(({ language }) => language)).toEqual(['fr', 'en']);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Chinese (zh)')]);
  expect(JSON.parse(there.out)).toMatchObject({ articles: 1, created: 1, drafted: 0 });
});

test('one article in hundreds of files is recorded once, whichever file was read first', async () => {
  await using place = await openPlaceInProcess();
  await mkdir(place.file('copies'));
  const copies = Array.from({ length: 400 }, (_, number) => place.file(`copies/${number}.txt`));
  await Promise.all(copies.map((file) => writeFile(file, 'Of one\n\nMinister Lind said no.\n')));

  const { code, out } = await place.run('ingest', '--json', place.file('copies'));

  const { articles, created, failed } = JSON.parse(out);
  expect({ code, articles, created, failed }).toEqual({
    code: 0,
    articles: 400,
    created: 1,
    failed: 0,
  });
});

test('files that are not there, and a folder without articles, are wrong usage', async () => {
  await using place = await openPlaceInProcess();

  const none = await place.run('ingest', place.file('none.txt'));
  const empty = await place.run('ingest', place.folder);

  expect([none.code, none.err]).toEqual([2, expect.stringContaining('cannot be read')]);
  expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('No file there ends in')]);
});

test('standard input is an article, too', async () => {
  await using place = await openPlaceInProcess();
  const ingesting = place.spawn('ingest', '-');
  ingesting.process.stdin?.end(story);

  const { code, out } = await ingesting.ended();

  expect([code, out]).toEqual([0, expect.stringMatching(/^1 article, 1 new\. 1 stance was/u)]);
});

test('a record that a server owns is worked on through it, over its socket or its address', async () => {
  await using place = await openPlaceInProcess();
  const server = place.start('serve');
  const welcome = await server.until('call-happened');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  const token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
  await writeFile(place.file('story.txt'), story);
  await writeFile(place.file('other.txt'), other);

  const owned = await place.run('ingest', place.file('story.txt'));
  const remote = await place.run(
    ...['ingest', '--json', '--outlet', 'washington-post', '--url', url, '--token', token],
    ...[place.file('story.txt'), place.file('other.txt')],
  );
  const again = await place.run('ingest', place.file('story.txt'));

  expect(owned.out).toMatch(/^1 article, 1 new\./);
  // The same text of a named outlet is another article.
  expect(JSON.parse(remote.out)).toMatchObject({ articles: 2, created: 2, faults: [] });
  expect(again.out).toContain('Nothing changed');
});

test('a page that is ingested again with another text is another version, and its edit is told', async () => {
  await using place = await openPlaceInProcess();
  const text = (words: string) => ({
    title: 'Ferry sinks',
    language: 'en',
    url: 'https://gazette.example/ferry',
    outlet: 'gazette',
    text: `Ferry sinks\n\n${words}\n`,
  });
  const lines = [
    { type: 'record', format: 'onrecord/1' },
    { type: 'actor', id: 'gazette', name: 'Harbour Gazette', kind: 'OUTLET' },
    { type: 'actor', id: 'lind', name: 'Otto Lind', kind: 'PERSON' },
    { type: 'claim', id: 'sunk', text: 'The ferry sank.', kind: 'FACT', language: 'en' },
  ];
  const stance = {
    type: 'stance',
    id: 'lind-says',
    claim: 'sunk',
    actor: 'lind',
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    evidence: [{ article: 'ferry-sinks', quote: 'the ferry had sunk', mode: 'INDIRECT' }],
  };
  const put = async (name: string, content: string) => {
    await writeFile(place.file(name), content);
    return place.file(name);
  };
  const jsonl = (list: readonly object[]) =>
    list.map((line) => `${JSON.stringify(line)}\n`).join('');
  await place.run('import', await put('record.jsonl', jsonl(lines)));
  const said = 'Minister Otto Lind said on Friday that the ferry had sunk.';
  const first = await put('first.json', JSON.stringify(text(`${said} Two people were hurt.`)));
  const second = await put('second.json', JSON.stringify(text(`${said} Ten people were hurt.`)));

  await place.run('ingest', '--published', '2026-11-10', first);
  await place.run('import', await put('stance.jsonl', jsonl([lines[0] ?? {}, stance])));
  const done = await place.run(
    ...['ingest', '--json', '--carry-evidence', '--published', '2026-11-10'],
    ...['--modified', '2026-11-10T12:00:00+01:00', second],
  );
  const refused = await place.run('ingest', '--published', 'yesterday', first);
  const exported = (await place.run('export')).out.trim().split('\n');

  expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { created: 1, carried: 1 }]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('yesterday')]);
  const told = exported.map((line) => JSON.parse(line));
  expect(told.filter(({ type }) => type === 'article')).toMatchObject([
    { id: 'ferry-sinks', publishedOn: '2026-11-10' },
    {
      id: 'ferry-sinks-2',
      publishedOn: '2026-11-10',
      modifiedAt: '2026-11-10T11:00:00.000Z',
      supersedes: 'ferry-sinks',
    },
  ]);
  expect(told.find(({ id }) => id === 'lind-says').evidence).toMatchObject([
    { article: 'ferry-sinks', quote: 'the ferry had sunk' },
    { article: 'ferry-sinks-2', quote: 'the ferry had sunk' },
  ]);
});
