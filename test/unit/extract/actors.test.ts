import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();
/** Who speaks by the name of the draft, for each stance that is not the outlet's own voice. */
const speakers = (text: string) => {
  const { actors, stances } = rules.extract({ text });
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name;
  return stances
    .filter(({ evidence }) => evidence.mode !== 'NARRATED')
    .map(({ actor }) => name(actor));
};
const drafted = (text: string) =>
  rules
    .extract({ text })
    .actors.filter(({ id }) => id !== 'publisher')
    .map(({ name, kind }) => `${name} ${kind}`);

describe('one person is one actor', () => {
  test.each([
    ['an office before', 'The mayor, Ida Roe, said the dam leaked. The mayor said it was old.'],
    ['an office behind', 'Ida Roe, mayor of Holm, said the dam leaked. The mayor said it was old.'],
    ['a trade', 'Councillor Ida Roe said the dam leaked. Ms. Roe said it was old.'],
    ['a pronoun', 'Ida Roe, 52, said the dam leaked. She said it was old.'],
    ['what she belongs to', 'The town’s mayor, Ida Roe, said it leaked. Roe said it was old.'],
    ['a spokesperson', 'Their spokeswoman, Ida Roe, said it leaked. Roe said it was old.'],
    [
      'whom she speaks for',
      'A spokeswoman for Holm, Ida Roe, said it leaked. Roe said it was old.',
    ],
    ['a rank', 'The town’s commander, Lt. Cmdr. Ida Roe, said it leaked. Roe said it was old.'],
    ['a short title', 'Sen. Ida Roe said it leaked. The senator said it was old.'],
    ['what she criticizes', 'Music critic Ida Roe said it leaked. She said it was old.'],
    ['two things she was', 'Ida Roe, a nurse and a poet, said it leaked. Roe said it was old.'],
    [
      'broken by a line',
      'The dam in the valley of Holm has leaked, said Ida\nRoe, an engineer in the town below the old dam, who\nleft. Roe said it was old.',
    ],
    ['a nationality', 'Ida Roe said the dam leaked. It was old, the Swede said.'],
  ])('%s', (_what, text) => {
    expect(speakers(text)).toEqual(['Ida Roe', 'Ida Roe']);
  });

  test('she is not a man who spoke last', () => {
    expect(
      speakers('Mary Roe said it leaked. Peter Lind said it held. She said it was old.'),
    ).toEqual(['Mary Roe', 'Peter Lind', 'Mary Roe']);
  });

  test.each([
    ['the last named in full', 'Bo Lind left. Carl Lind came. Lind said it held.', 'Carl Lind'],
    ['whom the title fits', 'Mary Lind left. Carl Lind came. Ms Lind said it held.', 'Mary Lind'],
  ])('of two with one surname it is %s', (_what, text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  test('he is the body that a spokesman spoke for', () => {
    expect(
      speakers(
        'Bo Lind said it leaked. A spokesman for the Dam Ministry said it held. He said it rained.',
      ),
    ).toEqual(['Bo Lind', 'Dam Ministry', 'Dam Ministry']);
  });

  test('one who asks not to be named is a source of the outlet', () => {
    expect(drafted('One trader, who asked not to be named, said it leaked.')).toEqual([
      expect.stringMatching(/^One trader.* UNNAMED_SOURCE$/u),
    ]);
  });

  test('he may be a source without a name', () => {
    expect(speakers('An official in Holm said it leaked. “It is old,” he said.')).toEqual([
      'An official in Holm',
      'An official in Holm',
    ]);
  });

  test('he is the subject of the sentence before, not who spoke last', () => {
    expect(speakers('Bo Lind said it held. Carl Roe came at noon. He said it leaked.')).toEqual([
      'Bo Lind',
      'Carl Roe',
    ]);
  });
});

describe('a body is called by its name', () => {
  test.each([
    ['a word for its kind', 'The National Dam Agency said it leaked. The agency said it was old.'],
    ['its short name', 'Holm Dams AG said it leaked. Holm Dams said it was old.'],
    ['its name without the trade', 'Holm Medical said it leaked. Holm said it was old.'],
    ['the company', 'Turbine maker Holm Dams AG said it leaked. The company said it was old.'],
    [
      'who speaks for it',
      'The Dam Ministry said it leaked. A Dam Ministry spokesman said no more.',
    ],
    ['who speaks, and then for it', 'A spokesman for the Dam Ministry said it leaked.'],
  ])('%s', (_what, text) => {
    expect(new Set(speakers(text)).size).toBe(1);
    expect(drafted(text).length).toBe(1);
  });
});

describe('kinds', () => {
  test.each([
    ['The Justice Department said it leaked.', 'Justice Department GOVERNMENT'],
    ['The Office of Water said it leaked.', 'Office of Water GOVERNMENT'],
    ['Newspaper Dagens Holm said it leaked.', 'Dagens Holm OUTLET'],
    ['The Morning Star said it leaked.', 'Morning Star OUTLET'],
    ['The Financial Ledger said it leaked.', 'Financial Ledger OUTLET'],
    ['The engineering firm Roe & Sons said it leaked.', 'Roe & Sons ORGANIZATION'],
    ['The airline said it leaked.', 'The airline ORGANIZATION'],
    ['Holm’s medicines regulator said it leaked.', 'Holm’s medicines regulator GOVERNMENT'],
    ['Hospital managers said it leaked.', 'Hospital managers GROUP'],
    ['Farmers in the valley said it leaked.', 'Farmers in the valley GROUP'],
    ['The company’s engineers said it leaked.', 'The company’s engineers GROUP'],
    ['Holm Dams AG said it leaked.', 'Holm Dams AG ORGANIZATION'],
    ['Norway said it leaked.', 'Norway GOVERNMENT'],
    ["The teachers' union said it leaked.", "The teachers' union ORGANIZATION"],
    ['The Bundesbank said it leaked.', 'Bundesbank ORGANIZATION'],
    ['Residents said the dam leaked.', 'Residents GROUP'],
    ['Downing Street said it leaked.', 'Downing Street GOVERNMENT'],
    ['ROE: The dam leaked.', 'Roe PERSON'],
    ['Holm Medical said it leaked.', 'Holm Medical ORGANIZATION'],
    ['Her club, Holmia, said it leaked.', 'Holmia ORGANIZATION'],
    ['Holm-based Ida Roe said it leaked.', 'Ida Roe PERSON'],
    ['Board chair Ida Roe told the board that it leaked.', 'Ida Roe PERSON'],
  ])('%s', (text, actor) => {
    expect(drafted(text)).toEqual([actor]);
  });
});

test('who has a description and no name is marked as described', () => {
  const { actors } = rules.extract({
    text: 'The minister said it leaked. Ida Roe said it held. An official said it rained.',
  });

  expect(actors.flatMap(({ name, isDescribed }) => (isDescribed ? [name] : []))).toEqual([
    'The minister',
  ]);
});

describe('nobody is made of', () => {
  test.each([
    ['a title', 'Mayor denies closing the dam\n\nThe dam broke at night.'],
    ['a byline', 'Dam opens\nBy Ida Roe, Staff Writer\nUpdated 3:14 pm\n\nThe dam broke at night.'],
    ['a dateline', 'HOLM, May 2 (Wire News) - The dam broke at night.'],
    ['anybody', 'As any officer will tell you, the dam leaked.'],
    ['a label', 'Claim: The dam leaked.'],
    ['the author', 'I told them that the dam leaked.'],
  ])('%s', (_what, text) => {
    expect(drafted(text)).toEqual([]);
  });

  test('a title repeats those whom the text names', () => {
    expect(speakers('Mayor denies leak\n\nThe mayor, Ida Roe, left at noon.')).toEqual(['Ida Roe']);
  });
});
