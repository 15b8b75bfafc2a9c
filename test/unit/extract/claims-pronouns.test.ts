import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { spoken } from '../../kit/reading.ts';

const rules = createRules();
const claims = (text: string) =>
  spoken(rules.extract({ text })).map((told) =>
    told.replace(/^.*? (?:[A-Z]{5,}|NO_REPLY) (?=[A-Z])/u, ''),
  );

describe('a pronoun becomes a name only where nobody else can be meant', () => {
  test.each([
    [
      'her of a group',
      'A report named Mary Roe. Opposition MPs called for her to resign.',
      'Mary Roe should resign.',
    ],
    ['her of nobody named', 'Bo Lind called for her to resign.', 'She should resign.'],
    [
      'her of two',
      'Mary Roe met Alice Holm. Bo Lind called for her to resign.',
      'She should resign.',
    ],
    [
      'her who may be without a name',
      'Mary Roe met the minister. Bo Lind called for her to resign.',
      'She should resign.',
    ],
    ['him whom she urges', 'Mary Roe urged him to leave.', 'He should leave.'],
    ['their of one body', 'The ministry said their pumps may burn.', 'Their pumps may burn.'],
    ['he in a quotation', 'Peter Lind left the dam. “He lied,” Mary Roe said.', 'Peter Lind lied.'],
    ['he in a quotation, unknown', '“He lied,” Mary Roe said.', 'He lied.'],
    [
      'I in a quotation of another',
      'Mary Roe left. “Bo Lind said I lied,” Alice Holm said.',
      'Bo Lind said Alice Holm lied.',
    ],
    [
      'we of the outlet’s own voice',
      'The dam broke. “No,” Bo Lind said. Bo Lind said we left.',
      'We left.',
    ],
    ['they of critics', 'Critics say they will ruin the town.', 'They will ruin the town.'],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toContain(claim);
  });
});

describe('we is the body that somebody speaks for', () => {
  test.each([
    [
      'the head of one in the sentence before',
      'Holm Dams AG denied it leaked. “Our own tests show it is safe,” chief executive Bo Lind said.',
      'Holm Dams AG’s own tests show it is safe.',
    ],
    [
      'an owner',
      'The Dam Agency met. “We are ready and we know our dams,” said Bo Lind, the agency’s director.',
      'Dam Agency is ready and it knows its dams.',
    ],
    ['the body itself', '“We’re ready,” the Dam Agency said.', 'Dam Agency is ready.'],
    [
      'a neighbour',
      '“Nobody knocked on our door,” said Bo Lind, 81.',
      'Nobody knocked on Bo Lind’s door.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toContain(claim);
  });
});
