import { describe, expect, test } from 'vitest';
import type { ExtractInput } from '../../../extract/extractor.ts';
import { createRules } from '../../../extract/rules.ts';
import { spoken } from '../../kit/reading.ts';

const rules = createRules();
const read = (text: string, input: Omit<ExtractInput, 'text'> = {}) =>
  rules.extract({ text, ...input });
const said = (text: string) => spoken(read(text));

describe('stances', () => {
  test.each([
    ['says it', 'Ann Roe said that the dam leaked.', ['Ann Roe ASSERTS The dam leaked.']],
    ['denies it', 'Ann Roe denied that the dam leaked.', ['Ann Roe DENIES The dam leaked.']],
    [
      'says that nothing happened',
      'Ann Roe said there was no leak at the dam.',
      ['Ann Roe DENIES There was a leak at the dam.'],
    ],
    [
      'wants it',
      'Ann Roe said that the town should leave.',
      ['Ann Roe SUPPORTS The town should leave.'],
    ],
    ['promises it', 'Ann Roe said she would leave.', ['Ann Roe ASSERTS Ann Roe would leave.']],
    ['does not say it', 'Ann Roe has not said whether the dam leaked.', []],
  ])('who %s', (_what, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('who declines to comment takes no position', () => {
    expect(
      read('Ann Roe declined to comment on the leak.').stances.map(({ kind }) => kind),
    ).toEqual(['DECLINES']);
  });

  test('what is called false is denied', () => {
    const kinds = read('Ann Roe dismissed the report as “completely false.”').stances.map(
      ({ kind }) => kind,
    );

    expect(kinds).toEqual(['DENIES']);
  });

  test('an outlet reports', () => {
    expect(said('The Harbour Post reported that the dam leaked.')).toEqual([
      'Harbour Post REPORTS The dam leaked.',
    ]);
  });

  test('reportedly is the publisher’s report and the word of somebody hidden', () => {
    expect(said('The dam reportedly leaked on Monday.')).toEqual([
      'Publisher (not named) REPORTS The dam leaked on Monday.',
      'Unattributed (reportedly) ASSERTS The dam leaked on Monday.',
    ]);
  });

  test('what nobody is said to say is the outlet’s own voice, where that is asked for', () => {
    const text = 'The dam broke before dawn. Water ran into the valley.';
    const { stances } = read(text, { narrated: true });

    expect(read(text).stances).toEqual([]);

    expect(stances.map(({ evidence }) => [evidence.mode, evidence.quote])).toEqual([
      ['NARRATED', 'The dam broke before dawn'],
      ['NARRATED', 'Water ran into the valley'],
    ]);
  });
});

describe('evidence', () => {
  test('stands in the text where it says it does', () => {
    const text = '🚢 Dam news\n\nAnn Roe told the paper on Monday: “The dam is safe.”';

    const { stances } = read(text);

    expect(stances.length).toBeGreaterThan(0);
    for (const { evidence } of stances) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  test('names everybody between the publisher and the speaker', () => {
    const { stances } = read('The Harbour Post reported that Ann Roe said the dam leaked.', {
      publisher: { name: 'Valley Wire' },
    });

    expect(stances.map(({ evidence }) => evidence.attribution)).toEqual([
      ['valley-wire', 'harbour-post'],
      ['valley-wire', 'harbour-post', 'ann-roe'],
    ]);
  });

  test('names the outlet before those on whose word it reports', () => {
    const { stances } = read(
      'The Harbour Post reported that the dam leaked, according to two officials.',
      { publisher: { name: 'Valley Wire' } },
    );

    expect(stances.map(({ kind, evidence }) => [kind, ...evidence.attribution])).toEqual([
      ['REPORTS', 'valley-wire', 'harbour-post'],
      ['ASSERTS', 'valley-wire', 'harbour-post', 'harbour-post-two-officials'],
    ]);
  });

  test('has the cue, the mode and the day', () => {
    const [stance] = read('The ministry on Monday denied that “a drop” was lost.').stances;

    expect(stance).toMatchObject({
      saidPhrase: 'on Monday',
      evidence: { cue: 'denied', mode: 'MIXED' },
    });
  });
});

describe('actors', () => {
  const names = (text: string) => read(text).actors.map(({ name, kind }) => `${name} ${kind}`);

  test('a surname and a pronoun are the person named before', () => {
    const { stances } = read(
      'Engineer Ann Roe said the dam leaked. It was old, she said. Roe warned that it was worse.',
    );

    expect(stances.map(({ actor }) => actor)).toEqual(['ann-roe', 'ann-roe', 'ann-roe']);
  });

  test('an office stands for its bearer', () => {
    const { stances } = read(
      'Norwegian President Ann Roe left on Monday. The Norwegian president said she was tired.',
    );

    expect(stances.at(-1)?.actor).toBe('ann-roe');
  });

  test('an unnamed source belongs to the outlet that it speaks to', () => {
    const { actors } = read(
      'The Harbour Post wrote of the leak. Two officials who spoke to the paper said the dam leaked.',
    );

    expect(actors.find(({ kind }) => kind === 'UNNAMED_SOURCE')).toMatchObject({
      grantedBy: 'harbour-post',
    });
  });

  test('one on record keeps its id', () => {
    const known = { id: 'a-roe', name: 'Ann Roe', kind: 'PERSON', aliases: ['Roe'] } as const;

    const { actors } = read('Roe said the dam leaked.', { actors: [known] });

    expect(actors).toContainEqual(expect.objectContaining({ id: 'a-roe', isKnown: true }));
  });

  test('a surname is enough for one on record, and names of other scripts stay apart', () => {
    const known = { id: 'a-roe', name: 'Ann Roe', kind: 'PERSON', aliases: [] } as const;

    const { stances, actors } = read(
      'Roe said the dam leaked. Анна said it held. Иван said it broke.',
      {
        actors: [known],
      },
    );

    expect(stances[0]?.actor).toBe('a-roe');
    expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
  });

  test('headings name nobody', () => {
    expect(
      names('Old Dam Featuring Ann Roe\n\nThe engineer said the dam leaked.').join(),
    ).not.toContain('Roe');
  });

  test('two joined by and both say it', () => {
    expect(said('Ann Roe and Bo Lind said that the dam leaked.')).toEqual([
      'Ann Roe ASSERTS The dam leaked.',
      'Bo Lind ASSERTS The dam leaked.',
    ]);
  });
});

describe('claims', () => {
  test('the same words are one claim', () => {
    const { claims } = read('Ann Roe said the dam leaked. Bo Lind denied the dam leaked.');

    expect(claims.map(({ text }) => text)).toEqual(['The dam leaked.']);
  });

  test('candidates come from those on record', () => {
    const { claims } = read('Ann Roe said the dam leaked.', {
      claimsLike: (text) => [`like ${text}`],
    });

    expect(claims.map(({ candidates }) => candidates)).toEqual([['like The dam leaked.']]);
  });
});

describe('a reader', () => {
  test('gives the same drafts for the same text', () => {
    const text = 'Ann Roe said the dam leaked. “No,” Bo Lind said.';

    expect(JSON.stringify(createRules().extract({ text }))).toBe(JSON.stringify(read(text)));
  });

  test('stops at an aborted signal', () => {
    expect(() =>
      rules.extract({ text: 'Ann Roe said no.' }, { signal: AbortSignal.abort() }),
    ).toThrow('aborted');
  });
});
