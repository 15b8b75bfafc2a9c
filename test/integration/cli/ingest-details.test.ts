import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { warcResponse, zipped } from '../../unit/server/cli/warc-cases.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const story = (name: string) => `Of ${name}\n\nMinister ${name} Lind said that the ${name} sank.\n`;

const filler =
  '<p>The ferry ran every day, in any weather, for as long as anybody could remember it.</p>';

/** A page that tells its outlet, its address and its day. */
function page(name: string): string {
  const json = {
    '@type': 'NewsArticle',
    headline: `Of ${name}`,
    url: `https://gazette.example/${name}`,
    datePublished: '2024-01-05T10:00:00Z',
    publisher: { name: 'Gazette Online' },
  };
  return `<html lang="en-GB"><head><title>Of ${name}</title><script type="application/ld+json">${JSON.stringify(json)}</script></head>
    <body><article><p>Minister ${name} Lind said that the ${name} sank.</p>${filler.repeat(6)}</article></body></html>`;
}

async function put(place: PlaceInProcess, name: string, content: string | Buffer): Promise<string> {
  await writeFile(place.file(name), content);
  return place.file(name);
}

interface ArticleTold {
  readonly type: string;
  readonly title: string;
  readonly [key: string]: unknown;
}

async function exportedFrom(place: PlaceInProcess): Promise<readonly ArticleTold[]> {
  const { out } = await place.run('export');
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const articlesIn = (lines: readonly ArticleTold[]) =>
  Object.fromEntries(
    lines.flatMap((line) =>
      line.type === 'article' ? [[line.title.replace('Of ', ''), line]] : [],
    ),
  );

const actors = [
  { type: 'record', format: 'onrecord/1' },
  {
    type: 'actor',
    id: 'gazette',
    name: 'Harbour Gazette',
    kind: 'OUTLET',
    aliases: ['The Gazette'],
  },
  { type: 'actor', id: 'herald-north', name: 'The Herald', kind: 'OUTLET' },
  { type: 'actor', id: 'herald-south', name: 'Herald', kind: 'OUTLET' },
  { type: 'actor', id: 'north-wire', name: 'North Wire', kind: 'OUTLET' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

test('an outlet is told by its slug or a name, and is made where it is not there', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', await put(place, 'actors.jsonl', actors));
  const told = { slug: 'gazette', alias: 'Gazette', fresh: 'Quay Courier', again: 'Quay Courier' };

  const notes: string[] = [];
  for (const [name, outlet] of Object.entries(told)) {
    const file = await put(place, `${name}.txt`, story(name));
    const { code, err } = await place.run('ingest', '--outlet', outlet, file);
    expect(code).toBe(0);
    notes.push(err);
  }
  const file = await put(place, 'none.txt', story('none'));
  const ambiguous = await place.run('ingest', '--outlet', 'The Herald', file);
  const lines = await exportedFrom(place);

  expect(articlesIn(lines)).toMatchObject({
    slug: { outlet: 'gazette' },
    alias: { outlet: 'gazette' },
    fresh: { outlet: 'quay-courier' },
    again: { outlet: 'quay-courier' },
  });
  expect(lines.filter(({ name }) => name === 'Quay Courier')).toEqual([
    { type: 'actor', id: 'quay-courier', name: 'Quay Courier', kind: 'OUTLET' },
  ]);
  expect(notes).toEqual(['', '', expect.stringContaining('Quay Courier is not on record'), '']);
  expect([ambiguous.code, ambiguous.out]).toEqual([1, '']);
  expect(ambiguous.err).toMatch(
    /^2 outlets are called "The Herald": herald-north, herald-south\./m,
  );
});

test('flags tell what files do not, and a line of a manifest tells more than its file', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', await put(place, 'actors.jsonl', actors));
  await mkdir(place.file('pages'));
  const flags = ['--outlet', 'gazette', '--credited-to', 'North Wire', '--published', '2024-02-02'];
  const plain = await put(place, 'plain.txt', story('plain'));
  const paged = await put(place, 'paged.html', page('paged'));
  await put(place, 'pages/listed.html', page('listed'));
  const line = {
    file: 'pages/listed.html',
    url: 'https://herald.example/listed',
    outlet: 'herald-south',
    published: '2024-03-03',
    modified: '2024-03-04T10:00:00+02:00',
    creditedTo: 'Harbour Gazette',
    language: 'en-US',
    byline: 'Ada Reyes',
    title: null,
  };
  const list = await put(place, 'list.jsonl', `\uFEFF${JSON.stringify(line)}\r\n\r\n`);

  const given = await place.run('ingest', ...flags, '--language', 'en_AU', plain, paged);
  const listed = await place.run('ingest', '--manifest', list, '--published', '2020-01-01');
  const address = 'https://quay.example/a?b=c';
  const addressed = await place.run(
    ...['ingest', '--url', address, await put(place, 'addressed.txt', story('addressed'))],
  );
  const several = await place.run('ingest', '--url', address, plain, paged);

  expect([given.code, listed.code, addressed.code]).toEqual([0, 0, 0]);
  expect([several.code, several.err]).toEqual([2, expect.stringContaining('2 files are given')]);
  expect(articlesIn(await exportedFrom(place))).toMatchObject({
    plain: {
      outlet: 'gazette',
      creditedTo: 'north-wire',
      publishedOn: '2024-02-02',
      language: 'en-AU',
    },
    paged: {
      outlet: 'gazette',
      creditedTo: 'north-wire',
      url: 'https://gazette.example/paged',
      publishedAt: '2024-01-05T10:00:00.000Z',
      language: 'en-GB',
    },
    listed: {
      outlet: 'herald-south',
      creditedTo: 'gazette',
      url: 'https://herald.example/listed',
      publishedOn: '2024-03-03',
      modifiedAt: '2024-03-04T08:00:00.000Z',
      language: 'en-US',
      byline: 'Ada Reyes',
    },
    addressed: { url: address },
  });
});

test.each([
  ['--published', '2024-02-30'],
  ['--modified', 'yesterday'],
  ['--language', 'English please'],
  ['--url', 'gazette.example/ferry'],
  ['--outlet', ' '],
  ['--jobs', '0'],
])('%s %s is wrong usage, before anything is read', async (flag, value) => {
  await using place = await openPlaceInProcess();
  const file = await put(place, 'story.txt', story('ferry'));

  const { code, out, err } = await place.run('ingest', flag, value, file);

  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(flag);
});

test('lines of a manifest with faults are told by their number, and all others are read', async () => {
  await using place = await openPlaceInProcess();
  await put(place, 'a.txt', story('a'));
  await put(place, 'b.txt', story('b'));
  await mkdir(place.file('folder'));
  await put(place, 'elsewhere.txt', story('elsewhere'));
  await symlink(place.file('b.txt'), place.file('link.txt'));
  const lines = [
    '{"file": "a.txt", "outlet": "Quay Courier", "tone": "calm", "file2": 1}',
    '{"file": "a.txt"',
    '["a.txt"]',
    '{"outlet": "gazette"}',
    '{"file": "missing.txt"}',
    '{"file": "folder"}',
    '{"file": "a.txt", "published": "5 May"}',
    '{"file": "a.txt", "url": 7}',
    '{"file": "a.txt", "language": "x"}',
    '',
    '{"file": "b.txt", "tone": "loud", "__proto__": "a", "creditedTo": "Nobody At All"}',
    `{"file": ${JSON.stringify(place.file('b.txt'))}, "outlet": "Quay Courier"}`,
    '{"file": "folder/../elsewhere.txt", "outlet": null}',
    '{"file": "link.txt", "creditedTo": "Nobody At All"}',
    'no JSON \u001b[2J at all',
    '{"file": "a.txt", "outlet": 5}',
    '{"file": "a.txt", "outlet": ["a"]}',
    '{"file": 5}',
    'null',
    '[{'.repeat(100_000),
    JSON.stringify({ file: 'a/'.repeat(5000) }),
    JSON.stringify({ file: 'a.txt', title: 'A'.repeat(1_000_000) }),
    '{"file": "a\\u0000.txt"}',
    '{"file": "-"}',
    '{"file": "https://gazette.example/a.html"}',
    '   ',
    Buffer.from('{"file": "a.txt", "byline": "Caf\xe9"}', 'latin1'),
  ];
  const ended = lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]);
  const list = await put(place, 'list.jsonl', Buffer.concat([Buffer.from('\ufeff'), ...ended]));

  const { code, out, err } = await place.run('ingest', '--json', '--manifest', list);

  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ articles: 5, created: 4, failed: 20 });
  const numbers = report.faults.map(({ file }: { file: string }) => /line (\d+)/.exec(file)?.[1]);
  const told = numbers.map(Number).toSorted((one: number, other: number) => one - other);
  expect(told).toEqual([
    ...[2, 3, 4, 5, 6, 7, 8, 9],
    ...[15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27],
  ]);
  for (const { message } of report.faults) expect(message.length).toBeLessThan(500);
  expect(err).not.toContain('\u001b');
  expect(err).toContain('line 1: there is no key tone');
  expect(err.match(/no key tone/g)).toHaveLength(1);
  expect(err).toContain('missing.txt cannot be read: there is no such file');
  expect(err).not.toMatch(/^\s+at /m);
});

