import { describe, expect, test } from 'vitest';
import { polarityOf } from '../../../db/rules/vocabulary.ts';
import type { Drafts, StanceDraft } from '../../../extract/extractor.ts';
import { answerIn } from '../../../extract/second-reader/answer.ts';
import { FoldedText } from '../../../extract/second-reader/folded-text.ts';
import type { StanceFound } from '../../../extract/second-reader/found-stances.ts';
import { ClaimsBySense, madeOfWordsOf } from '../../../extract/second-reader/own-words.ts';
import { stretchesOf } from '../../../extract/second-reader/passages.ts';
import { withSecondReading } from '../../../extract/second-reader/with-second-reading.ts';

describe('stretches of a text', () => {
  test.each([
    [
      'paragraphs',
      'One and two.\n\nThree and four.\n\nFive.',
      ['One and two.\n\n', 'Three and four.\n\n', 'Five.'],
    ],
    [
      'sentences',
      'One and two. Three and four. Five.',
      ['One and two. ', 'Three and four. ', 'Five.'],
    ],
    ['words', 'one two three four five six seven', ['one two three four ', 'five six seven']],
    ['letters', 'abcdefghijklmnopqrstuvwxyz', ['abcdefghijklmnopqrst', 'uvwxyz']],
    ['whole characters', `${'a'.repeat(19)}😀b`, ['a'.repeat(19), '😀b']],
    ['what can be seen', `${' '.repeat(50)}`, []],
  ])('end between %s', (_what, text, stretches) => {
    expect(stretchesOf(text, 20).map(({ start, end }) => text.slice(start, end))).toEqual(
      stretches,
    );
  });
});

describe('words in a text', () => {
  const text = 'He said “no”… She — his sister — said it\n“twice”. Then no more was said.';
  const folded = new FoldedText(text);
  const whole = { start: 0, end: text.length };

  test.each([
    ['said "no"...', 'said “no”…'],
    ["She - his sister - said it '", null],
    ['She - his sister - said it "twice".', 'She — his sister — said it\n“twice”.'],
    ['he said', null],
    ['e said', null],
    ['sister', 'sister'],
    ['…', null],
    ['', null],
  ])('%j is found whole, in the letters of the text, or not at all', (words, found) => {
    const place = folded.find(words, whole);

    expect(place && text.slice(place.start, place.end)).toBe(found);
  });

  test('are looked for within a stretch, from a place on', () => {
    expect(folded.find('said', whole, 5)?.start).toBe(text.indexOf('said it'));
    expect(folded.find('said', { start: 0, end: 5 })).toBeNull();
  });
});

test.each([
  ['Moreau promised bridges', true],
  ['The mayor did not promise it', true],
  ['Moreau promises the bridge, never denying', true],
  ['Moreau sold the bridge', false],
  ['Morey promised a bridge', false],
  ['Moreau promised 2 bridges', false],
  ['', false],
  ['?!', false],
])('%j is made of the words of the text: %s', (claim, isOwn) => {
  const isMade = madeOfWordsOf('Mayor Ida Moreau denied that she had promised a new bridge.');

  expect(isMade(claim)).toBe(isOwn);
});

test.each([
  ['the council approved a ferry', 'the council approved a ferry to the islands'],
  ['the council approved a bridge', 'a bridge was approved by the council'],
  ['the council did not approve a ferry to the islands', undefined],
  ['Olaf Brandt sold the books', undefined],
])('%j says the same as %j', (text, claim) => {
  const claims = [
    'the council approved a ferry to the islands',
    'a bridge was approved by the council',
  ];

  expect(new ClaimsBySense(claims.map((text) => ({ text }))).like(text)?.text).toBe(claim);
});

test('an answer of a megabyte of braces, quotation marks or unclosed strings is read in no time', () => {
  for (const piece of ['{', '}', '"', '{"', '\\', '{"a":', '[]', '<think>']) {
    const before = process.cpuUsage();

    answerIn(piece.repeat(1_000_000 / piece.length));

    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  }
});

