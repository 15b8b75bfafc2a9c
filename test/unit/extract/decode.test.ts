import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { describe, expect, test } from 'vitest';
import { assertKept, decodedText } from '../../../extract/encoding/decoded.ts';
import { decodedPage } from '../../../extract/web-page/decode.ts';

const title = 'Mayor’s café plan — “denied”';

function page(head: string): string {
  const body = [
    `The mayor’s office said on Monday that the café “was never promised” to anyone — not even to the bakers of Señor Muñoz.`,
    'A spokeswoman for the bakers denied that, and said that the letter of 3 May, for £40,000, was signed by the mayor.',
    'Nobody in the town hall had seen the letter, which the bakers showed to this newspaper, before the end of the week.',
  ];
  return `<!doctype html><html lang="en"><head>${head}<title>${title}</title></head><body><article><h1>${title}</h1>${body.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`;
}

function inLegacy(encoding: string, text: string): Buffer {
  const single = /^(?:windows|iso-8859|koi8|macintosh)/u.test(encoding);
  const encode = single ? createSinglebyteEncoder(encoding) : createMultibyteEncoder(encoding);
  return Buffer.from(encode(text));
}

const inBytes: Readonly<Record<string, (text: string) => Buffer>> = {
  'windows-1252': (text) => inLegacy('windows-1252', text),
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with its mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16BE with its mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

const labels = [
  'utf-8',
  'UTF8',
  'windows-1252',
  'iso-8859-1',
  'us-ascii',
  'utf-16',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'iso-8859-2',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'x-user-defined',
  'hz-gb-2312',
  'utf8mb4',
  '',
];

const declared: readonly (readonly [where: string, head: (label: string) => string])[] = [
  ['in a meta', (label) => `<meta charset="${label}">`],
  [
    'as what HTTP would say',
    (label) => `<meta content='text/html; charset=${label}' http-equiv=Content-Type>`,
  ],
  ['in a comment', (label) => `<!-- <meta charset="${label}"> -->`],
  ['in a script', (label) => `<script>const a = '<meta charset="${label}">';</script>`],
  ['in an address', (label) => `<link rel="next" href="/?charset=${label}">`],
  [
    'of a script',
    (label) => `<meta charset="none"><script charset="${label}" src="a.js"></script>`,
  ],
  ['as data', (label) => `<meta data-charset="${label}" name="a" content="charset=${label}">`],
  ['late', (label) => `${' '.repeat(5000)}<meta charset="${label}">`],
  ['after nonsense', (label) => `<meta charset="nonsense"><meta charset="${label}">`],
  ['not at all', () => ''],
];

const strays = [undefined, 0x81, 0x9d, 0xff, 0xe9, 0x00, 0x80];
const cases = Object.keys(inBytes).flatMap((encoding) =>
  strays.map((stray) => ({ encoding, stray })),
);

function titleOf(bytes: Uint8Array, charset?: string): string {
  const decoded = decodedPage(bytes, { charset });
  const found = /<title>(.*?)<\/title>/u.exec(decoded.text)?.[1] ?? '';
  assertKept(decoded, { title: found, text: decoded.text });
  return /\p{Cc}/u.test(decoded.text.replaceAll('\n', '')) ? 'with controls' : found;
}

describe('a page has the right title, or is refused with the byte', () => {
  test.each(cases)('$encoding, with a stray byte: $stray', ({ encoding, stray }) => {
    const wrong = declared.flatMap(([where, head]) =>
      labels.flatMap((label) => {
        const bytes = withStray(inBytes[encoding]?.(page(head(label))), stray);
        const found = [titleOrRefusal(bytes), titleOrRefusal(bytes, label)];
        const isRight = found.every((one) => one === title || isRefusalOf(one, bytes, stray));
        return isRight ? [] : [`${where} ${label}: ${found}`];
      }),
    );

    expect(wrong).toEqual([]);
  });
});

function withStray(bytes: Buffer = Buffer.of(), stray?: number): Buffer {
  if (stray === undefined) return bytes;
  const at = bytes.lastIndexOf('b') + 1;
  return Buffer.concat([bytes.subarray(0, at), Buffer.of(stray), bytes.subarray(at)]);
}

function titleOrRefusal(bytes: Uint8Array, charset?: string): string {
  try {
    return titleOf(bytes, charset);
  } catch (error) {
    return String(error);
  }
}

/** Whether it names a byte that is there, on a page where one is wrong. */
function isRefusalOf(told: string, bytes: Uint8Array, stray: number | undefined): boolean {
  const [, value, offset] = /^Unreadable: .*byte 0x(\w\w) at offset (\d+)/u.exec(told) ?? [];
  return (
    stray !== undefined &&
    value !== undefined &&
    bytes[Number(offset)] === Number.parseInt(value, 16)
  );
}

const languages: readonly (readonly [encoding: string, words: string])[] = [
  ['windows-1251', 'Мэр отрицает, что обещал новый мост жителям гавани'],
  ['koi8-r', 'Мэр отрицает, что обещал новый мост жителям гавани'],
  ['iso-8859-5', 'Мэр отрицает, что обещал новый мост жителям гавани'],
  ['windows-1253', 'Ο δήμαρχος αρνείται ότι υποσχέθηκε νέα γέφυρα'],
  ['windows-1255', 'ראש העיר מכחיש שהבטיח גשר חדש'],
  ['windows-1256', 'ينفي رئيس البلدية أنه وعد بجسر جديد'],
  ['windows-874', 'นายกเทศมนตรีปฏิเสธว่าไม่ได้สัญญาเรื่องสะพาน'],
  ['shift_jis', '市長は新しい橋を約束したことを否定した'],
  ['euc-jp', '市長は新しい橋を約束したことを否定した'],
  ['gb18030', '市长否认曾向港口居民承诺修建新桥'],
  ['gbk', '市长否认曾向港口居民承诺修建新桥'],
  ['big5', '市長否認曾向港口居民承諾修建新橋'],
  ['euc-kr', '시장은 항구 주민들에게 새 다리를 약속한 적이 없다고 부인했다'],
];

describe('a page in another language', () => {
  test.each(languages)('in %s has the title that it has there', (encoding, words) => {
    const text = `<html><head><meta charset="${encoding}"><title>${words}</title></head></html>`;
    const bytes = inLegacy(encoding, text);

    expect(titleOf(bytes)).toBe(words);
    expect(titleOf(bytes, encoding)).toBe(words);
  });

  test.each(languages)('in %s that is not declared is refused', (encoding, words) => {
    const bytes = inLegacy(encoding, `<html><title>${words}</title><p>Words</p></html>`);

    const told = titleOrRefusal(bytes);

    expect(isRefusalOf(told, bytes, 0)).toBe(true);
  });

  test.each([
    ['iso-8859-2', 'Burmistrz zaprzeczył, że obiecał nowy most; gęś, źdźbło, żółć'],
    ['windows-1250', 'Burmistrz zaprzeczył, że obiecał „nowy most”; gęś, źdźbło, żółć'],
    ['windows-1252', 'Le maire a démenti avoir promis « un pont » à l’Île-d’Oléron, où l’été dure'],
    ['macintosh', 'Le maire a démenti avoir promis « un pont » à l’Île-d’Oléron, où l’été dure'],
    ['windows-1254', 'Belediye başkanı yeni köprü sözü verdiğini yalanladı'],
  ])('with Latin letters of %s has its title', (encoding, words) => {
    const text = `<html><head><meta charset="${encoding}"><title>${words}</title></head></html>`;

    expect(titleOf(inLegacy(encoding, text))).toBe(words);
  });
});

test.each(['Mairé « oui »', 'Ä', '¿Qué dijo?', 'Où « à » l’été', 'Preis: 5 €', 'Þórður sagði það'])(
  'a text in windows-1252 is read as it stands: %s',
  (words) => {
    expect(decodedText(inLegacy('windows-1252', `${words}\n`)).text).toBe(`${words}\n`);
  },
);

test.each(['UTF-8 with its mark', 'UTF-16LE with its mark', 'UTF-16BE', 'UTF-16LE'])(
  'a text in %s is taken letter for letter',
  (encoding) => {
    expect(decodedText(inBytes[encoding]?.('Ferry’s sale\n') ?? Buffer.of()).text).toMatch(
      /^\ufeff?Ferry’s sale\n$/u,
    );
  },
);

test('what is lost is told once, with its first byte', () => {
  const bytes = Buffer.concat([
    Buffer.from('It was “sold”, he said: “'),
    Buffer.of(0x81, 0x20, 0xfe),
  ]);

  expect(decodedText(bytes)).toEqual({
    text: 'It was “sold”, he said: “\ufffd \ufffd',
    encoding: 'utf-8',
    lost: 'byte 0x81 at offset 31',
    notes: ['The byte 0x81 at offset 31 stands for no character, and so do 1 more.'],
  });
});

test('controls of the second set are the characters that they were meant to be', () => {
  expect(decodedText(Buffer.from('the mayor\u0092s \u0093plan\u0094')).text).toBe(
    'the mayor’s “plan”',
  );
});

test.each([
  ['compressed by gzip', Buffer.of(0x1f, 0x8b, 8, 0)],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a picture', Buffer.of(0x89, 0x50, 0x4e, 0x47)],
  ['no text', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 256))],
  ['no text', Buffer.concat([Buffer.from('<html>'), Buffer.alloc(40)])],
])('%s is refused as such', (kind, bytes) => {
  expect(() => decodedPage(bytes)).toThrow(kind);
});
