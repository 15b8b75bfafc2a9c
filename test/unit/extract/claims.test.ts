import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { spoken } from '../../kit/reading.ts';

const rules = createRules();
const claims = (text: string) =>
  spoken(rules.extract({ text })).map((told) =>
    told.replace(/^.*? (?:[A-Z]{5,}|NO_REPLY) (?=[A-Z])/u, ''),
  );

describe('a claim can be read alone', () => {
  test.each([
    ['she', 'Mary Roe said she would leave.', 'Mary Roe would leave.'],
    ['her', 'Mary Roe said her friend left.', 'Mary Roe’s friend left.'],
    ['it', 'Holm Dams AG said it was in talks.', 'Holm Dams AG was in talks.'],
    ['they', 'Residents said they were tired.', 'Residents were tired.'],
    ['I', '“I saw it and I left,” Mary Roe said.', 'Mary Roe saw it and she left.'],
    ['I’m', '“I’m sure,” Mary Roe said.', 'Mary Roe is sure.'],
    ['I of a speaker', 'ROE: I left the dam.', 'Roe left the dam.'],
    [
      'it that means nothing',
      'Holm Dams AG said it was clear that it leaked.',
      'It was clear that it leaked.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });
});

describe('a quotation is made whole', () => {
  test.each([
    ['told to somebody', '“The dam leaks,” Ann Roe told the council.', 'The dam leaks.'],
    ['interrupted', '“The dam,” Ann Roe said, “leaks.”', 'The dam leaks.'],
    ['a condition', '“If it leaks, it is old,” Ann Roe said.', 'If it leaks, it is old.'],
    ['single marks', "Ann Roe said that the dam 'leaks'.", 'The dam leaks.'],
    ['that begins with a place', '“In Holm it rained,” Ann Roe said.', 'In Holm it rained.'],
    ['behind a place', "Ann Roe told workers on the dam: 'It leaks.'", 'It leaks.'],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });
});

describe('what is no clause is made one', () => {
  test.each([
    ['accused', 'Ann Roe accused Bo Lind of hiding the leak.', 'Bo Lind hid the leak.'],
    ['of a deed', 'Ann Roe accused Bo Lind of fraud.', 'Bo Lind is guilty of fraud.'],
    ['called for', 'Ann Roe called for an inquiry.', 'There should be an inquiry.'],
    ['called on', 'Ann Roe called on the town to leave.', 'The town should leave.'],
    ['urged', 'Ann Roe urged residents to leave.', 'Residents should leave.'],
    ['told not to', 'Ann Roe told residents not to leave.', 'Residents should not leave.'],
    [
      'recommended doing',
      'Ann Roe recommended selling the dam.',
      'Selling the dam would be right.',
    ],
    ['backed', 'Ann Roe backed the plan.', 'The plan is right.'],
    ['condemned', 'Ann Roe condemned the plan.', 'The plan is right.'],
    ['dismissed as', 'Ann Roe dismissed the plan as “mad”.', 'The plan is mad.'],
    ['denied doing', 'Ann Roe denied closing the dam.', 'Ann Roe closed the dam.'],
    ['denied having done', 'Ann Roe denied having closed it.', 'Ann Roe had closed it.'],
    ['denied a thing', 'Ann Roe denied any wrongdoing.', 'Ann Roe was guilty of wrongdoing.'],
    ['questioned a thing', 'Ann Roe questioned the plan.', 'The plan is right.'],
    ['denied that nothing', 'Ann Roe denied that there was no leak.', 'There was no leak.'],
    [
      'rejected that nothing',
      'Ann Roe rejected claims that there was no leak.',
      'There was no leak.',
    ],
    ['it is untrue that', 'Ann Roe said it was untrue that the dam leaked.', 'The dam leaked.'],
    ['questioned whether any', 'Ann Roe questioned whether any dam leaked.', 'A dam leaked.'],
    ['questioned whether', 'Ann Roe questioned whether it leaked.', 'It leaked.'],
    ['promised to', 'Ann Roe promised to leave.', 'Ann Roe will leave.'],
    ['dismissed calls', 'Ann Roe dismissed calls for Bo Lind to go.', 'Bo Lind should go.'],
    [
      'denied doing after somebody said so',
      'Ann Roe denied closing it after Bo Lind told the council so.',
      'Ann Roe closed it.',
    ],
    ['opposed it', 'Bo Lind backed the plan. Ann Roe opposed it.', 'The plan is right.'],
    [
      'slammed what was done',
      'Ann Roe slammed a plan filed in May.',
      'A plan filed in May is right.',
    ],
    ['proposed a known thing', 'Ann Roe proposed the ban, but left.', 'The ban is right.'],
    ['disputed a known thing', 'Ann Roe disputed the figure.', 'The figure is right.'],
    ['is said to be', 'The dam is said to be old.', 'The dam is old.'],
  ])('%s', (_what, text, claim) => {
    expect(new Set(claims(text))).toEqual(new Set([claim]));
  });

  test.each([
    ['a question', 'Ann Roe asked whether the dam leaked.'],
    ['a question in marks', '“Where is it?” Ann Roe asked.'],
    ['a word', 'Ann Roe said: “Yes.”'],
    ['a mention', 'Ann Roe pointed to the dam.'],
  ])('there is none for %s', (_what, text) => {
    expect(claims(text)).toEqual([]);
  });

  test('two clauses are two claims', () => {
    expect(claims('Ann Roe said that it was old and that it leaked.').sort()).toEqual([
      'It leaked.',
      'It was old.',
    ]);
  });
});

describe('a quotation of several sentences makes one claim', () => {
  test.each([
    ['the first', '“The dam leaks,” Ann Roe said. “It is old.”', 'The dam leaks.'],
    [
      'the one that wants something',
      '“The dam leaks,” Ann Roe said. “The town should leave.”',
      'The town should leave.',
    ],
    ['not a word', '“No. The dam held,” Ann Roe said.', 'The dam held.'],
    ['not a question', '“Why now? The dam held,” Ann Roe said.', 'The dam held.'],
    ['without its first word', '“Well, the dam held,” Ann Roe said.', 'The dam held.'],
    [
      'with the first word it needs',
      '“So far the dam held,” Ann Roe said.',
      'So far the dam held.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });

  test('and its evidence is the whole', () => {
    const text = '“The dam leaks,” Ann Roe said. “It is old.”';

    expect(rules.extract({ text }).stances.map(({ evidence }) => evidence.quote)).toEqual([text]);
  });
});

describe('what somebody did', () => {
  test.each([
    ['irregular', 'Ann Roe denied seeing the memo.', 'Ann Roe saw the memo.'],
    ['regular', 'Ann Roe denied ever stopping the work.', 'Ann Roe stopped the work.'],
    ['in -ying', 'Ann Roe denied copying it.', 'Ann Roe copied it.'],
    ['a lie', 'Ann Roe accused Bo Lind of lying.', 'Bo Lind lied.'],
    [
      'knowingly',
      'Ann Roe accused Bo Lind of knowingly misleading them.',
      'Bo Lind knowingly misled them.',
    ],
    ['no deed', 'Ann Roe denied wrongdoing.', 'Ann Roe was guilty of wrongdoing.'],
    [
      'demanded and more',
      'The union demanded talks and threatened to strike.',
      'There should be talks.',
    ],

    [
      'by an office',
      'The mayor, Ida Moe, left. Bo Lind accused the mayor of hiding the memo.',
      'Ida Moe hid the memo.',
    ],
    ['by nobody named', 'Bo Lind accused the mayor of hiding it.', 'The mayor hid it.'],
    [
      'as a report has it',
      'Ann Roe rejected a report in the Holm Post that the dam leaked.',
      'The dam leaked.',
    ],
    [
      'as a plan',
      '“There is no plan to leave, and there never was,” Ann Roe said.',
      'There is a plan to leave.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toContain(claim);
  });
});

describe('a claim has a kind', () => {
  test.each([
    ['The dam would flood the town', 'COMMITMENT'],
    ['The repairs could cost 40 million crowns', 'COMMITMENT'],
    ['If it rains, the dam will break', 'COMMITMENT'],
    ['The newly elected mayor will leave', 'COMMITMENT'],
    ['Two boats would be sent to the dam', 'COMMITMENT'],
    ['The town should leave', 'POSITION'],
    ['The minister never saw a memo warning that the dam would fail', 'FACT'],
    ['The files, which Bo Lind could not verify, were old', 'FACT'],
    ['It would not be right to say more', 'FACT'],
    ['The engineers would have acted', 'FACT'],
    ['The promise was broken', 'FACT'],
  ])('%s: %s', (words, kind) => {
    const { claims: made } = rules.extract({ text: `“${words},” Ann Roe said.` });

    expect(made.map((claim) => claim.kind)).toEqual([kind]);
  });
});