describe('two readings', () => {
  const text = 'Ida Moreau denied that the town had sold the pier. Olaf Brandt agreed.';
  const evidence = {
    quote: text.slice(0, 50),
    start: 0,
    end: 50,
    mode: 'INDIRECT',
    attribution: ['gazette', 'ida-moreau'],
    confidence: 0.9,
    marks: { source: [], cue: [], content: [] },
  } as const;
  const actor = (id: string, name: string) =>
    ({ id, name, kind: 'PERSON', aliases: [], isKnown: false }) as const;
  const first: StanceDraft = {
    claim: 'sold',
    actor: 'ida-moreau',
    kind: 'DENIES',
    certainty: 'PLAIN',
    evidence,
  };
  const drafts: Drafts = {
    actors: [
      { id: 'gazette', name: 'Gazette', kind: 'OUTLET', aliases: [], isKnown: true },
      actor('ida-moreau', 'Ida Moreau'),
    ],
    claims: [{ id: 'sold', text: 'the town had sold the pier', kind: 'FACT', candidates: [] }],
    stances: [first],
  };
  const found: StanceFound = {
    place: { start: 0, end: 50 },
    mode: 'INDIRECT',
    actor: { name: 'Ida Moreau', kind: 'PERSON', place: { start: 0, end: 10 } },
    via: [],
    kind: 'DENIES',
    certainty: 'PLAIN',
    claim: { text: 'the town sold the pier', kind: 'FACT' },
  };
  const named = (name: string) => ({ ...found.actor, name });
  const read = (...all: readonly Partial<StanceFound>[]) =>
    withSecondReading(
      drafts,
      all.map((one) => ({ ...found, ...one })),
      {
        input: { text, publisher: { id: 'gazette', name: 'Gazette' } },
        readers: { first: 'rules/1', second: 'llm/m' },
        polarityOf,
      },
    );

  test.each<[string, Partial<StanceFound>, 'agreed' | 'added' | 'disputed']>([
    ['the same', {}, 'agreed'],
    ['the same of a part of the words', { place: { start: 11, end: 50 } }, 'agreed'],
    ['a surname', { actor: named('Moreau') }, 'agreed'],
    ['a title', { actor: named('Mayor Ida Moreau') }, 'agreed'],
    ['another polarity', { kind: 'CONFIRMS' }, 'disputed'],
    ['another speaker', { actor: named('Olaf Brandt') }, 'disputed'],
    ['another claim', { claim: { text: 'Olaf Brandt agreed', kind: 'FACT' } }, 'disputed'],
    [
      'another speaker with another position',
      { actor: named('Olaf Brandt'), kind: 'CONFIRMS' },
      'added',
    ],
    [
      'other words',
      { place: { start: 51, end: text.length }, actor: named('Olaf Brandt'), kind: 'CONFIRMS' },
      'added',
    ],
  ])('%s: %s', (_what, change, outcome) => {
    const { drafts, added, agreed, disputed } = read(change);

    expect({ added, agreed, disputed }).toEqual({
      added: outcome === 'agreed' ? 0 : 1,
      agreed: outcome === 'agreed' ? 1 : 0,
      disputed: outcome === 'disputed' ? 1 : 0,
    });
    const [rules] = drafts.stances.filter(({ evidence }) => evidence.extractor === 'rules/1');
    expect(rules?.evidence.confidence).toBe(outcome === 'disputed' ? 0.45 : 0.9);
    expect(
      drafts.stances.flatMap(({ otherwise = [] }) => otherwise.map((one) => one.extractor)),
    ).toEqual(outcome === 'disputed' ? ['llm/m', 'rules/1'] : []);
  });

  test('a speaker besides one whom both read is an addition', () => {
    const { disputed, added } = read({}, { actor: named('Olaf Brandt') });

    expect([added, disputed]).toEqual([1, 0]);
  });

  test.each([
    ['a senior official', 'UNNAMED_SOURCE', { kind: 'UNNAMED_SOURCE', grantedBy: 'gazette' }],
    ['the minister', 'PERSON', { kind: 'PERSON', isDescribed: true }],
    ['Roe', 'UNNAMED_SOURCE', { kind: 'PERSON' }],
  ] as const)('%s, told to be a %s, is %j', (name, kind, made) => {
    const { drafts } = read({
      actor: { ...named(name), kind },
      claim: { text: 'Brandt agreed', kind: 'FACT' },
    });

    expect(drafts.actors.find((one) => one.name === name)).toMatchObject(made);
  });

  test('nobody of whom nothing is drafted is told of, and whoever passes words on is in the chain', () => {
    const { drafts } = read({ via: ['Bay Post'], kind: 'CONFIRMS' });

    expect(drafts.actors.map(({ name }) => name)).toEqual(['Gazette', 'Ida Moreau', 'Bay Post']);
    expect(drafts.stances.at(-1)?.evidence.attribution).toEqual([
      'gazette',
      'bay-post',
      'ida-moreau',
    ]);
  });
});
