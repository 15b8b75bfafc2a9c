import { describe, expect, test } from 'vitest';
import { passage } from '../kit/reading.ts';
import { scoresOf } from './corpus.ts';
import { percent, type SpanAttribution } from './score.ts';

const text = 'Ann Roe said “no.” Bo Lind said that the dam is safe.';

/** The spans of these words of the text. */
function spans(...quotes: string[]): SpanAttribution['content'] {
  return quotes.map((quote) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
  }));
}

const gold: SpanAttribution[] = [
  { source: spans('Ann Roe'), cue: spans('said'), content: spans('“no.”') },
  {
    source: spans('Bo Lind'),
    cue: [{ start: 27, end: 31 }],
    content: spans('that the dam is safe'),
  },
];

const score = (read: SpanAttribution[]) => scoresOf(() => read, [{ passage: passage(text), gold }]);

describe('a reader', () => {
  test('that reads what is marked has everything right', () => {
    const { exact, relaxed, modes } = score(gold);

    expect(Object.values({ ...exact, ...relaxed }).map((count) => percent(count).f1)).toEqual([
      100, 100, 100,
    ]);
    expect([modes.DIRECT, modes.INDIRECT].map((count) => count?.hits)).toEqual([1, 1]);
  });

  test('that stops a word early is right relaxed and wrong exactly', () => {
    const { exact, relaxed } = score([{ source: [], cue: [], content: spans('that the dam is') }]);

    expect([exact.content.hits, relaxed.content.hits]).toEqual([0, 1]);
  });

  test('that has less than half is wrong both ways', () => {
    expect(score([{ source: [], cue: [], content: spans('that') }]).relaxed.content.hits).toBe(0);
  });

  test('that says the same twice is right once', () => {
    const twice = [...gold, ...gold];

    expect(score(twice).exact.content).toEqual({ hits: 2, read: 2, gold: 2 });
    expect(score(twice).relaxed.content).toEqual({ hits: 2, read: 4, gold: 2 });
  });
});
