import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { spoken } from '../../kit/reading.ts';

const rules = createRules();
const said = (text: string, actors = [] as Parameters<typeof rules.extract>[0]['actors']) => {
  const drafts = rules.extract({ text, ...(actors && { actors }) });
  for (const { evidence } of drafts.stances)
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  return spoken(drafts);
};

const denial = ['Ann Roe DENIES The dam leaked.'];

describe('a denial is read', () => {
  test.each([
    [
      'between every space of Unicode',
      'Ann\u1680Roe\u2009denied\u202fthat\u3000the\u205fdam\u2003leaked.',
    ],
    [
      'with zero-width spaces alone',
      'Ann\ufeffRoe\ufeffdenied\ufeffthat\ufeffthe\ufeffdam\ufeffleaked.',
    ],
    ['where one word joiner parts two words', 'Ann Roe\u2060denied that the dam leaked.'],
    ['where one zero-width space parts two words', 'Ann Roe denied\u200bthat the dam leaked.'],
    [
      'where the character beside a space is unseen',
      'Ann Roe \ufeffdenied\u200b that the dam leaked.',
    ],
    ['with a soft hyphen in the cue', 'Ann Roe de\u00adnied that the dam leaked.'],
    ['with a zero-width space in the cue', 'Ann Roe den\u200bied that the dam leaked.'],
    ['with a word joiner in the cue', 'Ann Roe den\u2060ied that the dam leaked.'],
    ['with a byte order mark in the cue', 'Ann Roe den\ufeffied that the dam leaked.'],
    [
      'with all letters parted',
      'Ann Roe d\u200be\u00adn\u200bi\u200be\u200bd that the dam leaked.',
    ],
    [
      'with marks of direction',
      '\u202aAnn\u200e Roe\u202c \u2066denied\u2069 that the dam leaked.',
    ],
    ['with controls in words', 'Ann R\u0000oe den\u0007ied that the d\u009fam leaked.'],
    ['behind a byte order mark', '\ufeffAnn Roe denied that the dam leaked.'],
    ['with a ligature', 'Ann Roe denied that the dam leaked. The o\ufb03ce burned.'],
    ['in wide letters', 'Ａｎｎ　Ｒｏｅ　ｄｅｎｉｅｄ　ｔｈａｔ　ｔｈｅ　ｄａｍ　ｌｅａｋｅｄ．'],
    ['in letters of formulas', 'Ann Roe 𝗱𝗲𝗻𝗶𝗲𝗱 that the dam leaked.'],
    ['between horizontal bars', 'Ann Roe ― the mayor ― denied that the dam leaked.'],
    [
      'with hyphens that do not break',
      'The vice\u2011president\u2010elect, Ann Roe, denied that the dam leaked.',
    ],
    ['before an ideographic full stop', 'Ann Roe denied that the dam leaked。'],
  ])('%s', (_what, text) => {
    expect(said(text)).toEqual(denial);
  });
});

describe('a quotation is read between', () => {
  test.each([
    '“The crew met nobody,”',
    '”The crew met nobody,”',
    '“The crew met nobody,“',
    '„The crew met nobody“,',
    '‚The crew met nobody‘,',
    '»The crew met nobody«,',
    '«The crew met nobody»,',
    '«\u202fThe crew met nobody\u202f»,',
    '›The crew met nobody‹,',
    '‹The crew met nobody›,',
    '「The crew met nobody」,',
    '『The crew met nobody』,',
    '❝The crew met nobody,❞',
    '〝The crew met nobody,〟',
    '＂The crew met nobody,＂',
    '"The crew met nobody,”',
    '“The crew met nobody,"',
    "'The crew met nobody,'",
    "‘The crew met nobody,'",
    "'The crew met nobody,’",
    "``The crew met nobody,''",
  ])('%s', (quotation) => {
    expect(said(`${quotation} Ann Roe said.`)).toEqual(['Ann Roe ASSERTS The crew met nobody.']);
  });

  test.each(['“Men said ‘no’ to it,”', '„Men said ‚no‘ to it“,', '«Men said “no” to it»,'])(
    'others, as in %s',
    (quotation) => {
      expect(said(`${quotation} Ann Roe said.`)).toEqual(['Ann Roe ASSERTS Men said no to it.']);
    },
  );

  test.each(['´', 'ʼ', '‘', '’', "'"])('none where %s is an apostrophe', (mark) => {
    expect(said(`Ann Roe said it wasn${mark}t safe.`)).toHaveLength(1);
  });
});

describe('a name', () => {
  const apart = 'José Sánchez denied that the dam leaked.'.normalize('NFD');

  test('is one whether its accents stand apart or not', () => {
    expect(said(`${apart} Sánchez said that it held.`)).toEqual([
      'José Sánchez DENIES The dam leaked.',
      'José Sánchez ASSERTS It held.',
    ]);
  });

  test.each(['José Sánchez', 'José\u00a0Sánchez', 'José Sánchez'.normalize('NFD')])(
    'is that of the actor on record who is written %j',
    (name) => {
      const actors = [{ id: 'on-record', name, kind: 'PERSON', aliases: [] } as const];

      const drafts = rules.extract({ text: apart, actors });

      expect(drafts.stances.map(({ actor }) => actor)).toEqual(['on-record']);
      expect(drafts.actors.find(({ id }) => id === 'on-record')?.aliases).toEqual([]);
    },
  );
});

describe('lines', () => {
  const lines = ['Ferry sale', 'Ann Roe denied that the dam leaked.', '“It held,” Bo Lind said.'];

  test.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f'])(
    'end at %j where a text has no other line ends',
    (end) => {
      expect(said(lines.join(end))).toEqual([...denial, 'Bo Lind ASSERTS It held.']);
    },
  );

  test.each(['\r', '\u2028', '\u2029', '\u0085', '\v', '\f'])(
    'go on at %j where a text has line feeds',
    (end) => {
      expect(said(`Ferry sale\n\nAnn${end}Roe denied that${end}the dam leaked.\n`)).toEqual(denial);
    },
  );
});

const cases = new URL('../../../../shared/cases/pages/', import.meta.url);
const missing = existsSync(cases) ? '' : ' (SKIPPED: ../shared/cases is not here)';

describe.skipIf(missing !== '')(`plain texts of the cases${missing}`, () => {
  const text = (name: string) => readFileSync(new URL(name, cases), 'utf8');

  test('thin spaces change nothing', () => {
    expect(said(text('thin-spaces.txt'))).toEqual(said(text('thin-spaces-control.txt')));
    expect(said(text('thin-spaces.txt'))).toHaveLength(5);
  });

  test('four deny it, whatever stands in or beside the word', () => {
    expect(said(text('q3.txt'))).toEqual(
      ['Ann Quill', 'Karl Weber', 'Marie Dupont', 'Lars Holm'].map(
        (name) => `${name} DENIES The ferry had been sold.`,
      ),
    );
  });
});
