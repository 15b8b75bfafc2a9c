import { describe, expect, test } from 'vitest';
import { attributed } from '../../kit/reading.ts';

describe('attributions', () => {
  test.each([
    [
      'a clause',
      'The mayor said that the dam is safe.',
      ['The mayor | said | that the dam is safe'],
    ],
    [
      'a clause without that',
      'Ann Roe said the dam would hold.',
      ['Ann Roe | said | the dam would hold'],
    ],
    [
      'a quotation before',
      '“The dam is safe,” Ann Roe said.',
      ['Ann Roe | said | “The dam is safe,”'],
    ],
    [
      'a quotation after',
      'Ann Roe said: “The dam is safe.”',
      ['Ann Roe | said: | “The dam is safe.”'],
    ],
    [
      'inverted',
      '“The dam is safe,” said Ann Roe, an engineer in Holm.',
      ['Ann Roe, an engineer in Holm | said | “The dam is safe,”'],
    ],
    ['a comma before', 'The dam is safe, the mayor said.', ['the mayor | said | The dam is safe']],
    [
      'according to, first',
      'According to Ann Roe, the dam is safe.',
      ['Ann Roe | According to | the dam is safe'],
    ],
    [
      'according to, last',
      'The dam is safe, according to Ann Roe.',
      ['Ann Roe | according to | The dam is safe'],
    ],
    ['passive', 'The dam is expected to hold.', [' | is expected | The dam + to hold']],
    [
      'adverbs and auxiliaries',
      'The mayor has also said that she will stay.',
      ['The mayor | has also said | that she will stay'],
    ],
    [
      'somebody told',
      'Ann Roe told reporters that the dam would hold.',
      ['Ann Roe | told | that the dam would hold'],
    ],
    [
      'an apposition',
      'Ann Roe, a retired engineer, warned that the dam was old.',
      ['Ann Roe, a retired engineer, | warned | that the dam was old'],
    ],
    ['an aside', 'The mayor, however, denied the report.', ['The mayor | denied | the report']],
    [
      'a relative clause',
      'He met Ann Roe, who said that the dam was old.',
      ['who | said | that the dam was old'],
    ],
    ['a speaker and a colon', 'Roe: The dam is safe.', ['Roe | : | The dam is safe']],
  ])('%s', (_what, text, expected) => {
    expect(attributed(text)).toEqual(expected);
  });

  test('a participle has the source of the cue before it', () => {
    expect(attributed('The mayor said the dam was safe, adding that it was new.')).toEqual([
      'The mayor | said | the dam was safe',
      'The mayor | adding | that it was new',
    ]);
  });

  test('a quotation that is interrupted has two parts', () => {
    expect(attributed('“The dam,” Ann Roe said, “is safe.”')).toEqual([
      'Ann Roe | said | “The dam,” + “is safe.”',
    ]);
  });

  test('quoted sentences behind the cue belong to what is said', () => {
    expect(attributed('“It is safe,” Ann Roe said. “We tested it.”')).toEqual([
      'Ann Roe | said | “It is safe,” + “We tested it.”',
    ]);
  });

  test.each([
    [
      'a comma and another speaker',
      'Ann Roe vowed to fix the dam, Bo Lind said it leaked.',
      ['Ann Roe | vowed | to fix the dam', 'Bo Lind | said | it leaked'],
    ],
    [
      'a comma that only opens the clause',
      'Ann Roe said that during the flood, Bo Lind closed it.',
      ['Ann Roe | said | that during the flood, Bo Lind closed it'],
    ],
    [
      'what the subject of a relative clause does',
      'Ann Roe, who proposed the dam, was not there.',
      ['who | proposed | the dam'],
    ],
    [
      'words that the rest of the sentence quotes',
      '“It leaks,” Ann Roe said, referring to the “safe” dam.',
      ['Ann Roe | said | “It leaks,”', 'Ann Roe | referring to | the “safe” dam'],
    ],
    [
      'what stands in brackets',
      'Holm Dams Inc. (NYSE: HLMD) said it leaked.',
      ['Holm Dams Inc. | said | it leaked'],
    ],
    [
      'an apostrophe',
      "The teachers' union said it leaked.",
      ["The teachers' union | said | it leaked"],
    ],
    [
      'a dateline',
      'HOLM, May 2 (Wire) - The dam leaked, Ann Roe said.',
      ['Ann Roe | said | The dam leaked'],
    ],
  ])('an attribution ends before %s', (_what, text, expected) => {
    expect(attributed(text)).toEqual(expected);
  });

  test('words in quotation marks attribute nothing', () => {
    expect(attributed('“The mayor said that she was told it was safe.”')).toEqual([]);
  });

  test('a text in which nobody speaks has none', () => {
    expect(attributed('The dam broke at night. Water ran into the valley.')).toEqual([]);
  });
});
