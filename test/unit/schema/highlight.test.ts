import { describe, expect, test } from 'vitest';
import { marks } from '../../../db/queries/search.ts';
import { highlightsOf } from '../../../schema/reading/highlight.ts';

const marked = (text: string) => text.replaceAll('[', marks.begin).replaceAll(']', marks.end);

describe('highlights', () => {
  test('tell where words stand in an excerpt', () => {
    expect(highlightsOf('claim', { title: marked('The [call] was a [call].'), body: '' })).toEqual([
      {
        field: 'TEXT',
        text: 'The call was a call.',
        matches: [
          { start: 4, end: 8 },
          { start: 15, end: 19 },
        ],
      },
    ]);
  });

  test('leave out excerpts without a word, and those that may not be shown', () => {
    expect(highlightsOf('article', { title: 'No call', body: null })).toEqual([]);
    expect(highlightsOf('actor', { title: 'Ada', body: marked('… [minister] …') })).toEqual([
      { field: 'DESCRIPTION', text: '… minister …', matches: [{ start: 2, end: 10 }] },
    ]);
  });

  test('take stray marks of the text itself for nothing', () => {
    expect(highlightsOf('claim', { title: marked(']a [b] [c'), body: '' })).toEqual([
      { field: 'TEXT', text: 'a b c', matches: [{ start: 2, end: 3 }] },
    ]);
  });
});
