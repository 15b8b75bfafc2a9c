import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const folder = new URL('../../../../shared/cases/reading/', import.meta.url);
const isThere = existsSync(folder);
const missing = isThere ? '' : ': SKIPPED, ../shared/cases/reading is not here';
const rules = createRules();

/** `outlet > holder KIND claim` of each stance but the publisher's own. */
function reading(text: string): string[] {
  const { stances, claims, actors } = rules.extract({ text });
  return stances
    .filter(({ evidence }) => evidence.mode !== 'NARRATED')
    .map(({ claim, kind, evidence }) => {
      const chain = evidence.attribution
        .slice(1)
        .map((id) => actors.find((actor) => actor.id === id)?.name);
      return `${chain.join(' > ')} ${kind} ${claims.find(({ id }) => id === claim)?.text}`;
    });
}

const fileOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.skipIf(!isThere)(`the cases of reading${missing}`, () => {
  test.each([
    [
      '01-accused-made-to-speak',
      'court documents ASSERTS Karl Brandt and Ines Moll hid losses from investors.',
    ],
    ['05-denial-in-quote-headline', 'minister DENIES Minister lied.'],
    [
      '07-agency-is-not-the-paper',
      'agency officials ASSERTS The transport agency uses a million tons of asphalt.',
    ],
    [
      '09-interview-question',
      'Fischer DENIES The board knew about the leak in May.',
      'Fischer ASSERTS Nobody told Fischer.',
    ],
    [
      '11-passive-accused-by',
      'Maes ASSERTS Beck stole the ledger.',
      'Beck DENIES Beck stole the ledger.',
    ],
    ['13-conditional-kept', 'Shaw ASSERTS If the report came from the spokesman then it is a lie.'],
    ['15-called-reports-false', 'Tykov DENIES Kyiv had approved the call.'],
    ['17-asked-whether-no', 'Paul Nord DENIES The fund was empty.'],
    ['19-never-happened', "Russia's government DENIES The call happened."],
    ['21-office-before-name', 'Gwen Mant DENIES Gwen Mant paid two reporters.'],
    [
      '23-two-contents-glued',
      'Kofi Abbas ASSERTS This ruling is wrong and Kofi Abbas will appeal.',
      'Kofi Abbas ASSERTS The rule is a solution in search of a problem.',
    ],
    [
      '26-source-close-to',
      'A source close to the company ASSERTS The pair met at least twice last spring.',
    ],
    ['28-lead-denial', 'Goddy Agba DENIES Goddy Agba had a hand in the detention of a publisher.'],
    [
      '32-first-person-speech',
      'Ana Lopez ASSERTS Mr President, Ana Lopez has doubled Ana Lopez’s aid.',
      'Ana Lopez DENIES Ana Lopez armed anyone.',
    ],
    ['36-what-x-said-is-untrue', 'Matthew Cole DENIES What Mitchell has stated is true.'],
    [
      '40-has-declined',
      'Home Office DECLINES The report is true.',
      'Downing Street DECLINES The report is true.',
    ],
    [
      '42-hansard-labels',
      'Anne Mark > Home Office ASSERTS Nobody was released.',
      'Anne Mark DENIES Nobody was released.',
      'Mr. Speaker DECLINES Nobody was released.',
    ],
    [
      '48-dismissed-the-report',
      'Post REPORTS Trent phoned Pavlov on Thursday.',
      'Kremlin DENIES Trent phoned Pavlov on Thursday.',
    ],
    [
      '50-accused-of-inventing',
      'Post REPORTS Trent phoned Pavlov on Thursday.',
      'Kremlin DENIES Trent phoned Pavlov on Thursday.',
      'Kremlin ASSERTS The Post invented the call.',
    ],
    [
      '52-statement-of-documents-list',
      'the indictment ASSERTS Brandt lied to the bank, and Moll forged a letter.',
    ],
  ])('%s', (name, ...right) => {
    expect(reading(fileOf(`${name}.txt`))).toEqual(right);
  });

  test('what somebody reportedly said is passed on by the paper that printed it', () => {
    expect(reading(fileOf('03-he-after-other-speaker.txt'))).toContain(
      'Echo > Vale ASSERTS Vale paid them and now you are calling about the same story.',
    );
  });

  test('a warning is the speaker’s by way of the outlet that tells it', () => {
    expect(reading(fileOf('34-outlet-lost-in-chain.txt'))).toContain(
      'Post > Trent ASSERTS Trent had warned Mr. Pavlov against escalating the war.',
    );
  });

  test('every form of denial is on the very claim, and none is turned round', () => {
    const forms = fileOf('denials.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const first = 'Trent phoned Pavlov on Thursday, the Post reported.';

    const wrong = forms.filter((form) => {
      const kind = /cast doubt|unaware/u.test(form) ? 'QUESTIONS' : 'DENIES';
      const [, ...others] = reading(`${first}\n\n${form}`);
      return others.join() !== `Kremlin ${kind} Trent phoned Pavlov on Thursday.`;
    });

    expect(forms.length).toBeGreaterThan(22);
    expect(wrong).toEqual([]);
  });
});
