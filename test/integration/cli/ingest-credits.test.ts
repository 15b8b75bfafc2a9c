import { writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const sentences = [
  'The harbour master said that the ferry would not sail on Monday, and that the crews knew.',
  'The mayor denied on Sunday evening that any order had been given to the crews of the ferry.',
  'A spokeswoman for the union said that its members had not been told of any change at all.',
];

const page = (json: object) => `<html lang="en"><head><title>Ferry talks stall</title>
  <script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry talks stall', ...json })}</script></head>
  <body><article><h1>Ferry talks stall</h1>${sentences.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;

const files = {
  'author.html': page({
    publisher: { name: 'Harbour Gazette' },
    author: { '@type': 'Organization', name: 'The Associated Press' },
    // What cannot be kept loses no article.
    url: 'https://gazette.example/ferry talks',
    inLanguage: 'English',
    datePublished: '03/04/2024',
  }),
  'source.html': page({
    publisher: { name: 'Harbour Echo' },
    author: { name: 'Ann Example' },
    sourceOrganization: { name: 'AFP' },
  }),
  'own.html': page({ publisher: { name: 'Reuters' }, author: { name: 'Reuters' } }),
  'dateline.txt': `Ferry talks stall\n\nBy Ann Example\n\nLONDON (Reuters) - ${sentences.join('\n\n')}\n`,
  'closing.txt': `Ferry talks stall again\n\n${sentences.join('\n\n')} (dpa)\n`,
};

/** The articles on record after all files were ingested, with what tells whose they are. */
async function ingested(place: PlaceInProcess): Promise<readonly object[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(place.file(name), text);

  const { code, err } = await place.run('ingest', ...Object.keys(files).map(place.file));

  // What a page tells that is not certain is left out, and told.
  const notes = err.trim().split('\n');
  expect(code).toBe(0);
  expect(notes).toHaveLength(2);
  for (const note of notes)
    expect(note).toMatch(/author\.html: (?:url|published): “.*” was left out/);
  const lines = (await place.run('export')).out.trim().split('\n');
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ type, text }) => type === 'article' && text.includes('harbour master'))
    .map(({ outlet, creditedTo, byline }) => ({ outlet, creditedTo, byline }));
}

const told = [
  { outlet: 'harbour-gazette', creditedTo: 'associated-press', byline: 'The Associated Press' },
  { outlet: 'harbour-echo', creditedTo: 'agence-france-presse', byline: 'Ann Example' },
  { outlet: 'reuters', creditedTo: undefined, byline: 'Reuters' },
  { outlet: undefined, creditedTo: 'reuters', byline: 'By Ann Example' },
  { outlet: undefined, creditedTo: 'deutsche-presse-agentur', byline: undefined },
];

test('pages and texts are credited to agencies, and ingested again they change nothing', async () => {
  await using place = await openPlaceInProcess();

  expect(await ingested(place)).toEqual(told);
  const again = await place.run('ingest', '--json', ...Object.keys(files).map(place.file));

  expect(JSON.parse(again.out)).toMatchObject({ articles: 5, created: 0, drafted: 0, faults: [] });
});

test('through a server they are credited alike', async () => {
  await using place = await openPlaceInProcess();
  await place.start('serve').until('call-happened');

  expect(await ingested(place)).toEqual(told);
});
