import { writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { openPlaceInProcess } from '../integration/cli/in-process.ts';
import { openDesk } from '../integration/mutations/open-desk.ts';

vi.setConfig({ testTimeout: 90_000 });

const french =
  'La maire a nié mardi avoir promis un nouveau pont aux habitants du port. Le bac continuera de circuler, a-t-elle ajouté.';

const english =
  'Governor Ada Reyes denied on Tuesday that the council had approved a ferry to the islands.';

function page(words: string, lang: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Le bac</title>
    <link rel="canonical" href="https://gazette.example/bac"><meta property="og:site_name" content="Bay Gazette">
    <meta property="article:published_time" content="2026-11-10T08:30:00+01:00"></head>
    <body><article><h1>Le bac</h1><p>${words}</p></article></body></html>`;
}

const base64 = (html: string): string => Buffer.from(html).toString('base64');

test('102 a text that is not English is refused by its language, whatever is declared, and kept where that is asked', async () => {
  await using desk = await openDesk();
  const ways = [
    { title: 'Le bac', text: french },
    { title: 'Le bac', text: french, language: 'en' },
    { page: base64(page(french, 'fr')) },
    { page: base64(page(french, 'en')), language: 'en' },
  ];
  await desk.mutate('ingestArticle', { page: base64(page(english, 'fr')) });
  const head = await desk.head();

  for (const input of ways) {
    expect(await desk.mutate('ingestArticle', input)).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['language'],
      message: expect.stringContaining('French (fr)'),
    });
  }
  expect(await desk.head()).toBe(head);
  for (const input of ways) {
    const kept = await desk.mutate(
      'ingestArticle',
      { ...input, recordOnly: true },
      'drafted article { language }',
    );
    expect(kept).toMatchObject({ drafted: 0, article: { language: 'fr' } });
  }
});

test('103 a page is read as a file with its bytes is, and its refusal tells what is wrong with it', async () => {
  await using desk = await openDesk();
  await using place = await openPlaceInProcess();
  const html = page(english, 'en-GB');
  await writeFile(place.file('page.html'), html);
  await place.run('ingest', place.file('page.html'));
  const exported = (await place.run('export')).out.trim().split('\n');

  const { article } = await desk.mutate(
    'ingestArticle',
    { page: base64(html) },
    'article { title text sha256 language url publishedAt }',
  );
  const refused = await desk.mutate('ingestArticle', { page: base64('<html></html>') });

  const filed = exported.map((line) => JSON.parse(line)).find(({ type }) => type === 'article');
  const { title, text, sha256, language, url, publishedAt } = filed;
  expect(article).toEqual({ title, text, sha256, language, url, publishedAt });
  expect(refused).toMatchObject({ code: 'PAGE_INVALID', path: ['page'] });
});