test('a manifest of which no line is right ends as one with some that are', async () => {
  await using place = await openPlaceInProcess();
  const list = await put(place, 'list.jsonl', Buffer.from('\ufeff{"file": "a.txt"}', 'utf16le'));

  const { code, out, err } = await place.run('ingest', '--json', '--manifest', list);

  expect([code, JSON.parse(out).failed]).toEqual([1, 1]);
  expect(err).toContain('line 1: this is not UTF-8');
});

test('a manifest that is not there, or is a folder, is wrong usage; so is nothing to read', async () => {
  await using place = await openPlaceInProcess();

  const missing = await place.run('ingest', '--manifest', place.file('none.jsonl'));
  const folder = await place.run('ingest', '--manifest', place.folder);
  const nothing = await place.run('ingest');
  const blank = await put(place, 'blank.jsonl', ' \r\n\n');
  const empty = await place.run('ingest', '--manifest', blank);

  expect([missing.code, folder.code, nothing.code, empty.code]).toEqual([2, 2, 2, 2]);
  expect(missing.err).toContain('there is no such file');
  expect(empty.err).toContain('lists no articles');
  expect(nothing.err).toContain('--manifest');
});

test('a web archive is read page by page; what is no article in it is told, and is no fault', async () => {
  await using place = await openPlaceInProcess();
  const at = (name: string) => `https://gazette.example/archived/${name}`;
  const front = `<html><body>${'<li><a href="/a">A story</a></li>'.repeat(20)}</body></html>`;
  const archive = zipped([
    warcResponse(at('a'), { body: page('a') }),
    warcResponse(at('front'), { body: front }),
    warcResponse(at('moved'), { status: 302, body: '' }),
    warcResponse(at('b'), { body: page('b') }),
  ]);
  const file = await put(place, 'crawl.warc.gz', archive);

  const first = await place.run('ingest', '--json', file);
  const again = await place.run('ingest', '--json', place.folder);

  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({
    articles: 2,
    created: 2,
    noArticle: 1,
    passedOver: { 'redirects and failures': 1 },
  });
  expect(JSON.parse(again.out)).toMatchObject({ articles: 2, created: 0, unchanged: 2 });
  expect(articlesIn(await exportedFrom(place))).toMatchObject({
    a: { url: at('a'), retrievedAt: '2024-11-12T09:30:00.000Z' },
    b: { url: at('b'), publishedAt: '2024-01-05T10:00:00.000Z' },
  });
});

