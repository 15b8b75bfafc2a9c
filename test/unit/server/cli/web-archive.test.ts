import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unzipped } from '../../../../server/cli/ingest/warc/gzip-members.ts';
import { pagesArchived } from '../../../../server/cli/ingest/web-archive.ts';
import { encodings, inChunks, warcRecord, warcResponse, zipped } from './warc-cases.ts';

/** What an archive of these bytes is found to hold: pages with their addresses, and what is told beside them. */
async function foundIn(bytes: Buffer, extension = '.warc') {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-warc-'));
  const path = join(folder, `crawl${extension}`);
  const pages: { url: string | undefined; text: string; retrievedAt: string | undefined }[] = [];
  const faults: string[] = [];
  const passedOver: string[] = [];
  try {
    await writeFile(path, bytes);
    for await (const found of pagesArchived({ path, name: 'crawl', told: {} })) {
      if ('fault' in found) faults.push(found.fault);
      else if ('passedOver' in found) passedOver.push(found.passedOver);
      else if ('source' in found) {
        const { url, retrievedAt } = found.source.told;
        const file = await found.source.bytes().catch(String);
        const text = typeof file === 'string' ? file : Buffer.from(file.bytes).toString('utf8');
        pages.push({ url, text, retrievedAt });
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { pages, faults, passedOver };
}

const page = (words: string) => `<html><body><p>${words}</p></body></html>`;
const at = (name: string) => `https://gazette.example/${name}`;
const answer = (name: string) => warcResponse(at(name), { body: page(`Of ${name}.`) });
const urlsOf = ({ pages }: Awaited<ReturnType<typeof foundIn>>) =>
  pages.map(({ url }) => url?.replace('https://gazette.example/', ''));

test.each(Object.entries(encodings))(
  'a page that was sent as %s is read as it was written',
  async (encoding, encode) => {
    const body = page('The ferry sank. '.repeat(200));
    const headers = { 'Content-Encoding': encoding };
    const whole = warcResponse(at('whole'), { headers, body: encode(Buffer.from(body)) });
    const chunked = warcResponse(at('chunked'), {
      headers: { ...headers, 'Transfer-Encoding': 'chunked' },
      body: inChunks(encode(Buffer.from(body)), 97),
    });

    const found = await foundIn(Buffer.concat([whole, chunked]));

    expect(found.pages.map(({ text }) => text)).toEqual([body, body]);
  },
);

test('an archive that kept the headers of what it decoded is read as it stands', async () => {
  const headers = { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' };
  const br = { 'Content-Encoding': 'br' };

  const found = await foundIn(
    Buffer.concat([
      warcResponse(at('one'), { headers, body: page('Plain.') }),
      warcResponse(at('two'), { headers: br, body: page('Plain.') }),
    ]),
  );

  expect(found.pages.map(({ text }) => text)).toEqual([page('Plain.'), page('Plain.')]);
});

test('pages have the address and the moment of their record; what is none is passed over', async () => {
  const records = [
    warcRecord({ 'WARC-Type': 'warcinfo' }, 'software: any\r\n'),
    answer('first'),
    warcRecord(
      { 'WARC-Type': 'request', 'WARC-Target-URI': at('first') },
      'GET / HTTP/1.1\r\n\r\n',
    ),
    warcResponse(at('moved'), { status: 301, body: page('Moved.') }),
    warcResponse(at('gone'), { status: 404, body: page('Gone.') }),
    warcResponse(at('image'), { headers: { 'Content-Type': 'image/png' }, body: 'PNG' }),
    warcRecord(
      { 'WARC-Type': 'revisit', 'WARC-Target-URI': at('first') },
      'HTTP/1.1 200 OK\r\n\r\n',
    ),
    warcRecord(
      {
        'WARC-Type': 'resource',
        'WARC-Target-URI': `<${at('resource')}>`,
        'WARC-Date': '2024-11-12T09:30:00.5Z',
        'content-type': 'text/html',
      },
      page('Of a resource.'),
    ),
    warcRecord({ 'WARC-Type': 'resource', 'WARC-Target-URI': 'dns:gazette.example' }, '192.0.2.1'),
  ];

  for (const [bytes, extension] of [
    [Buffer.concat(records), '.warc'],
    [zipped(records), '.warc.gz'],
    [gzipSync(Buffer.concat(records)), '.warc.gz'],
  ] as const) {
    const found = await foundIn(bytes, extension);

    expect(found.faults).toEqual([]);
    expect(found.pages).toEqual([
      { url: at('first'), text: page('Of first.'), retrievedAt: '2024-11-12T09:30:00.000Z' },
      {
        url: at('resource'),
        text: page('Of a resource.'),
        retrievedAt: '2024-11-12T09:30:00.500Z',
      },
    ]);
    expect(found.passedOver).toEqual([
      'redirects and failures',
      'redirects and failures',
      'no pages',
      'seen before by whoever archived them',
    ]);
  }
});

const [first, second, third] = [answer('first'), answer('second'), answer('third')];

/** The same record with another length told of it. */
const withLength = (record: Buffer, length: string): Buffer =>
  Buffer.from(
    record.toString('latin1').replace(/Content-Length: \d+/, `Content-Length: ${length}`),
    'latin1',
  );

const broken = {
  'a length that is no number': [withLength(second, 'many'), 'its length is not told'],
  'a length that is too small': [withLength(second, '40'), 'its length is wrong'],
  'a length that reaches into the next': [
    withLength(second, `${second.length + 20}`),
    'its length is wrong',
  ],
  'no length': [
    Buffer.from(second.toString('latin1').replace(/Content-Length: \d+\r\n/, ''), 'latin1'),
    'its length is not told',
  ],
  'bytes that are no record': [Buffer.from('\x00\x01 anything at all\r\n\r\n'), 'no record'],
  'a header that does not end': [
    Buffer.from(`WARC/1.0\r\n${'x'.repeat(100_000)}\r\n\r\n`),
    'does not end',
  ],
} as const;

test.each(Object.entries(broken))(
  'a record with %s is told, and the next one is read',
  async (_what, [bytes, told]) => {
    const found = await foundIn(Buffer.concat([first, bytes, third]));
    const packed = await foundIn(zipped([first, bytes, third]), '.warc.gz');

    for (const { faults, ...rest } of [found, packed]) {
      expect(urlsOf({ faults, ...rest })).toEqual(['first', 'third']);
      expect(faults).toEqual([expect.stringContaining(told)]);
    }
  },
);

test.each([25, 60, 200])(
  'a member that is damaged at byte %i is told, and the next one is read',
  async (place) => {
    const member = gzipSync(warcResponse(at('second'), { body: page(noise(2_000)) }));
    member.fill(0xff, place, place + 8);

    const found = await foundIn(
      Buffer.concat([gzipSync(first), member, gzipSync(third)]),
      '.warc.gz',
    );

    expect(urlsOf(found)).toEqual(['first', 'third']);
    expect(found.faults.length).toBeGreaterThanOrEqual(1);
  },
);

test('an archive that is cut off anywhere gives what is whole, and tells of the rest', async () => {
  const plain = Buffer.concat([first, second]);
  const packed = zipped([first, second]);
  const start = gzipSync(first).length;

  for (const cut of [first.length + 3, first.length + 200, plain.length - 30]) {
    const found = await foundIn(plain.subarray(0, cut));
    expect([urlsOf(found), found.faults.length]).toEqual([['first'], 1]);
  }
  for (const cut of [start + 5, start + 100, packed.length - 12]) {
    const found = await foundIn(packed.subarray(0, cut), '.warc.gz');
    expect([urlsOf(found), found.faults.length, cut]).toEqual([['first'], 1, cut]);
  }
});

test('a compressed archive is the same however its bytes come, and one whose checksum is another is told', async () => {
  const records = ['a', 'b', 'c'].map((name) => warcResponse(at(name), { body: noise(3_000) }));
  const packed = zipped(records);
  for (const size of [1, 2, 7, 18, 64, 1_000, packed.length]) {
    const stretches: Buffer[] = [];
    for await (const one of unzipped(cutInto(packed, size))) {
      if ('gap' in one) throw new Error(one.gap);
      stretches.push(one);
    }
    expect(Buffer.concat(stretches).equals(Buffer.concat(records))).toBe(true);
  }
  const [a = first, b = first, c = first] = records.map((record) => gzipSync(record));
  b.writeUInt32LE(7, b.length - 8);

  const found = await foundIn(Buffer.concat([a, b, c]), '.warc.gz');

  expect([urlsOf(found), found.faults.length]).toEqual([['a', 'c'], 1]);
});

test('what becomes too much is no page, and what is too large is passed over without being held', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1_048_576, 0x20));
  const film = Buffer.alloc(20 * 1_048_576, 1);
  const records = [
    warcResponse(at('bomb'), { headers: { 'Content-Encoding': 'gzip' }, body: bomb }),
    warcResponse(at('film'), { headers: { 'Content-Type': 'video/mp4' }, body: film }),
    warcResponse(at('large'), { body: film }),
    third,
  ];

  const found = await foundIn(zipped(records), '.warc.gz');

  expect(urlsOf(found)).toEqual(['bomb', 'third']);
  expect(found.pages[0]?.text).toContain('cannot be decoded');
  expect(found.passedOver).toEqual(['no pages']);
  expect(found.faults).toEqual([expect.stringContaining('larger than')]);
});

/** Archives of one odd record before a sound one: what is told of it, and whether it is a page all the same. */
const odd = {
  'that was cut off as its archive says': [
    warcRecord(
      { 'WARC-Type': 'response', 'WARC-Target-URI': at('odd'), 'WARC-Truncated': 'length' },
      `HTTP/1.1 200 OK\r\n\r\n${page('Half of')}`,
    ),
    'cut off',
    false,
  ],
  'of which less was kept than was sent': [
    warcResponse(at('odd'), { headers: { 'Content-Length': '5000' }, body: page('Half') }),
    'cut off',
    false,
  ],
  'that tells the length of what it was sent as': [
    warcResponse(at('odd'), { headers: { 'Content-Length': '7' }, body: page('Whole.') }),
    null,
    true,
  ],
  'without any answer': [
    warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': at('odd') }, ''),
    'no answer',
    false,
  ],
  'that ends with its header': [
    warcRecord(
      { 'WARC-Type': 'response', 'WARC-Target-URI': at('odd') },
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n',
    ),
    null,
    true,
  ],
  'of another version': [
    Buffer.from(answer('odd').toString('latin1').replace('WARC/1.0', 'WARC/0.18'), 'latin1'),
    null,
    true,
  ],
  'with a charset in capital letters': [
    warcResponse(at('odd'), {
      headers: { 'Content-Type': 'TEXT/HTML;CHARSET="UTF-8"' },
      body: page('Whole.'),
    }),
    null,
    true,
  ],
} as const;

test.each(Object.entries(odd))(
  'of a record %s it is told what is wrong, and no more',
  async (_what, [bytes, told, isPage]) => {
    const found = await foundIn(zipped([bytes, third]), '.warc.gz');

    expect(urlsOf(found)).toEqual(isPage ? ['odd', 'third'] : ['third']);
    expect(found.faults).toEqual(told === null ? [] : [expect.stringContaining(told)]);
  },
);

test('zeros behind an archive, and members that hold nothing, are nothing', async () => {
  const bytes = [gzipSync(first), gzipSync(''), gzipSync(third), Buffer.alloc(512)];

  const found = await foundIn(Buffer.concat(bytes), '.warc.gz');

  expect([urlsOf(found), found.faults]).toEqual([['first', 'third'], []]);
});

test('a file that is no archive, an empty one and a folder are told', async () => {
  const none = await foundIn(Buffer.from('Not an archive at all.\n'.repeat(100)));
  const noGzip = await foundIn(Buffer.from('Not an archive at all.\n'.repeat(1_000)), '.warc.gz');
  const empty = await foundIn(Buffer.alloc(0));

  expect([none.pages, none.faults]).toEqual([[], ['crawl: a stretch of it is no record.']]);
  expect([noGzip.pages, noGzip.faults]).toEqual([[], ['crawl: a stretch of it is no record.']]);
  expect([empty.pages, empty.faults]).toEqual([[], ['crawl: there is no record in it.']]);
});

async function* cutInto(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

/** Words that do not compress to nothing. */
function noise(length: number): string {
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
}
