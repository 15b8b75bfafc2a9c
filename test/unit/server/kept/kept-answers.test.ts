import { describe, expect, test } from 'vitest';
import type { Ground, RestsOn, Touched } from '../../../../db/rules/grounds.ts';
import { KeptAnswers } from '../../../../server/kept/kept-answers.ts';

const keysOf = (keys: Partial<Record<Ground, readonly number[]>>): Exclude<Touched, 'everything'> =>
  new Map(Object.entries(keys).map(([ground, own]) => [ground as Ground, new Set(own)]));

const restsOn = (keys: Partial<Record<Ground, readonly number[]>>): RestsOn => ({
  keys: keysOf(keys),
  ranges: [],
});

function kept(mostBytes = 100_000) {
  const answers = new KeptAnswers<string>(mostBytes);
  const keep = (name: string, on: RestsOn, bytes = 10) => {
    const { version } = answers;
    answers.keep({ answer: name, bytes, name, asked: `asked ${name}`, restsOn: on, version });
  };
  return { answers, keep };
}

describe('an answer', () => {
  test('is found by its letters, and by its name under other letters from then on', () => {
    const { answers, keep } = kept();
    keep('a', restsOn({ claim: [1] }));

    expect(answers.findAsked('asked a')).toBe('a');
    expect(answers.findAsked('a, asked otherwise')).toBeUndefined();
    expect(answers.find('a', 'a, asked otherwise')).toBe('a');
    expect(answers.findAsked('a, asked otherwise')).toBe('a');
  });

  test('goes with any of what it rests on, and with nothing else', () => {
    const { answers, keep } = kept();
    keep('a', restsOn({ claim: [1], ofClaim: [2] }));

    answers.touch(keysOf({ claim: [2], ofClaim: [1], ofActor: [1, 2] }));
    expect(answers.findAsked('asked a')).toBe('a');

    answers.touch(keysOf({ ofClaim: [2] }));
    expect(answers.findAsked('asked a')).toBeUndefined();
    expect(answers.bytes).toBe(0);
  });

  test('that rests on the record goes with every change', () => {
    const { answers, keep } = kept();
    keep('a', 'record');

    answers.touch(keysOf({}));

    expect(answers.findAsked('asked a')).toBeUndefined();
  });

  test('that is a page goes with what comes in between its ends', () => {
    const { answers, keep } = kept();
    keep('a', { keys: keysOf({}), ranges: [{ ground: 'claim', from: 10, to: 20 }] });

    answers.touch(keysOf({ claim: [9, 21], stance: [15] }));
    expect(answers.findAsked('asked a')).toBe('a');

    answers.touch(keysOf({ claim: [20] }));
    expect(answers.findAsked('asked a')).toBeUndefined();
  });

  test('is not kept where something was changed since it was read', () => {
    const { answers } = kept();
    const { version } = answers;
    answers.touch(keysOf({}));

    answers.keep({
      answer: 'a',
      bytes: 1,
      name: 'a',
      asked: 'a',
      restsOn: restsOn({}),
      version,
    });

    expect(answers.findAsked('a')).toBeUndefined();
  });
});

test('everything goes where everything was changed', () => {
  const { answers, keep } = kept();
  keep('a', restsOn({ claim: [1] }));
  keep('b', 'record');

  answers.touch('everything');

  expect([...answers.answers()]).toEqual([]);
  expect({ bytes: answers.bytes, size: answers.size }).toEqual({ bytes: 0, size: 0 });
});

test('where there is no room, those go that were not asked for longest', () => {
  const { answers, keep } = kept(14_000);
  for (const name of 'abc') keep(name, restsOn({ claim: [1] }), 1_000);
  answers.findAsked('asked a');

  for (const name of 'defghi') keep(name, restsOn({ claim: [1] }), 1_000);

  expect(answers.bytes).toBeLessThanOrEqual(14_000);
  expect([...answers.answers()]).toEqual([...'cadefghi']);
  expect(answers.findAsked('asked b')).toBeUndefined();
});

test('an answer that would take much of the room is not kept', () => {
  const { answers, keep } = kept(10_000);

  keep('a', restsOn({}), 2_000);

  expect(answers.size).toBe(0);
});

describe('what is kept beside an answer', () => {
  test('is counted as long as the answer is kept, and no longer', () => {
    const { answers, keep } = kept();
    keep('a', restsOn({ claim: [1] }));
    const alone = answers.bytes;

    expect(answers.keepBeside('a', 500)).toBe(true);
    expect(answers.bytes).toBe(alone + 500);

    answers.touch(keysOf({ claim: [1] }));
    expect(answers.bytes).toBe(0);
    expect(answers.keepBeside('a', 500)).toBe(false);
    expect(answers.bytes).toBe(0);
  });

  test('is not to be where one answer would have more than its share', () => {
    const { answers, keep } = kept(8_000);
    keep('a', restsOn({ claim: [1] }));
    const alone = answers.bytes;

    expect(answers.keepBeside('a', 1_000)).toBe(false);
    expect(answers.bytes).toBe(alone);
  });

  test('makes those go that were asked for longest ago', () => {
    const { answers, keep } = kept(16_000);
    for (let n = 0; n < 12; n += 1) keep(`a${n}`, restsOn({ claim: [n] }), 400);

    for (let n = 6; n < 12; n += 1) expect(answers.keepBeside(`a${n}`, 800)).toBe(true);

    expect(answers.bytes).toBeLessThanOrEqual(16_000);
    expect(answers.findAsked('asked a0')).toBeUndefined();
    expect(answers.findAsked('asked a11')).toBe('a11');
  });

  test('goes with everything', () => {
    const { answers, keep } = kept();
    keep('a', 'record');
    answers.keepBeside('a', 500);

    answers.touch('everything');

    expect([answers.bytes, answers.keepBeside('a', 500)]).toEqual([0, false]);
  });
});