test('through a server the same is done and told', async () => {
  await using place = await openPlaceInProcess();
  await place.run('import', await put(place, 'actors.jsonl', actors));
  const server = place.start('serve');
  const welcome = await server.until('/graphql');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  const made = await place.run('token', 'create', '--name', 'ingest', '--role', 'ADMIN', '--json');
  const token = /onr_[\w-]{43}/.exec(made.out)?.[0] ?? '';
  await mkdir(place.file('texts'));
  await put(place, 'texts/empty.html', '');
  await put(place, 'texts/half.json', '{"title": "A", "language": "en", "text": "A\\ud800."}');
  await put(place, 'texts/a.txt', story('a'));
  await put(place, 'texts/b.html', page('b'));
  const lines = [
    { file: 'texts/a.txt', outlet: 'Gazette', url: 'https://gazette.example/a' },
    { file: 'texts/b.html', outlet: 'Quay Courier' },
    { file: 'texts/a.txt', outlet: 'Herald' },
  ];
  const list = await put(place, 'list.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const through = ['--server', url, '--token', token];

  const listed = await place.run('ingest', '--json', ...through, '--manifest', list);
  const folder = await place.run(
    'ingest',
    '--json',
    '--url',
    url,
    '--token',
    token,
    place.file('texts'),
  );
  const refused = await place.run('ingest', '--server', url, '--token', 'onr_none', list);

  expect([listed.code, folder.code]).toEqual([1, 1]);
  expect(JSON.parse(listed.out)).toMatchObject({ articles: 2, created: 2, failed: 1 });
  expect(listed.err).toContain('2 outlets are called "Herald": herald-north, herald-south');
  expect(JSON.parse(folder.out)).toMatchObject({ noArticle: 1, failed: 1, articles: 2 });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--token')]);
  const told = (await exportedFrom(place)).filter(({ type }) => type === 'article');
  expect(told.slice(0, 2)).toMatchObject([
    { title: 'Of a', outlet: 'gazette', url: 'https://gazette.example/a' },
    { title: 'Of b', outlet: 'quay-courier' },
  ]);
});
