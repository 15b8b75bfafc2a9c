import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();

/** Who stands how to what, as drafts tell it. */
function reading(text: string): string[] {
  const { actors, claims, stances } = rules.extract({ text });
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const texts = new Map(claims.map((claim) => [claim.id, claim.text]));
  return stances.map(({ actor, kind, claim }) => `${names.get(actor)} ${kind} ${texts.get(claim)}`);
}

describe('a report that is rejected by a phrase is denied, and never put forward', () => {
  test.each([
    ['Rass hit out at claims that the club was sold.', 'Rass DENIES The club was sold.'],
    ['Rass shot down rumours that the club was sold.', 'Rass DENIES The club was sold.'],
    ['Rass knocked down a report that the club was sold.', 'Rass DENIES The club was sold.'],
    ['Rass waved away talk that the club was sold.', 'Rass DENIES The club was sold.'],
    ['Rass poured scorn on claims that the club was sold.', 'Rass DENIES The club was sold.'],
    ['Rass took issue with the claim that the club was sold.', 'Rass DENIES The club was sold.'],
    [
      'Rass called into question the claim that the club was sold.',
      'Rass QUESTIONS The club was sold.',
    ],
    [
      'Ada Rass said the mayor was wrong to say that crime had doubled.',
      'Ada Rass DENIES Crime had doubled.',
    ],
    [
      'Ada Rass said the mayor was lying when he said that crime had doubled.',
      'Ada Rass DENIES Crime had doubled.',
    ],
    [
      'Verify said the claim that crime has doubled was misleading.',
      'Verify QUALIFIES Crime has doubled.',
    ],
    [
      '“The lie that I bought a degree will be answered in court,” Falk said.',
      'Falk DENIES Falk bought a degree.',
    ],
  ])('%s', (text, wanted) => {
    expect(reading(text)).toEqual([wanted]);
  });
});

describe('who speaks, by what stands beside the name', () => {
  test.each([
    ['Hahn, 45, of Mill Lane, Tarn, denies bribery.', 'Hahn DENIES Hahn is guilty of bribery.'],
    [
      'The Harbour Master, Captain Jude Anele, has denied taking bribes.',
      'Jude Anele DENIES Jude Anele took bribes.',
    ],
    [
      "The president of the Dockers' Union, Comrade Ibe Tarfa, has said the port is open.",
      'Ibe Tarfa ASSERTS The port is open.',
    ],
    [
      'Speaking in Geneva, the envoy said the deal was dead.',
      'the envoy ASSERTS The deal was dead.',
    ],
    ['Retailer Kessa said the shop was safe.', 'Kessa ASSERTS The shop was safe.'],
    ['No 10 says the minister is ill.', 'No 10 ASSERTS The minister is ill.'],
    [
      'A lawyer for Weiss denied that his client gave the order.',
      'A lawyer for Weiss DENIES Weiss gave the order.',
    ],
    ['Lawyers for Dorn say he is innocent.', 'Lawyers for Dorn ASSERTS Dorn is innocent.'],
    [
      "The jury rejected Turkey's claim that it had shot down a drone.",
      'The jury DENIES Turkey had shot down a drone.',
    ],
  ])('%s', (text, wanted) => {
    expect(reading(text)).toEqual([wanted]);
  });
});

describe('what ends a claim, and what is none', () => {
  test.each([
    [
      'Labour said that ministers had lied, something Ann Doe denies.',
      ['Labour ASSERTS Ministers had lied.', 'Ann Doe DENIES Ministers had lied.'],
    ],
    [
      'Ann Doe said she had not lied, despite a report by the Times that she did.',
      ['Ann Doe DENIES Ann Doe had lied.'],
    ],
    ['Dorn told the court: "It was Weiss who left."', ['Dorn ASSERTS It was Weiss who left.']],
    [
      'The minister told parliament: "I can confirm that the bridge is shut."',
      ['The minister ASSERTS The bridge is shut.'],
    ],
    [
      'Police ruled out foul play in the death of Karl Amsel.',
      ['Police DENIES There was foul play in the death of Karl Amsel.'],
    ],
    [
      "Petrova's team denied she had promised to close the mine.",
      ["Petrova's team DENIES Petrova had promised to close the mine."],
    ],
    ['Jo Hahn could not be reached for comment.', ['Jo Hahn NO_REPLY Something: what?']],
  ])('%s', (text, wanted) => {
    expect(reading(text)).toEqual(wanted);
  });
});

describe('whose words they are', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Judge Ida Roe asked the witness whether she had seen it. “No, sir,” she replied.', []],
    [
      'Vesti quoted Karl Amsel as saying that the dam burst.',
      ['Karl Amsel ASSERTS The dam burst.'],
    ],
    [
      'Karl Amsel was quoted by Vesti as denying that the dam burst.',
      ['Karl Amsel DENIES The dam burst.'],
    ],
    [
      'Karl Amsel said his deputy, Joan Reed, had signed the contract. She said she had not.',
      [
        'Karl Amsel ASSERTS Karl Amsel’s deputy, Joan Reed, had signed the contract.',
        'Joan Reed DENIES Karl Amsel’s deputy, Joan Reed, had signed the contract.',
      ],
    ],
    ['Under cross-examination she left. Under oath he accepted that it leaked.', []],
    [
      'Ida Roe said Karl Amsel had quit. Roe said he was ill.',
      ['Ida Roe ASSERTS Karl Amsel had quit.', 'Ida Roe ASSERTS Karl Amsel was ill.'],
    ],
    [
      'Karl Amsel told Max Orr that the dam burst. Orr said he was lying.',
      ['Karl Amsel ASSERTS The dam burst.'],
    ],
    [
      'Jan Holt, accused by Bea Lind of betting on races, said: “It’s a lie.”',
      ['Bea Lind ASSERTS Jan Holt bet on races.', 'Jan Holt DENIES Jan Holt bet on races.'],
    ],
    [
      'The board has confirmed the finding, first announced by Karl Amsel, that the dam leaks.',
      ['Karl Amsel ASSERTS The dam leaks.'],
    ],
    ['Hart (Lab): Does the minister accept that costs doubled? The minister: No, I do not.', []],
    ['FALSE: I never said that the dam burst.', []],
    ['He denies ever having met Roe, his agent Max Orr said.', []],
  ])('%s', (text, wanted) => {
    expect(reading(text)).toEqual(wanted);
  });
});
