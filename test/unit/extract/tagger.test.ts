import { describe, expect, test } from 'vitest';
import { createTagger } from '../../../extract/words/tagger.ts';

const tagger = createTagger();
const tagged = (run: string) => {
  const { words, pos } = tagger.tag(run);
  return words.map((word, at) => `${word} ${pos[at]}`);
};

describe('a genitive is two words', () => {
  test.each([
    ["Zorvik's view", ['Zorvik PROPN', "'s PART", 'view NOUN']],
    ["It was Zorvik's.", ['It PRON', 'was AUX', 'Zorvik PROPN', "'s PART", '. PUNCT']],
    ['Zorvik’s, then', ['Zorvik PROPN', '’s PART', ', PUNCT', 'then ADV']],
    ["the dam's!", ['the DET', 'dam NOUN', "'s PART", '! PUNCT']],
  ])('%s', (run, words) => {
    expect(tagged(run)).toEqual(words);
  });

  test('and what is no noun stays whole', () => {
    expect(tagged("Here's why")).toEqual(["Here's ADV", 'why ADV']);
  });
});

/** Words, as no dictionary has them, in many forms and between many marks. */
function oddRun(number: number): string {
  const word = `zor${'abcdefg'[number % 7]}vik`;
  const name = `Z${word.slice(1)}`;
  const forms = [word, name, `'${name}`, `${name}'d`, `${word}-led`, `no.${word}`, `’${word}`];
  const marks = ['', ',', '.', '…', '"', '”', '’', "'", '—', '!', '('];
  const at = (step: number) => Math.floor(number / step);
  const mark = (step: number) => marks[at(step) % marks.length] ?? '';
  const form = (step: number) => forms[at(step) % forms.length] ?? '';
  return `${mark(3)}${form(1)}${mark(5)} ${mark(2)}${form(4)}${mark(1)}${form(9)}`;
}

test('a run is tagged as if it were the first, whatever was before', () => {
  const runs = Array.from({ length: 1500 }, (_, number) => oddRun(number));
  const first = runs.map(tagged);

  expect(runs.toReversed().map(tagged).toReversed()).toEqual(first);
});

test('what it has met is no word that it knows, and how much that was changes nothing', () => {
  const run = "Ann Roe denied the zorvik's leak; zorvik-led men did not.";
  const before = tagged(run);
  for (let round = 0; round < 30; round++) {
    const unknown = Array.from(
      { length: 4000 },
      (_, at) => `zo${(round * 4000 + at).toString(36)}rv`,
    );
    tagger.tag(unknown.join(' '));
  }

  expect(tagger.isKnown('zorvik')).toBe(false);
  expect(tagger.isKnown('denied')).toBe(true);
  expect(tagged(run)).toEqual(before);
});
