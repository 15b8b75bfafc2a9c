import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { spoken } from '../../kit/reading.ts';

const rules = createRules();
const claims = (text: string) =>
  spoken(rules.extract({ text })).map((told) =>
    told.replace(/^.*? (?:[A-Z]{5,}|NO_REPLY) (?=[A-Z])/u, ''),
  );

describe('words point at a claim', () => {
  const leak = 'Bo Lind said the dam leaked.';

  test.each([
    ['denied this', `${leak} Ann Roe denied this.`, 'The dam leaked.'],
    ['the claim was false', `${leak} Ann Roe said the claim was false.`, 'The dam leaked.'],
    ['declined to comment', `${leak} Ann Roe declined to comment.`, 'The dam leaked.'],
    ['could not be reached', `${leak} Ann Roe could not be reached.`, 'The dam leaked.'],
    ['said so of herself', `${leak} Ann Roe said the dam never leaked.`, 'The dam leaked.'],
    [
      'the one about the holder',
      'Bo Lind said Ann Roe lied. Cy Holm said it rained. Ann Roe did not respond to calls.',
      'Ann Roe lied.',
    ],
    [
      'declined to say whether',
      `${leak} Ann Roe declined to say whether the dam leaked.`,
      'The dam leaked.',
    ],
    [
      'the report, told later',
      'Ann Roe denied the report. The Holm Post reported that the dam leaked.',
      'The dam leaked.',
    ],
  ])('%s', (_what, text, claim) => {
    expect(claims(text).filter((one) => one === claim).length).toBe(2);
  });
});

describe('words point at what was told shortly before', () => {
  const wish = 'Bo Lind called for an inquiry.';
  const inquiry = 'There should be an inquiry.';
  const leak = 'Bo Lind said the dam leaked.';

  test.each([
    ['the call', `${wish} The union welcomed the call.`, `The union SUPPORTS ${inquiry}`],
    ['the idea', `${wish} Ann Roe rejected the idea.`, `Ann Roe OPPOSES ${inquiry}`],
    ['the finding', `${leak} Ann Roe rejected the finding.`, 'Ann Roe DENIES The dam leaked.'],
    [
      'the senator’s claim',
      `Senator Bo Lind said the dam leaked. Cy Holm said it rained. Ann Roe called the senator’s claim a lie.`,
      'Ann Roe DENIES The dam leaked.',
    ],
    [
      'our reporting',
      'The Holm Post reported that the dam leaked. “We stand by our reporting,” said Ann Roe, the editor.',
      'Ann Roe CONFIRMS The dam leaked.',
    ],
    [
      'its story',
      'The Holm Post reported that the dam leaked. The Holm Post said it stands by its story.',
      'Holm Post CONFIRMS The dam leaked.',
    ],
    [
      'her evidence, a denial',
      'Ann Roe denied seeing the memo. Ann Roe said she stood by her evidence.',
      'Ann Roe DENIES Ann Roe saw the memo.',
    ],
    [
      'when it was',
      `${leak} Cy Holm said that Bo Lind had been told, but declined to say when.`,
      'Cy Holm DECLINES Bo Lind had been told.',
    ],
    [
      'the post',
      `${leak} Cy Holm said that it rained. Ann Roe declined to comment on the claim.`,
      'Ann Roe DECLINES The dam leaked.',
    ],
    [
      'what Claim says',
      'Fact check\n\nClaim: “The dam has leaked,” Bo Lind wrote in a post.\n\nVerdict: False. It held.',
      'Publisher (not named) DENIES The dam has leaked.',
    ],
  ])('%s', (_what, text, expected) => {
    expect(spoken(rules.extract({ text }))).toContain(expected);
  });

  test.each([
    ['a call of nobody', 'Ann Roe welcomed the call.'],
    ['a report of unknown content', `${leak} Cy Holm cited a report by the Dam League.`],
    ['the rest of a sentence', '“Because of the leak,” Ann Roe said.'],
    ['evidence of hers that was not told', `${leak} Ann Roe stood by her evidence.`],
  ])('%s makes no stance', (_what, text) => {
    expect(spoken(rules.extract({ text })).filter((told) => !told.startsWith('Bo Lind'))).toEqual(
      [],
    );
  });
});
