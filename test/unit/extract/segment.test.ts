import { describe, expect, test } from 'vitest';
import { segment } from '../../../extract/words/segment.ts';

const parts = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

const article = [
  'Mayor denies dam is unsafe',
  '',
  'The mayor spoke on Monday. She was brief.',
  'A Long Night at the Dam',
  'Crowds gathered. (Photo by Jo Lind / Harbour Press)',
].join('\n');

describe('segment', () => {
  test('tells title, paragraphs, headings and captions apart', () => {
    expect(segment(article).map(({ kind }) => kind)).toEqual([
      'TITLE',
      'PARAGRAPH',
      'HEADING',
      'CAPTION',
    ]);
  });

  test('gives spans of the untouched text, in UTF-16 code units', () => {
    const text = '🚢 Title here\n\n  The ship 🚢 sank.  It was old.\r\n';

    const [, paragraph] = segment(text);

    expect(parts(text, paragraph?.sentences ?? [])).toEqual(['The ship 🚢 sank.', 'It was old.']);
  });

  test.each([
    [
      'Dr. Ann Roe met Sen. Poe of the U.S. on Jan. 5. They ate.',
      ['Dr. Ann Roe met Sen. Poe of the U.S. on Jan. 5.', 'They ate.'],
    ],
    ['He left the U.S. The rest stayed.', ['He left the U.S.', 'The rest stayed.']],
    ['“It is safe.” She left.', ['“It is safe.”', 'She left.']],
    ['“Is it safe?” Ann Roe asked. Nobody knew.', ['“Is it safe?” Ann Roe asked.', 'Nobody knew.']],
    ['It rose by 3.5 percent. Why?', ['It rose by 3.5 percent.', 'Why?']],
  ])('cuts %s', (text, sentences) => {
    expect(
      parts(
        text,
        segment(text).flatMap((block) => block.sentences),
      ),
    ).toEqual(sentences);
  });

  test('lines that were wrapped are one paragraph, and a byline is not', () => {
    const text = [
      'Mayor says that the dam in the valley is safe',
      'By Ida Roe',
      '',
      'The mayor said at noon that she would sue the',
      'Morning Star over the story, and that nobody in',
      'the valley had to leave.',
    ].join('\n');

    expect(segment(text).map(({ kind }) => kind)).toEqual(['TITLE', 'HEADING', 'PARAGRAPH']);
  });

  test('short lines that nothing goes on from stay apart', () => {
    const text = 'The mayor spoke on Monday, and she was quite brief.\nThe dam holds.';

    expect(segment(text).length).toBe(2);
  });

  test.each([
    ['a dateline', 'HOLM, May 2 (Wire News) - The dam broke.'],
    ['a dateline with a dash', 'PORT HOLM — The dam broke.'],
    ['an agency', '(Reuters) - The dam broke.'],
    ['a dateline in small letters', 'Port Holm, May 2 (AP) — The dam broke.'],
    ['a dateline of two cities', 'HOLM/ELLIS, May 2 (Reuters) - The dam broke.'],
  ])('%s is a block of its own', (_what, line) => {
    expect(segment(`Dam breaks\n\n${line}`).map(({ kind }) => kind)).toEqual([
      'TITLE',
      'HEADING',
      'PARAGRAPH',
    ]);
  });

  test('a dateline is no title, an agency no caption', () => {
    const kinds = segment('HOLM (AP) — The dam broke.\n\nMayor Roe told Wire (Reuters) so.');

    expect(kinds.map(({ kind }) => kind)).toEqual(['HEADING', 'PARAGRAPH', 'PARAGRAPH']);
  });

  test('a sentence without an end is cut all the same', () => {
    const text = 'and on '.repeat(1000);

    expect(segment(text).flatMap(({ sentences }) => sentences).length).toBeGreaterThan(3);
  });

  test('nothing has no blocks', () => {
    expect(segment('')).toEqual([]);
    expect(segment(' \n\t\n')).toEqual([]);
  });
});

describe('quotations', () => {
  test.each([
    ['curly', 'He said “no” twice.', ['“no”']],
    ['straight', 'He said "no" twice.', ['"no"']],
    ['of the wires', "He said ''no'' twice.", ["''no''"]],
    ['of the typewriter', "He said ``no'' twice.", ["``no''"]],
    ['angular', 'He said «no» twice.', ['«no»']],
    ['single', 'He said ‘no’ and it’s Bill’s.', ['‘no’']],
    ['straight single', "He said 'no' and it's Bill's.", ["'no'"]],
    ['nested', 'He said “she said ‘no’ to me” twice.', ['“she said ‘no’ to me”', '‘no’']],
  ])('%s', (_style, text, quotations) => {
    expect(
      parts(
        text,
        segment(text).flatMap((block) => block.quotations),
      ),
    ).toEqual(quotations);
  });

  test('one that the next paragraph reopens goes on to the end of its own', () => {
    const text = '“The dam held.\n“And so did we,” he said.';

    const quotations = segment(text).flatMap((block) => block.quotations);

    expect(parts(text, quotations)).toEqual(['“The dam held.', '“And so did we,”']);
    expect(quotations.map(({ continued }) => continued)).toEqual([true, false]);
  });

  test('one that is never closed is none', () => {
    expect(
      segment('He said “no twice.\nThat was all.').flatMap(({ quotations }) => quotations),
    ).toEqual([]);
  });
});

test.each(['(Reuters)', '(AFP)', '[dpa]', '(AP/Reuters)', '(PTI).'])(
  'the credit %s behind the last sentence is no part of it',
  (credit) => {
    const text = `Ferry sinks\n\nThe ferry sank on Friday, the mayor said. ${credit}\n`;

    const [, paragraph, closing] = segment(text);

    expect(text.slice(paragraph?.start, paragraph?.end)).toBe(
      'The ferry sank on Friday, the mayor said.',
    );
    expect(paragraph?.kind).toBe('PARAGRAPH');
    expect(text.slice(closing?.start, closing?.end)).toBe(credit);
  },
);

test.each([
  ['a caption', 'The ferry at the pier. (Reuters)\n\nThe mayor denied it.', 'CAPTION'],
  ['a caption at the end', 'The ferry at the pier in a file photo. (Reuters)', 'CAPTION'],
  ['a remark of another kind', 'The ferry sank. (So it did)', 'PARAGRAPH'],
])('%s stays whole', (_what, words, kind) => {
  const [, second] = segment(`Ferry sinks\n\n${words}\n`);

  expect(second).toMatchObject({ kind, end: 13 + (words.split('\n')[0] ?? '').length });
});
