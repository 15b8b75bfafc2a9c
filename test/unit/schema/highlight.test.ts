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

  test('tell where a run of letters stands in a longer one, but for what is marked', () => {
    const title = marked('[大桥]：跨海大桥工程');
    expect(highlightsOf('claim', { title, body: '' }, ['大桥', '海大'])).toEqual([
      {
        field: 'TEXT',
        text: '大桥：跨海大桥工程',
        matches: [
          { start: 0, end: 2 },
          { start: 5, end: 7 },
        ],
      },
    ]);
  });

  test('tell the aliases of an actor among what describes it', () => {
    const told = { title: 'Ada', also: marked('[Dada]'), body: '' };
    expect(highlightsOf('actor', told)).toEqual([
      { field: 'DESCRIPTION', text: 'Dada', matches: [{ start: 0, end: 4 }] },
    ]);
  });
});
