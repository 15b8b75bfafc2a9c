import { describe, expect, test } from 'vitest';
import { attributed } from '../../kit/reading.ts';

describe('sources', () => {
  test.each([
    'The mayor on Tuesday',
    'The mayor late Friday',
    'The mayor last month',
    'The mayor in recent weeks',
    'The mayor, late on Friday,',
    'The mayor, speaking in Holm,',
    'The mayor, in a statement,',
  ])('%s: when and where are no part of the source', (subject) => {
    expect(attributed(`${subject} warned that the dam was old.`)).toEqual([
      'The mayor | warned | that the dam was old',
    ]);
  });

  test.each([
    ['The mayor, Ida Moe, on Tuesday', 'The mayor, Ida Moe,'],
    ['Officials in Ohio late Friday', 'Officials in Ohio'],
    ['Theresa May', 'Theresa May'],
    ['Ann Roe, 58, who lives in Holm,', 'Ann Roe, 58, who lives in Holm,'],
    ['Ann Roe, 58, a nurse in Holm, Ohio,', 'Ann Roe, 58, a nurse in Holm, Ohio,'],
    ['The Rev. Bo Lind', 'The Rev. Bo Lind'],
    ['A third of Democratic registered voters', 'A third of Democratic registered voters'],
    ['A letter sent Thursday', 'A letter sent Thursday'],
    ['Ann Roe, who chairs the board,', 'Ann Roe, who chairs the board,'],
  ])('%s: the source is %s', (subject, source) => {
    expect(attributed(`${subject} warned that the dam was old.`)).toEqual([
      `${source} | warned | that the dam was old`,
    ]);
  });
});
