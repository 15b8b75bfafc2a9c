import { describe, expect, test } from 'vitest';
import { placeWords, type Tag } from '../../../extract/words/place.ts';
import { segment } from '../../../extract/words/segment.ts';
import type { Token } from '../../../extract/words/token.ts';

/** A tagger that parts words at spaces, but for those that `wrong` has it give instead. */
const tagger =
  (wrong: Readonly<Record<string, readonly string[]>>): Tag =>
  (run) => {
    const words = run.split(' ').flatMap((word) => wrong[word] ?? (word === '' ? [] : [word]));
    return { words, pos: words.map(() => 'NOUN'), lemmas: words };
  };

function placed(text: string, tag: Tag): Token[] {
  const [block] = segment(text);
  if (block === undefined) throw new Error('There is no block.');
  const tokens: Token[] = [];
  placeWords(tokens, { start: block.start, end: block.end, text, block, shown: text }, tag);
  return tokens;
}

describe('a word of the tagger’s', () => {
  const text = 'Nobody denied that the dam leaked';

  test.each([
    ['is longer than what stands there', { that: ['that the'] }],
    ['is shorter', { denied: ['deni'] }],
    ['is another', { denied: ['refuted'] }],
    ['is another in the middle', { denied: ['de', 'x', 'ed'] }],
    ['is missing', { denied: [] }],
    ['is too many', { denied: ['denied', 'denied'] }],
    ['is nowhere', { leaked: ['leaked', 'again'] }],
  ])('that %s is never misplaced, and what follows is read', (_what, wrong) => {
    const tokens = placed(text, tagger(wrong));

    for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word);
    const [missed = ''] = Object.keys(wrong);
    for (const word of text.split(' ').filter((one) => one !== missed && one !== 'the'))
      expect(tokens).toContainEqual(expect.objectContaining({ text: word, pos: 'NOUN' }));
  });

  test('that is never there leaves all else out', () => {
    const tokens = placed('a '.repeat(5000).trim(), tagger({ a: ['b'] }));

    expect(tokens.length).toBeLessThan(20);
  });
});
