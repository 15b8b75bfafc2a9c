import { describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './open-desk.ts';

const paragraphs = [
  'Governor Ada Reyes denied on Tuesday that the council had approved a ferry to the islands.',
  '“The ferry is a fantasy,” Reyes said, and added that the bridge would be repaired first.',
  'The council met on Monday evening. Nobody at the harbour had heard of a ferry since.',
];

const head = `<meta charset="utf-8"><link rel="canonical" href="https://gazette.example/ferry">
  <meta property="og:site_name" content="Harbour Gazette">
  <meta property="article:published_time" content="2026-11-10T08:30:00Z">`;

function page({ lang = 'en-GB', words = paragraphs, extra = head } = {}): string {
  const body = words.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<!doctype html><html lang="${lang}"><head><title>Ferry denied</title>${extra}</head>
    <body><nav><a href="/">Home</a></nav><article><h1>Ferry denied</h1>${body}</article></body></html>`;
}

const base64 = (given: string | Uint8Array): string => Buffer.from(given).toString('base64');

const selection = `drafted notes article { title text language url outlet { name } publishedAt publishedOn }`;

function ingest(desk: Desk, input: object) {
  return desk.mutate('ingestArticle', input, selection);
}

describe('ingestArticle with a page', () => {
  test('records what stands on it and drafts from that', async () => {
    await using desk = await openDesk();

    const answer = await ingest(desk, { page: base64(page()) });

    expect(answer).toMatchObject({
      notes: [],
      article: {
        title: 'Ferry denied',
        text: `${['Ferry denied', ...paragraphs].join('\n\n')}\n`,
        language: 'en-GB',
        url: 'https://gazette.example/ferry',
        outlet: { name: 'Harbour Gazette' },
        publishedAt: '2026-11-10T08:30:00.000Z',
      },
    });
    expect(answer.drafted).toBeGreaterThan(1);
  });

  test('believes what is told beside it first', async () => {
    await using desk = await openDesk();

    const answer = await ingest(desk, {
      page: base64(page()),
      title: 'The governor and the ferry',
      url: 'https://wire.example/1',
      outlet: { slug: 'courier' },
      publishedOn: '2026-11-09',
    });

    expect(answer.article).toMatchObject({
      title: 'The governor and the ferry',
      url: 'https://wire.example/1',
      outlet: { name: 'The Courier' },
      publishedAt: null,
      publishedOn: '2026-11-09',
    });
  });

  test('takes base64 in lines, and bytes in the encoding that the page names', async () => {
    await using desk = await openDesk();
    const words = ['The café’s owner denied that the ferry had been sold to anybody.'];
    const legacy = page({ words, extra: '<meta charset="windows-1252">' }).replace('’', '\x92');
    const lines = Buffer.from(legacy, 'latin1')
      .toString('base64')
      .match(/.{1,76}/gu);

    const { article } = await ingest(desk, { page: lines?.join('\r\n') });

    expect(article).toMatchObject({ text: expect.stringContaining('café’s owner') });
  });

  test('is drafted once, as a text or as its page', async () => {
    await using desk = await openDesk();
    const { article } = await ingest(desk, { page: base64(page()), outlet: { slug: 'gazette' } });
    const { text } = Object(article);

    const again = await ingest(desk, {
      title: 'Ferry denied',
      text,
      outlet: { slug: 'gazette' },
    });

    expect(again).toMatchObject({ drafted: 0, article: { url: 'https://gazette.example/ferry' } });
  });

  test('tells a bare bytes’ loss, and that a text is not in the language that it declares', async () => {
    await using desk = await openDesk();
    const [first = '', ...rest] = page({ lang: 'de' }).split('harbour');
    const stray = Buffer.concat([
      Buffer.from(`${first}harb`),
      Buffer.from([0xff]),
      Buffer.from(`our${rest.join('harbour')}`),
    ]);

    const { notes, article } = await ingest(desk, { page: base64(stray) });

    expect(article).toMatchObject({ language: 'en' });
    expect(notes).toEqual([
      expect.stringContaining('byte 0xFF'),
      'It is declared as German (de), and its text is English (en).',
    ]);
  });

  test.each<[what: string, page: string, refusal: object]>([
    ['a picture', base64(Buffer.from('\x89PNG\r\n', 'latin1')), { fault: 'NOT_A_PAGE' }],
    ['what is no base64', 'not base64!', { fault: 'NOT_BASE64' }],
    ['half a letter of base64', 'QUJDR', { fault: 'NOT_BASE64' }],
    ['nothing', '', { fault: 'NO_ARTICLE' }],
    [
      'a page to log in with',
      base64('<html><form><input></form></html>'),
      { fault: 'NO_ARTICLE', message: expect.stringContaining('there is no article on this page') },
    ],
    [
      'more than 4 MiB',
      base64(new Uint8Array(4_194_305)),
      { fault: 'TOO_LARGE', message: 'The page is larger than 4,194,304 bytes.' },
    ],
  ])('refuses %s', async (_what, given, refusal) => {
    await using desk = await openDesk();

    const { data } = await desk.ask(
      `mutation($input: IngestArticleInput!) {
        ingestArticle(input: $input) { ... on PageInvalid { code fault message path } }
      }`,
      { input: { page: given } },
      'EDITOR',
    );

    expect(data?.ingestArticle).toMatchObject({
      code: 'PAGE_INVALID',
      path: ['page'],
      ...refusal,
    });
  });

  test.each([
    ['both a text and a page', { title: 'A', text: 'B.', page: base64(page()) }, ['page']],
    ['neither', { title: 'A' }, ['text']],
    ['a text without a title', { text: paragraphs.join('\n\n') }, ['title']],
    ['a language that is no tag', { page: base64(page()), language: 'English!' }, ['language']],
  ])('refuses %s', async (_what, input, path) => {
    await using desk = await openDesk();

    expect(await ingest(desk, input)).toMatchObject({ code: 'INPUT_INVALID', path });
  });
});
