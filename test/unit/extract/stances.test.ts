import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();
/** `surname KIND` for each stance that is not the outlet's own voice. */
const kinds = (text: string) => {
  const { actors, stances } = rules.extract({ text });
  const name = (id: string) =>
    actors
      .find((actor) => actor.id === id)
      ?.name.split(' ')
      .at(-1);
  return stances
    .filter(({ evidence }) => evidence.mode !== 'NARRATED')
    .map(({ actor, kind }) => `${name(actor)} ${kind}`);
};

describe('kinds', () => {
  const leak = 'Bo Lind said the dam leaked.';

  test.each([
    ['rejected a report that it leaked', 'DENIES'],
    ['dismissed the claim as nonsense', 'DENIES'],
    ['said the claim was untrue', 'DENIES'],
    ['said it had not leaked', 'ASSERTS'],
    ['said no leak took place', 'DENIES'],
    ['said no such thing had been seen', 'DENIES'],
    ['said it was untrue that the dam leaked', 'DENIES'],
    ['said the dam never leaked', 'DENIES'],
    ['said the claim was misleading', 'QUALIFIES'],
    ['called the report “half true”', 'QUALIFIES'],
    ['cast doubt on the report', 'QUESTIONS'],
    ['said there was no evidence that it leaked', 'QUESTIONS'],
    ['questioned whether it leaked', 'QUESTIONS'],
    ['confirmed the report', 'CONFIRMS'],
    ['confirmed that the dam leaked', 'CONFIRMS'],
    ['confirmed that a boat sank', 'ASSERTS'],
    ['acknowledged that a boat sank', 'ASSERTS'],
    ['stood by the report', 'CONFIRMS'],
    ['walked back remarks on the dam', 'RETRACTS'],
    ['called for an inquiry', 'SUPPORTS'],
    ['backed the plan', 'SUPPORTS'],
    ['said the town should leave', 'SUPPORTS'],
    ['rejected the plan', 'OPPOSES'],
    ['condemned the remarks', 'OPPOSES'],
    ['called the plan “wrong”', 'ASSERTS'],
    ['said there was no evidence of a leak', 'QUESTIONS'],
    ['pushed back against the plan', 'OPPOSES'],
    ['said the town had to leave in 1990', 'ASSERTS'],
    ['declined to comment', 'DECLINES'],
    ['would not comment', 'DECLINES'],
    ['said she had no comment', 'DECLINES'],
    ['neither confirmed nor denied that it leaked', 'DECLINES'],
    ['refused to say whether it leaked', 'DECLINES'],
    ['did not immediately respond to a request for comment', 'NO_REPLY'],
    ['did not return calls', 'NO_REPLY'],
    ['could not be reached', 'NO_REPLY'],
    ['was not available for comment', 'NO_REPLY'],
  ])('who %s', (does, kind) => {
    expect(kinds(`${leak} Ann Roe ${does}.`)).toEqual(['Lind ASSERTS', `Roe ${kind}`]);
  });

  test.each([
    ['has not said', 'Ann Roe has not said whether she will support the plan.'],
    ['stopped short of', 'Ann Roe stopped short of accusing Bo Lind of lying.'],
    ['never claimed', 'Ann Roe never claimed that it leaked.'],
    ['did not say', 'Ann Roe did not say that Bo Lind denied it.'],
    ['was urged to', 'The town urged Ann Roe to reject the plan.'],
    ['was told by whom nobody knows', 'You think that it leaked.'],
  ])('who %s takes no stance', (_what, text) => {
    expect(kinds(text).filter((told) => told.startsWith('Roe') || told.startsWith('you'))).toEqual(
      [],
    );
  });

  test('a silence of others is not the speaker’s', () => {
    expect(kinds('Ann Roe said the ministry had declined to comment.')).not.toContain(
      'Roe DECLINES',
    );
  });

  test('a fact-checker rates what is claimed', () => {
    const text = 'Claim: The dam leaked.\n\nOur rating: Half true\n\nThe dam held for a week.';
    const { stances, claims } = rules.extract({ text });

    const [rating] = stances.filter(({ evidence }) => evidence.mode !== 'NARRATED');

    expect(rating).toMatchObject({ actor: 'publisher', kind: 'QUALIFIES' });
    expect(claims.find(({ id }) => id === rating?.claim)?.text).toBe('The dam leaked.');
  });

  test('two outlets joined by and both report', () => {
    expect(kinds('The Holm Times and the Dam Mirror both reported that it leaked.')).toEqual([
      'Times REPORTS',
      'Mirror REPORTS',
    ]);
  });
});

describe('attributions', () => {
  test.each([
    ['a day and a place', 'Ann Roe told the board on Monday that it leaked.'],
    ['an aside', 'Ann Roe insisted, however, that it leaked.'],
    ['an apposition', 'Ann Roe, an engineer, said the dam leaked.'],
    ['an age', 'Ann Roe, 47, told workers that it leaked.'],
    ['an oath', 'Ann Roe testified that it leaked.'],
    ['a study', 'A study by the Dam Institute found that the dam leaked.'],
  ])('%s', (_what, text) => {
    expect(rules.extract({ text }).claims.map((claim) => claim.text)).toEqual([
      expect.stringMatching(/^(?:It|The dam) leaked\.$/u),
    ]);
  });
});
