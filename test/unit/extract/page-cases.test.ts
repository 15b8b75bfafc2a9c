import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleInBytes } from '../../../extract/web-page/page.ts';

const folder = new URL('../../../../shared/cases/pages/', import.meta.url);
const missing = existsSync(folder) ? '' : ': SKIPPED, ../shared/cases/pages is not here';

const bytesOf = (file: string): Buffer => readFileSync(new URL(file, folder));

interface Right {
  readonly title?: string;
  readonly text_has?: readonly string[];
}

const expected: Readonly<Record<string, Right | string>> =
  missing === '' ? JSON.parse(bytesOf('expected.json').toString()) : {};

const files = [
  'cp1252-declared.html',
  'utf8-comment-charset.html',
  'charset-unknown-label.html',
  'br.html',
  'nested.html',
  'details.html',
];

describe.skipIf(missing !== '')(`the cases of pages${missing}`, () => {
  test.each(files)('%s has the right title and words', (file) => {
    const right = expected[file];
    const { title, text_has = [] } = typeof right === 'object' ? right : {};

    const found = articleInBytes(bytesOf(file));

    expect(found.title).toBe(title ?? found.title);
    for (const words of text_has) expect(found.text).toContain(words);
    expect(found.text).not.toMatch(/[\u0080-\u009f]/u);
  });

  test('an empty page holds no article', () => {
    expect(() => articleInBytes(bytesOf('empty.html'))).toThrow('it shows no words');
  });

  test('places where a word may be broken are no part of it', () => {
    expect(articleInBytes(bytesOf('softhyphen-zwsp.html')).text).toContain(
      'The mayor denied that any order had been given to the crews.',
    );
  });
});
