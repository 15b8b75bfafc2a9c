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
      'a verb that looks like a noun',
      'According to a poll held by the Echo in Holm on Sunday, 58 percent of voters support the nurses.',
      [
        'a poll held by the Echo in Holm on Sunday | According to | 58 percent of voters support the nurses',
      ],
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
    [
      'an aside before what is said',
      'The Gazette reported on Monday, citing two engineers, that the dam leaked.',
      ['The Gazette | reported | that the dam leaked', 'The Gazette | citing | two engineers'],
    ],
    [
      'a name after an abbreviation',
      'Ohio Sen. Mark Roe says the dam is safe.',
      ['Ohio Sen. Mark Roe | says | the dam is safe'],
    ],
    [
      'a participle that is an adjective',
      'Ann Roe said in an emailed statement that the dam was safe.',
      ['Ann Roe | said | that the dam was safe'],
    ],
    [
      'a share of people',
      'One in five of registered voters say they like the dam.',
      ['One in five of registered voters | say | they like the dam'],
    ],
    [
      'a long beginning before',
      'The dam, built in 1920, had held for years, the ministry said.',
      ['the ministry | said | The dam, built in 1920, had held for years'],
    ],
    [
      'a verb that leads to another',
      'Ann Roe went on to say the dam leaked.',
      ['Ann Roe | went on to say | the dam leaked'],
    ],
    [
      'an adjective behind the verb',
      'Ann Roe made clear that the dam leaked.',
      ['Ann Roe | made clear | that the dam leaked'],
    ],
    [
      'a name that is also a verb',
      '“The dam is safe,” Grant said.',
      ['Grant | said | “The dam is safe,”'],
    ],
    [
      'a verb that is also a noun',
      'The council plans to mend the dam, Ann Roe said.',
      ['Ann Roe | said | The council plans to mend the dam'],
    ],
    [
      'inverted, with another cue',
      '“The dam is safe,” said Ann Roe, who added that it was new.',
      ['Ann Roe | said | “The dam is safe,”', 'who | added | that it was new'],
    ],
    [
      'a time clause',
      'The minister resigned after Ann Roe accused him of theft.',
      ['Ann Roe | accused | him of theft'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(attributed(text)).toEqual(expected);
  });

  test('who said one thing aside says the next as well', () => {
    expect(attributed('Ann Roe, who praised the dam, said it was safe.')).toEqual([
      'who | praised | the dam',
      'Ann Roe | said | it was safe',
    ]);
  });

  test.each([
    ['a turn', 'ROE: It is safe. I said so.', ['ROE | : | It is safe. I said so']],
    [
      'question and answer',
      'Q: Is it safe? Ann Roe says so. A: It is. Nobody told me.',
      ['Q | : | Is it safe? Ann Roe says so', 'A | : | It is. Nobody told me'],
    ],
    ['a claim to be checked', 'Claim: The dam is safe.', []],
    ['a note', 'Update: The dam is safe.', []],
    ['a number', 'Roe: 1,024', []],
    ['names', 'Ohio: Ann Roe, Bo Lind', []],
  ])('a colon after %s', (_what, text, expected) => {
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
      'a time clause in which somebody else speaks',
      'Ann Roe denied that it leaked, a day after the Gazette reported that it did.',
      ['Ann Roe | denied | that it leaked', 'the Gazette | reported | that it did'],
    ],
    [
      'the claim of somebody else',
      'Ann Roe said it was safe, despite Bo Lind’s claim that it leaked.',
      ['Ann Roe | said | it was safe', 'Bo Lind | claim | that it leaked'],
    ],
    [
      'a last dash',
      'Ann Roe said the dam was safe — a first for the board.',
      ['Ann Roe | said | the dam was safe'],
    ],
    [
      'the verb of its subject, where it is an aside',
      'Ann Roe, who calls Bo Lind “a fool,” said the dam was safe.',
      ['who | calls | Bo Lind “a fool,”', 'Ann Roe | said | the dam was safe'],
    ],
    [
      'a finite verb after a participle',
      'Ann Roe left, calling the dam “a danger” and said it leaked.',
      ['Ann Roe | calling | the dam “a danger”', 'Ann Roe | said | it leaked'],
    ],
    [
      'a dateline',
      'HOLM, May 2 (Wire) - The dam leaked, Ann Roe said.',
      ['Ann Roe | said | The dam leaked'],
    ],
  ])('an attribution ends before %s', (_what, text, expected) => {
    expect(attributed(text)).toEqual(expected);
  });

  test('a dash and a second one keep what stands between them', () => {
    expect(attributed('Ann Roe said that it leaks — badly — and must go.')).toEqual([
      'Ann Roe | said | that it leaks — badly — and must go',
    ]);
  });

  test('a sentence whose speaker is named is not said by somebody else', () => {
    expect(attributed('Ann Roe says it leaks, which goes against her stated plans.')).toEqual([
      'Ann Roe | says | it leaks, which goes against her stated plans',
    ]);
  });

  test('words in quotation marks attribute nothing', () => {
    expect(attributed('“The mayor said that she was told it was safe.”')).toEqual([]);
  });

  test('a text in which nobody speaks has none', () => {
    expect(attributed('The dam broke at night. Water ran into the valley.')).toEqual([]);
  });
});
